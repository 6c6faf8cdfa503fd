/** Whom a clause speaks to: the bodies it begins with, known by their names, by a colon, or by what they are told. */

import { isBody } from '../agencies/agency-groups.rules.ts'
import { type AgencyList, agenciesAt } from '../agencies/agency-lists.rules.ts'
import { endOfName, type NamedAgency } from '../agencies/agency-names.rules.ts'
import { startsActing } from '../agencies/agency-words.rules.ts'
import { asSentence } from '../agencies/capitals.rules.ts'
import { flatten } from '../lines/lines.rules.ts'
import { trimmed, type Words, wholeOf } from '../lines/spans.rules.ts'
import { lateSubject } from './late-subjects.rules.ts'

/** Whom a heading or sentence speaks to. */
export interface Addressed {
  readonly agencies: readonly NamedAgency[]
  /** Bodies outside the administration are asked, not told ("Đề nghị ..."). */
  readonly isRequested: boolean
  /** Where the words on what to do begin; the end of the text for a mere heading. */
  readonly from: number
  /** Named beside them, and reached through them: no duty rests on these, which is told. */
  readonly leftOut?: readonly NamedAgency[]
}

const address =
  /^(?:trach nhiem(?: thuc hien)? (?:cua )?|nhiem vu(?: cu the)? cua |phan cong (?:nhiem vu (?:cu the )?cho )?|giao (?!vien|duc|xu|su|dan)(?:cho )?|yeu cau |de nghi |doi voi |cac co quan, don vi: )+/

function nameToColon({ text }: Words, last: NamedAgency): NamedAgency | null {
  const rest = /^((?:,| và) \p{Ll}[^.:;()\t]{2,90}):(?:\s|$)/u.exec(text.slice(last.to, last.to + 120))?.[1]
  const more = rest?.replace(/^(?:,| và) /, '')
  if (!rest || !more || startsActing(more) || label.test(flatten(more))) return null
  const to = last.to + rest.length
  return { ...last, name: text.slice(last.from, to), to, isUnknown: true }
}

function afterColon({ text }: Words, colon: number): number {
  const rest = text.slice(colon).replace(/^[:\s]+/, '').length
  return text.length - rest
}

/** Under a heading, "Cơ quan thường trực, chủ trì ..." says what the body of the heading is. */
const itself =
  /^(?:la )?(?:co quan|don vi) (?:thuong truc|dau moi|chu tri)[,;:]? (?:chu tri|phoi hop|tham muu|giup|co trach nhiem|tong hop)/

interface Opening {
  /** Where the words begin, after "Giao", "Đề nghị". */
  readonly from: number
  readonly isRequested: boolean
  readonly isHeading: boolean
  readonly isUnder: boolean
  /** "Trách nhiệm của ..." over a list: whatever follows is somebody. */
  readonly isSomebody: boolean
}

/** The agencies a clause begins with: as a heading, before a colon, or before a verb. Null where it begins otherwise. `isUnder`: a heading above names one already. */
export function addressedBy(words: Words, isHeading: boolean, isUnder = false): Addressed | null {
  const head = address.exec(words.flat.slice(0, 80))?.[0] ?? ''
  if (isUnder && itself.test(words.flat.slice(0, 60))) return null
  const list = agenciesInHeading(words, head.length)
  const isRequested = head.includes('de nghi')
  const late = list.agencies.length === 0 && head === '' && !isHeading ? lateSubject(words, wholeOf(words)) : null
  if (late?.agencies.every(({ isCut }) => !isCut)) return { agencies: late.agencies, isRequested: false, from: late.to }
  const isSomebody = isHeading && head.endsWith('cua ')
  if (list.agencies.length === 0)
    return unknownIn(words, { from: head.length, isRequested, isHeading, isUnder, isSomebody })
  const last = list.agencies.at(-1)
  if (isHeading && last && isOneName(last, words.text.slice(list.to).replace(/[.:]$/, ''))) {
    const whole = trimmed(words.text, { from: last.from, to: words.text.length }, '.:')
    const own = { ...last, name: words.text.slice(whole.from, whole.to), to: whole.to }
    return { agencies: [...list.agencies.slice(0, -1), own], isRequested, from: words.text.length }
  }
  // "Cán bộ, đảng viên, người lao động: ...": what stands before the colon is told as a whole.
  const whole = last && nameToColon(words, last)
  if (whole) return { agencies: [...list.agencies.slice(0, -1), whole], isRequested, from: afterColon(words, whole.to) }
  const rest = words.flat.slice(list.to, list.to + 60)
  const colon = /^\s?(?:\([^)]{0,60}\)\s?)?[:.,-]?\s*/.exec(rest)?.[0].length ?? 0
  const isSentence = /^ va cac \p{L}/u.test(rest) || colon < rest.length
  const hasNamed = list.agencies.some(({ isGroup }) => !isGroup)
  // "Mặt trận Tổ quốc và các tổ chức thành viên": the members are reached through the one that is named.
  const agencies = list.agencies.filter((agency) => !hasNamed || isBody(agency) || !isMembers(agency))
  const leftOut = list.agencies.filter((agency) => !agencies.includes(agency))
  return { agencies, isRequested, from: isSentence ? list.to + colon : words.text.length, leftOut }
}

