/** Where the roles of a unit go when it ends. */
import type { MoveWhy, NamedUnit } from './role-moves.model.ts'

/** What of a decision decides: who passed to whom, and which units are no more. */
interface Change {
  readonly ended: readonly NamedUnit[]
  readonly passings: readonly {
    readonly from: NamedUnit
    readonly to: NamedUnit
    readonly part: 'full' | 'partial'
    readonly share: number | null
    readonly scope: string | null
  }[]
}
type Step = Change['passings'][number]

export interface Successors {
  readonly unit: NamedUnit
  /** Where its roles go; undefined where nobody took over the unit. */
  readonly successor: NamedUnit | undefined
  readonly others: readonly NamedUnit[]
  readonly why: MoveWhy
}

/**
 * Every ended unit with its heir: the one that took all of it; of several the one with the greatest part, which is for an agency
 * the one with its main tasks. A unit that only passed through, ending on the same day, is no heir: its own heir is.
 */
export function successorsOf({ ended, passings }: Change): Successors[] {
  const gone = new Set(ended.map((unit) => unit.id))
  const leaving = Map.groupBy(passings, (step) => step.from.id)
  return ended.map((unit) => {
    const ways = lastUnits(unit, leaving, gone, new Set([unit.id]))
    const [successor, ...others] = ways
    return {
      unit,
      successor,
      others,
      why: successor ? (others.length === 0 ? 'whole' : 'greatest-part') : 'no-successor',
    }
  })
}

/** The units that still stand at the ends of all ways from `unit`, the greatest part first; each once. */
function lastUnits(
  unit: NamedUnit,
  leaving: ReadonlyMap<string, readonly Step[]>,
  gone: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): NamedUnit[] {
  const steps = [...(leaving.get(unit.id) ?? [])].filter((step) => !seen.has(step.to.id)).sort(greatestFirst)
  const units = steps.flatMap(({ to }) =>
    gone.has(to.id) ? lastUnits(to, leaving, gone, new Set([...seen, to.id])) : [to],
  )
  return [...new Map(units.map((each) => [each.id, each])).values()]
}

function greatestFirst(a: Step, b: Step): number {
  return rank(b) - rank(a) || (b.share ?? 0) - (a.share ?? 0) || a.to.code.localeCompare(b.to.code)
}

/** All of it before its main tasks before a part. */
function rank({ part, scope }: Step): number {
  if (part === 'full') return 2
  return scope === null || scope === 'main' ? 1 : 0
}
