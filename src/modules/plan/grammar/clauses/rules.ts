/** Reads clause after clause: what rests on it, and where it must be divided so that each target and duty has a ref of its own. */
import { agenciesAt, agencyKey, type NamedAgency } from '../agencies/rules.ts'
import { dueIn } from '../deadlines/rules.ts'
import {
  type Addressed,
  addressedBy,
  assignedIn,
  dutiesOf,
  type FoundDuty,
  isBody,
  namedRole,
  type Part,
  partOf,
} from '../duties/rules.ts'
import { longestRead } from '../lines/rules.ts'
import type { Doubt, DraftDeadline, DraftDuty, DraftItem, DraftTarget } from '../model.ts'
import type { Node } from '../outline/model.ts'
import { type Piece, piecesOf } from '../pieces/rules.ts'
import { placeOf, type Span, type Words, wholeOf } from '../spans/rules.ts'
import {
  type FoundTarget,
  isHalfRead,
  missedTarget,
  type PlanYear,
  type Setting,
  settingOf,
  targetsIn,
  yesTargetOf,
} from '../targets/rules.ts'

export interface Found {
  readonly items: DraftItem[]
  readonly targets: DraftTarget[]
  readonly duties: DraftDuty[]
  readonly deadlines: DraftDeadline[]
  readonly doubts: Doubt[]
  /** The agencies that clauses speak to, in order: whom closing words mean by "các Sở, ngành". */
  readonly spokenTo: { readonly agency: NamedAgency; readonly isRequested: boolean }[]
}

/** One piece of a clause, or several that say the same of who and when. */
interface Unit {
  readonly span: Span
  readonly part: Part | null
  readonly targets: readonly FoundTarget[]
  readonly key: string
}

/** A clause with what its headings say of it. */
interface Clause {
  readonly node: Node
  readonly words: Words
  readonly setting: Setting
  /** Whom it speaks to: its own agencies, or those of the heading above. */
  readonly addressed: Addressed | null
  readonly span: Span
}

export function readClauses(nodes: readonly Node[], planYear: PlanYear | null): Found {
  const found: Found = { items: [], targets: [], duties: [], deadlines: [], doubts: [], spokenTo: [] }
  const addressedAt = new Map<Node, Addressed>()
  const taken = new Set(nodes.map(({ ref }) => ref))
  for (const node of nodes) {
    const { words } = node
    found.items.push({
      ref: node.ref,
      kind: node.kind,
      parent: node.parent?.ref ?? null,
      ...placeOf(words, wholeOf(words), node.confidence),
    })
    if (['preamble', 'row', 'appendix'].includes(node.style)) continue
    if (words.text.length > longestRead) {
      found.doubts.push(doubtAt(node, words, { from: 0, to: 80 }, 'unread-line', 1))
      continue
    }
    if (node.style === 'closing') readClosing(found, node, words)
    else readClause(found, clauseOf(node, words, planYear, addressedAt), taken)
  }
  return found
}

function clauseOf(node: Node, words: Words, planYear: PlanYear | null, addressedAt: Map<Node, Addressed>): Clause {
  const setting = settingOf(node, planYear)
  const inherited = node.parent ? addressedAt.get(node.parent) : undefined
  const own = setting.topic === 'organisation' && node.parent ? addressedBy(words) : null
  const addressed = own ? { ...own, isRequested: own.isRequested || isAsked(node) } : (inherited ?? null)
  if (addressed) addressedAt.set(node, { ...addressed, from: 0 })
  const from = own && own.from < words.text.length ? own.from : 0
  return { node, words, setting, addressed, span: { from, to: words.text.length } }
}

/** Under a heading "Đề nghị ..." everything is a request, whoever is named. */
function isAsked(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) {
    if (/^đề nghị(?!\p{L})/iu.test(at.pieces[0]?.text ?? '') && at.path.length > 0) return true
  }
  return false
}

function readClause(found: Found, clause: Clause, taken: Set<string>): void {
  const { node, words } = clause
  if (takeNamed(found, clause)) return
  const isLeaf = node.children.length === 0
  // A heading that only names an agency, or opens a list, asks for nothing itself.
  if (isUnaddressed(clause))
    found.doubts.push(doubtAt(node, words, { from: 0, to: Math.min(80, words.text.length) }, 'agency-missing', 0.7))
  const isMereHeading = !isLeaf && (clause.addressed !== null || node.path.length > 0) && words.text.length < 120
  if (isMereHeading || (isLeaf && isNameOnly(clause))) return
  const units = unitsOf(clause, isLeaf)
  const isDivided = isLeaf && units.length > 1
  for (const [index, unit] of units.entries()) {
    const ref = isDivided ? freeRef(`${node.ref}.${index + 1}`, taken) : node.ref
    const span = isDivided ? unit.span : wholeOf(words)
    if (isDivided) {
      found.items.push({ ref, kind: 'statement', parent: node.ref, ...placeOf(words, span, node.confidence) })
    }
    takeUnit(found, clause, unit, ref, span)
  }
}

