/** What a pack would change: its rows, the rows that are there, and the rows as the pack applied last left them. */
import type { Content, PackRows, RowDifference } from './model.ts'

type Difference = Omit<RowDifference, 'version'>

interface Sides {
  /** As the pack applied last left them. */
  readonly base: PackRows
  readonly pack: PackRows
  readonly own: PackRows
}

export interface PackDifference {
  readonly rows: readonly Difference[]
  /** Keys whose rows are in the database as the pack has them, though not by the pack applied last. */
  readonly settled: readonly string[]
}

/**
 * A row that the pack left as it was stays whatever the city made of it. One that the pack changed or dropped follows where the city
 * left it alone.
 */
export function differenceOf(sides: Sides): PackDifference {
  const rows: Difference[] = []
  const settled: string[] = []
  for (const key of new Set([...sides.pack.keys(), ...sides.base.keys()])) {
    const [base, pack, own] = [sides.base.get(key), sides.pack.get(key), sides.own.get(key)]
    if (isSame(pack, own)) {
      if (!isSame(base, pack)) settled.push(key)
      continue
    }
    if (isSame(pack, base)) continue
    const fields = pack && own ? fieldsThatDiffer(pack, own) : []
    rows.push({ key, state: stateOf({ base, pack, own }), fields, pack: pack ?? null, own: own ?? null })
  }
  return { rows, settled }
}

type OneRow = Readonly<Record<keyof Sides, Content | undefined>>

function stateOf({ base, pack, own }: OneRow): RowDifference['state'] {
  if (!isSame(own, base)) return 'own'
  if (!pack) return 'ended'
  return own ? 'changed' : 'new'
}

function fieldsThatDiffer(one: Content, other: Content): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => textOf(one[name]) !== textOf(other[name]))
}

function isSame(one: Content | undefined, other: Content | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && textOf(one) === textOf(other))
}

/** The same for the same content, whatever the order of its keys; what is not there is null. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => inOrder(part)) ?? 'null'
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).filter(([, part]) => part !== null && part !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
