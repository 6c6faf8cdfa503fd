/** What the public pages decide: which totals are worth a map, and how a total divides by what is known of its parts. */

/** The number shown first where nobody asks for another: the plan's own name for what it wants. */
export const headlineIndicator = 'learning_citizens_share'

interface PartLike {
  readonly numerator: { readonly amount: number; readonly status: PartStatus; readonly isSample: boolean } | null
}
type PartStatus = 'estimate' | 'provisional' | 'confirmed'

export interface PartGroup {
  readonly status: PartStatus | 'no-data'
  readonly units: number
  readonly amount: number | null
  readonly isSample: boolean
}

const order = ['confirmed', 'provisional', 'estimate'] as const

/** Parts counted and summed by how firm they are, firmest first; those that gave nothing last. */
export function groupsOf(parts: readonly PartLike[]): PartGroup[] {
  const known = parts.flatMap(({ numerator }) => (numerator ? [numerator] : []))
  const groups = order.flatMap((status) =>
    [false, true].map((isSample): PartGroup => {
      const own = known.filter((part) => part.status === status && part.isSample === isSample)
      return { status, isSample, units: own.length, amount: own.reduce((sum, part) => sum + part.amount, 0) }
    }),
  )
  const missing = parts.length - known.length
  return [...groups, { status: 'no-data' as const, isSample: false, units: missing, amount: null }].filter(
    (group) => group.units > 0,
  )
}

/** The last year whose total was summed from units below; undefined where there is none. */
export function lastSummedYear(
  points: readonly { readonly year: number; readonly rolledUp: { readonly reported: number } | null }[],
): number | undefined {
  return points.filter((point) => (point.rolledUp?.reported ?? 0) > 0).at(-1)?.year
}
