/** The measures of an official page (NĐ 30/2020/NĐ-CP, Phụ lục I): A4, margins, sizes of type, lengths of rules. */
import { decomposed } from '#kernel/text.ts'

/** Twentieths of a point, the unit of Word. */
export const twipsPerMillimetre = 1440 / 25.4

export function millimetres(value: number): number {
  return Math.round(value * twipsPerMillimetre)
}

export const fontName = 'Times New Roman'

/** Points. */
export const type = { national: 12, motto: 13, body: 14, head: 13, table: 11, recipientsTitle: 12, recipients: 11 }

export const paper = { width: millimetres(210), height: millimetres(297) }
/** Allowed: top and bottom 20-25 mm, left 30-35, right 15-20. The page number stands in the top margin. */
export const margin = {
  top: millimetres(20),
  bottom: millimetres(20),
  left: millimetres(30),
  right: millimetres(15),
  header: millimetres(9),
}
export const textWidth = {
  portrait: paper.width - margin.left - margin.right,
  landscape: paper.height - margin.left - margin.right,
}

/** The first line of a paragraph: 1.27 cm. */
export const firstLine = 720
/** Between paragraphs: 6 points. */
export const paragraphGap = 120
/** Line spacing in 240ths: 1.1 lines, between single and 1.5. */
export const lineSpacing = 264

/** Left: the issuing body. Right: the national line, which must fit in one line at 12 points bold. */
export const headColumns = [millimetres(72), textWidth.portrait - millimetres(72)] as const
export const footColumns = [millimetres(80), textWidth.portrait - millimetres(80)] as const

/** Room for a signature and a seal: five lines. */
export const signingSpace = 1600
/** Where "Kính gửi:" ends when several names stand below it. */
export const addressIndent = millimetres(50)

// Advance widths of Times Bold in thousandths of an em; a letter is as wide with its marks as without.
const capitalWidths = [
  722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000,
  722, 722, 667,
]
const smallWidths = [
  500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722,
  500, 500, 444,
]

/** The length of one line of bold Times, in twips; near enough for rules under it and for columns that hold it. */
export function boldLength(text: string, points: number): number {
  const plain = decomposed(text).replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd')
  const thousandths = [...plain].reduce((sum, sign) => sum + widthOf(sign), 0)
  return Math.round((thousandths / 1000) * points * 20)
}

function widthOf(sign: string): number {
  if (sign >= 'A' && sign <= 'Z') return capitalWidths[sign.charCodeAt(0) - 65] ?? 722
  if (sign >= 'a' && sign <= 'z') return smallWidths[sign.charCodeAt(0) - 97] ?? 500
  if (sign >= '0' && sign <= '9') return 500
  return sign === '-' ? 333 : 250
}

/** The rule under a title of a page `width` wide. */
export function titleRule(subject: string, width: number): number {
  return Math.min(ruleLength(subject, type.body, width), width / 3)
}

/**
 * The rule under a line of text: one third to one half of its length; where the text wraps, of its last line's
 * width at most.
 */
export function ruleLength(text: string, points: number, available: number): number {
  const lines = text.split('\n')
  const line = lines.at(-1) ?? text
  return Math.round(Math.min(boldLength(line, points), available) * 0.42)
}

/**
 * Widths of columns in whole twips that add up to `total`: shared out by weight, but none narrower than `least`, as far
 * as there is room; columns with room to spare give it.
 */
export function fitColumns(total: number, weights: readonly number[], least: readonly number[]): number[] {
  const fixed = new Set<number>()
  for (;;) {
    const room = total - [...fixed].reduce((sum, index) => sum + (least[index] ?? 0), 0)
    const free = weights.map((weight, index) => (fixed.has(index) ? 0 : weight))
    const sum = free.reduce((all, weight) => all + weight, 0)
    const tight = free.findIndex((weight, index) => !fixed.has(index) && (weight / sum) * room < (least[index] ?? 0))
    if (tight < 0) {
      return shareOut(
        total,
        weights.map((_, index) => (fixed.has(index) ? (least[index] ?? 0) : ((free[index] ?? 0) / sum) * room)),
      )
    }
    fixed.add(tight)
    if (fixed.size === weights.length) return shareOut(total, least)
  }
}

/** Shares out a width by weights in whole twips, so that the columns add up to it exactly. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let reached = 0
  let given = 0
  return weights.map((weight) => {
    reached += weight
    const edge = Math.round((reached / sum) * total)
    const width = edge - given
    given = edge
    return width
  })
}
