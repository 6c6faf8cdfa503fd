/** Divides the text of a clause into its sentences, points and figures, each of which may rest a target or a duty of its own. */

import { pointsOf, type Span, sentencesOf, trimmed, type Words } from '../lines/spans.rules.ts'
import { dueIn } from '../phrases/deadlines.rules.ts'
import { figuresIn } from '../phrases/figures.rules.ts'
import { namedYears } from '../phrases/years.rules.ts'

export interface Piece extends Span {
  readonly sentence: Span
}

/** The smallest pieces of a clause, in order; together they are the whole of it. */
export function piecesOf(words: Words, whole: Span, isAim = false): Piece[] {
  return sentencesOf(words, whole).flatMap((sentence) =>
    withTheirDates(words, pointsOf(words, sentence)).flatMap((point) =>
      bothHalves(words, point).flatMap((part) =>
        splitFigures(words, part, isAim).map((span) => ({ ...span, sentence })),
      ),
    ),
  )
}

/** "...; hoàn thành trước ngày 31/12" is the date of the point before, "...; năm 2030: 80%" its aim for another year. */
function withTheirDates(words: Words, points: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const point of points) {
    const last = joined.at(-1)
    const isDate = /^(?:hoan thanh|xong|thoi gian|thoi han)[^,;]{0,30}?(?:truoc|trong|vao|cham nhat|xong|:)/.test(
      words.flat.slice(point.from, point.from + 60),
    )
    const isOneAim = last && [last, point].some(({ from, to }) => isOtherYear(words.flat.slice(from, to)))
    if (last && (isDate || isOneAim)) joined[joined.length - 1] = { from: last.from, to: point.to }
    else joined.push(point)
  }
  return joined
}

/** Words that leave a year and a figure what they are. */
const aroundFigure =
  /\b(?:va|la|len|con|dat|ty le|phan dau|den|vao|trong|het|cuoi|dau|khoang|tren|duoi|it nhat|toi thieu|toi da|khong duoi|khong qua|tro len|phan tram)\b/g

/** Years, figures and the words around them, and nothing on what they are of. */
function isBare(flat: string): boolean {
  if (flat.length > 120) return false
  const rest = namedYears(flat).reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), flat)
  return !/[\p{L}\d]/u.test(rest.replace(/\d[\d.,]* ?(?:%|(?=phan tram\b))/g, '').replace(aroundFigure, ''))
}

/** "năm 2030: 80%": an aim for another year. */
function isOtherYear(flat: string): boolean {
  return isBare(flat) && namedYears(flat).length === 1 && figuresIn(flat, 'percent').length === 1
}

/** "sơ kết vào năm 2025, tổng kết vào năm 2030": each half has its own last day. */
function bothHalves(words: Words, point: Span): Span[] {
  const flat = words.flat.slice(point.from, point.to)
  const match = /(\b(?:vao|trong) nam 20\d\d),? (?!va \d)(?:va )?(?=\p{Ll}[^,]{3,80}\b(?:vao|trong) nam 20\d\d)/u.exec(
    flat,
  )
  if (!match) return [point]
  const at = point.from + match.index + (match[1]?.length ?? 0)
  const [left, right] = [words.flat.slice(point.from, at), words.flat.slice(at, point.to)]
  const isTwo = JSON.stringify(dueIn(left)?.due) !== JSON.stringify(dueIn(right)?.due)
  return isTwo ? cut(words, point, [at]) : [point]
}

/** Several figures in one point are several aims where a comma or "trong đó" stands between them. */
function splitFigures(words: Words, part: Span, isAim: boolean): Span[] {
  const flat = words.flat.slice(part.from, part.to)
  const isInner = isAim && /\btrong do\b/.test(flat)
  const figures = figuresIn(flat, isAim ? 'all' : 'percent')
  if (figures.length < 2) return [part]
  const isFigureFirst = isInner || (figures[0]?.from ?? 0) < 30
  const cuts = figures.slice(1).flatMap((figure, index) => {
    const between = flat.slice(figures[index]?.to ?? 0, figure.from)
    const own = flat.slice(figure.from, figures[index + 2]?.from)
    const isSameCount = figure.unit === 'count' && figure.unitText === figures[index]?.unitText
    const isOneSubject = isBare(own) || isBare(flat.slice(0, figure.from))
    if (isSameCount && namedYears(between).length > 0) return []
    if (namedYears(between).length > 0 && isBare(between) && isOneSubject) return []
    const at = isFigureFirst ? lastJoint(between) : firstJoint(between)
    const isAside = /\([^()]*$/.test(flat.slice(0, figure.from)) && !/\btrong do\b/.test(between)
    return at < 0 || isAside ? [] : [part.from + (figures[index]?.to ?? 0) + at]
  })
  return cut(words, part, cuts)
}

/** Before the last comma that still leaves the words of the next aim together: "99%, trên 90%". */
function lastJoint(between: string): number {
  const inner = between.search(/[,(]? ?trong do\b/)
  if (inner >= 0) return inner
  const match =
    /^([\s\S]*)(?:, (?:va )?|;)(?:(?:tren|it nhat|toi thieu|khoang|phan dau|duy tri|va|dat|co|tu|con)\s)*$/.exec(
      between,
    )
  return match ? (match[1]?.length ?? -1) : -1
}

function firstJoint(between: string): number {
  const comma = between.indexOf(',')
  // "đạt 50% vào năm 2026 và 70%" is one aim of two years.
  return comma >= 0 && /\p{L}{2}/u.test(between.slice(comma + 1)) ? comma : -1
}

function cut(words: Words, part: Span, cuts: readonly number[]): Span[] {
  const edges = [part.from, ...cuts, part.to]
  return edges
    .slice(0, -1)
    .map((from, index) => trimmed(words.text, { from, to: edges[index + 1] ?? part.to }))
    .map((span) =>
      words.text.charAt(span.from) === ',' ? trimmed(words.text, { ...span, from: span.from + 1 }) : span,
    )
    .filter(({ from, to }) => to > from)
}
