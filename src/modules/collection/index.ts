/** The door of collection: rounds, forms, submissions and what agencies did for their duties. */
import type { Module } from '#platform/module.ts'
import type { AnyOperation } from '#platform/operation.ts'
import { addEvidence, dutyList, evidenceFile, removeEvidence, saveDuty } from './duties/operations.ts'
import { saveCells, send } from './filling/operations.ts'
import { loadForms } from './forms/operations.ts'
import { approve, remind, reopenSubmission, returnSubmission } from './review/operations.ts'
import { control, editRound, listRounds, openRound } from './rounds/operations.ts'
import { checkOperation, submissionOperation } from './submissions/operations.ts'
import { problems } from './texts.ts'
import { myWork } from './work/operations.ts'

export { saveCells, send } from './filling/operations.ts'
export { loadForms } from './forms/operations.ts'
export { approve, returnSubmission } from './review/operations.ts'
export type { Round } from './rounds/model.ts'
export { control, openRound, requireRound } from './rounds/operations.ts'
export { submissionOperation } from './submissions/operations.ts'

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
    loadForms,
  ] as unknown as AnyOperation[],
  routes: [],
  constraints: {
    round_year_once: () => problems.roundExists({}, ['year']),
    round_due_after_opening: () => problems.dueBeforeOpening({}, ['dueOn']),
    duty_report_percent: () => problems.shareOver100({}, ['percent']),
  },
}
