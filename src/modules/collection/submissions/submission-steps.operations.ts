/** A form on its way: who takes which step of it, and how it is held for one. */
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { requireUnit, roleAtCity } from '#modules/organisation'
import { anyOf, type May, operator, roleAt } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Work } from '#platform/operation.ts'
import { bind } from '#platform/workflows/history.ts'
import { problems as collectionProblems } from '../collection.texts.ts'
import type { Round } from '../rounds/rounds.model.ts'
import { requireRound } from '../rounds/rounds.operations.ts'
import { type SubmissionStep, submissionWorkflow } from './submission-workflow.rules.ts'
import type { Submission, SubmissionInput } from './submissions.model.ts'
import * as store from './submissions.store.ts'
import { problems } from './submissions.texts.ts'

/** The unit that a submission is of, for rules about who may. */
async function unitOf(input: SubmissionInput, tx: Tx): Promise<string> {
  return (await requireSubmission(tx, input)).submission.unitId
}

/** Those who read at the unit or above it, and auditors. */
export const mayRead = anyOf(roleAt('reader', 'submission.unit', unitOf), roleAt('auditor', 'submission.unit', unitOf))
const mayFill = roleAt('editor', 'submission.unit', unitOf)
/** A form is judged above the unit that sent it: at the city. */
const mayReview = roleAtCity('approver')

const refusals: Readonly<Partial<Record<SubmissionStep, () => Problem>>> = {
  send: problems.alreadySent,
  return: problems.notSent,
  approve: problems.notSent,
  reopen: problems.notApproved,
  remind: problems.nothingToRemind,
}

/** The way of a form, with who takes which step of it. */
export const submissionSteps = bind(submissionWorkflow, {
  rights: { unit: mayFill, city: mayReview, machine: operator as May<SubmissionInput> },
  problemOf: (_, step) => (refusals[step] ?? problems.locked)(),
  lacks: { reason: collectionProblems.reasonMissing({}, ['reason']), 'due-date': problems.returnInPast({}, ['dueOn']) },
})

/** The round and the submission that an input names. Throws `unknownRound`, `organisation.unknownUnit` or `notInRound`. */
export async function requireSubmission(
  tx: Tx,
  input: SubmissionInput,
): Promise<{ round: Round; submission: Submission }> {
  const round = await requireRound(tx, input.round)
  // Nobody has a form in it yet, and that it is being prepared is told to nobody here.
  if (round.state === 'draft')
    throw new ProblemError(collectionProblems.unknownRound({ year: String(round.year) }, ['round']))
  const [submission] = await store.findSubmission(tx, { year: round.year, code: input.unit, on: input.on })
  if (submission) return { round, submission }
  const unit = await requireUnit(tx, input.unit, input.on ?? round.dueOn)
  throw new ProblemError(problems.notInRound({ unit: unit.name, year: String(round.year) }))
}

/** The same, held until the transaction ends, so that what is decided on is what is written over. */
export async function holdSubmission(tx: Tx, input: SubmissionInput) {
  await store.lockSubmission(tx, { year: input.round, code: input.unit, on: input.on })
  return requireSubmission(tx, input)
}

/** Notes that something was entered into a form that is held: the first entry begins it. */
export async function touch(work: Work, submission: Submission): Promise<void> {
  const { unitId, id, state } = submission
  await store.markTouched(work.tx, { unitId, id, at: work.now })
  if (state === 'not-started') await submissionSteps.take(work, submission, 'fill')
}
