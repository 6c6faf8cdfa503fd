/** A form as it stands: who may see and fill it, what is in it, what is found in it. */
import { z } from 'zod'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { listMeasureRules } from '#modules/indicators'
import { requireUnit, roleAtCity, rootUnit } from '#modules/organisation'
import { anyOf, type May, operator, roleAt } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import type { FactPlace } from '#platform/fact.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems } from '../collection.texts.ts'
import * as following from '../form-moves/form-moves.store.ts'
import type { FormRow } from '../forms/forms.model.ts'
import { formOf } from '../forms/forms.operations.ts'
import type { Round } from '../rounds/rounds.model.ts'
import { requireRound } from '../rounds/rounds.operations.ts'
import { hasBegun } from '../rounds/rounds.rules.ts'
import { isFillable, type SubmissionStep, submissionWorkflow } from './submission-workflow.rules.ts'
import type { Submission } from './submissions.model.ts'
import { Cell, Finding, SubmissionInput, SubmissionView } from './submissions.model.ts'
import { cellKey, checkForm, partRules } from './submissions.rules.ts'
import * as store from './submissions.store.ts'

/** The unit that a submission is of, for rules about who may. */
async function unitOf(input: SubmissionInput, tx: Tx): Promise<string> {
  return (await requireSubmission(tx, input)).submission.unitId
}

/** Those who read at the unit or above it, and auditors. */
export const mayRead = anyOf(roleAt('reader', 'submission.unit', unitOf), roleAt('auditor', 'submission.unit', unitOf))
const mayFill = roleAt('editor', 'submission.unit', unitOf)
/** A form is judged above the unit that sent it: at the city. */
const mayReview = roleAtCity('approver')
const rights = { unit: mayFill, city: mayReview, machine: operator }

/** Those who may take a step. */
export function mayTake(step: SubmissionStep): May<SubmissionInput> {
  return rights[submissionWorkflow.steps[step].who]
}

/** The round and the submission that an input names. Throws `unknownRound`, `organisation.unknownUnit` or `notInRound`. */
export async function requireSubmission(
  tx: Tx,
  input: SubmissionInput,
): Promise<{ round: Round; submission: Submission }> {
  const round = await requireRound(tx, input.round)
  // Nobody has a form in it yet, and that it is being prepared is told to nobody here.
  if (round.state === 'draft') throw new ProblemError(problems.unknownRound({ year: String(round.year) }, ['round']))
  const [submission] = await store.findSubmission(tx, { year: round.year, code: input.unit, on: input.on })
  if (submission) return { round, submission }
  const unit = await requireUnit(tx, input.unit, input.on ?? round.dueOn)
  throw new ProblemError(problems.notInRound({ unit: unit.name, year: String(round.year) }))
}

/** The same, held until the transaction ends, so that what is decided on is what is written over. */
export async function holdSubmission(tx: Tx, input: SubmissionInput) {
  const submission = await requireSubmission(tx, input)
  await store.lockSubmission(tx, submission.submission.unitId, submission.submission.id)
  return requireSubmission(tx, input)
}

const refusals: Readonly<Partial<Record<SubmissionStep, () => Problem>>> = {
  send: problems.alreadySent,
  return: problems.notSent,
  approve: problems.notSent,
  reopen: problems.notApproved,
  remind: problems.nothingToRemind,
}

/** Throws what stands in the way of a step; the right to it guards the operation. */
export function requireStep({ caller, today }: Work, { state }: Submission, step: SubmissionStep): void {
  const by = { account: caller.account?.id, as: [submissionWorkflow.steps[step].who], today }
  const hindrance = submissionWorkflow.hindrance({ state }, step, by)
  if (hindrance) throw new ProblemError((refusals[step] ?? problems.locked)())
}

/** Throws `closed`, `notOpen` or `locked` where nothing may be entered now. */
export function requireFillable(round: Round, submission: Submission, today: string): void {
  if (round.state === 'closed') throw new ProblemError(problems.closed({ year: String(round.year) }))
  if (round.state === 'draft' || !hasBegun(round, today)) {
    const [year, month, day] = round.opensOn.split('-')
    throw new ProblemError(problems.notOpen({ on: `${day}/${month}/${year}` }))
  }
  if (!isFillable(submission.state)) throw new ProblemError(problems.locked())
}

