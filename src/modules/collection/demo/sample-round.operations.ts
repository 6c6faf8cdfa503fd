/** Fills a whole round with labelled sample figures in one transaction, through the same rules and stores as officers do. */
import { z } from 'zod'
import { dateOf } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import { recordValues, submissionSource } from '#modules/indicators'
import { operator } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems } from '../collection.texts.ts'
import * as duties from '../duty-reports/duty-reports.store.ts'
import { type Form, formOf } from '../forms/forms.operations.ts'
import { valuesOf } from '../review/review.rules.ts'
import type { Round } from '../rounds/rounds.model.ts'
import { createRound } from '../rounds/rounds.operations.ts'
import { findRound, updateRound } from '../rounds/rounds.store.ts'
import { submissionSteps } from '../submissions/submission-steps.operations.ts'
import { blocksSending, cellKey, checkForm, partRules } from '../submissions/submissions.rules.ts'
import * as submissions from '../submissions/submissions.store.ts'
import { type AgencyState, agencyStates, sampleDuties } from './duty-samples.rules.ts'
import { sampleCells } from './sample-cells.rules.ts'
import { chance, type SampleState, sampleReasons, sampleStates } from './sample-figures.rules.ts'
import { placesOf } from './sample-places.operations.ts'
import type { SamplePlace } from './sample-places.rules.ts'
import * as store from './sample-round.store.ts'
import { recordYearBefore } from './sample-years.operations.ts'

type SampleUnit = Awaited<ReturnType<typeof store.listAsked>>[number]
type Places = ReadonlyMap<string, SamplePlace>

/** Where the demo accounts work: one nearly done, one not begun, the city's own approved. */
const fixed: ReadonlyMap<string, SampleState> = new Map<string, SampleState>(
  Object.entries({
    '00004': 'in-progress',
    '00070': 'not-started',
    '01': 'approved',
  }),
)
/** Rows left empty at the end of a form that is nearly done. */
const leftOver = 4

export const seedSample = operation({
  name: 'collection.seedSample',
  summary: 'Opens a round and fills it with sample figures, labelled so wherever they are shown.',
  effect: 'write',
  may: operator,
  input: z.object({
    year: z.number().int(),
    /** Every form was approved and the round is closed, as of a year whose report was written. */
    isOver: z.boolean().default(false),
  }),
  output: z.object({ submissions: z.number(), values: z.number() }),
  async run(work, { year, isOver }) {
    const { tx, audit } = work
    if ((await findRound(tx, { year })).length > 0) throw new ProblemError(problems.alreadyLoaded())
    let values = await recordYearBefore(work, year, (row) => !isOver || row.category === 'total')
    const round = await createRound(work, { year, draft: false, isSample: true })
    const all = await store.listAsked(tx, { roundId: round.id, on: round.dueOn })
    const then = inTimeOf(work, round)
    const kinds = [...new Set(all.map(({ kind }) => kind))]
    const places = await placesOf(tx, { kinds, year, on: round.dueOn })
    for (const [formId, input] of Map.groupBy(all, (each) => each.formId)) {
      const form = await formOf(tx, formId)
      if (form.perDuty) await fillDuties(then, { round, asked: input, isOver })
      else values += await fillCells(then, form, { round, asked: input, isOver, places })
    }
    if (isOver) await updateRound(tx, round.id, { ...round, state: 'closed' })
    audit({ subject: `round ${year}`, new: { sample: true, submissions: all.length, values } })
    return { submissions: all.length, values }
  },
})

/** A round of a year gone by was filled, sent and judged before it was due. */
function inTimeOf(work: Work, round: Round): Work {
  if (work.today <= round.dueOn) return work
  return { ...work, today: round.dueOn, now: new Date(`${round.dueOn}T02:00:00Z`) }
}

interface SampleEntry {
  readonly round: Round
  readonly asked: readonly SampleUnit[]
  readonly isOver: boolean
}

async function fillCells(work: Work, form: Form, of: SampleEntry & { places: Places }): Promise<number> {
  const { round, asked: input, isOver, places } = of
  const { rows } = form
  const codes = input.map(({ code }) => code)
  const states = isOver ? new Map<string, SampleState>() : sampleStates(codes, fixed)
  const filled = input.map((each, index) => {
    const state = states.get(each.code) ?? 'approved'
    const cells = cellsOf(each, places.get(each.unitId), form, round.year, state)
    return { asked: each, placed: placedAs(work, round, each, state, index), cells }
  })
  await place(work, filled)
  await writeCells(
    work,
    filled.flatMap(({ cells }) => cells),
  )
  await store.keepSent(
    work.tx,
    filled.map(({ placed }) => placed).filter(({ version }) => version > 0),
  )
  const approved = filled
    .filter(({ placed }) => placed.state === 'approved')
    .flatMap(({ placed, cells }) => {
      const submission = { ...placed, isSample: true }
      return valuesOf({ year: round.year, submission, rows, cells, sourceId: submissionSource, today: work.today })
    })
  return recordValues(work.tx, approved, { at: work.now, reason: 'sample', newId: work.newId })
}

