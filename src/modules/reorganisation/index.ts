/** The door of reorganisation: how units are merged, split, renamed, moved and ended, by decisions with a day. */
import type { Module } from '#platform/module.ts'
import { agencyKind } from './agency-pack-kind.operations.ts'
import { routes as changeRoutes } from './changes/change-form.pages.tsx'
import { addChanges, listChanges, removeChange } from './changes/change-list.operations.ts'
import { approveDecision, settleDecisions, settleEachDay, withdrawDecision } from './decision-approval.operations.ts'
import {
  discardDecision,
  draftDecision,
  editDecision,
  listAll,
  listDecisions,
  proposeDecision,
  returnDecision,
  workingDecision,
} from './decision-drafts.operations.ts'
import { routes as publicRoutes } from './decision-history.pages.tsx'
import { loadDecisions } from './decision-packs.operations.ts'
import { decisionSearch } from './decision-search.operations.ts'
import { routes as deskRoutes } from './desk/desk.pages.tsx'
import { routes as draftRoutes } from './desk/one-decision.pages.tsx'
import { decision, preview } from './effects/decision-effects.operations.ts'
import { checkFile, importCsv } from './files/change-imports.operations.ts'
import { routes as fileRoutes } from './files/change-imports.pages.tsx'
import { draftsPath } from './paths.ts'
import { unitDecisions } from './unit-decisions.view.tsx'
import { waitingDecisions } from './waiting-decisions.view.tsx'

export {
  approveDecision,
  settleDecisions,
  withdrawDecision,
} from './decision-approval.operations.ts'
export {
  draftDecision,
  editDecision,
  listAll as allDecisionsOperation,
  listDecisions as listDecisionsOperation,
  proposeDecision,
  workingDecision,
} from './decision-drafts.operations.ts'
export { loadDecisions } from './decision-packs.operations.ts'
export { decisionWorkflow } from './decisions.rules.ts'
export { preview as previewOperation } from './effects/decision-effects.operations.ts'
export { checkFile as checkDecisionFile, importCsv as importDecisionFile } from './files/change-imports.operations.ts'
export { decisionPath, decisionsPath, draftsPath } from './paths.ts'

export const reorganisation: Module = {
  name: 'reorganisation',
  field: { vi: 'Sắp xếp đơn vị', en: 'Reorganisation of units' },
  operations: [
    listDecisions,
    decision,
    listAll,
    workingDecision,
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
  menu: [
    {
      menu: 'account',
      order: 40,
      href: draftsPath.to(),
      words: { vi: 'Sắp xếp đơn vị', en: 'Reorganisations' },
      opens: listAll,
    },
  ],
  tasks: [{ order: 40, show: waitingDecisions }],
  unitSections: [{ order: 20, show: unitDecisions }],
  search: [decisionSearch],
  packKinds: [agencyKind],
  packs: [{ order: 20, operation: loadDecisions, input: ({ pack }) => ({ pack }) }],
}
