/** The duties of a clause: which agency it speaks to, with what role, with whom, by when. */
import { decomposed } from '#kernel/text.ts'
import { asSentence } from '../agencies/capitals/rules.ts'
import { type AgencyList, agenciesAt } from '../agencies/lists/rules.ts'
import { agencyAt, type NamedAgency, startsAgency } from '../agencies/rules.ts'
import { startsActing } from '../agencies/words/rules.ts'
import { dueIn } from '../deadlines/rules.ts'
import { flatten } from '../lines/rules.ts'
import type { DraftDue, DraftRole } from '../model.ts'
import { type Span, trimmed, type Words } from '../spans/rules.ts'

/** Whom a heading or sentence speaks to. */
export interface Addressed {
  readonly agencies: readonly NamedAgency[]
  /** Bodies outside the administration are asked, not told ("Đề nghị ..."). */
  readonly isRequested: boolean
  /** Where the words on what to do begin; the end of the text for a mere heading. */
  readonly from: number
}

const address =
  /^(?:trach nhiem(?: thuc hien)? (?:cua )?|phan cong |giao (?:cho )?|yeu cau |de nghi |doi voi |cac co quan, don vi: )+/

/** The agencies a clause begins with: as a heading, before a colon, or before a verb. Null where it begins otherwise. */
export function addressedBy(words: Words, isHeading: boolean): Addressed | null {
  const head = address.exec(words.flat.slice(0, 80))?.[0] ?? ''
  const list = agenciesInHeading(words, head.length)
  const isRequested = head.includes('de nghi')
  if (list.agencies.length === 0) return unknownIn(words, head.length, isRequested, isHeading)
  const last = list.agencies.at(-1)
  // "Các trung tâm ngoại ngữ, tin học" alone on its line is one name to its end.
  if (isHeading && last && /^, (?!va )[\p{Ll}\s-]{2,60}$/u.test(words.text.slice(list.to).replace(/[.:]$/, ''))) {
    const whole = trimmed(words.text, { from: last.from, to: words.text.length }, '.:')
    const own = { ...last, name: words.text.slice(whole.from, whole.to), to: whole.to }
    return { agencies: [...list.agencies.slice(0, -1), own], isRequested, from: words.text.length }
  }
  const rest = words.flat.slice(list.to, list.to + 60)
  const colon = /^\s?(?:\([^)]{0,60}\)\s?)?[:.,-]?\s*/.exec(rest)?.[0].length ?? 0
  const isSentence = /^ va cac \p{L}/u.test(rest) || colon < rest.length
  const hasNamed = list.agencies.some(({ isGroup }) => !isGroup)
  // "Mặt trận Tổ quốc và các tổ chức thành viên": the members are reached through the one that is named.
  const agencies = list.agencies.filter((agency) => !hasNamed || isBody(agency) || !isMembers(agency))
  return { agencies, isRequested, from: isSentence ? list.to + colon : words.text.length }
}

/** Organisations without a name of their own, beside one that has one. */
function isMembers({ name }: NamedAgency): boolean {
  return /^(?:các|cac) (?:tổ chức|to chuc|hội, đoàn thể thành viên)/iu.test(name)
}

