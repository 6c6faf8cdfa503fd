/** Which figures of a stretch set aims; others tell where an aim starts from, of how many a thing consists, or the same once more. */

import type { Span } from '../lines/spans.rules.ts'
import type { Figure } from '../phrases/comparisons.rules.ts'
import type { Aim } from '../phrases/figure-subjects.rules.ts'
import { yearsIn } from '../phrases/years.rules.ts'

/** "(thực hiện năm 2021: 58%)", "(kế hoạch giao 50%)", in a plan from 2026 "(năm 2025: 85%, 66%)": told beside an aim, and none. */
const startWord =
  /^\((?:thuc hien|ket qua|hien|uoc|cung ky|so lieu|xuat phat|so voi|(?:ke hoach|chi tieu)(?: \p{L}+){0,4} giao)(?!\p{L})/u

export function startingPoints(flat: string, firstYear: number): Span[] {
  return [...flat.matchAll(/\([^()]*\d[^()]*\)/g)].flatMap(({ 0: bracket, index }) => {
    const years = yearsIn(bracket)
    const isBefore = years.length > 0 && years.every((year) => year < firstYear)
    const hasFigure = /\d/.test(bracket.replace(/20\d\d/g, ''))
    const isStart = hasFigure && (startWord.test(bracket) || isBefore)
    return isStart ? [{ from: index, to: index + bracket.length }] : []
  })
}

export function isWithin(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => at >= from && at < to)
}

/** The words without some stretches of them. */
export function without(flat: string, spans: readonly Span[]): string {
  return spans.reduceRight((left, { from, to }) => left.slice(0, Math.max(0, from)) + left.slice(Math.max(0, to)), flat)
}

/** "từ 85% lên 95%" sets one aim: the first figure is where it starts from. A mere change against a year sets none. */
export function aimsAmong(figures: readonly Figure[], flat: string): Aim[] {
  const isStart = (figure: Figure, next: Figure | undefined) =>
    next !== undefined &&
    /\btu\b/.test(flat.slice(figure.from, figure.from + 3)) &&
    /(?<!\btro) (?:len|xuong) /.test(flat.slice(figure.to, next.from + 12))
  return figures.flatMap((figure, index) => {
    const before = figures[index - 1]
    if (
      figure.isChange ||
      isStart(figure, figures[index + 1]) ||
      (before && (saysAgain(before, figure, flat) || isOfEach(before, figure, flat)))
    )
      return []
    const start = before !== undefined && isStart(before, figure) ? before : null
    const hasDatedStart = start !== null && yearsIn(flat.slice(start.to, figure.from)).length > 0
    return [{ ...figure, hasDatedStart, start: start && { from: start.from, to: start.to } }]
  })
}

/** "100% cơ sở tổ chức ít nhất 01 hoạt động": how much each of those counted is to do belongs to what they are. */
function isOfEach(before: Figure, { unit, from }: Figure, flat: string): boolean {
  const between = flat.slice(before.to, from)
  const isShare = before.unit === 'percent' || before.unit === 'fraction'
  return (
    isShare &&
    unit === 'count' &&
    /^ \p{L}{2,}/u.test(between) &&
    /\p{L} $/u.test(between) &&
    !/[,;:()]| (?:va|voi|gom|tuong duong|hay|la|khoang|bang|tu) /.test(between)
  )
}

/** "60/74 xã (81%)", "100% (15/15) thôn": one aim, told in two ways. */
function saysAgain(before: Figure, { unit, value, from, to }: Figure, flat: string): boolean {
  const share = (own: { readonly unit: string; readonly value: number | null }) =>
    own.unit === 'fraction' ? (own.value ?? 0) * 100 : own.unit === 'percent' ? (own.value ?? 0) : Number.NaN
  const between = flat.slice(before.to, from)
  const isAside =
    (/\([^()]*$/.test(between) && /^[^()]*\)/.test(flat.slice(to))) ||
    /\b(?:tuong duong|tuong ung)(?: voi)? $/.test(between)
  return isAside && unit !== before.unit && Math.abs(share(before) - share({ unit, value })) < 1
}

/** "01 tổ (từ 5 đến 7 thành viên)": of how many each consists. */
export function isSize(flat: string, { from, to, valueTo }: Figure): boolean {
  return valueTo !== null && /\( ?$/.test(flat.slice(0, from)) && /^[^(),;]{0,40}\)/.test(flat.slice(to))
}
