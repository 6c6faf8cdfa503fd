/** The door of issued-documents: the register in which every document of a unit gets its number, once. */
import { roles } from '#platform/authority.ts'
import type { Module } from '#platform/module.ts'
import { routes as formRoutes } from './entry.pages.tsx'
import { registerPath } from './paths.ts'
import * as operations from './register.operations.ts'
import { routes } from './register.pages.tsx'
import { problems, texts } from './texts.ts'

export { enterDocument, enterLater, type IssuedDocument, nothingToEnter } from './register.operations.ts'

export const issuedDocuments: Module = {
  name: 'issued-documents',
  field: { vi: 'Sổ đăng ký văn bản đi', en: 'Register of issued documents' },
  operations: [
    operations.list,
    operations.entry,
    operations.kinds,
    operations.gaps,
    operations.register,
    operations.markUnused,
    operations.explainGap,
  ],
  routes: [...routes, ...formRoutes],
  constraints: {
    entry_number_once: () => problems.numberTaken({}, ['number']),
    book_last_number_check: () => problems.bookFull(),
  },
  menu: [{ menu: 'account', order: 45, href: registerPath.to(), words: texts.register, roles }],
}