/** A heading in capitals is read as a sentence; its names stay as they are written. */
function agenciesInHeading(words: Words, at: number): AgencyList {
  const text = asSentence(words.text)
  const { agencies, to } = agenciesAt(text, words.flat, at)
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
function unknownIn(words: Words, from: number, isRequested: boolean, isHeading: boolean): Addressed | null {
  const colon = words.text.slice(0, 140).search(/:(?:\s|$)/)
  const end = colon > 0 ? colon : isHeading && words.text.length < 140 ? words.text.length : 0
  const span = trimmed(words.text, { from, to: end }, '.;,:')
  const name = words.text.slice(span.from, span.to)
  if (!/^\p{Lu}\p{L}* \p{L}/u.test(name)) return null
  const told = colon > 0 ? words.text.slice(end + 1, end + 80).trim() : ''
  if (!someBody.test(words.flat.slice(span.from, span.to)) && !isDoer(name, told)) return null
  const agencies = (/^(?:Ông|Bà|Đồng chí) /u.test(name) ? [name] : name.split(/, (?=\p{Lu})/u)).map((one) => {
    const from = words.text.indexOf(one, span.from)
    return { name: one, from, to: from + one.length, isGroup: /^(?:các|toàn thể|mọi) /iu.test(one), isUnknown: true }
  })
  const rest = words.text.slice(end).replace(/^[:\s]+/, '').length
  return { agencies, isRequested, from: rest > 0 ? words.text.length - rest : words.text.length }
}

/** Whatever stands before a colon and is told to act, is somebody: "Già làng, người có uy tín: Vận động ...". */
function isDoer(name: string, told: string): boolean {
  return startsActing(told) && !startsActing(name) && !label.test(flatten(name))
}

/** What stands before a colon and is nobody. */
const label =
  /^(?:ve|doi voi|trong|tren|den|tw|tu|nam|giai doan|buoc|dot|noi dung|thoi gian|thoi han|dia diem|kinh phi|nguon|muc|yeu cau|hinh thuc|phuong|doi tuong|san pham|ket qua|nhiem vu|giai phap|cong tac|viec|hoat dong|cu the|luu y|ghi chu|to chuc|thuc hien|che do|dieu|quy|thang|ngay|hang|moi|tiep|cach|co che|chi|so|bao cao|tieu|lo trinh|tien do|phan|cac (?:noi dung|nhiem vu|chi tieu|giai phap|hoat dong|buoc|dieu kien|hinh thuc))(?!\p{L})/u

/** Words that bodies and persons are called by, where no name of one is known. */
const someBody =
  /^(?:cac (?!noi dung|nhiem vu|chi tieu|giai phap|hoat dong|buoc|dieu kien|hinh thuc)|toan the |moi |trung tam|tram|to (?!chuc)|truong |can bo|cong chuc|vien chuc|nha |hieu truong|giao vien|bi thu|thu vien|bao tang|dong chi|ong |ba |thanh vien|thuong truc|chi |khoi |co so|co quan(?! chu tri| phoi hop| thuc hien)|doanh nghiep|doi |don |ap |thon |ban |buon |khu |xa |phuong |ho |gia dinh|dong ho|mat tran|cap uy|dang |lien |quy |hop tac xa|cau lac bo|nguoi |don vi(?! chu tri| phoi hop| thuc hien| tinh)|phong |nganh |cum |dai |bao (?!cao|dam)|nhom |vnpt|viettel|mobifone|ke toan|van thu|chu tich|giam doc|pho |thu truong|lanh dao|phu huynh|nhan dan |thanh nien |hoc sinh|hoc vien)/

export interface FoundDuty {
  readonly agency: NamedAgency
  readonly role: DraftRole
  readonly isStated: boolean
  readonly partners: string[]
  readonly due: DraftDue | null
  readonly confidence: number
  /** Named as a helper of the one that leads, not spoken to. */
  readonly isHelper: boolean
}

/** How one piece of a clause reads: the part of the agency addressed, and who helps. */
export interface Part {
  readonly role: DraftRole
  readonly isStated: boolean
  readonly partners: readonly NamedAgency[]
  readonly due: DraftDue | null
  /** "phối hợp với ..." stands in it, so that its partners share the work. */
  readonly isJoint: boolean
}

const adverbs =
  /^(?:[-+•\s]*|,\s)*(?:(?:chu dong|tich cuc|thuong xuyen|tiep tuc|hang nam|co trach nhiem|chiu trach nhiem|se|can|can cu [^,;]{0,150},|tren co so [^,;]{0,150},|theo [^,;]{0,120},|(?:can cu |theo |tren co so )?chuc nang, nhiem vu(?: duoc giao| cua minh)*|nhiem vu(?: duoc giao| cua minh)*|la (?:co quan|don vi)(?: thuong truc| dau moi)?,?|dong thoi|va)[,\s]+)*/
const helping = /phoi hop(?: chat che| thuong xuyen| dong bo| hieu qua)?(?: voi| cung(?: voi)?)? /

/** Reads a piece; where it names no role it goes on with that of the piece before, if that was to help others. */
export function partOf(words: Words, piece: Span, before: Part | null, onlyYear: number | null): Part {
  const flat = words.flat.slice(piece.from, piece.to)
  const start = adverbs.exec(flat.slice(0, 500))?.[0].length ?? 0
  const opening = flat.slice(start, start + 60)
  const joint = helping.exec(flat.slice(0, 600))
  const isJoint =
    joint !== null && joint.index < start + 60 && /^(?:chu tri|phoi hop|tham muu|chu dong|to chuc)/.test(opening)
  const list = isJoint ? partnersAt(words, piece.from + joint.index + joint[0].length) : null
  const role = statedRole(opening, flat.slice(0, start))
  const due = dueIn(flat, onlyYear)?.due ?? null
  const isSecondHalf = before?.role === 'advise' && /^va (?:so ket|tong ket)\b/.test(flat)
  if (!role && before && (before.role === 'coordinate' || isSecondHalf)) return { ...before, due, isStated: false }
  return { role: role ?? 'lead', isStated: role !== null, partners: list?.agencies ?? [], due, isJoint }
}

function partnersAt(words: Words, at: number): AgencyList {
  return agenciesAt(words.text, words.flat, at)
}

/** A role counts where the piece begins with it: "Hướng dẫn các cấp hội phối hợp" tells the agency to guide. */
function statedRole(opening: string, adverb: string): DraftRole | null {
  if (/^(?:chu tri|(?:lam |la )?dau moi|(?:la )?thuong truc)\b/.test(opening) || /la (?:co quan|don vi)/.test(adverb))
    return 'lead'
  if (/^(?:phoi hop)\b/.test(opening)) return 'coordinate'
  if (/^(?:tham muu|giup|tham van)\b/.test(opening)) return 'advise'
  return null
}

/** Kinds of body whose members are known: a duty may rest on them as a group. */
const knownGroup =
  /^(?:cac |tat ca cac )?(?:so|ban|nganh|phong|uy ban|ubnd|hoi|doan the|truong|thu vien|bao tang|trung tam|co so giao duc|nha truong|xa|phuong|thon|to dan pho|khu pho|chi hoi|cap hoi|co quan (?:thong tan|bao chi)|thu truong|chu tich|giam doc)\b/

/** The duties of a piece: one for each agency addressed, and one for each partner of an agency that leads. */
export function dutiesOf(addressed: Addressed, part: Part): FoundDuty[] {
  const partners = part.partners.map(({ name }) => name)
  const own = addressed.agencies.map((agency): FoundDuty => {
    const role = addressed.isRequested ? 'requested' : part.role
    const isStated = addressed.isRequested || part.isStated
    const sure = agency.isUnknown ? 0.5 : isStated ? 0.95 : 0.75
    return {
      agency,
      role,
      isStated,
      partners,
      due: part.due,
      confidence: agency.isGroup ? Math.min(sure, 0.8) : sure,
      isHelper: false,
    }
  })
  if (addressed.isRequested || part.role !== 'lead' || !part.isJoint) return own
  const leads = addressed.agencies.map(({ name }) => name)
  const helpers = part.partners.filter((partner) => isBody(partner))
  return [
    ...own,
    ...helpers.map(
      (agency): FoundDuty => ({
        agency,
        role: 'coordinate',
        isStated: true,
        partners: leads,
        due: part.due,
        confidence: agency.isGroup ? 0.75 : 0.9,
        isHelper: true,
      }),
    ),
  ]
}

/** A named agency, or a group of a known kind; "các đơn vị, tổ chức trên địa bàn" is nobody in particular. */
export function isBody(agency: NamedAgency): boolean {
  return (
    !agency.isGroup ||
    knownGroup.test(decomposed(agency.name.toLowerCase()).replace(/\p{M}/gu, '').replaceAll('đ', 'd'))
  )
}

const roleLine =
  /^(?:co quan|don vi|nguoi) (chu tri|phoi hop|thuc hien|phu trach|chiu trach nhiem)(?: thuc hien| chinh)?(?: \(.{0,40}\))? ?: ?/

/** The agencies of a line that only says who leads or who helps. */
export function namedRole(words: Words): { agencies: readonly NamedAgency[]; role: 'lead' | 'coordinate' } | null {
  const head = roleLine.exec(words.flat.slice(0, 120))
  if (!head) return null
  const { agencies } = agenciesAt(words.text, words.flat, head[0].length)
  return agencies.length > 0 ? { agencies, role: head[1] === 'phoi hop' ? 'coordinate' : 'lead' } : null
}

export interface Assigned {
  readonly addressed: Addressed
  readonly at: Span
}

const assigning = /(?<![\p{L}])(?:giao(?: cho)?|phân công|phan cong|yêu cầu|yeu cau|đề nghị|de nghi) /giu

/** Agencies that a sentence anywhere assigns something: "giao Sở A chủ trì ...", "... (Sở A chủ trì)". */
export function assignedIn(words: Words, piece: Span): Assigned | null {
  for (const match of words.text.slice(piece.from, piece.to).matchAll(assigning)) {
    const at = piece.from + match.index + match[0].length
    const list = agenciesAt(words.text, words.flat, at)
    if (list.agencies.length === 0 || !/^,? ?\p{L}/u.test(words.text.slice(list.to, list.to + 3))) continue
    const addressed = { agencies: list.agencies, isRequested: /^(?:đ|d)/iu.test(match[0]), from: list.to }
    return { addressed, at: { from: list.to, to: piece.to } }
  }
  return leadingIn(words, piece)
}

function leadingIn(words: Words, piece: Span): Assigned | null {
  const flat = words.flat.slice(piece.from, piece.to)
  const lead = /\bchu tri\b/.exec(flat)
  if (!lead) return null
  const to = piece.from + lead.index
  for (let at = Math.max(piece.from, to - 160); at < to; at++) {
    if (!startsAgency(words.text, at)) continue
    const agency = agencyAt(words.text, words.flat, at)
    if (agency && /^\s*(?:la (?:co quan|don vi) )?$/.test(words.flat.slice(agency.to, to))) {
      return { addressed: { agencies: [agency], isRequested: false, from: to }, at: { from: to, to: piece.to } }
    }
  }
  return null
}
