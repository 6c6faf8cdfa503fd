/** Bodies that stand where a duty is given, and were read into none: what nobody reads in silence. */
import { agencyKey } from '../agencies/agency-keys.rules.ts'
import { type AgencyList, agenciesAt } from '../agencies/agency-lists.rules.ts'
import { endOfName, type NamedAgency, startsAgency } from '../agencies/agency-names.rules.ts'
import { startsActing, startsSmallBody } from '../agencies/agency-words.rules.ts'
import type { Span, Words } from '../lines/spans.rules.ts'
import { someBody } from './addressees.rules.ts'
import { isMoneyGiven } from './money-given.rules.ts'

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
  const unread: UnreadBody[] = unreadPersons(words, span, names)
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

/** Whoever acts and has no known name, each once. */
function unreadPersons(words: Words, span: Span, names: readonly string[]): UnreadBody[] {
  const person = unreadPerson(words, span, names)
  return [...person, ...unreadActors(words, span, names).filter(({ from }) => from !== person[0]?.from)]
}

/** "Đồng chí Phó Chủ tịch chỉ đạo chung" under the heading of a body. */
function unreadPerson({ text }: Words, { from, to }: Span, names: readonly string[]): UnreadBody[] {
  const name = /^(?:Các đồng chí|Đồng chí|Ông|Bà|Thầy|Cô) [^,.;:]{2,60}/u.exec(text.slice(from, to))?.[0]
  return name && !names.some((own) => name.startsWith(own)) ? [{ name, from, to: from + name.length }] : []
}

/** "Kế toán lập dự toán; văn thư lưu hồ sơ": persons and bodies of no known name, who begin a sentence or point and act. */
function unreadActors({ text, flat }: Words, { from, to }: Span, names: readonly string[]): UnreadBody[] {
  const starts = [from, ...[...text.slice(from, to).matchAll(/[.;] (?=\p{L})/gu)].map(({ index }) => from + index + 2)]
  return starts.flatMap((at) => {
    if (
      startsAgency(text, at) ||
      startsActing(text.slice(at, at + 60)) ||
      eachTime.test(flat.slice(at, at + 20)) ||
      !someBody.test(flat.slice(at, at + 60))
    )
      return []
    const end = endOfName(text, flat, at, at)
    const name = text.slice(at, end)
    const isActing =
      end < to &&
      / \p{L}/u.test(name) &&
      /^ \p{Ll}/u.test(text.slice(end)) &&
      startsActing(text.slice(end + 1, end + 60))
    return isActing && !noDeed.test(text.slice(end, end + 20)) && !names.some((own) => name.startsWith(own))
      ? [{ name, from: at, to: end }]
      : []
  })
}

const eachTime = /^moi (?:nam|quy|thang|tuan|ngay|ky|dot|lop)(?!\p{L})/u

/** What follows a name and is no deed of whoever it is. */
const noDeed =
  /^,? (?:là|như|được|gồm|về|tại|từ|đến|trong|theo|có(?! trách nhiệm)|trên|với|để|khi|bằng|qua|và|hoặc|đã|đang|thuộc|của|cho|chưa|không|còn|đạt|cùng cấp|nơi)(?!\p{L})/u

function startsWord(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(at))
}

function bodiesAt(words: Words, at: number): AgencyList | null {
  if (!startsAgency(words.text, at) && !startsSmallBody(words.text, at)) return null
  const list = agenciesAt(words, at, startsSmallBody(words.text, at))
  return list.agencies.length > 0 ? list : null
}

/** Whether the bodies at a place are given something there. */
function isGiven(words: Words, span: Span, at: number, list: AgencyList, isLead: boolean): boolean {
  const { text } = words
  const before = text.slice(Math.max(span.from, at - 48), at)
  const giving = given.exec(before)
  if (giving) return !isMoneyGiven(words, span, at - giving[0].length, list.to)
  if (/tham gia của $/iu.test(before)) return true
  if (helping.test(before)) return isLead
  if (!acting.test(before) || list.to >= span.to) return false
  if (list.agencies.at(-1)?.isCut) return true
  if (/(?:yêu cầu|đề nghị|và|do) $/iu.test(before) && superior.test(text.slice(at, at + 24))) return false
  const rest = text.slice(list.to, Math.min(span.to, list.to + 60))
  if (superior.test(text.slice(at, at + 24)) && /^ (?:giao|yêu cầu|đề nghị|phân công)(?!\p{L})/u.test(rest))
    return false
  // After a stop whoever is named acts, whatever the verb is.
  const isActing = /(?:^|[.;] ?)$/.test(before) || startsActing(rest.replace(/^,? /, ''))
  return isActing && /^,? \p{Ll}/u.test(rest) && !noDeed.test(rest)
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