/** "Các trung tâm ngoại ngữ, tin học", "Ban Chỉ đạo phổ cập giáo dục, xóa mù chữ xã" alone on a line: one name to its end. */
function isOneName({ name, isGroup }: NamedAgency, rest: string): boolean {
  const endsInPlace = (text: string) => /(?<!\p{L})(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)$/u.test(text)
  return /^, (?!và )[\p{Ll}\s-]{2,60}$/u.test(rest) && (isGroup || (endsInPlace(rest) && !endsInPlace(name)))
}

/** Organisations without a name of their own, beside one that has one. */
function isMembers({ name }: NamedAgency): boolean {
  return /^(?:các|cac) (?:tổ chức|to chuc|hội, đoàn thể thành viên)/iu.test(name)
}

/** A heading in capitals is read as a sentence; its names stay as they are written. */
function agenciesInHeading(words: Words, at: number): AgencyList {
  const text = asSentence(words.text)
  const { agencies, to } = agenciesAt({ ...words, text }, at)
  const asWritten = (agency: NamedAgency) => {
    const { name, from, to } = agency
    if (name.endsWith(text.slice(from, to))) {
      return { ...agency, name: name.slice(0, name.length - (to - from)) + words.text.slice(from, to) }
    }
    return { ...agency, name: name.replace(/ .*/, (rest) => rest.toUpperCase()) }
  }
  return { agencies: text === words.text ? agencies : agencies.map(asWritten), to }
}

/** A short heading, or words before a colon, where agencies are spoken to: whoever it is, he is told. */
function unknownIn(words: Words, { from, isRequested, isHeading, isUnder, isSomebody }: Opening): Addressed | null {
  const colon = words.text.slice(0, 140).search(/:(?:\s|$)/)
  const end =
    colon > 0 ? colon : isHeading && words.text.length < 140 ? words.text.length : endBeforeVerb(words, from, isUnder)
  const span = trimmed(words.text, { from, to: end }, '.;,:')
  const name = words.text.slice(span.from, span.to)
  if (!(from > 0 ? /^\p{L}+ \p{L}/u : /^\p{Lu}\p{L}* \p{L}/u).test(name)) return null
  const text = colon > 0 ? words.text.slice(end + 1, end + 80).trim() : ''
  const isBodyWord = someBody.test(words.flat.slice(span.from, span.to)) || (isSomebody && !startsActing(name))
  if (!isBodyWord && !isDoer(name, text)) return null
  const agencies = (
    /^(?:ông|bà|đồng chí) /iu.test(name) ? [name] : name.split(/, (?=\p{Lu})| và (?=các |\p{Lu})/u)
  ).map((one) => {
    const from = words.text.indexOf(one, span.from)
    return { name: one, from, to: from + one.length, isGroup: /^(?:các|toàn thể|mọi) /iu.test(one), isUnknown: true }
  })
  const rest = words.text.slice(end).replace(/^[:,\s]+/, '').length
  return { agencies, isRequested, from: rest > 0 ? words.text.length - rest : words.text.length }
}

/** "Giáo viên chủ nhiệm nắm bắt ...": a sentence whose first words are somebody, up to what he does; 0 where they are not. */
function endBeforeVerb({ text, flat }: Words, from: number, isUnder: boolean): number {
  if (!someBody.test(flat.slice(from, from + 60)) || startsActing(text.slice(from, from + 60))) return 0
  const named = endOfName(text, flat, from, from)
  // "ông Nguyễn Văn A, chuyên viên, theo dõi ...": with what the person is.
  const post = /^(?:ong|ba|dong chi) /.test(flat.slice(from, from + 9))
    ? (/^, [^,.;:]{2,50}(?=, )/.exec(text.slice(named, named + 60))?.[0] ?? '')
    : ''
  const to = named + (startsActing(post.slice(2)) ? 0 : post.length)
  // Under a heading that names who acts, another has to be told so in so many words.
  if (isUnder && (from > 0 || !/^ (?:chu tri|co trach nhiem|chiu trach nhiem)\b/.test(flat.slice(to, to + 24))))
    return 0
  const isShort = to - from < 90 && /^,? \p{Ll}/u.test(text.slice(to, to + 3))
  return isShort && startsActing(text.slice(to).replace(/^,? /, '').slice(0, 60)) ? to : 0
}

