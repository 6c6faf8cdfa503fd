/** A form as it stands: who may see and fill it, what is in it, what is found in it. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { listMeasureRules } from '#modules/indicators'
import { rootUnit } from '#modules/organisation'
import type { Tx } from '#platform/database/index.ts'
import type { FactPlace } from '#platform/fact.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems } from '../collection.texts.ts'
import * as following from '../form-moves/form-moves.store.ts'
import type { FormRow } from '../forms/forms.model.ts'
import { formOf } from '../forms/forms.operations.ts'
import type { Round } from '../rounds/rounds.model.ts'
import { hasBegun } from '../rounds/rounds.rules.ts'
import { mayRead, requireSubmission, submissionSteps } from './submission-steps.operations.ts'
import { eventsOf, isFillable } from './submission-workflow.rules.ts'
import type { Submission } from './submissions.model.ts'
import { Cell, Finding, SubmissionInput, SubmissionView } from './submissions.model.ts'
import { cellKey, checkForm, partRules } from './submissions.rules.ts'
import * as store from './submissions.store.ts'

/** Throws `closed`, `notOpen` or `locked` where nothing may be entered now. */
export function requireFillable(round: Round, submission: Submission, today: string): void {
  if (round.state === 'closed') throw new ProblemError(problems.closed({ year: String(round.year) }))
  if (round.state === 'draft' || !hasBegun(round, today)) {
    throw new ProblemError(problems.notOpen({ on: round.opensOn }))
  }
  if (!isFillable(submission.state)) throw new ProblemError(problems.locked())
}

/** All that checks look at. */
export async function contentOf(tx: Tx, round: Pick<Round, 'year'>, submission: Submission) {
  const { unitId, id: submissionId, formId } = submission
  const form = await formOf(tx, formId)
  const cells = await store.listCells(tx, { unitId, submissionId })
  const previous = await store.listPrevious(tx, { unitId, formId, year: round.year - 1 })
  const input = new Set(form.rows.map((row) => row.measure))
  const all = await listMeasureRules(tx, undefined)
  const known = all.filter((rule) => [...rule.parts, rule.whole].every((measure) => input.has(measure)))
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
  const input = new Set(rows.map(({ measure }) => measure))
  const known: SubmissionView['facts'] = []
  // As many as modules declare, not as many as there are rows.
  for (const { measure, words, read } of facts.filter((fact) => input.has(fact.measure))) {
    const figure = await read(tx, of)
    if (figure) known.push({ measure, words, ...figure })
  }
  return known
}

export const submissionOperation = operation({
  name: 'collection.submission',
  former: { fields: { successors: 'heirs', entry: 'typed' } },
  summary: 'The form of a unit in a round: last year beside this, what is found in it, and its history.',
  effect: 'read',
  may: mayRead,
  input: SubmissionInput,
  output: SubmissionView,
  async run(work, input) {
    const { tx } = work
    const { round, submission } = await requireSubmission(tx, input)
    const { form, ...content } = await contentOf(tx, round, submission)
    const { unitId, id: submissionId, state } = submission
    const city = (await rootUnit(tx, work.today)).id
    const isOpen = round.state === 'open'
    const history = await submissionSteps.history(tx, submissionId)
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
      events: eventsOf(history),
      history,
      hindrances: submissionSteps.hindrances(work, submission),
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
  former: { fields: { 'params.entry': 'typed' } },
  summary: 'What is wrong, missing or odd in the form of a unit; errors and missing cells keep it from being sent.',
  effect: 'read',
  may: mayRead,
  input: SubmissionInput,
  output: z.array(Finding),
  async run({ tx }, input) {
    const { round, submission } = await requireSubmission(tx, input)
    return (await contentOf(tx, round, submission)).findings
  },
})

export const cellsOperation = operation({
  name: 'collection.cells',
  former: { fields: { entry: 'typed' } },
  summary: 'The cells of a form as they stand, to see what others have changed meanwhile.',
  effect: 'read',
  may: mayRead,
  input: SubmissionInput,
  output: z.array(Cell),
  async run({ tx }, input) {
    const { submission } = await requireSubmission(tx, input)
    return store.listCells(tx, { unitId: submission.unitId, submissionId: submission.id })
  },
})
