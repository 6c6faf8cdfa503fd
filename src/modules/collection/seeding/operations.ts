/** Fills a whole round with labelled sample figures in one transaction, through the same rules and stores as officers do. */
import { z } from 'zod'
import { dateOf } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import { recordValues, submissionSource } from '#modules/indicators'
import { operator } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import * as duties from '../duties/store.ts'
import { type Form, formOf } from '../forms/operations.ts'
import { valuesOf } from '../review/rules.ts'
import type { Round } from '../rounds/model.ts'
import { createRound } from '../rounds/operations.ts'
import { findRound } from '../rounds/store.ts'
import { blocksSending, cellKey, checkForm, partRules, readTyped } from '../submissions/rules.ts'
import * as submissions from '../submissions/store.ts'
import { problems } from '../texts.ts'
import { keepSentCells } from '../trail/store.ts'
import { cityAmounts } from './city/rules.ts'
import { type AgencyState, agencyStates, sampleDuties } from './duties/rules.ts'
import { chance, type SampleState, sampleAmounts, sampleReasons, sampleStates } from './rules.ts'
import * as store from './store.ts'

type Place = Awaited<ReturnType<typeof store.listPlaces>>[number]

/** Where the demo accounts work: one nearly done, one not begun, the city's own approved. */
const fixed: Readonly<Record<string, SampleState>> = {
  '00004': 'in-progress',
  '00070': 'not-started',
  '01': 'approved',
}
/** Rows left empty at the end of a form that is nearly done. */
const leftOver = 4

export const seedSample = operation({
  name: 'collection.seedSample',
  summary: 'Opens a round and fills it with sample figures, labelled so wherever they are shown.',
  effect: 'write',
  may: operator,
  input: z.object({ year: z.number().int() }),
  output: z.object({ submissions: z.number(), values: z.number() }),
  async run(work, { year }) {
    const { tx, audit } = work
    if ((await findRound(tx, { year })).length > 0) throw new ProblemError(problems.alreadyLoaded())
    const round = await createRound(work, { year, draft: false, isSample: true })
    const places = await store.listPlaces(tx, { roundId: round.id, on: round.dueOn })
    const then = inTimeOf(work, round)
    let values = 0
    for (const [formId, asked] of Map.groupBy(places, (place) => place.formId)) {
      const form = await formOf(tx, formId)
      if (form.perDuty) await fillDuties(then, round, asked)
      else values += await fillCells(then, round, form, asked)
    }
    audit({ subject: `round ${year}`, new: { sample: true, submissions: places.length, values } })
    return { submissions: places.length, values }
  },
})

/** A round of a year gone by was filled, sent and judged before it was due. */
function inTimeOf(work: Work, round: Round): Work {
  if (work.today <= round.dueOn) return work
  return { ...work, today: round.dueOn, now: new Date(`${round.dueOn}T02:00:00Z`) }
}

async function fillCells(work: Work, round: Round, form: Form, places: readonly Place[]): Promise<number> {
  const { rows } = form
  const states = sampleStates(
    places.map((place) => place.code),
    fixed,
  )
  const filled = places.map((place, index) => {
    const state = states.get(place.code) ?? 'approved'
    const placed = placedAs(work, round, place, state, index)
    return { place, placed, cells: cellsOf(place, form, round.year, state) }
  })
  await store.placeSubmissions(
    work.tx,
    filled.map(({ placed }) => placed),
  )
  await writeCells(
    work,
    filled.flatMap(({ cells }) => cells),
  )
  const sent = filled.map(({ placed }) => placed).filter(({ version }) => version > 0)
  await keepSentCells(work.tx, sent)
  await writeHistory(
    work,
    filled.map(({ placed, place }) => ({ placed, place })),
  )
  const approved = filled
    .filter(({ placed }) => placed.state === 'approved')
    .flatMap(({ placed, cells }) => {
      const submission = { ...placed, isSample: true }
      return valuesOf({ year: round.year, submission, rows, cells, sourceId: submissionSource, today: work.today })
    })
  const before = places.flatMap((place) => lastYear(place, form, round.year - 1))
  const by = { at: work.now, reason: 'sample', newId: work.newId }
  return recordValues(work.tx, [...before, ...approved], by)
}

function cellsOf(place: Place, form: Form, year: number, state: SampleState): submissions.CellRow[] {
  if (state === 'not-started') return []
  const { rows } = form
  const cells = typedCells(place, form, year)
  if (state === 'in-progress') {
    const share = 0.2 + 0.6 * chance(`filled ${place.code}`)()
    const count = fixed[place.code] ? rows.length - leftOver : Math.floor(rows.length * share)
    return cells.slice(0, count)
  }
  const wrong = checkForm({
    rows,
    rules: partRules(rows),
    cells: new Map(cells.map((cell) => [cellKey(cell.measure, cell.category), { ...cell, language: 'vi' as const }])),
    previous: new Map(),
  }).find(blocksSending)
  if (wrong) throw new Error(`sample of ${place.code}: ${wrong.measure} is ${wrong.code}`)
  return cells
}

