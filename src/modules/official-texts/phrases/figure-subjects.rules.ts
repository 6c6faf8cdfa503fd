/** Who or what the figures of an aim are of: what follows the figure, or, where nothing does, what goes before. */

import { flatten } from '../lines/lines.rules.ts'
import { type Span, trimmed, type Words } from '../lines/spans.rules.ts'
import type { Figure } from './comparisons.rules.ts'

/** A figure of the text with what it is of; `hasDatedStart`: a year is named for the figure it starts from, too. */
export type Aim = Figure & { readonly hasDatedStart: boolean; readonly start: Span | null }

/** No sentence says in more signs than this what its figure is of. */
const longestSubject = 1200

/** What belongs to one figure of a piece: from the comma or "và" after the one before to that before the next. */
export function ownStretch(words: Words, piece: Span, figure: Aim, figures: readonly Aim[]): Span {
  const jointIn = (from: number, to: number) => {
    const between = words.flat.slice(piece.from + from, piece.from + to)
    return from + lastJoint(between)
  }
  const last = figures.findLast(({ from }) => from < figure.from)
  const next = figures.find(({ from }) => from > figure.from)
  const start = last ? jointIn(last.to, figure.start?.from ?? figure.from) : 0
  const end = next ? jointIn(figure.to, next.from) : 0
  const hasWords =
    last &&
    start >= last.to &&
    /\p{L}{2} \p{L}{2}/u.test(
      words.flat.slice(piece.from + start, piece.from + figure.from).replace(/^, |^ va |^ (?:cung )?voi /, ''),
    )
  const to = !next ? piece.to : piece.from + (end > figure.to + 2 ? end : next.from)
  const from = hasWords ? piece.from + start + 1 : piece.from
  return {
    from: Math.max(from, piece.from + figure.from - longestSubject),
    to: Math.min(to, piece.from + figure.to + longestSubject),
  }
}

/** Where the words of the next figure begin: "45 điểm trường vùng sâu, vùng xa với 18.000 lượt người" parts at its "với". */
function lastJoint(between: string): number {
  const bracket = between.lastIndexOf('(')
  if (bracket >= 0 && between.indexOf(')', bracket) < 0) return bracket
  const own = / (?:(?:cung )?(?<!\bso )voi [^,;]{0,40}|cho )$/.exec(between)
  return own ? own.index : Math.max(between.lastIndexOf(','), between.lastIndexOf(' va '))
}

/** One aim of several years says only once what it is of: before the first figure or after the last. */
export function sharedSubject(words: Words, piece: Span, figures: readonly Aim[]): string | null {
  const [first, last] = [figures[0], figures.at(-1)]
  if (!first || !last) return null
  const own = subjectOf(words, piece, first)
  return own.length > 3 && !own.includes('%') ? own : subjectOf(words, piece, last)
}

export function subjectIn(words: Words, piece: Span, figure: Aim, figures: readonly Aim[]): string {
  const own = ownStretch(words, piece, figure, figures)
  const shift = own.from - piece.from
  const start = figure.start && { from: figure.start.from - shift, to: figure.start.to - shift }
  return withoutShare(subjectOf(words, own, { ...figure, from: figure.from - shift, to: figure.to - shift, start }))
}

/** "60/74 xã (81%) đạt chuẩn", "100% (15/15) thôn": the figure told once more is no part of what it is of. */
function withoutShare(subject: string): string {
  return subject.replace(
    /^\d[\d.,/]* ?%?\) |,? ?\(?tương (?:đương|ứng)(?: với)? \d[\d.,/]* ?%?(?: \p{L}+)?(?:\)|,)?| ?\(\d[\d.,/]* ?(?:%|(?<=\/\d+ ?)[\p{Ll}, ]+)?\)/gu,
    '',
  )
}

/** "Về gia đình học tập: ..." names the subject after its first word. */
export function withoutLead(subject: string): string {
  return subject.replace(/^(?:Về (?:việc )?|(?:cùng )?với )/u, '')
}

/** "...; đến năm 2030 đạt 60%" goes on with the subject of the target before it. */
export function withSubjectOf<Target extends { readonly subject: string }>(
  targets: readonly Target[],
  before: Target | undefined,
): Target[] {
  return targets.map((target) => {
    const own = flatten(target.subject.slice(0, 160))
    const isNone =
      /^\/|^(?:(?:(?:vao|den|trong|het|cuoi) )*nam 20\d\d|(?:tang|giam|them|dat|len|con|xuong|moi nam|hang nam|phan dau|ty le nay|binh quan|khoang|tren|va)\b|[\d\s%.,;:()/-])*$/.test(
        own,
      )
    return isNone && before ? { ...target, subject: before.subject } : target
  })
}

