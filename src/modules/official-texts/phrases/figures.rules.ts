/** The figures of a sentence that set an aim: percentages, levels, counts, fractions, sums of money. */
import { amountOf, rangeOf, scaledAmount, writtenNumber } from './amounts.rules.ts'
import { compared, type Figure } from './comparisons.rules.ts'
import { countsIn } from './counts.rules.ts'

const percent = new RegExp(
  String.raw`(?<![\d.,/]|\d )(${writtenNumber})(?: ?%)?(?: ?(?:-|–|den) ?(${writtenNumber}))? ?(?:%|phan tram\b)`,
  'g',
)
const fraction =
  /(?<![\d/.,-]|\b(?:ngay|truoc|den|thang|het|so|cham nhat|tu|vao) )(\d{1,3}\.\d{3}|\d{1,4})\/(\d{1,3}\.\d{3}|\d{1,4}) (?=\p{L})(?!(?:hang|moi|hoac|va|nam|cua|den|tro)(?!\p{L}))/gu
const level = /\b(?:muc do|cap do|mwc|cap) (\d)\b(?!\s?[-/%.,]?\d)/g
const money = new RegExp(
  String.raw`(?<![\d.,/]|\d )(${writtenNumber})(?: ?(?:-|–|den) ?(${writtenNumber}))? ?(?:(ty|trieu|nghin|ngan) )?dong\b(?! ho\b)`,
  'g',
)

/** Every figure of a stretch, in order; `from` and `to` count from its start. */
export function figuresIn(flat: string, kinds: 'percent' | 'all'): Figure[] {
  const percents = [...flat.matchAll(percent)].map((match) => percentFigure(flat, match))
  const sure = [...percents, ...[...flat.matchAll(fraction)].flatMap((match) => fractionFigure(flat, match))]
  if (kinds === 'percent') return ordered(sure)
  const sums = [...flat.matchAll(money)].map((match) => moneyFigure(flat, match))
  const figures = [...sure, ...sums, ...countsIn(flat, sure)]
  // A level says how good ("90% đạt mức độ 3"); it is the aim itself only where nothing is counted.
  return ordered(figures.length > 0 ? figures : [...flat.matchAll(level)].map((match) => levelFigure(flat, match)))
}

function ordered(figures: Figure[]): Figure[] {
  return figures
    .sort((a, b) => a.from - b.from)
    .filter((figure, index, all) => figure.from >= (all[index - 1]?.to ?? 0))
}

function percentFigure(flat: string, match: RegExpExecArray): Figure {
  const unitText = /%$/.test(match[0]) ? '%' : 'phần trăm'
  const [value, valueTo] = [amountOf(match[1], true), amountOf(match[2], true)]
  return compared(flat, match, { unit: 'percent', unitText, ...rangeOf(value, valueTo, match[2]) })
}

function fractionFigure(flat: string, match: RegExpExecArray): Figure[] {
  const [above, below] = [match[1], match[2]].map((digits) => amountOf(digits) ?? 0) as [number, number]
  if (above === 0 || above > below || (above === below && above === 1)) return []
  const value = Math.round((above / below) * 10_000) / 10_000
  return [compared(flat, match, { unit: 'fraction', unitText: match[0].trim(), value, valueTo: null })]
}

function levelFigure(flat: string, match: RegExpExecArray): Figure {
  return compared(flat, match, {
    unit: 'level',
    unitText: match[0].slice(0, -2),
    value: Number(match[1]),
    valueTo: null,
  })
}

function moneyFigure(flat: string, match: RegExpExecArray): Figure {
  const range = rangeOf(scaledAmount(match[1], match[3]), scaledAmount(match[2], match[3]), match[2])
  const unitText = /(?:(?:ty|trieu|nghin|ngan) )?dong$/.exec(match[0])?.[0] ?? 'dong'
  return compared(flat, match, { unit: 'money', unitText, ...range })
}

const cellNumber = new RegExp(
  String.raw`(?<!\d)(${writtenNumber})(?: ?%)?(?: ?(?:-|–|den) ?(${writtenNumber}))?(?: ?%)?`,
)

/** The figure of a cell that holds no other: `≥ 90`, `trên 90%`, `80-85`, `2/3`; its unit stands elsewhere in the table. */
export function cellFigure(flat: string, isPercent: boolean): Figure | null {
  const part = /^(\d{1,4})\/(\d{1,4})(?! ?\/)/.exec(flat)
  if (part) return fractionFigure(flat, part)[0] ?? null
  const match = cellNumber.exec(flat)
  if (!match || flat.length > 60) return null
  const rest = flat.slice(0, match.index) + flat.slice(match.index + match[0].length)
  const range = rangeOf(amountOf(match[1], isPercent), amountOf(match[2], isPercent), match[2])
  if (/\d/.test(rest) || range.value === null) return null
  return compared(flat, match, { unit: 'count', unitText: '', ...range })
}
