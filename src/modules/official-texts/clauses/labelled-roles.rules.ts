/** Roles that a label gives: "Đơn vị chủ trì: Sở A; đơn vị phối hợp: Sở B, Sở C", on a line of its own, after a task, or in brackets. */
import { type AgencyList, agenciesAt } from '../agencies/agency-lists.rules.ts'
import type { NamedAgency } from '../agencies/agency-names.rules.ts'
import type { DraftRole } from '../draft.model.ts'
import type { Span, Words } from '../lines/spans.rules.ts'

export interface Labelled extends Span {
  readonly role: Exclude<DraftRole, 'requested'>
  readonly agencies: readonly NamedAgency[]
}

const who =
  '(?:(?:cac )?(?:co quan|don vi|bo phan|nguoi|ca nhan|luc luong|to chuc|thanh phan|phong|ban)(?:,? (?:co quan|don vi|bo phan|ca nhan|nguoi|to chuc))? )'
const deed =
  '(?:duoc )?(?:giao |phan cong )?(?:chu tri|phoi hop|thuc hien|phu trach|chiu trach nhiem|dau moi|tham muu|to chuc thuc hien|theo doi)(?: (?:thuc hien|chinh|tham muu|chu tri|phu trach|cung thuc hien|to chuc|trien khai))?'
const alone =
  '(?:(?:chu tri|phoi hop)(?: thuc hien| tham muu)?|phu trach|chiu trach nhiem(?: chinh)?|(?:phan cong|to chuc)? ?thuc hien|phan cong(?: nhiem vu)?|dau moi|giao)'
const label = new RegExp(String.raw`(?:^|[.;,(\t–-] ?)(?:${who}${deed}|${alone})(?: \([^()]{0,40}\))? ?: ?`, 'gu')

/** The labels within a stretch that name somebody; `to` is the end of the names. */
export function labelsIn(words: Words, { from, to }: Span): Labelled[] {
  return [...words.flat.slice(from, to).matchAll(label)].flatMap((match): Labelled[] => {
    const text = match[0]
    const at = from + match.index + text.length
    const { agencies, to: end } = listed(words, at, to)
    const role = /phoi hop/.test(text)
      ? 'coordinate'
      : /tham muu/.test(text) && !/chu tri|dau moi/.test(text)
        ? 'advise'
        : 'lead'
    return agencies.length > 0 ? [{ role, agencies, from: from + match.index, to: end }] : []
  })
}

/** Whether a stretch begins with a label. */
export function isLabelled({ flat }: Words, { from, to }: Span): boolean {
  const [first] = flat.slice(from, Math.min(to, from + 120)).matchAll(label)
  return first?.index === 0
}

function listed(words: Words, at: number, limit: number): AgencyList {
  const list = agenciesAt(words, at, true)
  return list.to <= limit ? list : { agencies: [], to: at }
}
