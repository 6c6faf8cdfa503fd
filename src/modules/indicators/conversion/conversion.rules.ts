/** What a re-based number is: sums by weight, the lowest of levels, and what the outcome is worth. */
import type { Formula, Part, PartAmount, PartSource } from '../indicators.model.ts'
import { Basis, type BoundaryDay, type Conversion } from './boundary-day.model.ts'

/** The day whose tree is asked for; undefined where each year keeps its own. */
export function dayOf(boundaryDay: BoundaryDay | undefined): string | undefined {
  return boundaryDay === 'then' ? undefined : boundaryDay
}

/** The least sure of several; `whole` of none. */
export function worstBasis(bases: readonly Basis[]): Basis {
  const order = Basis.options
  return order[Math.max(0, ...bases.map((basis) => order.indexOf(basis)))] ?? 'whole'
}

/**
 * The level of a place made from others: the lowest among them, however much of each came; of yes (1) and no (0), yes only if
 * all are. Null, for unknown, while any of them has given nothing, and for a place made of none.
 */
export function lowestLevel(levels: readonly (number | null)[]): number | null {
  const known = levels.filter((level) => level !== null)
  return known.length === 0 || known.length < levels.length ? null : Math.min(...known)
}

/** What belongs to a place of what others counted: each by its weight, unrounded; null where none gave anything. */
export function weightedSum(pieces: readonly { amount: number; weight: number }[]): number | null {
  return pieces.length === 0 ? null : pieces.reduce((sum, { amount, weight }) => sum + amount * weight, 0)
}

/** A row of the target tree with the places it was made from. */
export type PlacedPart = Pick<Part, 'unitCode' | 'unitName' | 'lon' | 'lat' | 'sources'>

/**
 * One place of a tree with what it has from the places of the year: its own figures where it is still what it was, else put
 * together from its sources by the rules above. A source without both parts of a ratio gives nothing.
 */
export function convertedPart(formula: Formula, on: string, placed: PlacedPart, isSame: boolean): Omit<Part, 'value'> {
  const { sources } = placed
  if (isSame) {
    const { numerator = null, denominator = null } = sources[0] ?? {}
    return { ...placed, numerator, denominator, conversion: null, sources: [] }
  }
  const given = sources.filter((source) => source.numerator && (!formula.denominator || source.denominator))
  const numerator = joined(formula, sources, given, 'numerator')
  const denominator = formula.denominator ? joined(formula, sources, given, 'denominator') : null
  return { ...placed, numerator, denominator, conversion: conversionOf(on, sources) }
}

function conversionOf(on: string, sources: readonly PartSource[]): Conversion {
  const bases = sources.map((source) => source.basis)
  const pieces = bases.filter((basis) => basis !== 'whole').length
  return { on, sources: sources.length, pieces, basis: worstBasis(bases) }
}

function joined(
  formula: Formula,
  sources: readonly PartSource[],
  given: readonly PartSource[],
  part: 'numerator' | 'denominator',
): PartAmount | null {
  const amounts = given.map((source) => source[part]).filter((amount) => amount !== null)
  const amount =
    formula.isLowest || formula.atLeast !== null
      ? lowestLevel(sources.map((source) => source[part]?.amount ?? null))
      : weightedSum(given.map((source) => ({ amount: source[part]?.amount ?? 0, weight: source.weight })))
  if (amount === null) return null
  const isEstimate = given.length < sources.length || sources.some(({ basis }) => basis !== 'whole')
  const isFirm = amounts.every(({ status }) => status === 'confirmed')
  return {
    id: null,
    amount,
    status: isEstimate ? 'estimate' : isFirm ? 'confirmed' : 'provisional',
    asOf: amounts.reduce<string | null>((latest, { asOf }) => ((asOf ?? '') > (latest ?? '') ? asOf : latest), null),
    isSample: amounts.some(({ isSample }) => isSample),
    rank: Math.max(...amounts.map(({ rank }) => rank)),
    source: [...new Set(amounts.map(({ source }) => source))].join('; '),
    submissionId: null,
  }
}