function typedCells({ code, population, type, unitId, submissionId }: Place, { audience, rows }: Form, year: number) {
  const sampleOf = samples[audience]
  if (!sampleOf) throw new Error(`no sample of the form of a ${audience}`)
  const amounts = sampleOf({ code, population: population ?? usualPopulation, isWard: type === 'Phường' }, year)
  return rows.map(({ measure, category, ...row }): submissions.CellRow => {
    const amount = amounts.get(cellKey(measure, category))
    if (amount === undefined) throw new Error(`no sample of ${measure} ${category}`)
    const typed = grouped(amount)
    const read = readTyped({ ...row, measure, category }, typed, 'vi')
    if (read.wrong) throw new Error(`sample ${measure}=${typed} of ${code}: ${read.wrong.code}`)
    return { unitId, submissionId, measure, category, typed, language: 'vi', amount, note: '', version: 1 }
  })
}

const usualPopulation = 60_000

/** How the form of each audience is filled. */
const samples: Readonly<Record<string, typeof sampleAmounts>> = { commune: sampleAmounts, city: cityAmounts }

/** As a person types it in Vietnamese: 1.234. */
function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** Last year's figures of a place: recorded as they are, for there was no round. */
function lastYear(place: Place, form: Form, year: number) {
  const submission = { unitId: place.unitId, id: '', isSample: true, version: 0, sentOn: `${year}-11-30` }
  const cells = typedCells(place, form, year)
  const values = valuesOf({
    year,
    submission,
    rows: form.rows,
    cells,
    sourceId: submissionSource,
    today: `${year}-11-30`,
  })
  return values.map((value) => ({ ...value, submissionId: null, submissionVersion: null }))
}

function placedAs({ now, today }: Work, round: Round, place: Place, state: SampleState | AgencyState, index: number) {
  const daysAgo = (days: number) => new Date(now.getTime() - days * day - (index % 480) * 60_000)
  const sentAt = daysAgo(4 + Math.floor(chance(`sent ${place.code}`)() * 20))
  const isSent = state === 'approved' || state === 'sent' || state === 'returned'
  // Every other form that came back is past its new date: somebody has to call.
  const newDate = dateOf(new Date(now.getTime() + (index % 2 === 0 ? -2 : 6) * day))
  return {
    unitId: place.unitId,
    id: place.submissionId,
    state,
    version: isSent ? 1 : 0,
    dueOn: state === 'returned' ? newDate : round.dueOn,
    touchedAt: state === 'not-started' ? null : isSent ? sentAt : daysAgo(fixed[place.code] ? 1 : 1 + (index % 9)),
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

async function writeHistory(
  { tx, newId }: Work,
  rows: readonly { placed: store.PlacedSubmission; place: Place }[],
): Promise<void> {
  const events = rows.flatMap(({ placed, place }): submissions.NewEvent[] => {
    const { version, returnReason, dueOn } = placed
    const of = { unitId: place.unitId, submissionId: place.submissionId, version }
    const sent = { ...of, kind: 'sent' as const, byName: unitOfficer }
    const returned = { ...of, kind: 'returned' as const, byName: cityOfficer, reason: returnReason ?? '', dueOn }
    const approved = { ...of, kind: 'approved' as const, byName: cityOfficer }
    return [
      ...(placed.sentAt ? [{ ...sent, id: newId(), at: placed.sentAt }] : []),
      ...(placed.returnedAt ? [{ ...returned, id: newId(), at: placed.returnedAt }] : []),
      ...(placed.approvedAt ? [{ ...approved, id: newId(), at: placed.approvedAt }] : []),
    ]
  })
  await submissions.insertEvents(tx, events)
}

async function fillDuties(work: Work, round: Round, places: readonly Place[]): Promise<void> {
  const states = agencyStates(places.map((place) => place.code))
  const filled = places.map((place, index) => {
    const state = states.get(place.code) ?? 'not-started'
    return { place, state, placed: placedAs(work, round, place, state, index) }
  })
  await store.placeSubmissions(
    work.tx,
    filled.map(({ placed }) => placed),
  )
  await writeHistory(work, filled)
  const reports: duties.DutyRow[] = []
  for (const { place, state } of filled) {
    const { unitId, submissionId, code } = place
    const held = await duties.listDuties(work.tx, { unitId, submissionId, on: round.dueOn })
    reports.push(...sampleDuties(code, state, held).map((report) => ({ ...report, unitId, submissionId })))
  }
  await duties.writeReports(work.tx, reports, { name: unitOfficer, at: new Date(work.now.getTime() - 5 * day) })
}
