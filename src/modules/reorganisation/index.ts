/** The door of reorganisation: how units are merged, split, renamed, moved and ended, by decisions with a day. */
import type { Module } from '#platform/module.ts'
import { routes as actRoutes } from './acts/act-form.pages.tsx'
import { addActs, listActs, removeAct } from './acts/act-list.operations.ts'
import { decision, preview } from './changes/reform-changes.operations.ts'
import { routes as deskRoutes } from './desk/desk.pages.tsx'
import { routes as draftRoutes } from './desk/one-reform.pages.tsx'
import { checkFile, importCsv } from './files/act-imports.operations.ts'
import { routes as fileRoutes } from './files/act-imports.pages.tsx'
import { approveReform, settleEachDay, settleReforms, withdrawReform } from './reform-approval.operations.ts'
import {
  discardReform,
  draftReform,
  editReform,
  listAll,
  listReforms,
  proposeReform,
  reform,
  returnReform,
} from './reform-drafts.operations.ts'
import { routes as publicRoutes } from './reform-history.pages.tsx'
import { loadReforms } from './reform-packs.operations.ts'

export { preview as previewOperation } from './changes/reform-changes.operations.ts'
export { checkFile as checkReformFile, importCsv as importReformFile } from './files/act-imports.operations.ts'
export { draftsPath, reformPath, reformsPath } from './paths.ts'
export { approveReform, settleReforms, withdrawReform } from './reform-approval.operations.ts'
export {
  draftReform,
  editReform,
  listAll as allReformsOperation,
  listReforms as listReformsOperation,
  proposeReform,
  reform as reformOperation,
} from './reform-drafts.operations.ts'
export { loadReforms } from './reform-packs.operations.ts'
export { reformWorkflow } from './reforms.rules.ts'

export const reorganisation: Module = {
  name: 'reorganisation',
  operations: [
    listReforms,
    decision,
    listAll,
    reform,
    listActs,
    preview,
    checkFile,
    draftReform,
    editReform,
    addActs,
    removeAct,
    importCsv,
    proposeReform,
    returnReform,
    discardReform,
    approveReform,
    withdrawReform,
    settleReforms,
    loadReforms,
  ],
  // Drafts first: `/reorganisations/:id` takes any word.
  routes: [...deskRoutes, ...fileRoutes, ...draftRoutes, ...actRoutes, ...publicRoutes],
  jobs: [settleEachDay],
}
