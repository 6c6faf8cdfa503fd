/** The door of reorganisation: how units are merged, split, renamed, moved and ended, by decisions with a day. */
import type { Module } from '#platform/module.ts'
import { routes as changeRoutes } from './acts/act-form.pages.tsx'
import { addChanges, listChanges, removeChange } from './acts/act-list.operations.ts'
import { decision, preview } from './changes/reform-changes.operations.ts'
import { routes as deskRoutes } from './desk/desk.pages.tsx'
import { routes as draftRoutes } from './desk/one-reform.pages.tsx'
import { checkFile, importCsv } from './files/act-imports.operations.ts'
import { routes as fileRoutes } from './files/act-imports.pages.tsx'
import { approveDecision, settleEachDay, settleDecisions, withdrawDecision } from './reform-approval.operations.ts'
import {
  discardDecision,
  draftDecision,
  editDecision,
  listAll,
  listDecisions,
  proposeDecision,
  unitDecision,
  returnDecision,
} from './reform-drafts.operations.ts'
import { routes as publicRoutes } from './reform-history.pages.tsx'
import { loadDecisions } from './reform-packs.operations.ts'

export { preview as previewOperation } from './changes/reform-changes.operations.ts'
export { checkFile as checkDecisionFile, importCsv as importDecisionFile } from './files/act-imports.operations.ts'
export { draftsPath, decisionPath as reformPath, decisionsPath as reformsPath } from './paths.ts'
export { approveDecision as approveReform, settleDecisions as settleReforms, withdrawDecision as withdrawReform } from './reform-approval.operations.ts'
export {
  draftDecision as draftReform,
  editDecision as editReform,
  listAll as allDecisionsOperation,
  listDecisions as listDecisionsOperation,
  proposeDecision as proposeReform,
  unitDecision as decisionOperation,
} from './reform-drafts.operations.ts'
export { loadDecisions as loadReforms } from './reform-packs.operations.ts'
export { decisionWorkflow as reformWorkflow } from './reforms.rules.ts'

export const reorganisation: Module = {
  name: 'reorganisation',
  operations: [
    listDecisions,
    decision,
    listAll,
    unitDecision,
    listChanges,
    preview,
    checkFile,
    draftDecision,
    editDecision,
    addChanges,
    removeChange,
    importCsv,
    proposeDecision,
    returnDecision,
    discardDecision,
    approveDecision,
    withdrawDecision,
    settleDecisions,
    loadDecisions,
  ],
  // Drafts first: `/reorganisations/:id` takes any word.
  routes: [...deskRoutes, ...fileRoutes, ...draftRoutes, ...changeRoutes, ...publicRoutes],
  jobs: [settleEachDay],
}
