/** The closing words of a plan: whom they speak to, and whether they ask for something definite. */
import { isBody } from '../agencies/agency-groups.rules.ts'
import { agencyKey } from '../agencies/agency-keys.rules.ts'
import { type AgencyList, agenciesAt } from '../agencies/agency-lists.rules.ts'
import type { NamedAgency } from '../agencies/agency-names.rules.ts'
import { type Words, wholeOf } from '../lines/spans.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import { dueIn } from '../phrases/deadlines.rules.ts'
import { settingOf } from './aim-years.rules.ts'
import { doubtAt, type Statements, takeDues, takeDuty } from './statements.rules.ts'
import type { FoundDuty } from './tasks-given.rules.ts'
import { unreadBodies } from './unread-bodies.rules.ts'

/** To carry the plan out, or to tell of obstacles, asks for nothing that could be followed up; a day or a report of results does. */
function asksDefinitely({ flat }: Words): boolean {
  const plain = flat.replace(/\b(?:neu (?:co|gap|phat sinh)|co (?:kho khan|vuong mac)|kho khan|vuong mac)[^;.]*/g, '')
  return dueIn(flat) !== null || /\bbao cao\b/.test(plain)
}

/** The agencies as one body, in the words of the list; null where one of them is named. */
function oneGroup(words: Words, agencies: readonly NamedAgency[]): NamedAgency | null {
  const [first, last] = [agencies[0], agencies.at(-1)]
  if (!first || !last || agencies.some(({ isGroup }) => !isGroup)) return null
  return { ...first, name: words.text.slice(first.from, last.to), to: last.to }
}

/**
 * "đề nghị A, B, các tổ chức ...; yêu cầu các Sở, ngành ...": the last words speak to those named, and, where they ask for
 * something definite, to all the plan gives duties to.
 */
export function readClosing(statements: Statements, node: Node, words: Words): void {
  const collector = /(?<!\p{L})qua (?=\p{Lu})/u.exec(words.text)
  const via = collector ? agenciesAt(words, collector.index + 4).agencies : []
  const known = [...statements.spokenTo.values()]
  const done = new Set(via.map(({ name }) => agencyKey(name)))
  const due = dueIn(words.flat)?.due ?? null
  const clause = { node, words, span: wholeOf(words), addressed: null, opened: null, setting: settingOf(node, null) }
  const give = (agency: NamedAgency, role: FoundDuty['role'], confidence: number, own = due) => {
    if (done.has(agencyKey(agency.name))) return
    done.add(agencyKey(agency.name))
    const partners = via.map(({ name }) => name)
    takeDuty(
      statements,
      clause,
      { agency, role, isStated: true, partners, due: own, confidence, isHelper: false },
      node.ref,
      wholeOf(words),
    )
  }
  const large = withLargeHeads(words)
  const isDefinite = asksDefinitely(words)
  const first = statements.duties.length
  for (const { agencies, role } of addressesIn(words, large)) {
    const group = isDefinite ? null : oneGroup(words, agencies)
    if (group) give(group, role, 0.6)
    if (group) continue
    for (const agency of agencies) if (!agency.isGroup || isBody(agency)) give(agency, role, agency.isGroup ? 0.7 : 0.9)
    if (!isDefinite || !agencies.some(({ isGroup }) => isGroup) || isTooMany(statements, node, words)) continue
    for (const { agency, isRequested } of known) if (isRequested === (role === 'requested')) give(agency, role, 0.6)
    // Nobody was spoken to so before: whoever they are, they are asked.
    const asked = statements.duties.length === first ? oneGroup(words, agencies) : null
    if (asked) give(asked, role, 0.6)
  }
  for (const { agency, role } of tellersIn(words, large)) {
    const isWithin = statements.duties.slice(first).some((own) => own.isGroup && own.agency.includes(agency.name))
    if (!isWithin) give(agency, role, agency.isGroup ? 0.6 : 0.8, null)
  }
  const given = statements.duties.slice(first).flatMap(({ agency, partners }) => [agency, ...partners])
  for (const { name, ...at } of isDefinite ? unreadBodies(words, wholeOf(words), given, true) : [])
    if (!given.some((own) => name.startsWith('các ') || own === name))
      statements.doubts.push({ ...doubtAt(node, words, at, 'unsure-duty', 0.5), about: name })
  takeDues(statements, clause, wholeOf(words), node.ref)
}

