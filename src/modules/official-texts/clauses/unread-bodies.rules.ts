/** Bodies that stand where a duty is given, and were read into none: what nobody reads in silence. */
import { agencyKey } from '../agencies/agency-keys.rules.ts'
import { type AgencyList, agenciesAt } from '../agencies/agency-lists.rules.ts'
import { type NamedAgency, startsAgency } from '../agencies/agency-names.rules.ts'
import { startsActing, startsSmallBody } from '../agencies/agency-words.rules.ts'
import type { Span, Words } from '../lines/spans.rules.ts'

export interface UnreadBody extends Span {
  readonly name: string
}

/** What stands before a body that is given something, whatever follows it. */
const given =
  /(?<!\p{L})(?:giao(?: nhiệm vụ)?(?: cho)?|phân công(?: nhiệm vụ)?(?: cho)?|ủy quyền(?: cho)?|ủy nhiệm(?: cho)?) $/iu
/** What stands before a body that acts, where a verb follows it. */
const acting = /(?:^|[.;:(–+] ?|, | và |(?<!\p{L})(?:do|bởi|yêu cầu|đề nghị|trong đó|riêng|còn|để) )$/iu
/** Who helps the body that leads. */
const helping =
  /(?<!\p{L})(?:phối hợp(?: chặt chẽ| thường xuyên| đồng bộ| hiệu quả)?(?: với| cùng(?: với)?)?|cùng(?: với)?|(?:sự )?tham gia của|(?:sự )?phối hợp của) $/iu
/** What leads to a superior or to what is asked of him: "đề nghị UBND tỉnh khen thưởng". */
const superior =
  /^(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|Chủ tịch|Thủ tướng|Chính phủ|Bộ|Giám đốc|Hiệu trưởng|Thường trực|Ban Giám|Lãnh đạo)(?!\p{L})/u

/** `names`: the bodies that have a duty there, or help in one; `isLead`: whoever is spoken to leads, so that a helper has a duty too. */
export function unreadBodies(words: Words, span: Span, names: readonly string[], isLead: boolean): UnreadBody[] {
  const keys = new Set(names.map(agencyKey))
  const isRead = ({ name }: NamedAgency) => keys.has(agencyKey(name)) || names.some((own) => own.includes(name))
  const unread: UnreadBody[] = []
  for (let at = span.from; at < span.to; ) {
    const list = startsWord(words.text, at) ? bodiesAt(words, at) : null
    if (!list) {
      at += 1
      continue
    }
    if (isGiven(words, span, at, list, isLead))
      unread.push(...list.agencies.filter((own) => !isRead(own)).map(({ name, from, to }) => ({ name, from, to })))
    at = Math.max(list.to, at + 1)
  }
  return unread
}

function startsWord(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(at))
}

function bodiesAt(words: Words, at: number): AgencyList | null {
  if (!startsAgency(words.text, at) && !startsSmallBody(words.text, at)) return null
  const list = agenciesAt(words, at, startsSmallBody(words.text, at))
  return list.agencies.length > 0 ? list : null
}

/** Whether the bodies at a place are given something there. */
function isGiven({ text }: Words, span: Span, at: number, list: AgencyList, isLead: boolean): boolean {
  const before = text.slice(Math.max(span.from, at - 48), at)
  if (given.test(before)) return true
  if (helping.test(before)) return isLead
  if (!acting.test(before) || list.to >= span.to) return false
  if (/(?:yêu cầu|đề nghị|và) $/iu.test(before) && superior.test(text.slice(at, at + 24))) return false
  const rest = text.slice(list.to, Math.min(span.to, list.to + 60))
  return (
    /^,? \p{Ll}/u.test(rest) &&
    startsActing(rest.replace(/^,? /, '')) &&
    !/^,? (?:là|như|được|gồm|về|tại|từ|đến|trong|theo|có|trên|với|để|khi|bằng|qua)(?!\p{L})/u.test(rest)
  )
}

/** "Chủ trì, phối hợp với nhóm nòng cốt, gia đình học sinh khảo sát": helpers of the body that leads, of whom none, or not the last, was read. */
export function unreadHelpers(words: Words, span: Span): UnreadBody[] {
  const own = words.text.slice(span.from, span.to)
  return [
    ...own.matchAll(
      /(?<!\p{L})chủ trì(?:,| và)? (?:chủ động )?phối hợp(?: chặt chẽ| thường xuyên| đồng bộ| hiệu quả)?(?: với| cùng với| cùng)? /giu,
    ),
  ].flatMap((match) => {
    const from = span.from + match.index + match[0].length
    const { agencies, to } = agenciesAt(words, from, true)
    const rest = words.text.slice(to, span.to)
    const next = agencies.length === 0 ? 0 : (/^(?:,| và| cùng|, và) /u.exec(rest)?.[0].length ?? -1)
    if (next < 0 || startsActing(rest.slice(next, next + 60))) return []
    const name = (/^[^,.;:()]{2,80}/u.exec(rest.slice(next))?.[0] ?? '').trim()
    return name ? [{ name, from: to + next, to: to + next + name.length }] : []
  })
}
