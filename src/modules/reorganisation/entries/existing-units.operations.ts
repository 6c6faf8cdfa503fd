/** What typed rows are read against: the units of the day before, and what the draft already opens. */
import { allUnitsOn, dayBefore, kindsOfUnits, type UnitChange } from '#modules/organisation'
import type { Tx } from '#platform/database/index.ts'
import type { Ground } from './entries.model.ts'

/** `on` is the day of the decision. */
export async function groundOf(tx: Tx, on: string, changes: readonly UnitChange[]): Promise<Ground> {
  const kinds = await kindsOfUnits(tx)
  return {
    units: await allUnitsOn(tx, dayBefore(on)),
    kinds: kinds.map(({ code, tree, name }) => ({ code, tree, names: [name.vi, name.en] })),
    opened: new Set(changes.flatMap((change) => newUnitsOf(change).map((unit) => unit.code))),
  }
}

/** The units that a change opens. */
export function newUnitsOf(change: UnitChange): Extract<UnitChange, { kind: 'open' }>['unit'][] {
  if (change.kind === 'open') return [change.unit]
  const targets =
    change.kind === 'merge' ? [change.into] : change.kind === 'split' ? change.into.map((part) => part.unit) : []
  return targets.filter((target) => typeof target !== 'string')
}