function addressesIn(words: Words, large: Words): { agencies: readonly NamedAgency[]; role: 'lead' | 'requested' }[] {
  return [...words.text.matchAll(/(?<!\p{L})(đề nghị|de nghi|yêu cầu|yeu cau|giao) /giu)].flatMap((match) => {
    // "nếu có vướng mắc, đề nghị các đơn vị phản ánh" asks nothing of anybody yet.
    const before = words.flat.slice(Math.max(0, match.index - 160), match.index)
    if (/\bneu (?:co|gap|phat sinh|can|thay|con)\b[^.;]*$/.test(before)) return []
    const { agencies } = headsAt(words, large, match.index + match[0].length)
    return agencies.length > 0 ? [{ agencies, role: /^(?:đ|d)/iu.test(match[0]) ? 'requested' : 'lead' } as const] : []
  })
}

/** Heads of bodies set small: "yêu cầu trưởng các đơn vị, thủ trưởng các phòng". */
const smallHead =
  /(?<!\p{L}|\p{Lu}\p{L}+ )(?:thủ trưởng|hiệu trưởng|trưởng|giám đốc|chủ tịch|lãnh đạo|bí thư)(?= (?:các|UBND|HĐND|Hội|Ủy ban|xã|phường) )/gu

/** The words with such heads set large, as a name begins. */
function withLargeHeads(words: Words): Words {
  return { ...words, text: words.text.replace(smallHead, (head) => head.charAt(0).toUpperCase() + head.slice(1)) }
}

/** The bodies at a place of the words with large heads; each name as it is written. */
function headsAt(words: Words, large: Words, at: number): AgencyList {
  const { agencies, to } = agenciesAt(large, at)
  const asWritten = (agency: NamedAgency) =>
    agency.name === large.text.slice(agency.from, agency.to)
      ? { ...agency, name: words.text.slice(agency.from, agency.to) }
      : agency
  return { agencies: agencies.map(asWritten), to }
}

/** "nếu có khó khăn, vướng mắc", "trường hợp phát sinh vấn đề cần sửa đổi": up to whoever is to tell of it. */
const obstacle =
  /\b(?:(?:neu|khi|truong hop)\b[^.;:,]{0,40}? ?\b(?:co|gap|phat sinh|xay ra|con)|co gi|moi|nhung)\b(?=[^.;:]{0,60}\b(?:kho khan|vuong mac|bat cap|van de|noi dung)\b)[^.;:]{0,160}/g
const joint = /(?:, |\bvuong mac )(?:thi )?((?:de nghi|yeu cau) )?/g
const telling =
  /^,? (?:(?:can|phai|co trach nhiem|chu dong|kip thoi|tong hop|nhanh chong|truc tiep|bang van ban),? )*(?:phan anh|bao cao|trao doi|lien he|thong tin|thong bao|kien nghi|de xuat|gui|phan hoi)\b/

/** Who is to tell of obstacles, where it is somebody in particular: "nếu có vướng mắc, UBND các xã phản ánh về Sở". */
function tellersIn(words: Words, large: Words): { agency: NamedAgency; role: 'lead' | 'requested' }[] {
  return [...words.flat.matchAll(obstacle)].flatMap((match) => {
    for (const comma of match[0].matchAll(joint)) {
      const { agencies, to } = headsAt(words, large, match.index + comma.index + comma[0].length)
      if (agencies.length === 0 || !telling.test(words.flat.slice(to, to + 80))) continue
      const role = comma[1]?.startsWith('de nghi') ? 'requested' : 'lead'
      const bodies = agencies.filter(isBody)
      const group = bodies.length === agencies.length ? oneGroup(words, bodies) : null
      return (group ? [group] : bodies).map((agency) => ({ agency, role }) as const)
    }
    return []
  })
}

/** More duties than any plan has: closing words are no longer taken to mean each agency anew, and that is told. */
const mostDuties = 20_000

function isTooMany(statements: Statements, node: Node, words: Words): boolean {
  const isOver = statements.duties.length > mostDuties
  if (isOver)
    statements.doubts.push(doubtAt(node, words, { from: 0, to: Math.min(80, words.text.length) }, 'unsure-duty', 0.9))
  return isOver
}