/** "Cơ quan chủ trì: Sở A" under a task says who holds the task. */
function takeNamed(found: Found, clause: Clause): boolean {
  const { node, words } = clause
  const named = namedRole(words)
  if (!named || node.children.length > 0) return false
  const ref = node.parent?.ref ?? node.ref
  for (const agency of named.agencies) {
    const duty = { agency, role: named.role, isStated: true, partners: [], due: null, isHelper: named.role !== 'lead' }
    takeDuty(found, clause, { ...duty, confidence: agency.isGroup ? 0.7 : 0.9 }, ref, wholeOf(words))
  }
  return true
}

/** A broken document may number a clause as a statement of another would be. */
function freeRef(ref: string, taken: Set<string>): string {
  let own = ref
  for (let count = 2; taken.has(own); count++) own = `${ref}-${count}`
  taken.add(own)
  return own
}

/** A section of the part on who does what, that names nobody. */
function isUnaddressed({ node, words, setting, addressed }: Clause): boolean {
  const isNumbered = node.path.length > 0 && node.parent !== null
  const isHeading = node.children.length > 0 || /^[^:]{3,80}:\s/.test(words.text)
  return setting.topic === 'organisation' && addressed === null && isNumbered && isHeading
}

function isNameOnly({ addressed, words }: Clause): boolean {
  return addressed !== null && addressed.from >= words.text.length
}

/** The pieces of a clause, those side by side with the same answer taken together. */
function unitsOf(clause: Clause, isLeaf: boolean): Unit[] {
  const { words, setting, addressed, node } = clause
  const pieces = piecesOf(words, clause.span, setting.topic === 'aims')
  let part: Part | null = null
  const single = pieces.map((piece): Unit => {
    part = addressed ? partOf(words, piece, part) : null
    const targets = targetsIn(words, piece, piece.sentence, setting)
    return { span: piece, part, targets, key: keyOf(part, addressed?.isRequested === true) }
  })
  if (isLeaf && isFunding(clause, pieces)) return single
  const units: Unit[] = []
  for (const unit of single) {
    const last = units.at(-1)
    const isSame = last && last.key === unit.key && last.targets.length === 0 && unit.targets.length === 0
    if (last && isSame) units[units.length - 1] = { ...last, span: { from: last.span.from, to: unit.span.to } }
    else units.push(unit)
  }
  if (units.length === 1 && units[0]?.targets.length === 0 && isLeaf) {
    const yes = yesTargetOf(words, clause.span, setting)
    // A numbered section may be a heading whose text was lost: it sets an aim only in so many words.
    if (yes && (isPoint(node) || yes.why === null)) return [{ ...units[0], targets: [yes] }]
  }
  return units
}

function isPoint(node: Node): boolean {
  return ['dash', 'plus', 'letter', 'bracket', 'level', 'paragraph'].includes(node.style)
}

/** Where who, how or when differ, a duty is another one. What is asked of others stays one request. */
function keyOf(part: Part | null, isRequested: boolean): string {
  if (!part || isRequested) return ''
  return JSON.stringify([part.role, part.partners.map(({ name }) => name), part.due])
}

/** Each source of money is a statement: "ngân sách nhà nước ...; huy động ...". */
function isFunding({ setting, words }: Clause, pieces: readonly Piece[]): boolean {
  const sources = pieces.filter(({ from, to }) =>
    /ngan sach|huy dong|tai tro|dong gop|nguon/.test(words.flat.slice(from, to)),
  )
  return setting.topic === 'money' && pieces.length > 1 && sources.length === pieces.length
}

