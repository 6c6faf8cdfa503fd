/** What typed rows are read against: the units of the day before, and what the draft already opens. */
import { type Act, dayBefore, unitKindsOperation, unitsOperation } from '#modules/organisation'
import type { Work } from '#platform/operation.ts'
import type { Ground, GroundUnit } from './entries.model.ts'

/** `on` is the day of the decision. */
export async function groundOf(work: Work, on: string, acts: readonly Act[]): Promise<Ground> {
  const kinds = await unitKindsOperation.run(work, {})
  return {
    units: await unitsOn(work, dayBefore(on)),
    kinds: kinds.map(({ code, tree, name }) => ({ code, tree, names: [name.vi, name.en] })),
    opened: new Set(acts.flatMap((act) => newUnitsOf(act).map((unit) => unit.code))),
  }
}

/** Every unit of a day. */
export async function unitsOn(work: Work, on: string): Promise<GroundUnit[]> {
  const found: GroundUnit[] = []
  let after: string | undefined
  do {
    const page = await unitsOperation.run(work, { on, after, limit: 1000 })
    found.push(...page.rows)
    after = page.next
  } while (after)
  return found
}

/** The units that an act opens. */
export function newUnitsOf(act: Act): Extract<Act, { act: 'open' }>['unit'][] {
  if (act.act === 'open') return [act.unit]
  const targets = act.act === 'merge' ? [act.into] : act.act === 'split' ? act.into.map((part) => part.unit) : []
  return targets.filter((target) => typeof target !== 'string')
}
