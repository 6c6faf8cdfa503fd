/** What becomes of the forms of ended units: where they go, and which of their figures add up to those of the heir. */
import { formatDate, formatNumber, type Language } from '#kernel/language.ts'
import { type Checked, readEntry } from '../submissions/submissions.rules.ts'
import type { NamedUnit } from './form-moves.model.ts'

/** What of a decision decides. */
export interface Change {
  readonly ended: readonly NamedUnit[]
  readonly opened: readonly NamedUnit[]
  readonly passings: readonly { readonly from: NamedUnit; readonly to: NamedUnit; readonly part: 'full' | 'partial' }[]
}

export interface Taker {
  readonly unit: NamedUnit
  /** Took all of it, by itself. */
  readonly isWhole: boolean
}

/** Those that took over an ended unit and stand; one that ended on the same day passed it on. */
export function takersOf({ ended, passings }: Change, unit: NamedUnit): Taker[] {
  const gone = new Set(ended.map((each) => each.id))
  const walk = (from: NamedUnit, seen: ReadonlySet<string>): Taker[] =>
    passings
      .filter((step) => step.from.id === from.id && !seen.has(step.to.id))
      .flatMap((step) => {
        const isWhole = step.part === 'full'
        if (!gone.has(step.to.id)) return [{ unit: step.to, isWhole }]
        return walk(step.to, new Set([...seen, step.to.id])).map((taker) => ({
          ...taker,
          isWhole: isWhole && taker.isWhole,
        }))
      })
  const result = Map.groupBy(walk(unit, new Set([unit.id])), (taker) => taker.unit.id)
  return [...result.values()].flatMap(([first, ...again]) =>
    first ? [{ unit: first.unit, isWhole: first.isWhole && again.length === 0 && result.size === 1 }] : [],
  )
}

/**
 * The units that a new unit was made of, where it was made of nothing else: their figures are its own. Undefined for a unit that
 * stood before or that got a part of one: what it has is more, or less, than what these had.
 */
export function partsOf(change: Change, successor: NamedUnit): NamedUnit[] | undefined {
  if (!change.opened.some((unit) => unit.id === successor.id)) return undefined
  const givers = [...new Map(change.passings.map(({ from }) => [from.id, from])).values()]
  const given = givers.flatMap((unit) => {
    const taken = takersOf(change, unit).find((taker) => taker.unit.id === successor.id)
    return taken ? [{ unit, isWhole: taken.isWhole && change.ended.some((ended) => ended.id === unit.id) }] : []
  })
  return given.length > 0 && given.every((giver) => giver.isWhole) ? given.map(({ unit }) => unit) : undefined
}

/** The last day that the figures of a round speak of: a decision after it leaves the round as it is. */
export function lastDayOf(round: { readonly year: number }): string {
  return `${round.year}-12-31`
}

const graceDays = 14

/** The day a form opened by a decision is due: with its round, or two weeks after the decision where that is past. */
export function dueAfter(round: { readonly dueOn: string }, on: string): string {
  if (round.dueOn >= on) return round.dueOn
  const day = new Date(`${on}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + graceDays)
  return day.toISOString().slice(0, 10)
}

export interface OldCell {
  readonly measure: string
  readonly category: string
  readonly entry: string
  readonly language: Language
  readonly note: string
}

export interface OldForm {
  readonly unit: NamedUnit
  readonly cells: readonly OldCell[]
}

export interface CarriedCell extends OldCell {
  readonly amount: number | null
}

/**
 * The cells of a new unit out of the forms of all units it was made of. Of one unit they are taken as they are; of several, counts
 * and money are added where every one of them has a figure. What does not add up is left to the officer.
 */
export function carriedCells(rows: readonly Checked[], forms: readonly OldForm[], on: string): CarriedCell[] {
  return rows.flatMap((row) => {
    const result = forms.map(({ unit, cells }) => {
      const cell = cells.find((each) => each.measure === row.measure && each.category === row.category)
      return { unit, cell, amount: cell ? readEntry(row, cell.entry, cell.language).amount : null }
    })
    const [only] = result
    if (result.length === 1 && only?.cell) return [asIs(only.cell, only.amount, only.unit, on)]
    return sumOf(row, result)
  })
}

function asIs(cell: OldCell, amount: number | null, unit: NamedUnit, on: string): CarriedCell {
  const text = `Theo biểu của ${unit.name}, trước ngày ${formatDate(on)}.`
  return { ...cell, amount, note: [cell.note, text].filter(Boolean).join(' ') }
}

function sumOf(
  { measure, category, kind, unitCode }: Checked,
  result: readonly { unit: NamedUnit; cell: OldCell | undefined; amount: number | null }[],
): CarriedCell[] {
  const addsUp = (kind === 'count' || kind === 'money') && unitCode !== 'percent'
  const amounts = result.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  if (!addsUp || result.length === 0 || amounts.length < result.length) return []
  const amount = amounts.reduce((sum, each) => sum + each, 0)
  const text = result.map(({ unit, amount: own }) => `${unit.name}: ${formatNumber('vi', own ?? 0, 6)}`).join('; ')
  const notes = result.flatMap(({ unit, cell }) => (cell?.note ? [`${unit.name}: ${cell.note}`] : []))
  const note = [`Cộng từ biểu của các đơn vị cũ: ${text}.`, ...notes].join(' ')
  return [{ measure, category, entry: formatNumber('vi', amount, 6), language: 'vi', amount, note }]
}

/** Why a form is closed, for its history. */
export function closingReason(decision: string, on: string, to: readonly NamedUnit[], isCarried: boolean): string {
  const head = `Theo ${decision}, đơn vị kết thúc từ ngày ${formatDate(on)}.`
  const names = to.map((unit) => unit.name).join('; ')
  if (to.length === 0) return `${head} Không có đơn vị tiếp nhận.`
  return isCarried
    ? `${head} Số liệu đã chuyển vào biểu của ${names}.`
    : `${head} Số liệu để tham khảo tại biểu của ${names}.`
}
