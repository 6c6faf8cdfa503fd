/** The duties of a clause: which agency it speaks to, with what role, with whom, by when. */
import { isBody } from '../agencies/agency-groups.rules.ts'
import { type AgencyList, agenciesAt } from '../agencies/agency-lists.rules.ts'
import { agencyAt, type NamedAgency, startsAgency } from '../agencies/agency-names.rules.ts'
import type { DraftDue, DraftRole } from '../draft.model.ts'
import type { Span, Words } from '../lines/spans.rules.ts'
import { dueIn } from '../phrases/deadlines.rules.ts'
import type { Addressed } from './addressees.rules.ts'
import { isMoneyGiven } from './money-given.rules.ts'

export interface FoundDuty {
  readonly agency: NamedAgency
  readonly role: DraftRole
  readonly isStated: boolean
  readonly partners: string[]
  readonly due: DraftDue | null
  readonly confidence: number
  /** Named as a helper of the one that leads, or as who acts in a task: not spoken to. */
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
  /** The help is said of the whole piece, not only of the last thing to be done in it. */
  readonly isHelpStated: boolean
  /** Said by the line that opens a list, of all its points. */
  readonly isOpening?: boolean
}

const adverbs =
  /^(?:[-+•\s]*|,\s)*(?:(?:chu dong|tich cuc|thuong xuyen|tiep tuc|hang nam|co trach nhiem|chiu trach nhiem|se|can cu [^,;]{0,150},|can(?! cu)|tren co so [^,;]{0,150},|theo [^,;]{0,120},|(?:can cu |theo |tren co so )?chuc nang, nhiem vu(?: duoc giao| cua minh)*|nhiem vu(?: duoc giao| cua minh)*|la (?:co quan|don vi)(?: thuong truc| dau moi)?,?|(?:co quan|don vi) (?:thuong truc|dau moi),?|giao (?:phong|ban|so|hoi|don vi|co quan)(?= (?:lam|la|chu tri|phoi hop|tham muu))|(?:lam|la) dau moi,|dong thoi|va)[,\s]+)*/
const helping = /phoi hop(?: chat che| thuong xuyen| dong bo| hieu qua)?(?: voi| cung(?: voi)?)? /
/** "Mở lớp, phối hợp với Sở A tổ chức thi": whom the body that acts has beside it, for the last of what it does at least. */
const laterHelp =
  /(?:,| va)(?: dong thoi)?(?: chu dong| tich cuc)? phoi hop(?: chat che| thuong xuyen| dong bo| hieu qua)? (?:voi|cung(?: voi)?) /

/** Who helps another does the next thing himself: "phối hợp với Sở A theo dõi; cân đối kinh phí"; what is only spoken for, or no deed, he does with them. */
const isShared =
  /^(?:va |cung )?(?:bao cao vien|cac|nhung|noi dung|ke hoach|kinh phi|trong do|tuyen truyen|van dong|dong vien|khuyen khich|gop phan)\b/

/** Reads a piece; where it names no role it goes on with that of the piece before, if that was to help others. */
export function partOf(words: Words, piece: Span, before: Part | null, onlyYear: number | null): Part {
  const flat = words.flat.slice(piece.from, piece.to)
  const start = adverbs.exec(flat.slice(0, 500))?.[0].length ?? 0
  const opening = flat.slice(start, start + 60)
  const joint = helping.exec(flat.slice(0, 600))
  const isJoint =
    joint !== null && joint.index < start + 60 && /^(?:chu tri|phoi hop|tham muu|chu dong|to chuc)/.test(opening)
  const list = isJoint ? partnersAt(words, piece.from + joint.index + joint[0].length) : null
  const beside = list && list.agencies.length > 0 ? [] : helpersBeside(words, piece.from + start)
  const role = statedRole(opening, flat.slice(0, start))
  const due = dueIn(flat, onlyYear)?.due ?? null
  const isSecondHalf = before?.role === 'advise' && /^(?:va )?(?:so ket|tong ket)\b/.test(flat)
  if (!role && before?.isOpening) return { ...before, due }
  const isHelpGoingOn = before?.role === 'coordinate' && isShared.test(flat)
  if (!role && before && (isHelpGoingOn || isSecondHalf)) return { ...before, due, isStated: false }
  const stated = list && list.agencies.length > 0 ? list.agencies : beside
  const later = isJoint || beside.length > 0 ? [] : helpersLater(words, piece)
  return {
    role: role ?? 'lead',
    isStated: role !== null,
    partners: [...stated, ...later],
    due,
    isJoint: isJoint || beside.length > 0 || later.length > 0,
    isHelpStated: later.length === 0,
  }
}

