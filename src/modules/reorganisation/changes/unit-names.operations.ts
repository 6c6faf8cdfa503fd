/** What units are called in a decision: before its day, and from then on. */
import { allUnitsOn, dayBefore, type UnitChange } from '#modules/organisation'
import type { Tx } from '#platform/database/index.ts'
import type { GroundUnit } from '../entries/entries.model.ts'
import { newUnitsOf } from '../entries/existing-units.operations.ts'
import type { Names } from './change-sentences.rules.ts'

/** `on` is the day of the decision that holds `changes`. */
export async function namesFor(tx: Tx, on: string, effects: readonly UnitChange[]): Promise<Names> {
  const eve = namesOf(await allUnitsOn(tx, dayBefore(on)))
  const day = namesOf(await allUnitsOn(tx, on))
  const opened = new Map(effects.flatMap(newUnitsOf).map((unit) => [unit.code, writtenOut(unit)]))
  return {
    before: (code) => eve.get(code) ?? null,
    after: (code) => opened.get(code) ?? day.get(code) ?? eve.get(code) ?? null,
  }
}

function namesOf(units: readonly GroundUnit[]): ReadonlyMap<string, string> {
  return new Map(units.map((unit) => [unit.code, unit.name]))
}

function writtenOut({ kind, type, name }: ReturnType<typeof newUnitsOf>[number]): string {
  return kind === 'agency' ? name : `${type} ${name}`
}