/** All that checks look at. */
export async function contentOf(tx: Tx, round: Pick<Round, 'year'>, submission: Submission) {
  const { unitId, id: submissionId, formId } = submission
  const form = await formOf(tx, formId)
  const cells = await store.listCells(tx, { unitId, submissionId })
  const previous = await store.listPrevious(tx, { unitId, formId, year: round.year - 1 })
  const asked = new Set(form.rows.map((row) => row.measure))
  const all = await listMeasureRules(tx, undefined)
  const known = all.filter((rule) => [...rule.parts, rule.whole].every((measure) => asked.has(measure)))
  const rules = [...known, ...partRules(form.rows)]
  const findings = checkForm({
    rows: form.rows,
    rules,
    cells: new Map(cells.map((cell) => [cellKey(cell.measure, cell.category), cell])),
    previous: new Map(previous.map((value) => [cellKey(value.measure, value.category), value.amount])),
  })
  return { form, cells, previous, rules, findings }
}

async function factsOf({ tx, facts }: Work, rows: readonly FormRow[], of: FactPlace) {
  const asked = new Set(rows.map(({ measure }) => measure))
  const known: SubmissionView['facts'] = []
  // As many as modules declare, not as many as there are rows.
  for (const { measure, words, read } of facts.filter((fact) => asked.has(fact.measure))) {
    const figure = await read(tx, of)
    if (figure) known.push({ measure, words, ...figure })
  }
  return known
}

export const submissionOperation = operation({
  name: 'collection.submission',
  former: { fields: { successors: 'heirs' } },
  summary: 'The form of a unit in a round: last year beside this, what is found in it, and its history.',
  effect: 'read',
  may: mayRead,
  input: SubmissionInput,
  output: SubmissionView,
  async run(work, asked) {
    const { tx } = work
    const { round, submission } = await requireSubmission(tx, asked)
    const { form, ...content } = await contentOf(tx, round, submission)
    const { unitId, id: submissionId, state } = submission
    const city = (await rootUnit(tx, work.today)).id
    const isOpen = round.state === 'open'
    const review = round.state !== 'draft' && (await work.holds(city, 'approver'))
    return {
      ...content,
      round,
      submission,
      form,
      sections: form.sections,
      rows: form.rows,
      recorded: await store.listRecorded(tx, { unitId, submissionId }),
      facts: await factsOf(work, form.rows, { unitId, unitCode: submission.unitCode, year: round.year }),
      events: await store.listEvents(tx, { unitId, submissionId }),
      former: await following.listFormer(tx, { unitId, roundId: round.id }),
      successors: state === 'closed' ? await following.listSuccessors(tx, { unitId, submissionId }) : [],
      may: {
        // Whoever judges a form is not offered to fill it, unless it is their own: the city's.
        fill: isOpen && isFillable(state) && (!review || unitId === city) && (await work.holds(unitId, 'editor')),
        review,
      },
    }
  },
})

export const checkOperation = operation({
  name: 'collection.check',
  summary: 'What is wrong, missing or odd in the form of a unit; errors and missing cells keep it from being sent.',
  effect: 'read',
  may: mayRead,
  input: SubmissionInput,
  output: z.array(Finding),
  async run({ tx }, asked) {
    const { round, submission } = await requireSubmission(tx, asked)
    return (await contentOf(tx, round, submission)).findings
  },
})

export const cellsOperation = operation({
  name: 'collection.cells',
  summary: 'The cells of a form as they stand, to see what others have changed meanwhile.',
  effect: 'read',
  may: mayRead,
  input: SubmissionInput,
  output: z.array(Cell),
  async run({ tx }, asked) {
    const { submission } = await requireSubmission(tx, asked)
    return store.listCells(tx, { unitId: submission.unitId, submissionId: submission.id })
  },
})
