/** The words that compare a figure, "trên", "không quá", "trở lên", and those that say by how much something is to change. */
import type { Comparator, TargetUnit } from '../draft.model.ts'

export interface Figure {
  readonly unit: TargetUnit
  readonly unitText: string
  /** Null where the separators of the number leave open what it is: `1,500`, `99.500%`. */
  readonly value: number | null
  readonly valueTo: number | null
  readonly comparator: Comparator
  /** Where its digits begin. */
  readonly at: number
  /** From the comparing words to the last one after the number. */
  readonly from: number
  readonly to: number
  /** The comparing words, as stretches of the text. */
  readonly words: readonly { readonly from: number; readonly to: number }[]
  readonly confidence: number
  /** By how much something is to rise or fall, not what it is to become. */
  readonly isChange: boolean
}

const before: readonly (readonly [RegExp, Comparator])[] = [
  // "không để học viên bỏ học quá 5%"
  [/(?<=\bkhong (?:de|vuot)\b[^;,.]{0,60} )(?:vuot )?qua ?$/, '<='],
  [/(?<![a-z])(?:it nhat|toi thieu|khong duoi|khong (?:thap|it|nho|kem) hon|>=|≥|tu)(?: la| dat)? ?$/, '>='],
  [
    /(?<![a-z])(?:khong (?:(?:de|vuot|de vuot) )?qua|khong (?:cao|lon|nhieu) hon|toi da|nhieu nhat|<=|≤|(?:giam )?xuong(?: con)?|giam con|chi con)(?: la)? ?$/,
    '<=',
  ],
  // "Giảm tỷ lệ tái mù chữ còn 1,2%"
  [/(?<=[a-z] )con(?: lai)? ?$/, '<='],
  [/(?<![a-z])(?:khoang|tren duoi|xap xi|gan|~) ?$/, '~'],
  [/(?<![a-z])(?:tren|(?:(?:cao|lon|nhieu) |(?<!\b(?:thap|it|nho|kem) ))hon|vuot|>) ?$/, '>'],
  [/(?<![a-z])(?:duoi|(?:thap|it|nho|kem) hon|<) ?$/, '<'],
]
const after: readonly (readonly [RegExp, Comparator])[] = [
  [/^ ?(?:so )?(?:tro len|hoac cao hon|hoac hon)/, '>='],
  [/^ ?(?:tro xuong|hoac thap hon)/, '<='],
]

/** The comparing words around a number; without any, an aim is "at least". */
export function compared(
  flat: string,
  match: RegExpExecArray,
  figure: Pick<Figure, 'unit' | 'unitText' | 'value' | 'valueTo'>,
): Figure {
  const left = flat.slice(Math.max(0, match.index - 90), match.index)
  const end = match.index + match[0].length
  const right = flat.slice(end, end + 24)
  const said = before
    .map(([pattern, comparator]) => ({ comparator, words: pattern.exec(left)?.[0] }))
    .find(({ words }) => words)
  const late = after
    .map(([pattern, comparator]) => ({ comparator, words: pattern.exec(right)?.[0] }))
    .find(({ words }) => words)
  const from = match.index - (said?.words?.length ?? 0)
  const to = end + (late?.words?.length ?? 0)
  // "dưới 5 tuổi" and the like stay away from here: only words that touch the number compare.
  const isRelative =
    said?.comparator !== '<' && said?.comparator !== '<=' && risesBy(flat.slice(Math.max(0, from - 80), from))
  const isAbove = /^vuot/.test(said?.words ?? '')
  const isChange =
    (isRelative && figure.unit === 'percent' && addsTo.test(flat.slice(Math.max(0, from - 80), from))) ||
    ((isRelative || isAbove) && /^[^;]{0,60}\bso voi\b/.test(flat.slice(end, end + 80))) ||
    (isRelative && figure.unit === 'percent' && isPerYear(flat, from, end))
  const isContradicted = said !== undefined && late !== undefined && said.comparator !== late.comparator
  const words = [...(said?.words ? [{ from, to: match.index }] : []), ...(late?.words ? [{ from: end, to }] : [])]
  const isOpen = isContradicted || isRelative || figure.value === null
  return {
    ...figure,
    comparator: late?.comparator ?? said?.comparator ?? '>=',
    at: match.index,
    from,
    to,
    words,
    isChange,
    confidence: isOpen ? 0.5 : figure.valueTo === null ? 0.95 : 0.6,
  }
}

/** "tăng bình quân mỗi năm 5%" says by how much; "tăng lên 50%", "giảm còn 2%" to what. */
function risesBy(left: string): boolean {
  const last = [...left.matchAll(/\b(?:tang(?! cuong)|giam(?! sat| doc| dinh| ho))\b/g)].at(-1)
  const between = last ? left.slice(last.index) : ';'
  return !/[;.:%]|, |\d|\b(?:len|xuong|con|dat|den|la|o muc|bang)\b/.test(between)
}

/** "đạt 75%, tăng 5%": by how much what was just named is more than before. */
const addsTo = /\d ?%(?: \p{L}+){0,4},? \(?(?:tang|giam)(?: them)? $/u

/** "tăng 10%/năm", "mỗi năm giảm 0,3%": a pace, which is no state to be reached. */
function isPerYear(flat: string, from: number, end: number): boolean {
  return (
    /^ ?(?:\/|moi|mot|hang) ?nam\b/.test(flat.slice(end, end + 12)) ||
    /\b(?:moi|hang|tung) nam\b[^;.:\d]{0,60}$/.test(flat.slice(Math.max(0, from - 80), from))
  )
}
