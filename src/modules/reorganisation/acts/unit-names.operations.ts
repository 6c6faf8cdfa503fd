/** What units are called in a decision: before its day, and from then on. */
import { type Act, dayBefore } from '#modules/organisation'
import type { Work } from '#platform/operation.ts'
import type { GroundUnit } from '../entries/entries.model.ts'
import { newUnitsOf, unitsOn } from '../entries/standing-units.operations.ts'
import type { Names } from './act-sentences.rules.ts'

/** `on` is the day of the decision that holds `acts`. */
export async function namesFor(work: Work, on: string, acts: readonly Act[]): Promise<Names> {
  const eve = namesOf(await unitsOn(work, dayBefore(on)))
  const day = namesOf(await unitsOn(work, on))
  const opened = new Map(acts.flatMap(newUnitsOf).map((unit) => [unit.code, writtenOut(unit)]))
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
