/** The door of reorganisation: how units are merged, split, renamed, moved and ended, by decisions with a day. */
import type { Module } from '#platform/module.ts'
import { addActs, listActs, removeAct } from './acts/operations.ts'
import { decision, preview } from './changes/operations.ts'
import { approveReform, settleEachDay, settleReforms, withdrawReform } from './deciding/operations.ts'
import { checkFile, importCsv } from './files/operations.ts'
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
  routes: [],
  jobs: [settleEachDay],
}
