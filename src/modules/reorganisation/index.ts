/** The door of reorganisation: how units are merged, split, renamed, moved and ended, by decisions with a day. */
import type { Module } from '#platform/module.ts'
import { routes as actRoutes } from './acts/form/pages.tsx'
import { addActs, listActs, removeAct } from './acts/operations.ts'
import { decision, preview } from './changes/operations.ts'
import { approveReform, settleEachDay, settleReforms, withdrawReform } from './deciding/operations.ts'
import { routes as draftRoutes } from './desk/draft/pages.tsx'
import { routes as deskRoutes } from './desk/pages.tsx'
import { checkFile, importCsv } from './files/operations.ts'
import { routes as fileRoutes } from './files/pages.tsx'
import {
  discardReform,
  draftReform,
  editReform,
  listAll,
  listReforms,
  proposeReform,
  reform,
  returnReform,
} from './operations.ts'
import { loadReforms } from './packs/operations.ts'
import { routes as publicRoutes } from './pages.tsx'

export { draftsPath, reformPath, reformsPath } from './addresses/pages.tsx'
export { preview as previewOperation } from './changes/operations.ts'
export { approveReform, settleReforms, withdrawReform } from './deciding/operations.ts'
export { checkFile as checkReformFile, importCsv as importReformFile } from './files/operations.ts'
export {
  draftReform,
  editReform,
  listAll as allReformsOperation,
  listReforms as listReformsOperation,
  proposeReform,
  reform as reformOperation,
} from './operations.ts'
export { loadReforms } from './packs/operations.ts'

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