/** Whatever stands before a colon and is told to act, is somebody: "Già làng, người có uy tín: Vận động ...". */
function isDoer(name: string, text: string): boolean {
  return startsActing(text) && !startsActing(name) && !label.test(flatten(name))
}

/** A short heading between headings that all name a body is one too, whatever it is called: "Tổng phụ trách Đội". */
export function bodyAmongOthers({ text, flat }: Words): Addressed | null {
  const name = text.replace(/[\s:.;,]+$/, '')
  const isName = name.length < 80 && /^\p{Lu}\p{L}* \p{L}/u.test(name) && !/[:;.!?\d%]/.test(name)
  if (!isName || startsActing(name) || label.test(flat) || noBodyHeading.test(flat)) return null
  const agency = { name, from: 0, to: name.length, isGroup: false, isUnknown: true }
  return { agencies: [agency], isRequested: false, from: text.length }
}

/** What headings among those of bodies speak of besides. */
const noBodyHeading =
  /^(?:thong tin|so ket|tong ket|thi dua|hop |kiem tra|giam sat|khen thuong|che tai|hieu luc|dieu khoan|danh gia|nguyen tac|quan diem|trach nhiem|lo trinh|chinh sach|luu tru|van ban|ke hoach|chuong trinh|du an|de an|mot so|nhung|cac van de)(?!\p{L})/u

/** What stands before a colon and is nobody. */
const label =
  /^(?:ve|doi voi|trong|tren|den|tw|tu|nam|giai doan|buoc|dot|noi dung|thoi gian|thoi han|dia diem|kinh phi|nguon|muc|yeu cau|hinh thuc|phuong|doi tuong|san pham|ket qua|nhiem vu|giai phap|cong tac|viec|hoat dong|cu the|luu y|ghi chu|to chuc|thuc hien|che do|dieu|quy|thang|ngay|hang|moi|tiep|cach|co che|chi|so|bao cao|tieu|lo trinh|tien do|phan|cac (?:noi dung|nhiem vu|chi tieu|giai phap|hoat dong|buoc|dieu kien|hinh thuc))(?!\p{L})/u

/** Words that bodies and persons are called by, where no name of one is known. */
export const someBody =
  /^(?:cac (?!noi dung|nhiem vu|chi tieu|giai phap|hoat dong|buoc|dieu kien|hinh thuc)|toan the |moi |trung tam|tram|to (?!chuc)|truong (?!hop)|can bo|cong chuc|vien chuc|nha (?!nuoc)|hieu truong|giao vien|bi thu|chu nhiem|cum truong|gia lang|nghe nhan|chuc sac|thu vien|bao tang|dong chi|ong |ba (?!n )|thanh vien|thuong truc|chi (?:bo|hoi|doan|cuc|nhanh|uy)|khoi |co so(?! du lieu| vat chat| ha tang)|co quan(?! chu tri| phoi hop| thuc hien)|doanh nghiep|doi (?!moi|voi)|don (?!vi|doc|gia)|ap (?!dung)|thon |ban (?!hanh|giao|tin)|buon |khu (?!vuc)|xa (?!hoi)|phuong (?!thuc|an|phap|tien|huong)|ho (?!so|tro)|gia dinh|dong ho|mat tran|cap uy|dang (?!ky|tai)|lien (?!he|ket|quan|tuc)|quy (?!dinh|trinh|mo|hoach|i|ii|iii|iv|\d)|hop tac xa|cau lac bo|nguoi |don vi(?! chu tri| phoi hop| thuc hien| tinh)|phong (?!trao)|nganh |cum |dai (?!hoi)|bao (?!cao|dam)|nhom |vnpt|viettel|mobifone|ke toan|van thu|thu quy|nhan vien|nguoi |chuyen vien|chu tich|giam doc|pho (?!bien|cap)|thu truong|lanh dao|phu huynh|nhan dan |thanh nien |hoc sinh|hoc vien)/