function takeUnit(found: Found, clause: Clause, unit: Unit, ref: string, span: Span): void {
  const { words, addressed, setting, node } = clause
  for (const target of unit.targets) takeTarget(found, target, ref)
  const isMissed = unit.targets.length === 0 && missedTarget(words, unit.span, setting)
  if (isMissed || isHalfRead(words, unit.span, unit.targets)) {
    found.doubts.push({ ...doubtAt(node, words, unit.span, 'unsure-target', 0.5), ref })
  }
  const assigned = addressed ? null : assignedIn(words, unit.span)
  const part = assigned ? partOf(words, assigned.at, null) : unit.part
  const to = assigned?.addressed ?? addressed
  if (part && to) for (const duty of dutiesOf(to, part)) takeDuty(found, clause, duty, ref, span)
  // The year of a target is said with the target.
  const due = unit.targets.length > 0 ? null : dueIn(words.flat.slice(unit.span.from, unit.span.to))
  if (due) {
    const at = { from: unit.span.from + due.from, to: unit.span.from + due.to }
    found.deadlines.push({ ref, due: due.due, ...placeOf(words, at, 0.9) })
  }
}

function takeTarget(found: Found, { why, ...target }: FoundTarget, ref: string): void {
  found.targets.push({ ref, ...target })
  const { line, text, confidence } = target
  if (target.year === null) {
    found.doubts.push({ kind: 'year-missing', line, ref, text, suggestion: null, confidence: 0.9 })
  } else if (target.yearFrom === 'title' && confidence < 0.7) {
    found.doubts.push({ kind: 'year-missing', line, ref, text, suggestion: String(target.year), confidence: 0.6 })
  }
  if (why || confidence < 0.7) {
    found.doubts.push({ kind: 'unsure-target', line, ref, text, suggestion: null, confidence: 1 - confidence })
  }
}

function takeDuty(found: Found, clause: Clause, duty: FoundDuty, ref: string, span: Span): void {
  const { agency, confidence, isHelper, ...rest } = duty
  if (!isHelper) found.spokenTo.push({ agency, isRequested: duty.role === 'requested' })
  const place = placeOf(clause.words, span, confidence)
  found.duties.push({ ref, agency: agency.name, isGroup: agency.isGroup, ...rest, ...place })
  const doubt = { line: place.line, ref, about: agency.name, text: place.text, suggestion: null }
  if (!duty.isStated) found.doubts.push({ ...doubt, kind: 'role-implied', suggestion: duty.role, confidence: 0.3 })
  if (agency.isGroup) found.doubts.push({ ...doubt, kind: 'group-agency', confidence: 0.5 })
}

function doubtAt(node: Node, words: Words, span: Span, kind: Doubt['kind'], confidence: number): Doubt {
  const { line, text } = placeOf(words, span, 1)
  return { kind, line, ref: node.ref, text, suggestion: null, confidence }
}

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
function readClosing(found: Found, node: Node, words: Words): void {
  const collector = /(?<!\p{L})qua (?=\p{Lu})/u.exec(words.text)
  const via = collector ? agenciesAt(words.text, words.flat, collector.index + 4).agencies : []
  const known = [...found.spokenTo]
  const done = new Set(via.map(({ name }) => agencyKey(name)))
  const due = dueIn(words.flat)?.due ?? null
  const clause = { node, words, span: wholeOf(words), addressed: null, setting: settingOf(node, null) }
  const give = (agency: NamedAgency, role: FoundDuty['role'], confidence: number) => {
    if (done.has(agencyKey(agency.name))) return
    done.add(agencyKey(agency.name))
    const partners = via.map(({ name }) => name)
    takeDuty(
      found,
      clause,
      { agency, role, isStated: true, partners, due, confidence, isHelper: false },
      node.ref,
      wholeOf(words),
    )
  }
  const isDefinite = asksDefinitely(words)
  for (const { agencies, role } of addressesIn(words)) {
    const group = isDefinite ? null : oneGroup(words, agencies)
    if (group) give(group, role, 0.6)
    if (group) continue
    for (const agency of agencies) if (!agency.isGroup || isBody(agency)) give(agency, role, agency.isGroup ? 0.7 : 0.9)
    if (!isDefinite || !agencies.some(({ isGroup }) => isGroup)) continue
    for (const { agency, isRequested } of known) if (isRequested === (role === 'requested')) give(agency, role, 0.6)
  }
  const last = dueIn(words.flat)
  if (last) found.deadlines.push({ ref: node.ref, due: last.due, ...placeOf(words, last, 0.9) })
}

function addressesIn(words: Words): { agencies: readonly NamedAgency[]; role: 'lead' | 'requested' }[] {
  return [...words.text.matchAll(/(?<!\p{L})(đề nghị|de nghi|yêu cầu|yeu cau|giao) /giu)].flatMap((match) => {
    const { agencies } = agenciesAt(words.text, words.flat, match.index + match[0].length)
    return agencies.length > 0 ? [{ agencies, role: /^(?:đ|d)/iu.test(match[0]) ? 'requested' : 'lead' } as const] : []
  })
}
