/** Aims without a figure: titles to be won, things to be done or to be avoided. */

import { placeOf, type Span, trimmed, type Words } from '../lines/spans.rules.ts'
import { startWords } from '../phrases/figure-subjects.rules.ts'
import { namedYears } from '../phrases/years.rules.ts'
import { type Setting, yearFor } from './aim-years.rules.ts'
import { type FoundTarget, keepWords, pastWords } from './aims.rules.ts'

const yesWords =
  /^(?:phan dau |den nam 20\d\d,? )*khong (?:de|con)\b|\b(?:duoc cong nhan|danh hieu|dat chuan|dang ky|hoan thanh|duoc xep loai|co du|duoc ban hanh)\b/
const vagueStart =
  /^(?:nang cao|tang cuong|day manh|gop phan|tiep tuc|tung buoc|tao|phat huy|cu the hoa|doi moi|hoan thien|mo rong|huy dong|phat trien|khuyen khich|quan triet|to chuc|xay dung|phan cong|bieu|bang|phu luc|ghi chu|don vi tinh)\b/

/** By how much something changes is no state to be reached. */
const changeOnly = /\d ?(?:%|diem\b|phan tram\b)/

/** An aim without a figure: a title to be won, a thing to be done. Only under specific aims, in a point of its own. */
export function yesTargetOf(words: Words, piece: Span, setting: Setting): FoundTarget | null {
  const flat = words.flat.slice(piece.from, piece.to)
  if (
    setting.topic !== 'aims' ||
    /:\s*$|^muc tieu (?:chung|tong quat) ?:/.test(flat) ||
    pastWords.test(flat) ||
    changeOnly.test(flat)
  )
    return null
  const isTitle = yesWords.test(flat)
  if (!isTitle && (vagueStart.test(flat) || (setting.yearAbove === null && !setting.planYear?.isOnly))) return null
  const named = [...new Set(namedYears(flat).map((each) => each.year))]
  const { isSure, ...year } = yearFor(setting, { year: named.at(-1) ?? null, isSure: named.length < 2 })
  const isRegister = /^(?:phan dau |den nam 20\d\d,? )*dang ky\b/.test(flat)
  const subject = trimmed(words.text, piece, '.;,')
  const own = words.flat.slice(subject.from, subject.to)
  const not = own.search(/\bkhong (?:de|con)\b/)
  // What must not be is no aim without its "không".
  const skip = Math.min(startWords.exec(own)?.[0].length ?? 0, not < 0 ? own.length : not)
  const from = subject.from + (skip < subject.to - subject.from ? skip : 0)
  return {
    ...year,
    everyYear: /\b(?:hang nam|moi nam)\b/.test(flat),
    comparator: 'yes',
    value: null,
    valueTo: null,
    unit: 'yes',
    unitText: null,
    subject: words.text.slice(from, subject.to),
    mode: isRegister ? 'register' : keepWords.test(flat) ? 'keep' : 'reach',
    qualifiers: [],
    sentence: words.text.slice(piece.from, piece.to),
    ...placeOf(
      words,
      piece,
      isSure && isTitle && (year.yearFrom !== 'title' || setting.planYear?.isOnly) ? 0.85 : 0.55,
    ),
    spans: [],
    why: isTitle ? (isSure ? null : 'years') : 'no-figure',
  }
}
