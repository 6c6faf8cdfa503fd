/** The door of reorganisation: how units are merged, split, renamed, moved and ended, by decisions with a day. */
import type { Module } from '#platform/module.ts'
import { approveReform, settleEachDay, settleReforms, withdrawReform } from './deciding/operations.ts'
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
export { draftReform, editReform, listReforms as listReformsOperation, proposeReform } from './operations.ts'
export { loadReforms } from './packs/operations.ts'

export const reorganisation: Module = {
  name: 'reorganisation',
  operations: [
    listReforms,
    listAll,
    reform,
    draftReform,
    editReform,
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
