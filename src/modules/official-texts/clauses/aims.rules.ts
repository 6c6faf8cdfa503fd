/** The targets of a clause that have figures: which of them set an aim, of whom, by when. */

import type { DraftTarget } from '../draft.model.ts'
import { placeOf, type Span, type Words } from '../lines/spans.rules.ts'
import type { Topic } from '../outline/headings.rules.ts'
import type { Figure } from '../phrases/comparisons.rules.ts'
import { type Aim, ownStretch, sharedSubject, subjectIn, withoutLead } from '../phrases/figure-subjects.rules.ts'
import { figuresIn } from '../phrases/figures.rules.ts'
import { namedYears, type RuledYear, type Ruling, rulingsIn, yearOfFigure } from '../phrases/years.rules.ts'
import { aimsAmong, isSize, isWithin, startingPoints, without } from './aim-figures.rules.ts'
import { type Setting, yearFor } from './aim-years.rules.ts'

/** A target before its piece has a ref of its own. */
export type FoundTarget = Omit<DraftTarget, 'ref'> & {
  readonly why: string | null
  /** Where its figures stand in the piece: its own, and the one it starts from. */
  readonly spans: readonly Span[]
}

const goalWords =
  /\bphan dau\b|\bmuc tieu\b|\bchi tieu\b|\bden (?:het |cuoi )?nam 20|\b(?:ty le|dat|bao dam|dam bao|duy tri|it nhat|toi thieu)\b/
export const pastWords = /\b(?:da dat|hien nay|hien co|hien dat|da co|dat duoc|tang truong qua|nam truoc|uoc dat)\b/
export const keepWords = /\b(?:duy tri|giu vung|on dinh|bao toan)\b/
/** After "duy trì 9 câu lạc bộ": what is done anew. */
const newWords =
  /^[, ]*(?:va |dong thoi )*(?:thanh lap|xay dung|phat trien|nang|tang|ket nap|cong nhan|phan dau|to chuc|lap|ra mat|bo sung|mo|them|trong do,? (?:co )?thanh lap|nhan rong|dau tu|trang bi|mua|tao|co them|huy dong|thu hut|boi duong|dao tao|tap huan|cap|trao|hoan thanh|dang ky)(?!\p{L})|^[^,;]{0,60} moi(?: \p{L}+)? \d|^[^,;]*\d+ \p{L}+(?: \p{L}+){0,2} moi(?!\p{L})/u

/** Whether percentages here are aims: under headings of aims always, among tasks with a word that sets one, under money never. */
function mayAim(topic: Topic, flat: string): boolean {
  if (topic === 'money' || topic === 'state') return false
  return topic === 'aims' || topic === 'general-aims' || goalWords.test(flat)
}

/** The figures of a whole clause and the years that rule them: a year holds until the next, beyond the end of a point. */
export interface Reach {
  readonly figures: readonly number[]
  readonly rulings: readonly Ruling[]
  /** What tells where the aims start from. */
  readonly past: readonly Span[]
}

export function reachOf(words: Words, whole: Span, { topic, planYear }: Setting): Reach {
  const flat = words.flat.slice(whole.from, whole.to)
  const past = startingPoints(flat, planYear?.from ?? 0)
  const figures = figuresIn(flat, topic === 'aims' ? 'all' : 'percent')
    .map(({ at }) => at)
    .filter((at) => !isWithin(past, at))
  const rulings = rulingsIn(flat, figures).filter(({ from }) => !isWithin(past, from))
  const there = <T extends Span>(span: T) => ({ ...span, from: span.from + whole.from, to: span.to + whole.from })
  return { figures: figures.map((at) => at + whole.from), rulings: rulings.map(there), past: past.map(there) }
}

/** The targets with figures in a stretch of the words, which is a piece of `sentence`. */
export function targetsIn(words: Words, piece: Span, sentence: Span, setting: Setting, reach: Reach): FoundTarget[] {
  const flat = words.flat.slice(piece.from, piece.to)
  const whole = words.flat.slice(sentence.from, sentence.to)
  const past = reach.past.map(({ from, to }) => ({ from: from - piece.from, to: to - piece.from }))
  if (!mayAim(setting.topic, whole) || pastWords.test(without(flat, past))) return []
  const kinds = setting.topic === 'aims' ? 'all' : 'percent'
  const figures = aimsAmong(
    figuresIn(flat, kinds).filter(({ at }) => !isWithin(past, at)),
    flat,
  )
  // "lần lượt 60%, 80%": of whom each is, stands elsewhere.
  if (figures.length > 1 && /\b(?:lan luot|tuong ung)\b/.test(flat)) return []
  const isPaired = figures.length > 1 && namedYears(flat).length > 1
  const shared = isPaired ? withoutLead(sharedSubject(words, piece, figures) ?? '') || null : null
  const own = figures
    .filter((figure) => !isSize(flat, figure))
    .map((figure) => ({ ...figure, ruled: yearOfFigure(reach.rulings, reach.figures, piece.from + figure.at) }))
  return own.map((figure) =>
    targetOf(words, piece, sentence, setting, {
      ...figure,
      keep: keepWordAt(words, piece, figure, figures),
      subject: withoutStarts(words, reach, shared ?? withoutLead(subjectIn(words, piece, figure, figures))),
    }),
  )
}

