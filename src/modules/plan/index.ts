/** The door of plan: targets and their progress, duties and their holders. */
import type { Module } from '#platform/module.ts'
import { routes as agencyRoutes } from './agencies/pages.tsx'
import { routes as changeClauseRoutes } from './amendments/changes/clause/pages.tsx'
import { routes as changeDutyRoutes } from './amendments/changes/duty/pages.tsx'
import {
  dropChange,
  endDuty,
  endTarget,
  retitleClause,
  writeDuty,
  writeTarget,
} from './amendments/changes/operations.ts'
import { routes as changeRoutes } from './amendments/changes/pages.tsx'
import { routes as changeTargetRoutes } from './amendments/changes/target/pages.tsx'
import { routes as draftRoutes } from './amendments/draft/pages.tsx'
import {
  amendable,
  amendment,
  amendments,
  discardAmendment,
  draftAmendment,
  editAmendment,
  publishAmendment,
} from './amendments/operations.ts'
import { routes as amendmentRoutes } from './amendments/pages.tsx'
import { rebasable, rebasables, rebaseTarget } from './amendments/rebase/operations.ts'
import { routes as rebaseRoutes } from './amendments/rebase/pages.tsx'
import { routes as componentRoutes } from './component-plans/pages.tsx'
import { attachDocument, documentInfo } from './document/operations.ts'
import { routes as documentRoutes } from './document/pages.tsx'
import { documentFiles } from './document/store.ts'
import { routes as oneDutyRoutes } from './duties/duty/pages.tsx'
import { routes as dutyRoutes } from './duties/pages.tsx'
import { acceptSure, decidePiece, discardImport, linkIndicator } from './imports/deciding/operations.ts'
import { importPlan, imports, planImport } from './imports/operations.ts'
import { routes as importRoutes } from './imports/pages.tsx'
import { publishImport } from './imports/publishing/operations.ts'
import { routes as publishImportRoutes } from './imports/publishing/pages.tsx'
import { routes as correctingRoutes } from './imports/review/correcting/pages.tsx'
import { routes as reviewRoutes } from './imports/review/pages.tsx'
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
} from './operations.ts'
import { loadPlan } from './packs/operations.ts'
import { routes as treeRoutes } from './tree/pages.tsx'
import { version, versions } from './versions/operations.ts'
import { routes as versionRoutes } from './versions/pages.tsx'

export { type Attached, attachDocument } from './document/operations.ts'
export { DutyTable } from './duties/pages.tsx'
export {
  type ForeseenDuty,
  type ForeseenTarget,
  followDuties,
  foreseeDuties,
  foreseeTargets,
} from './following/operations.ts'
export { agencyKey } from './grammar/agencies/keys/rules.ts'
export { type Doubt, Draft, type DraftDue } from './grammar/model.ts'
export { readDraft } from './grammar/rules.ts'
export { importPlan } from './imports/operations.ts'
export { readPlanFile } from './imports/tasks.ts'
export { problems as importProblems } from './imports/texts.ts'
export type { ComponentPlan, Duty, Plan, Standing, Target } from './model.ts'
export { refName } from './naming/rules.ts'
export {
  duties as dutiesOperation,
  indicatorProgress,
  type ProgressRow,
  progress as progressOperation,
  requirePlan,
  tree as treeOperation,
} from './operations.ts'
export { loadPlan } from './packs/operations.ts'
export { agenciesPath, agencyPath, dutiesPath, dutyPath, treePath } from './pages.tsx'
export { countStatuses, currentTarget, headlinesOf, pointsForForecast, tolerance } from './rules.ts'
export { goalsOf, InForce, ProgressTable, StandingWhy, targetText } from './standing/pages.tsx'
export { problems as planProblems } from './texts.ts'

export const plan: Module = {
  name: 'plan',
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
    rebaseTarget,
    discardAmendment,
    publishAmendment,
    importPlan,
    imports,
    planImport,
    decidePiece,
    linkIndicator,
    acceptSure,
    publishImport,
    discardImport,
  ],
  keptFiles: documentFiles,
  routes: [
    ...amendmentRoutes,
    ...draftRoutes,
    ...changeRoutes,
    ...changeTargetRoutes,
    ...changeDutyRoutes,
    ...changeClauseRoutes,
    ...rebaseRoutes,
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