function cellsOf(
  { unitId, submissionId, code }: SampleUnit,
  sample: SamplePlace | undefined,
  form: Form,
  year: number,
  state: SampleState,
): submissions.CellRow[] {
  if (!sample) throw new Error(`${code} was asked and is not there`)
  if (state === 'not-started') return []
  const { rows } = form
  const cells = sampleCells(sample, form, year).map((cell) => ({ ...cell, unitId, submissionId }))
  if (state === 'in-progress') {
    const share = 0.2 + 0.6 * chance(`filled ${code}`)()
    const count = fixed.has(code) ? rows.length - leftOver : Math.floor(rows.length * share)
    return cells.slice(0, count)
  }
  const wrong = checkForm({
    rows,
    rules: partRules(rows),
    cells: new Map(cells.map((cell) => [cellKey(cell.measure, cell.category), cell])),
    previous: new Map(),
  }).find(blocksSending)
  if (wrong) throw new Error(`sample of ${code}: ${wrong.measure} is ${wrong.code}`)
  return cells
}

function placedAs(
  { now, today }: Work,
  round: Round,
  input: SampleUnit,
  state: SampleState | AgencyState,
  index: number,
) {
  const daysAgo = (days: number) => new Date(now.getTime() - days * day - (index % 480) * 60_000)
  const sentAt = daysAgo(4 + Math.floor(chance(`sent ${input.code}`)() * 20))
  const isSent = state === 'approved' || state === 'sent' || state === 'returned'
  // Every other form that came back is past its new date: somebody has to call.
  const newDate = dateOf(new Date(now.getTime() + (index % 2 === 0 ? -2 : 6) * day))
  return {
    unitId: input.unitId,
    id: input.submissionId,
    state,
    version: isSent ? 1 : 0,
    dueOn: state === 'returned' ? newDate : round.dueOn,
    touchedAt: state === 'not-started' ? null : isSent ? sentAt : daysAgo(fixed.has(input.code) ? 1 : 1 + (index % 9)),
    sentAt: isSent ? sentAt : null,
    sentOn: isSent ? dateOf(sentAt) : null,
    returnedAt: state === 'returned' ? daysAgo(3) : null,
    returnReason: state === 'returned' ? (sampleReasons[index % sampleReasons.length] ?? '') : null,
    approvedAt: state === 'approved' ? daysAgo(2) : null,
    today,
  }
}

const day = 86_400_000
const unitOfficer = 'Cán bộ đơn vị (mẫu)'
const cityOfficer = 'Cán bộ thành phố (mẫu)'

async function writeCells(work: Work, cells: readonly submissions.CellRow[]): Promise<void> {
  await submissions.writeCells(work.tx, cells, { name: unitOfficer, at: new Date(work.now.getTime() - 5 * day) })
}

/** Puts forms where they stand, with their history. */
async function place(
  { tx }: Work,
  filled: readonly { readonly asked: SampleUnit; readonly placed: store.PlacedSubmission }[],
): Promise<void> {
  await store.placeSubmissions(
    tx,
    filled.map(({ placed }) => placed),
  )
  await submissionSteps.record(tx, filled.flatMap(stepsOf))
}

/** How a sample form came to where it stands. */
function stepsOf({ placed, asked: input }: { readonly placed: store.PlacedSubmission; readonly asked: SampleUnit }) {
  const { version, returnReason, dueOn, touchedAt, sentAt, returnedAt, approvedAt } = placed
  const subject = input.submissionId
  const by = { subject, version, by: unitOfficer }
  const judged = { subject, version, by: cityOfficer, from: 'sent' as const }
  const returned = { ...judged, step: 'return' as const, reason: returnReason ?? '', dueOn }
  const begun = touchedAt && { ...by, from: 'not-started' as const, step: 'fill' as const, version: 0, at: touchedAt }
  return [
    ...(begun ? [begun] : []),
    ...(sentAt ? [{ ...by, from: 'in-progress' as const, step: 'send' as const, at: sentAt }] : []),
    ...(returnedAt ? [{ ...returned, at: returnedAt }] : []),
    ...(approvedAt ? [{ ...judged, step: 'approve' as const, at: approvedAt }] : []),
  ]
}

async function fillDuties(work: Work, { round, asked: input, isOver }: SampleEntry): Promise<void> {
  const states = agencyStates(input.map(({ code }) => code))
  const filled = input.map((each, index) => {
    const state = isOver ? 'approved' : (states.get(each.code) ?? 'not-started')
    return { asked: each, state, placed: placedAs(work, round, each, state, index) }
  })
  await place(work, filled)
  const reports: duties.DutyRow[] = []
  for (const { asked: each, state } of filled) {
    const { unitId, submissionId, code } = each
    const held = await duties.listDuties(work.tx, { unitId, submissionId, on: round.dueOn })
    reports.push(...sampleDuties(code, state, held).map((report) => ({ ...report, unitId, submissionId })))
  }
  await duties.writeReports(work.tx, reports, { name: unitOfficer, at: new Date(work.now.getTime() - 5 * day) })
}
