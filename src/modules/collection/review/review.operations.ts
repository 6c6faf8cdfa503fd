/** What the city does with a form that was sent: returns it with a reason and a new date, approves it, reopens it; and reminds. */
import { z } from 'zod'
import { secondsLeft } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import { textEntry } from '#kernel/schema.ts'
import { accountsWithRole, type Officer } from '#modules/access'
import { recordValues, submissionSource, withdrawValues } from '#modules/indicators'
import { operation, type Work } from '#platform/operation.ts'
import { problems } from '../collection.texts.ts'
import { successorsNow } from '../form-moves/form-moves.store.ts'
import { formOf } from '../forms/forms.operations.ts'
import { noteReminder } from '../rounds/rounds.store.ts'
import { keepChanges } from '../submissions/content-changes.operations.ts'
import { holdSubmission, submissionSteps } from '../submissions/submission-steps.operations.ts'
import type { Submission } from '../submissions/submissions.model.ts'
import { SubmissionInput, SubmissionState } from '../submissions/submissions.model.ts'
import * as store from '../submissions/submissions.store.ts'
import { valuesOf } from './review.rules.ts'
import { JudgementInput, requireSeen } from './submission-differences.operations.ts'

const Reviewed = z.object({ state: SubmissionState, dueOn: z.string() })
const Reason = textEntry(2000).refine((text) => text !== '', {
  params: { problem: problems.reasonMissing() },
})

export const ReturnInput = JudgementInput.extend({ reason: Reason, dueOn: z.iso.date() })

export const returnSubmission = operation({
  name: 'collection.return',
  summary: 'Returns a form to its unit with a reason and a new due date.',
  effect: 'write',
  may: submissionSteps.mayTake('return'),
  input: ReturnInput,
  output: Reviewed,
  async run(work, { reason, dueOn, version, ...input }) {
    const { submission } = await holdSubmission(work.tx, input)
    submissionSteps.require(work, submission, 'return')
    await requireSeen(work.tx, submission, version)
    await giveBack(work, submission, { step: 'return', reason, dueOn })
    return { state: 'returned' as const, dueOn }
  },
})

export const reopenSubmission = operation({
  name: 'collection.reopen',
  summary: 'Opens an approved form again; its figures stand until the corrected form is approved.',
  effect: 'write',
  may: submissionSteps.mayTake('reopen'),
  input: ReturnInput,
  output: Reviewed,
  async run(work, { reason, dueOn, version, ...input }) {
    const { submission } = await holdSubmission(work.tx, input)
    submissionSteps.require(work, submission, 'reopen')
    await requireSeen(work.tx, submission, version)
    await giveBack(work, submission, { step: 'reopen', reason, dueOn })
    return { state: 'returned' as const, dueOn }
  },
})

async function giveBack(
  work: Work,
  submission: Submission,
  { step, ...back }: { step: 'return' | 'reopen'; reason: string; dueOn: string },
): Promise<void> {
  submissionSteps.require(work, submission, step, back)
  const { unitId, id, unitCode } = submission
  await store.markReturned(work.tx, { unitId, id, at: work.now, ...back })
  // Whoever sends the form on a page of before has not read why it came back.
  await keepChanges(work, submission, [{ before: null, now: { reason: back.reason } }])
  await submissionSteps.take(work, submission, step, back)
  const kind = step === 'return' ? 'returned' : 'reopened'
  work.audit({ subject: `submission ${unitCode}`, unitId, old: submission.state, new: { kind, ...back } })
}

export const approve = operation({
  name: 'collection.approve',
  summary: 'Approves a form as it was seen in the sending `version`: its figures count from this moment.',
  effect: 'write',
  may: submissionSteps.mayTake('approve'),
  input: JudgementInput,
  output: Reviewed.extend({ values: z.number() }),
  async run(work, { version, ...input }) {
    const { tx, now, caller } = work
    const { round, submission } = await holdSubmission(tx, input)
    submissionSteps.require(work, submission, 'approve')
    await requireSeen(tx, submission, version)
    const { unitId, id, unitCode } = submission
    await store.markApproved(tx, { unitId, id, at: now })
    await submissionSteps.take(work, submission, 'approve')
    const reason = `submission ${unitCode} ${round.year} v${version}`
    const by = { accountId: caller.account?.id, at: now, reason, newId: work.newId }
    const { rows } = await formOf(tx, submission.formId)
    const cells = await store.listCells(tx, { unitId, submissionId: id })
    const sourceId = submissionSource
    const newValues = valuesOf({ year: round.year, submission, rows, cells, sourceId, today: work.today })
    const values = await recordValues(tx, newValues, by)
    // What was approved before and is empty now does not stand any longer.
    const back = { unitId, submissionId: id, kept: newValues, newId: work.newId }
    const withdrawn = await withdrawValues(tx, back, by)
    // A city's own form is judged in its own house: whether by the one who sent it stands on record.
    const [approval] = await submissionSteps.history(tx, id)
    const bySender = approval?.isOwn ?? false
    const judged = { state: 'approved', version, values, withdrawn, bySender }
    work.audit({ subject: `submission ${unitCode}`, unitId, old: 'sent', new: judged })
    return { state: 'approved' as const, dueOn: submission.dueOn, values }
  },
})

/** The people who fill the form of a unit: its own, or those of the units that took it over. */
async function officersOf({ tx, today, field }: Work, unitId: string): Promise<Officer[]> {
  const units = [unitId, ...(await successorsNow(tx, { unitId, on: today })).map((unit) => unit.id)]
  const result = await Promise.all(
    units.map((id) => accountsWithRole(tx, { unitId: id, role: 'editor', field, on: today })),
  )
  return [...new Map(result.flat().map((officer) => [officer.id, officer])).values()]
}

/** Judges nothing and names no version: whether there is something to remind of is asked of the form as it stands, held. */
export const remind = operation({
  name: 'collection.remind',
  summary: 'Writes to the people who fill the form of a unit that it is due; once a day.',
  effect: 'write',
  may: submissionSteps.mayTake('remind'),
  input: SubmissionInput,
  output: z.object({ letters: z.number() }),
  async run(work, input) {
    const { tx, today, now } = work
    const { round, submission } = await holdSubmission(tx, input)
    submissionSteps.require(work, submission, 'remind')
    if (submission.remindedOn === today) throw new ProblemError(problems.remindedToday({ seconds: secondsLeft(now) }))
    const officers = await officersOf(work, submission.unitId)
    if (officers.length === 0) throw new ProblemError(problems.nobodyToRemind())
    const { unitId, id, unitCode, unitName, dueOn } = submission
    await noteReminder(tx, unitId, id, today)
    await submissionSteps.take(work, submission, 'remind')
    const payload = { round: round.year, unit: unitCode, unitName, dueOn }
    for (const { email, name, language } of officers) {
      await work.publish({ name: 'collection.reminded', payload: { ...payload, to: email, name, language } })
    }
    work.audit({ subject: `submission ${unitCode}`, unitId, new: { reminded: officers.length } })
    return { letters: officers.length }
  },
})
