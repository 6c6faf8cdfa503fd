/** Reads clause after clause: what rests on it, and where it must be divided so that each target and duty has a ref of its own. */

import { isCapitals, isFinished, longestRead } from '../lines/lines.rules.ts'
import { placeOf, type Span, type Words, wholeOf } from '../lines/spans.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import { withSubjectOf } from '../phrases/figure-subjects.rules.ts'
import { type Addressed, addressedBy } from './addressees.rules.ts'
import {
  type FoundTarget,
  isHalfRead,
  missedTarget,
  type PlanYear,
  reachOf,
  settingOf,
  targetsIn,
  yesTargetOf,
} from './aims.rules.ts'
import { type Piece, piecesOf } from './clause-parts.rules.ts'
import { readClosing } from './closing-words.rules.ts'
import { leavesFigure, leavesRole } from './leftovers.rules.ts'
import { type Clause, doubtAt, type Found, onlyYearOf, takeDues, takeDuty, takeTarget } from './statements.rules.ts'
import { assignedIn, dutiesOf, namedRole, type Part, partOf } from './tasks-given.rules.ts'

/** One piece of a clause, or several that say the same of who and when. */
interface Unit {
  readonly span: Span
  readonly part: Part | null
  readonly targets: readonly FoundTarget[]
  readonly key: string
}

/** Whom each clause speaks to, and whom the last line without a number under a heading names for those after it. */
interface Told {
  readonly at: Map<Node, Addressed>
  readonly after: Map<Node, Addressed>
}

export function readClauses(nodes: readonly Node[], planYear: PlanYear | null): Found {
  const found: Found = { items: [], targets: [], duties: [], deadlines: [], doubts: [], spokenTo: new Map() }
  const told: Told = { at: new Map(), after: new Map() }
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
    else readClause(found, clauseOf(node, words, planYear, told), taken)
  }
  return found
}

function clauseOf(node: Node, words: Words, planYear: PlanYear | null, told: Told): Clause {
  const setting = settingOf(node, planYear)
  const inherited = inheritedBy(node, told)
  const isHeading = node.children.length > 0 || isLineHeading(node)
  const isTold = setting.topic === 'organisation' && node.parent !== null
  const own = isTold ? addressedBy(words, isHeading, inherited !== undefined) : null
  const addressed = own ? { ...own, isRequested: own.isRequested || isAsked(node) } : (inherited ?? null)
  if (addressed) told.at.set(node, { ...addressed, from: 0 })
  const isNamed = own !== null && own.from >= words.text.length && !isFinished(words.text)
  if (node.parent && addressed && isNamed && node.style === 'paragraph')
    told.after.set(node.parent, { ...addressed, from: 0 })
  const from = own && own.from < words.text.length ? own.from : 0
  return { node, words, setting, addressed, span: { from, to: words.text.length } }
}

/** "VĂN PHÒNG HỘI" on a line of its own, without a number: it heads the dashes and paragraphs after it. */
function isLineHeading({ style, words }: Node): boolean {
  return style === 'paragraph' && words.text.length < 120 && isCapitals(words.text)
}

/** Those of the heading around it, else of the last line before it that only names somebody. */
function inheritedBy({ parent, path }: Node, { at, after }: Told): Addressed | undefined {
  if (!parent) return undefined
  return at.get(parent) ?? (path.length > 0 ? undefined : after.get(parent))
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
  const isShort = words.text.length < 120 && !/\d ?%/.test(words.flat)
  const isMereHeading = !isLeaf && (clause.addressed !== null || node.path.length > 0) && isShort
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
  const reach = reachOf(words, clause.span, setting)
  let part: Part | null = null
  let last: FoundTarget | undefined
  const single = pieces.map((piece): Unit => {
    part = addressed ? partOf(words, piece, part, onlyYearOf(setting)) : null
    const targets = withSubjectOf(targetsIn(words, piece, piece.sentence, setting, reach), last)
    last = targets.at(-1) ?? last
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
  return ['bullet', 'dash', 'plus', 'letter', 'bracket', 'level', 'paragraph'].includes(node.style)
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
  const flat = words.flat.slice(unit.span.from, unit.span.to)
  const isMissed = unit.targets.length === 0 && missedTarget(words, unit.span, setting)
  const isLeft =
    setting.topic === 'aims' &&
    unit.targets.length > 0 &&
    leavesFigure(
      flat,
      unit.targets.flatMap((target) => target.spans),
    )
  if (isMissed || isLeft || isHalfRead(words, unit.span, unit.targets)) {
    found.doubts.push({ ...doubtAt(node, words, unit.span, 'unsure-target', 0.5), ref })
  }
  const assigned = addressed ? null : assignedIn(words, unit.span)
  const part = assigned ? partOf(words, assigned.at, null, onlyYearOf(setting)) : unit.part
  const to = assigned?.addressed ?? addressed
  if (part && to) for (const duty of dutiesOf(to, part)) takeDuty(found, clause, duty, ref, span)
  else if (setting.topic !== 'state' && leavesRole(flat)) {
    found.doubts.push({ ...doubtAt(node, words, unit.span, 'unsure-duty', 0.5), ref })
  }
  // The year of a target is said with the target, or opens the list of them.
  const opensAims = setting.topic === 'aims' && /:\s*$/.test(words.flat)
  if (unit.targets.length === 0 && !opensAims) takeDues(found, clause, unit.span, ref)
}
