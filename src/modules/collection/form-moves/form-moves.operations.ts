/** Forms follow units: foreseen for a preview; carried over or closed when the day of a decision has come. Nothing is lost. */
import { dateOf } from '#kernel/language.ts'
import type { UnitEffects, UnitRef } from '#modules/organisation'
import type { Tx } from '#platform/database/index.ts'
import { type Form, formOf } from '../forms/forms.operations.ts'
import { formsOfYear } from '../forms/forms.store.ts'
import { insertSubmissions, unitsAsked } from '../rounds/rounds.store.ts'
import { writeChanges } from '../submissions/content-changes.store.ts'
import { submissionSteps } from '../submissions/submission-steps.operations.ts'
import { isFillable } from '../submissions/submission-workflow.rules.ts'
import { markTouched, writeCells } from '../submissions/submissions.store.ts'
import type { ForeseenForm } from './form-moves.model.ts'
import { carriedCells, closingReason, dueAfter, lastDayOf, partsOf, takersOf } from './form-moves.rules.ts'
import * as store from './form-moves.store.ts'

/** What would happen to the forms of ended units in rounds that are open; nothing is written. */
export async function foreseeSubmissions(tx: Tx, unitEffects: UnitEffects): Promise<ForeseenForm[]> {
  const units = new Map(unitEffects.ended.map((unit) => [unit.id, unit]))
  const forms = await store.listOpenForms(tx, { unitIds: [...units.keys()] })
  return forms.flatMap(({ unitId, year, state, filled }) => {
    const unit = units.get(unitId)
    if (!unit) return []
    const to = takersOf(unitEffects, unit).map((taker) => taker.unit)
    const [successor] = to
    const isMadeOfIt =
      successor && to.length === 1 && partsOf(unitEffects, successor)?.some((part) => part.id === unitId)
    const stays = unitEffects.on > lastDayOf({ year })
    return [{ year, unit, state, filled, outcome: stays ? 'stays' : isMadeOfIt ? 'carried' : 'closed', to }]
  })
}

export interface CarryOver {
  /** The decision as histories name it: "Nghị quyết 1656/NQ-UBTVQH15". */
  readonly decision: string
  readonly at: Date
  readonly newId: () => string
  /** Who approved it; the machine where a job does it on the day. */
  readonly by?: { readonly id: string; readonly name: string }
}

type Round = Awaited<ReturnType<typeof store.listOpenRounds>>[number]
type OpenForm = Awaited<ReturnType<typeof store.listOpenForms>>[number]

/**
 * Carries the forms of ended units over in rounds that are open and speak of the time after the decision: call it once units and
 * duties have changed. Before the day has come it does nothing; called again it changes nothing. Gives how many forms it closed.
 */
export async function carryOver(
  tx: Tx,
  unitEffects: UnitEffects,
  by: CarryOver,
): Promise<{ closed: number; opened: number }> {
  if (unitEffects.on > dateOf(by.at)) return { closed: 0, opened: 0 }
  const unitIds = unitEffects.ended.map((unit) => unit.id)
  await store.lockForms(tx, unitIds)
  const rounds = (await store.listOpenRounds(tx)).filter((round) => unitEffects.on <= lastDayOf(round))
  let [closed, opened] = [0, 0]
  for (const round of rounds) {
    opened += await giveForms(tx, round, unitEffects, by)
    const forms = (await store.listOpenForms(tx, { unitIds })).filter(({ year }) => year === round.year)
    const filledSuccessors = await carryCells(tx, { round, unitEffects, forms }, by)
    await close(tx, { unitEffects, forms, filledSuccessors }, by)
    const on = later(round.dueOn, unitEffects.on)
    const successors = await store.carryDutyReports(tx, forms, { on, at: by.at, newId: by.newId, ...editor(by) })
    const reason = `Theo ${by.decision}.`
    await record(
      tx,
      successors.map((form) => ({ form, step: 'receive', reason })),
      by,
    )
    closed += forms.length
  }
  return { closed, opened }
}

/** Units that the decision opened or gave something to get a form where their kind is asked and they have none. */
async function giveForms(
  tx: Tx,
  round: Round,
  { on, opened, passings }: UnitEffects,
  { newId }: CarryOver,
): Promise<number> {
  const touched = new Set([...opened, ...passings.map((passing) => passing.to)].map((unit) => unit.id))
  let given = 0
  for (const { id: formId, audience, perDuty } of await formsOfYear(tx, { year: round.year })) {
    const input = await unitsAsked(tx, { audience, perDuty, on: later(round.dueOn, on) })
    const rows = input.filter(({ id }) => touched.has(id)).map(({ id }) => ({ unitId: id, id: newId() }))
    const { id: roundId, isSample } = round
    given += await insertSubmissions(tx, rows, { roundId, formId, dueOn: dueAfter(round, on), isSample })
  }
  return given
}