/** Those named after what the body does. */
function helpersLater(words: Words, piece: Span): readonly NamedAgency[] {
  const help = laterHelp.exec(words.flat.slice(piece.from, piece.to).slice(0, 1200))
  return help ? partnersAt(words, piece.from + help.index + help[0].length).agencies : []
}

/** "Sở A chủ trì, Sở B, Sở C phối hợp": those that are named; a group shares in it without a duty of its own. */
function helpersBeside(words: Words, at: number): NamedAgency[] {
  if (!/^chu tri[,;] /.test(words.flat.slice(at, at + 10))) return []
  const { agencies, to } = agenciesAt(words, at + 9)
  const isHelp = /^,? (?:cung )?phoi hop(?! voi)/.test(words.flat.slice(to, to + 20))
  return isHelp ? agencies.filter(({ isGroup }) => !isGroup) : []
}

const partnersAt = (words: Words, at: number): AgencyList => agenciesAt(words, at, true)

/** "các đơn vị liên quan", "các cơ sở kinh doanh": helpers that are nobody in particular have no duty, which is told. */
export function helpersLeftOut({ role, isJoint, partners }: Part): NamedAgency[] {
  if (role !== 'lead' || !isJoint) return []
  return partners.filter((partner) => !isBody(partner))
}

/** A role counts where the piece begins with it: "Hướng dẫn các cấp hội phối hợp" tells the agency to guide. */
function statedRole(opening: string, adverb: string): DraftRole | null {
  if (
    /^(?:(?:lam |la )?(?:dau moi|thuong truc) )?(?:tham muu|tham van)\b/.test(opening) &&
    !/(?:,|;) $/.test(adverb) &&
    /dau moi|thuong truc/.test(adverb + opening)
  )
    return 'advise'
  if (
    /^(?:chu tri|(?:lam |la )?dau moi|(?:la )?thuong truc)\b/.test(opening) ||
    /la (?:co quan|don vi)|dau moi|co quan thuong truc/.test(adverb)
  )
    return 'lead'
  if (/^(?:phoi hop)\b/.test(opening)) return 'coordinate'
  if (/^(?:tham muu|tham van)\b/.test(opening)) return 'advise'
  return null
}

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
        isStated: part.isHelpStated,
        partners: leads,
        due: part.due,
        confidence: part.isHelpStated ? (agency.isGroup ? 0.75 : 0.9) : 0.6,
        isHelper: true,
      }),
    ),
  ]
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
    const list = agenciesAt(words, at)
    if (list.agencies.length === 0 || !/^,? ?\p{L}/u.test(words.text.slice(list.to, list.to + 3))) continue
    if (/^giao/iu.test(match[0]) && isMoneyGiven(words, piece, piece.from + match.index, list.to)) continue
    const addressed = { agencies: list.agencies, isRequested: /^(?:đ|d)/iu.test(match[0]), from: list.to }
    return { addressed, at: { from: list.to, to: piece.to } }
  }
  return leadingIn(words, piece)
}

const doing = /(?:\(|\bdo )(?=\p{L})/gu
const ofDoing = /^ (?:thuc hien|phu trach|dam nhiem|dam nhan|dam trach|chiu trach nhiem|to chuc)(?!\p{L})/u

/** "... (Sở A thực hiện)", "... do Sở A đảm nhiệm": those that are named. */
function doingIn(words: Words, piece: Span): Assigned | null {
  for (const match of words.flat.slice(piece.from, piece.to).matchAll(doing)) {
    const { agencies, to } = agenciesAt(words, piece.from + match.index + match[0].length)
    const isNamed = agencies.length > 0 && agencies.every(({ isGroup, isUnknown }) => !isGroup && !isUnknown)
    if (!isNamed || !ofDoing.test(words.flat.slice(to, to + 20))) continue
    return { addressed: { agencies, isRequested: false, from: to }, at: { from: to, to: piece.to } }
  }
  return null
}

/** Who stands before "chủ trì", if anybody. */
export function leadingIn(words: Words, piece: Span): Assigned | null {
  const flat = words.flat.slice(piece.from, piece.to)
  const lead = /\bchu tri\b/.exec(flat)
  if (!lead) return doingIn(words, piece)
  const to = piece.from + lead.index
  for (let at = Math.max(piece.from, to - 160); at < to; at++) {
    if (!startsAgency(words.text, at)) continue
    const agency = agencyAt(words, at)
    if (agency && /^\s*(?:la (?:co quan|don vi) )?$/.test(words.flat.slice(agency.to, to))) {
      return { addressed: { agencies: [agency], isRequested: false, from: to }, at: { from: to, to: piece.to } }
    }
  }
  return null
}