const leadingWords = /^(?:so|tong so|cac|trong tong so|doi voi)? ?/
const trailingWords =
  /[\s,:(]*(?:(?:phan dau|duy tri|dat|dat ty le|len|la|o muc|xuong|giam|tang|con|ty le|chiem|co|bao dam|dam bao|trong do|va|tu|giu vung|(?:(?<=\b(?:tang|giam|them|dat|dau) )|(?<!\b(?:hoc|nhap|tho|diem|loai) )(?=\p{L}+ \p{L}+[\s,:]*$)|(?=\p{L}+ \p{L}+ (?:moi|hang) nam\b))(?:binh quan|trung binh)|moi nam|hang nam|them|tu [\d.,]+ ?%|(?:den |vao |trong )?(?:het |cuoi )?nam 20\d\d|giai doan 20\d\d ?[-–] ?20\d\d)[\s,:]*)*$/u
export const startWords =
  /^\s*(?:(?:phan dau|khong de|duy tri|den nam 20\d\d,?|den het nam 20\d\d,?|hang nam,?|moi nam,?|trong do,?|rieng|va|bao dam|dam bao|giu vung|den cuoi nam 20\d\d,?|(?:dua|nang(?: cao)?|tang|giam|keo giam|ha|cai thien|mo rong)(?= (?:ty le|so|tong so|chi so|muc|quy mo)\b)|(?:van dong|huy dong|gay|xay dung|phat trien)(?: xay dung| phat trien)?(?= quy (?!mo|dinh|trinh|che|hoach|uoc|[ivx\d]))|chi tieu \d{1,2} ?[:.]?(?= ))(?!\p{L})\s*[,:]?\s*)+/u

/** Who or what the number is of: what follows it, or, where nothing does, what goes before. */
function subjectOf(words: Words, piece: Span, figure: Figure & Partial<Pick<Aim, 'start'>>): string {
  const right = closed(words.text, trimmed(words.text, { from: piece.from + figure.to, to: piece.to }, '.;,:)'))
  const rightFlat = words.flat.slice(right.from, right.to)
  const hasRight =
    words.text.charAt(piece.from + figure.to) !== ',' &&
    /\p{L}{2}/u.test(rightFlat) &&
    !(figure.unit === 'money' && /^(?:cho|de|nham|ho tro|vao|tu)(?!\p{L})/u.test(rightFlat)) &&
    !/^(?:[(/]|(?:vao|den|trong|nam|hang nam|moi nam|so voi|theo|tro|,|va)(?!\p{L}))/u.test(rightFlat)
  if (hasRight && !isBefore(words, piece, figure)) {
    const skip = figure.unit === 'count' ? 0 : (leadingWords.exec(rightFlat)?.[0].length ?? 0)
    const ends = [rightFlat.search(subjectEnd), rightFlat.length]
    const end = Math.min(...ends.filter((at) => at >= 0))
    const joint = / (?:(?:voi|va|cung|cho|gom|khoang|tren|it nhat|toi thieu|trong do|tri gia|tong|\()\s?)+$/.exec(
      rightFlat.slice(0, end),
    )
    const to = joint ? joint.index : end
    const own = words.text.slice(right.from + skip, right.from + (to > skip ? to : rightFlat.length))
    return figure.unit === 'count' ? withoutUpwards(own) : own
  }
  const rise = words.flat.slice(piece.from, piece.from + figure.from).search(/ (?:tang |giam )?tu \d[\d.,]* ?%/)
  const left = { from: piece.from, to: piece.from + (figure.start?.from ?? (rise > 0 ? rise : figure.from)) }
  const flat = withoutFalseFrom(words.text, words.flat, left)
  const tail = trailingWords.exec(flat.slice(-80))?.[0].length ?? 0
  const aimed = [...flat.matchAll(/\bphan dau(?: den(?: het| cuoi)? nam 20\d\d)?,? /g)].at(-1)
  const aimedTo = aimed ? aimed.index + aimed[0].length : 0
  // "Riêng buôn A phấn đấu đạt 88%": nothing stands after the word, so it ends the subject.
  const start = Math.max(startWords.exec(flat)?.[0].length ?? 0, aimedTo < flat.length - tail ? aimedTo : 0)
  // "Xóa mù chữ: tỷ lệ người biết chữ đạt 94%": what is measured is named after the colon.
  const named = flat.search(/(?<=: )(?:ty le|so luong|so|tong so|chi so|quy mo)\b [^:]*$/)
  const span = trimmed(
    words.text,
    { from: left.from + Math.min(Math.max(start, named), flat.length - tail), to: left.to - tail },
    '.;,:-+',
  )
  const before = words.text.slice(span.from, span.to)
  const isWord =
    before !== '' && !before.includes('%') && !/^(?:muc tieu|chi tieu|cu the|it nhat)$/.test(flatten(before))
  if (isWord || rightFlat.length < 4) return before
  // "50% vào năm 2027 và 60% vào năm 2028 số xã ...": the subject follows the last year.
  const years = yearsFirst.exec(rightFlat)?.[0].length ?? 0
  return words.text.slice(right.from + (years < rightFlat.length ? years : 0), right.to)
}

/** "từ 05 giáo viên trở lên đạt giải": what they are to do goes on after the words that compare, and a remark does not. */
function withoutUpwards(subject: string): string {
  return subject.replace(/ trở lên(?:(?= \p{L})(?! (?:mỗi|trong|theo|vào|từ|và|cho|ở)(?!\p{L}))|.*$)/u, '')
}

/** The shadow of a stretch in which only "từ" is one: "hóa đơn điện tử", "vốn đầu tư" end in no word that leads to a figure. */
function withoutFalseFrom(text: string, flat: string, { from, to }: Span): string {
  let own = flat.slice(from, to)
  for (const { index } of text.slice(from, to).matchAll(/(?<!\p{L})t[ưựửữứúủụù](?!\p{L})/giu))
    own = `${own.slice(0, index)}tw${own.slice(index + 2)}`
  return own
}

/** With the bracket that closes one of its own. */
function closed(text: string, { from, to }: Span): Span {
  const own = text.slice(from, to)
  const isOpen = own.lastIndexOf('(') > own.lastIndexOf(')') && text.charAt(to) === ')'
  return isOpen ? { from, to: to + 1 } : { from, to }
}

const yearsFirst = /^(?:(?:(?:vao|den|trong)(?: het)? )?nam 20\d\d|va(?!\p{L})|[,()]|[\d.,]+ ?%|so(?!\p{L})|\s)+/u

/** What follows the subject and is said of the aim, not of whom it is: the year, a change, the document it follows. */
const subjectEnd =
  /,? \(?trong do\b| \((?:tang|giam|thuc hien|ket qua|hien|uoc|cung ky|so lieu|xuat phat|so voi|ke hoach|chi tieu|nam 20\d\d)\b|,? trong (?:quy|thang|nam|6 thang)\b| (?:va|phan dau|va phan dau)(?: \p{L}+){0,4} \d[\d.,]* ?%|[;,]? (?:\()?(?:vao|den|trong|truoc)(?: het| cuoi)? nam 20\d\d\b|, (?:xep loai|tang|giam|thuc hien|trien khai|theo|gop phan|nham|bao dam|dam bao|dap ung|so voi|phan dau|vuot|cao hon|thap hon)\b|[,;]?(?: trong| cho)? \(?(?:giai doan|nam) 20\d\d\b/u

/** "trong đó nữ 430 người, dân tộc thiểu số 745 người": the parts are named before their numbers, and so are the others. */
function isPartOfMany({ flat }: Words, at: number): boolean {
  return /\btrong do,? (?!co |la )[^\d,;.]{2,60} \d[^;.]*$/.test(flat.slice(Math.max(0, at - 200), at))
}

/** "Chi cho khuyến học đạt 2% tổng chi ngân sách": after the share stands what it is part of, before it what it is spent on. */
function isShareSpent(before: string, after: string): boolean {
  return (
    /(?:^|\b)(?:(?:chi|kinh phi|ngan sach|von|dau tu|nguon luc)\b[^;]*\bcho \p{L}{2}|muc chi\b)[^;]*$/u.test(
      before.slice(-200),
    ) &&
    /^ (?:tong|du toan|ngan sach|chi|grdp|gdp|nguon)\b(?! cho\b)[^,;.]*/.test(after) &&
    !/^[^,;.]* cho\b/.test(after)
  )
}

/** "Tỷ lệ người biết chữ đạt 98%": the subject stands before the verb. */
function isBefore(words: Words, piece: Span, figure: Figure): boolean {
  const flat = words.flat.slice(piece.from, piece.from + figure.from)
  return (
    figure.unit === 'level' ||
    (figure.unit === 'count' && /^(?:nam|tuoi)$/.test(figure.unitText)) ||
    /\bchiem\s*$/.test(flat.slice(-200)) ||
    (/\p{L}{2}.* dat\s*$/u.test(flat.slice(-200)) &&
      /^ (?:tong )?dan so\b/.test(words.flat.slice(piece.from + figure.to, piece.from + figure.to + 20))) ||
    isShareSpent(flat, words.flat.slice(piece.from + figure.to, piece.from + figure.to + 160)) ||
    (figure.unit === 'count' && /^trong do,? (?!co |la )\p{L}+/u.test(flat)) ||
    (figure.unit === 'count' && /^[, ]*(?!va |co |la )\p{L}+ \p{L}+/u.test(flat) && isPartOfMany(words, piece.from)) ||
    /(?:^|\s)(?:ty le|so|tong so|chi so|so luong|muc)\s.*(?:dat|la|len|con|chiem|duoi|tren|tu|xuong|duy tri|:)\s*$/.test(
      flat.slice(-200),
    )
  )
}
