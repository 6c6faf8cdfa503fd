/** The door of plan: targets and their progress, duties and their holders. */
import type { Module } from '#platform/module.ts'
import { routes as agencyRoutes } from './agencies.pages.tsx'
import {
  dropChange,
  endDuty,
  endTarget,
  retitleClause,
  writeDuty,
  writeTarget,
} from './amendments/amendment-changes.operations.ts'
import { routes as changeRoutes } from './amendments/amendment-changes.pages.tsx'
import {
  amendable,
  amendment,
  amendments,
  discardAmendment,
  draftAmendment,
  editAmendment,
  listAmendments,
  publishAmendment,
} from './amendments/amendment-drafts.operations.ts'
import { routes as amendmentRoutes } from './amendments/amendment-list.pages.tsx'
import { routes as changeClauseRoutes } from './amendments/clause-change.pages.tsx'
import { convertTarget, rebasable, rebasables } from './amendments/district-targets.operations.ts'
import { routes as convertRoutes } from './amendments/district-targets.pages.tsx'
import { routes as changeDutyRoutes } from './amendments/duty-change.pages.tsx'
import { routes as draftRoutes } from './amendments/one-amendment.pages.tsx'
import { routes as changeTargetRoutes } from './amendments/target-change.pages.tsx'
import { routes as treeRoutes } from './clause-tree.pages.tsx'
import { routes as componentRoutes } from './component-plans.pages.tsx'
import { routes as dutyRoutes } from './duties/duty-list.pages.tsx'
import { routes as oneDutyRoutes } from './duties/one-duty.pages.tsx'
import { importPlan, planImport } from './imports/import-drafts.operations.ts'
import { routes as importRoutes } from './imports/import-drafts.pages.tsx'
import { imports, newestImports } from './imports/import-list.operations.ts'
import { publishImport } from './imports/import-publication.operations.ts'
import { routes as publishImportRoutes } from './imports/import-publication.pages.tsx'
import { routes as reviewRoutes } from './imports/import-review.pages.tsx'
import { routes as correctingRoutes } from './imports/piece-correction.pages.tsx'
import { acceptSure, discardImport, judgePiece, linkIndicator } from './imports/piece-verdicts.operations.ts'
import { treePath } from './paths.ts'
import {
  agencies,
  agency,
  componentPlan,
  duties,
  duty,
  indicatorProgress,
  progress,
  recordApproval,
  tree,
} from './plan-in-force.operations.ts'
import { loadPlan } from './plan-load.operations.ts'
import { planSearch } from './plan-search.operations.ts'
import { attachDocument, documentInfo } from './signed-document/signed-document.operations.ts'
import { routes as documentRoutes } from './signed-document/signed-document.pages.tsx'
import { documentFiles } from './signed-document/signed-document.store.ts'
import { unitDuties } from './unit-duties.view.tsx'
import { routes as versionRoutes } from './versions/version-changes.pages.tsx'
import { version, versions } from './versions/versions.operations.ts'

export { amendmentWorkflow } from './amendments/amendment-workflow.rules.ts'
export { refName } from './clause-names.rules.ts'
export {
  type ForeseenDuty,
  type ForeseenTarget,
  followDuties,
  foreseeDuties,
  foreseeTargets,
} from './duties/duty-holders.operations.ts'
export { DutyTable } from './duties/duty-table.view.tsx'

export { importPlan } from './imports/import-drafts.operations.ts'
export { readPlanFile } from './imports/import-drafts.tasks.ts'
export { importWorkflow } from './imports/import-workflow.rules.ts'
export { problems as importProblems } from './imports/plan-imports.texts.ts'
export { agenciesPath, agencyPath, dutiesPath, dutyPath, treePath } from './paths.ts'
export type { Assessment as Standing, ComponentPlan, Duty, Plan, Target } from './plan.model.ts'
export { problems as planProblems } from './plan.texts.ts'
export {
  duties as dutiesOperation,
  indicatorProgress,
  type Progress,
  type ProgressRow,
  progress as progressOperation,
  progressOf,
  requirePlan,
  type Tree,
  treeOf,
} from './plan-in-force.operations.ts'
export { loadPlan } from './plan-load.operations.ts'
export { type PlanItem, planItemKinds, planItemsOf } from './plan-search.operations.ts'
export { type Attached, attachDocument } from './signed-document/signed-document.operations.ts'
export {
  AssessmentReason,
  goalsOf,
  InForce,
  ProgressTable,
  targetText,
} from './target-progress.view.tsx'
export { countStatuses, currentTarget, headlinesOf, pointsForForecast, tolerance } from './targets.rules.ts'

export const plan: Module = {
  name: 'plan',
  field: { vi: 'Kế hoạch', en: 'The plan' },
  operations: [
    progress,
    indicatorProgress,
    tree,
    duties,
    duty,
    agencies,
    agency,
    componentPlan,
    recordApproval,
    documentInfo,
    attachDocument,
    loadPlan,
    versions,
    version,
    amendments,
    listAmendments,
    amendment,
    amendable,
    draftAmendment,
    editAmendment,
    writeTarget,
    endTarget,
    writeDuty,
    endDuty,
    retitleClause,
    dropChange,
    rebasables,
    rebasable,
    convertTarget,
    discardAmendment,
    publishAmendment,
    importPlan,
    imports,
    newestImports,
    planImport,
    judgePiece,
    linkIndicator,
    acceptSure,
    publishImport,
    discardImport,
  ],
  keptFiles: documentFiles,
  menu: [{ menu: 'public', order: 40, href: treePath.to(), words: { vi: 'Kế hoạch', en: 'The plan' } }],
  unitSections: [{ order: 40, show: unitDuties }],
  search: planSearch,
  packs: [{ order: 40, operation: loadPlan, input: ({ pack, plan }) => ({ pack: `${pack}/${plan}` }) }],
  routes: [
    ...amendmentRoutes,
    ...draftRoutes,
    ...changeRoutes,
    ...changeTargetRoutes,
    ...changeDutyRoutes,
    ...changeClauseRoutes,
    ...convertRoutes,
    ...versionRoutes,
    ...importRoutes,
    ...reviewRoutes,
    ...correctingRoutes,
    ...publishImportRoutes,
    ...treeRoutes,
    ...dutyRoutes,
    ...oneDutyRoutes,
    ...agencyRoutes,
    ...componentRoutes,
    ...documentRoutes,
  ],
}