/** A subject without the bracket that tells where its aim starts from. */
function withoutStarts({ text }: Words, { past }: Reach, subject: string): string {
  return past.reduce((left, { from, to }) => left.replace(` ${text.slice(from, to)}`, ''), subject)
}

/** The word that keeps what is reached: before all figures of the piece, or among the words of this one. */
function keepWordAt(words: Words, piece: Span, figure: Aim, figures: readonly Aim[]): Span | null {
  const last = figures.findLast(({ from }) => from < figure.from)
  const between = words.flat.slice(piece.from + (last?.to ?? 0), piece.from + figure.from)
  const joint = last ? piece.from + last.to + Math.max(0, between.lastIndexOf(','), between.lastIndexOf(' va')) : 0
  const whole = ownStretch(words, piece, figure, figures)
  const own = { from: Math.max(whole.from, joint), to: whole.to }
  const first = { from: piece.from, to: piece.from + (figures[0]?.from ?? 0) }
  const begun = last ? joint : piece.from + words.flat.slice(piece.from, piece.from + figure.from).lastIndexOf(',')
  const isNew = begun >= piece.from && newWords.test(words.flat.slice(begun, piece.from + figure.to + 40))
  for (const { from, to } of isNew ? [own] : [first, own]) {
    const match = keepWords.exec(words.flat.slice(from, to))
    const at = from - piece.from + (match?.index ?? 0)
    if (match) return { from: at, to: at + match[0].length }
  }
  return null
}

function targetOf(
  words: Words,
  piece: Span,
  sentence: Span,
  setting: Setting,
  figure: Aim & { readonly ruled: RuledYear; readonly subject: string; readonly keep: Span | null },
): FoundTarget {
  const flat = words.flat.slice(piece.from, piece.to)
  const { subject } = figure
  const { isSure, ...year } = yearFor(setting, figure.ruled)
  const modeWord = figure.keep
  const spans = [...figure.words, ...(figure.start ? [figure.start] : []), ...(modeWord ? [modeWord] : [])]
  const confidence = Math.min(
    figure.confidence,
    sureOf(setting, year),
    isSure ? 1 : 0.5,
    // "Trong đó, 12% ..." leaves open what the 12% are of.
    isInner(words, piece, sentence) ? 0.65 : 1,
    /\p{L}{2}/u.test(subject) ? 1 : 0.5,
  )
  return {
    ...year,
    everyYear: /\b(?:hang nam|moi nam)\b/.test(flat),
    comparator: figure.comparator,
    value: figure.value,
    valueTo: figure.valueTo,
    unit: figure.unit,
    unitText: unitTextOf(words, piece, figure),
    subject,
    mode: modeWord ? 'keep' : 'reach',
    qualifiers: spans
      .map(({ from, to }) => words.text.slice(piece.from + from, piece.from + to).trim())
      .filter((word) => word !== ''),
    sentence: words.text.slice(sentence.from, sentence.to),
    ...placeOf(words, piece, confidence),
    spans: [{ from: figure.from, to: figure.to }, ...(figure.start ? [figure.start] : [])],
    why: figure.confidence < 0.7 ? 'comparator' : !isSure ? 'years' : figure.hasDatedStart ? 'start' : null,
  }
}

/** How sure an aim can be where it stands, by the year found for it. */
function sureOf(setting: Setting, { year, yearFrom }: Pick<DraftTarget, 'year' | 'yearFrom'>): number {
  if (year === null) return 0.5
  if (yearFrom === 'title' && !setting.planYear?.isOnly) return 0.6
  return setting.topic === 'aims' ? 1 : 0.8
}

/** A part of what was counted before it. */
function isInner(words: Words, piece: Span, sentence: Span): boolean {
  const before = words.flat.slice(Math.max(sentence.from, piece.from - 400), piece.from)
  return (
    /^[,\s(]*trong do\b/.test(words.flat.slice(piece.from, piece.to)) ||
    /\btrong do\b/.test(before.slice(before.lastIndexOf(';') + 1))
  )
}

/** The unit with its tone marks, as the text has it. */
function unitTextOf(words: Words, piece: Span, figure: Figure): string {
  const at = words.flat.indexOf(figure.unitText, piece.from + figure.from)
  if (figure.unit === 'percent' || at < 0) return figure.unitText
  return words.text.slice(at, at + figure.unitText.length)
}

/** "12.000 người, trong đó cao đẳng 1.500 người": a second figure that was not told apart. */
export function isHalfRead(words: Words, piece: Span, targets: readonly FoundTarget[]): boolean {
  return targets.length === 1 && /\d.{0,200}\btrong do\b.{0,100}\d/.test(words.flat.slice(piece.from, piece.to))
}

/** A figure that looks like an aim where nothing says so, or an aim too vague to be one. */
export function missedTarget(words: Words, piece: Span, setting: Setting): boolean {
  const flat = words.flat.slice(piece.from, piece.to)
  if (setting.topic === 'aims') return !/:\s*$/.test(flat)
  if (setting.topic === 'money') return false
  const isDated = namedYears(flat).length > 0 || goalWords.test(flat)
  return figuresIn(flat, isDated ? 'all' : 'percent').some(({ unit }) => unit !== 'level')
}
