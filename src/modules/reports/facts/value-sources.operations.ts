/** Finds the values behind the figures of targets, so that the report can say years later what it added up. */
import { type Part, type Point, partsOf } from '#modules/indicators'
import type { ProgressRow } from '#modules/plan'
import type { Tx } from '#platform/database/index.ts'
import type { UsedValues } from './facts.model.ts'
import { together } from './value-sources.rules.ts'

interface At {
  readonly year: number
  /** The day of the report's tree, as of which other modules are asked. */
  readonly treeOn: string
  readonly cityCode: string
}

export async function usedByTargets(tx: Tx, rows: readonly ProgressRow[], at: At): Promise<UsedValues[]> {
  const used: UsedValues[] = []
  for (const row of rows) {
    for (const point of pointsUsed(row.points, at.year)) {
      used.push(...(point.shown === 'published' ? publishedOf(point, at) : await summedOf(tx, row, point, at)))
    }
  }
  return together(used)
}

/** Of this year and the last, the newest where there is neither, and the first, where the path to the goal begins. */
function pointsUsed(points: readonly Point[], year: number): Point[] {
  const known = points.filter((point) => point.year <= year)
  const recent = known.filter((point) => point.year >= year - 1)
  const shown = recent.length > 0 ? recent : known.slice(-1)
  return [...new Set([...known.slice(0, 1), ...shown])]
}

function publishedOf({ recorded, year }: Point, { year: ofReport, cityCode }: At): UsedValues[] {
  const [best] = recorded
  if (!best) return []
  const values = { [cityCode]: { id: best.id, amount: best.amount } }
  return [{ use: 'published', subject: best.subject, year, on: `${ofReport}-12-31`, values }]
}

async function summedOf(
  tx: Tx,
  { indicator }: ProgressRow,
  { year }: Point,
  { treeOn: boundariesOn }: At,
): Promise<UsedValues[]> {
  const { numerator, denominator } = indicator
  const { on, parts } = await partsOf(tx, boundariesOn, { indicator: indicator.code, year })
  if (!on || !numerator) return []
  const given = parts.filter((part) => part.numerator && (!denominator || part.denominator))
  const base = { use: 'summed' as const, year, on }
  const values = (side: 'numerator' | 'denominator') => valuesOf(given, side, on === boundariesOn)
  return [
    { ...base, subject: numerator, values: values('numerator') },
    ...(denominator ? [{ ...base, subject: denominator, values: values('denominator') }] : []),
  ]
}

function valuesOf(
  parts: readonly Part[],
  side: 'numerator' | 'denominator',
  isOwnBoundaries: boolean,
): UsedValues['values'] {
  const entries = parts.flatMap((part) => {
    const given = part[side]
    // A share of another unit's figure is no value of its own.
    if (!given?.id) return []
    const value = { id: given.id, amount: given.amount, ...(isOwnBoundaries ? {} : { name: part.unitName }) }
    return [[part.unitCode, value] as const]
  })
  return Object.fromEntries(entries)
}
