/** The door of policy-documents: the documents by which the city, its communes and agencies direct the programme. */
import type { Module } from '#platform/module.ts'
import { routes as formRoutes } from './document-form.pages.tsx'
import { documentImport } from './document-import.operations.ts'
import * as documents from './document-records.operations.ts'
import { routes, unitDocuments } from './documents.pages.tsx'
import { documentsPath } from './paths.ts'
import { documentFiles } from './store.ts'
import { problems, texts } from './texts.ts'

export const policyDocuments: Module = {
  name: 'policy-documents',
  field: { vi: 'Văn bản chỉ đạo', en: 'Directing documents' },
  operations: [
    documents.list,
    documents.document,
    documents.documentFile,
    documents.kinds,
    documents.findItems,
    documents.add,
    documents.edit,
    documents.tie,
    documents.untie,
    documents.loadPlanDocument,
    ...Object.values(documentImport.operations),
  ],
  // The form first: `/policy-documents/:id` takes any word.
  routes: [...formRoutes, ...routes],
  imports: [documentImport],
  constraints: { document_number_once: () => problems.numberTaken({}, ['number']) },
  keptFiles: documentFiles,
  menu: [{ menu: 'public', order: 45, href: documentsPath.to(), words: texts.documents }],
  unitSections: [{ order: 50, show: unitDocuments }],
  search: [documents.documentSearch],
  facts: [documents.documentsIssued],
  packs: [{ order: 70, operation: documents.loadPlanDocument, input: ({ root: unit }) => ({ unit }), isRepair: true }],
}
