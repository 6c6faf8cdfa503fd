/** The door of collection: rounds, forms, submissions and what agencies did for their duties. */
import type { Module } from '#platform/module.ts'
import { addEvidence, dutyList, evidenceFile, removeEvidence } from './duties/operations.ts'
import { routes as dutyRoutes } from './duties/pages.tsx'
import { saveDuty } from './duties/saving/operations.ts'
import { evidenceFiles } from './duties/store.ts'
import { saveCells, send } from './filling/operations.ts'
import { loadForms } from './forms/operations.ts'
import { writeReminder } from './reminders/operations.ts'
import { approve, remind, reopenSubmission, returnSubmission } from './review/operations.ts'
import { routes as reviewRoutes } from './review/pages.tsx'
import { routes as controlRoutes } from './rounds/control/pages.tsx'
import { control, editRound, listRounds, openRound } from './rounds/operations.ts'
import { routes as roundRoutes } from './rounds/pages.tsx'
import { seedHistory } from './seeding/history/operations.ts'
import { seedSample } from './seeding/operations.ts'
import { importWorkbook } from './sheets/operations.ts'
import { routes as sheetRoutes } from './sheets/pages.tsx'
import { cellsOperation, checkOperation, submissionOperation } from './submissions/operations.ts'
import { routes as formRoutes } from './submissions/pages.tsx'
import { problems } from './texts.ts'
import { origin, trail } from './trail/operations.ts'
import { myWork } from './work/operations.ts'
import { routes as workRoutes } from './work/pages.tsx'

export { roundPath, roundsPath, submissionPath, workPath } from './addresses/pages.tsx'
export { saveCells, send } from './filling/operations.ts'
export type { ForeseenForm } from './following/model.ts'
export { type CarryOver, carryOver, foreseeSubmissions } from './following/operations.ts'
export { loadForms } from './forms/operations.ts'
export { approve, returnSubmission } from './review/operations.ts'
export type { Round } from './rounds/model.ts'
export { control, openRound, requireRound } from './rounds/operations.ts'
export { seedDemoHistory, seedDemoRound } from './seed.ts'
export { submissionOperation } from './submissions/operations.ts'
export type { Origin, Trail } from './trail/model.ts'
export { origin as originOperation, trail as trailOperation } from './trail/operations.ts'
export { FigureOrigin, FigureTrail } from './trail/pages.tsx'

export const collection: Module = {
  name: 'collection',
  operations: [
    listRounds,
    openRound,
    editRound,
    control,
    myWork,
    submissionOperation,
    checkOperation,
    cellsOperation,
    saveCells,
    send,
    returnSubmission,
    approve,
    reopenSubmission,
    remind,
    dutyList,
    saveDuty,
    addEvidence,
    removeEvidence,
    evidenceFile,
    origin,
    trail,
    loadForms,
    importWorkbook,
    seedSample,
    seedHistory,
  ],
  routes: [
    ...workRoutes,
    ...roundRoutes,
    ...controlRoutes,
    ...sheetRoutes,
    ...formRoutes,
    ...reviewRoutes,
    ...dutyRoutes,
  ],
  keptFiles: evidenceFiles,
  jobs: [writeReminder],
  constraints: {
    round_year_once: () => problems.roundExists({}, ['year']),
    round_due_after_opening: () => problems.dueBeforeOpening({}, ['dueOn']),
    duty_report_percent: () => problems.shareOver100({}, ['percent']),
  },
}
