/** What typed rows are read against: the units of the day before, and what the draft already opens. */
import { type Act, allUnitsOn, dayBefore, kindsOfUnits } from '#modules/organisation'
import type { Tx } from '#platform/database/index.ts'
import type { Ground } from './entries.model.ts'

/** `on` is the day of the decision. */
export async function groundOf(tx: Tx, on: string, acts: readonly Act[]): Promise<Ground> {
  const kinds = await kindsOfUnits(tx)
  return {
    units: await allUnitsOn(tx, dayBefore(on)),
    kinds: kinds.map(({ code, tree, name }) => ({ code, tree, names: [name.vi, name.en] })),
    opened: new Set(acts.flatMap((act) => newUnitsOf(act).map((unit) => unit.code))),
  }
}

/** The units that an act opens. */
export function newUnitsOf(act: Act): Extract<Act, { act: 'open' }>['unit'][] {
  if (act.act === 'open') return [act.unit]
  const targets = act.act === 'merge' ? [act.into] : act.act === 'split' ? act.into.map((part) => part.unit) : []
  return targets.filter((target) => typeof target !== 'string')
}
