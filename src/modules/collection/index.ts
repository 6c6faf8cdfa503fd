/** The door of collection: rounds, forms, submissions and what agencies did for their duties. */
import { roles } from '#platform/authority.ts'
import type { Module } from '#platform/module.ts'
import { problems } from './collection.texts.ts'
import { demo } from './demo/demo.operations.ts'
import { seedSample } from './demo/sample-round.operations.ts'
import { seedHistory } from './demo/sample-years.operations.ts'
import { saveDuty } from './duty-reports/duty-entry.operations.ts'
import { routes as dutyRoutes } from './duty-reports/duty-entry.pages.tsx'
import {
  addEvidence,
  dutyList,
  evidence,
  evidenceFile,
  removeEvidence,
} from './duty-reports/duty-reports.operations.ts'
import { evidenceFiles } from './duty-reports/duty-reports.store.ts'
import { routes as excelRoutes } from './excel/excel-files.pages.tsx'
import { importWorkbook } from './excel/excel-intake.operations.ts'
import { formKind } from './forms/form-pack-kind.operations.ts'
import { loadForms } from './forms/forms.operations.ts'
import { roundsPath } from './paths.ts'
import { writeReminder } from './reminders.operations.ts'
import { approve, remind, reopenSubmission, returnSubmission } from './review/review.operations.ts'
import { routes as reviewRoutes } from './review/review.pages.tsx'
import { routes as controlRoutes } from './rounds/control-room.pages.tsx'
import { lateUnitsLetter } from './rounds/late-units-letter.operations.ts'
import { control, editRound, listRounds, openRound } from './rounds/rounds.operations.ts'
import { routes as roundRoutes } from './rounds/rounds.pages.tsx'
import { cellProvenance, formProvenance } from './submissions/cell-provenance.operations.ts'
import { saveCells, send } from './submissions/entry.operations.ts'
import { cellsOperation, checkOperation, submissionOperation } from './submissions/submission-contents.operations.ts'
import { routes as formRoutes } from './submissions/submission-form.pages.tsx'
import { myWork } from './work.operations.ts'
import { waitingForms } from './work.view.tsx'

export { seedDemoRound } from './demo/demo.operations.ts'
export type { ForeseenForm } from './form-moves/form-moves.model.ts'
export { type CarryOver, carryOver, foreseeSubmissions } from './form-moves/form-moves.operations.ts'
export { loadForms } from './forms/forms.operations.ts'
export { roundPath, roundsPath, submissionPath, workPath } from './paths.ts'
export { approve, returnSubmission } from './review/review.operations.ts'
export type { Round } from './rounds/rounds.model.ts'
export { control, openRound, requireRound } from './rounds/rounds.operations.ts'
export type { CellProvenance, FormProvenance } from './submissions/cell-provenance.model.ts'
export {
  cellProvenance as cellProvenanceOperation,
  formProvenance as formProvenanceOperation,
} from './submissions/cell-provenance.operations.ts'
export {
  CellProvenanceSection,
  FormProvenanceSection,
} from './submissions/cell-provenance.view.tsx'
export { saveCells, send } from './submissions/entry.operations.ts'
export { submissionOperation } from './submissions/submission-contents.operations.ts'
export { submissionWorkflow } from './submissions/submission-workflow.rules.ts'

export const collection: Module = {
  name: 'collection',
  field: { vi: 'Báo cáo tổng hợp', en: 'Reporting forms' },
  operations: [
    listRounds,
    openRound,
    editRound,
    control,
    lateUnitsLetter,
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
    evidence,
    evidenceFile,
    formProvenance,
    cellProvenance,
    loadForms,
    importWorkbook,
    seedSample,
    seedHistory,
  ],
  routes: [...roundRoutes, ...controlRoutes, ...excelRoutes, ...formRoutes, ...reviewRoutes, ...dutyRoutes],
  keptFiles: evidenceFiles,
  letters: [writeReminder],
  menu: [
    { menu: 'account', order: 20, href: roundsPath.to(), words: { vi: 'Đợt báo cáo', en: 'Reporting rounds' }, roles },
  ],
  tasks: [{ order: 20, show: waitingForms }],
  packKinds: [formKind],
  packs: [{ order: 50, operation: loadForms, input: () => ({ pack: 'vietnam' }) }],
  demo,
  constraints: {
    round_year_once: () => problems.roundExists({}, ['year']),
    round_due_after_opening: () => problems.dueBeforeOpening({}, ['dueOn']),
    duty_report_percent: () => problems.shareOver100({}, ['percent']),
  },
}