interface Carrying {
  readonly round: Round
  readonly unitEffects: UnitEffects
  readonly forms: readonly OpenForm[]
}

/** Writes into the empty forms of new units what adds up from the forms of those they were made of; gives these new units. */
async function carryCells(
  tx: Tx,
  { round, unitEffects, forms: closing }: Carrying,
  by: CarryOver,
): Promise<ReadonlySet<string>> {
  const successors = new Map(
    unitEffects.opened.flatMap((unit) => {
      const parts = partsOf(unitEffects, unit)
      return parts ? [[unit.id, { unit, parts }]] : []
    }),
  )
  const own = (await store.listOpenForms(tx, { unitIds: [...successors.keys()] })).filter(
    ({ year, state, filled }) => year === round.year && isFillable(state) && filled === 0,
  )
  const old = await oldForms(tx, closing)
  const forms = new Map<string, Form>()
  const carried = new Set<string>()
  const received: Move[] = []
  for (const successor of own) {
    const { parts = [] } = successors.get(successor.unitId) ?? {}
    const givers = parts.map((unit) => ({ unit, cells: old.get(unit.id) ?? [] }))
    const form = forms.get(successor.formId) ?? (await formOf(tx, successor.formId))
    forms.set(successor.formId, form)
    const cells = carriedCells(form.rows, givers, unitEffects.on)
    if (cells.length === 0) continue
    const of = { unitId: successor.unitId, submissionId: successor.id }
    await writeCells(
      tx,
      cells.map((cell) => ({ ...cell, ...of, version: 1 })),
      { ...editor(by), at: by.at },
    )
    const changes = cells.map(({ measure, category, entry, note }) => {
      return { ...of, measure, category, before: null, now: { entry, note } }
    })
    await writeChanges(tx, changes, { ...editor(by), at: by.at })
    await markTouched(tx, { unitId: successor.unitId, id: successor.id, at: by.at })
    const reason = `Theo ${by.decision}: ${parts.map((unit) => unit.name).join('; ')}.`
    received.push({ form: successor, step: 'receive', reason })
    carried.add(successor.unitId)
  }
  await record(tx, received, by)
  return carried
}

async function oldForms(tx: Tx, forms: readonly OpenForm[]) {
  const unitOf = new Map(forms.map(({ id, unitId }) => [id, unitId]))
  const cells = await store.listCellsOf(tx, { unitIds: forms.map(({ unitId }) => unitId), ids: [...unitOf.keys()] })
  return Map.groupBy(cells, (cell) => unitOf.get(cell.submissionId))
}

async function close(
  tx: Tx,
  of: { unitEffects: UnitEffects; forms: readonly OpenForm[]; filledSuccessors: ReadonlySet<string> },
  by: CarryOver,
): Promise<void> {
  const { on, ended } = of.unitEffects
  const units = new Map(ended.map((unit) => [unit.id, unit]))
  const closing = of.forms.map((form) => {
    const unit = units.get(form.unitId)
    const takers: UnitRef[] = unit ? takersOf(of.unitEffects, unit).map((taker) => taker.unit) : []
    const isCarried = takers.length === 1 && takers.some((taker) => of.filledSuccessors.has(taker.id))
    return { form, takers, isCarried }
  })
  await store.closeForms(
    tx,
    closing.map(({ form, takers, isCarried }) => {
      const how = isCarried ? ('carried' as const) : ('reference' as const)
      return { unitId: form.unitId, id: form.id, on, to: takers.map((taker) => ({ unitId: taker.id, how })) }
    }),
  )
  const moves = closing.map(({ form, takers, isCarried }): Move => {
    return { form, step: 'close', reason: closingReason(by.decision, on, takers, isCarried) }
  })
  await record(tx, moves, by)
}

/** What a decision does to a form, as it stood before. */
interface Move {
  readonly form: Pick<OpenForm, 'id' | 'state' | 'version'>
  readonly step: 'close' | 'receive'
  readonly reason: string
}

async function record(tx: Tx, moves: readonly Move[], by: CarryOver): Promise<void> {
  const { id: byId, name } = editor(by)
  await submissionSteps.record(
    tx,
    moves.map(({ form: { id: subject, state: from, version }, step, reason }) => {
      return { subject, from, step, reason, version, byId, by: name, at: by.at }
    }),
  )
}

/** As everywhere: what nobody did by name was done by the machine's job. */
function editor({ by }: CarryOver): { id?: string; name: string } {
  return by ?? { name: 'job' }
}

function later(a: string, b: string): string {
  return a > b ? a : b
}
