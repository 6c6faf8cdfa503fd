/** Reads clause after clause: what rests on it, and where it must be divided so that each target and duty has a ref of its own. */

import { isCapitals, isFinished, longestRead } from '../lines/lines.rules.ts'
import { placeOf, type Span, type Words, wholeOf } from '../lines/spans.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import { type Addressed, addressedBy } from './addressees.rules.ts'
import { onlyYearOf, type PlanYear, settingOf } from './aim-years.rules.ts'
import { type FoundTarget, isHalfRead, missedTarget } from './aims.rules.ts'
import { type Unit, unitsOf } from './clause-units.rules.ts'
import { readClosing } from './closing-words.rules.ts'
import { leavesFigure } from './leftovers.rules.ts'
import { namesAnother } from './second-addressees.rules.ts'
import { type Clause, doubtAt, type Found, takeDues, takeDuty, takeTarget } from './statements.rules.ts'
import { assignedIn, dutiesOf, type FoundDuty, helpersLeftOut, namedRole, partOf } from './tasks-given.rules.ts'
import { leavesDuty } from './unread-duties.rules.ts'

/** Whom each clause speaks to, and whom the last line without a number under a heading names for those after it. */
interface Told {
  readonly at: Map<Node, Addressed>
  readonly after: Map<Node, Addressed>
  /** The aims of the last clause that set some, and the heading it stands under. */
  aims: { readonly parent: Node | null; readonly targets: readonly FoundTarget[] }
}

export function readClauses(nodes: readonly Node[], planYear: PlanYear | null): Found {
  const found: Found = { items: [], targets: [], duties: [], deadlines: [], doubts: [], spokenTo: new Map() }
  const told: Told = { at: new Map(), after: new Map(), aims: { parent: null, targets: [] } }
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
    else readClause(found, clauseOf(node, words, planYear, told), taken, told)
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
  if (addressed) told.at.set(node, { ...addressed, from: 0, leftOut: [] })
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

function readClause(found: Found, clause: Clause, taken: Set<string>, told: Told): void {
  const { node, words } = clause
  if (takeNamed(found, clause)) return
  for (const { name, from, to } of clause.addressed?.leftOut ?? [])
    found.doubts.push({ ...doubtAt(node, words, { from, to }, 'group-agency', 0.5), about: name })
  const isLeaf = node.children.length === 0
  const unread = unreadNames(clause)
  if (unread) found.doubts.push(doubtAt(node, words, unread, 'unsure-duty', 0.6))
  // A heading that only names an agency, or opens a list, asks for nothing itself.
  if (isUnaddressed(clause))
    found.doubts.push(doubtAt(node, words, { from: 0, to: Math.min(80, words.text.length) }, 'agency-missing', 0.7))
  const isShort = words.text.length < 120 && !/\d ?%/.test(words.flat)
  const isMereHeading =
    !isLeaf && (clause.addressed !== null || node.path.length > 0) && isShort && !countsSomething(clause)
  if (isLeaf && isNameOnly(clause) && !heads(told, clause))
    found.doubts.push(doubtAt(node, words, wholeOf(words), 'unsure-duty', 0.5))
  if (isMereHeading || (isLeaf && isNameOnly(clause))) return
  const units = unitsOf(clause, isLeaf, told.aims.parent === node.parent ? told.aims.targets : [])
  const targets = units.flatMap((unit) => unit.targets)
  if (targets.length > 0) told.aims = { parent: node.parent, targets }
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

/** "Công an tỉnh, Nhóm Ba" over a list: what goes on after the names that are known. */
function unreadNames({ node, words, span }: Clause): Span | null {
  const before = words.text.slice(Math.max(0, span.from - 3), span.from)
  const goesOn = node.children.length > 0 && /^\p{L}/u.test(words.text.slice(span.from)) && /,\s*$/.test(before)
  return goesOn ? span : null
}

/** A section of the part on who does what, that names nobody. */
function isUnaddressed({ node, words, setting, addressed }: Clause): boolean {
  const isNumbered = node.path.length > 0 && node.parent !== null
  const isHeading = node.children.length > 0 || /^[^:]{3,80}:\s/.test(words.text)
  return setting.topic === 'organisation' && addressed === null && isNumbered && isHeading
}

/** "Mở 20 lớp, trong đó:" heads a list and is an aim itself. */
function countsSomething({ setting, words }: Clause): boolean {
  return setting.topic === 'aims' && leavesFigure(words.flat, [])
}

/** Whether a line that only names somebody heads those after it. */
function heads({ after }: Told, { node, addressed }: Clause): boolean {
  return node.style === 'paragraph' && node.parent !== null && after.get(node.parent)?.agencies === addressed?.agencies
}

function isNameOnly({ addressed, words }: Clause): boolean {
  return addressed !== null && !/\p{L}/u.test(words.text.slice(addressed.from))
}

function takeUnit(found: Found, clause: Clause, unit: Unit, ref: string, span: Span): void {
  const { words, setting, node } = clause
  const { addressed } = unit
  for (const target of unit.targets) takeTarget(found, target, ref)
  const flat = words.flat.slice(unit.span.from, unit.span.to)
  const isMissed = unit.targets.length === 0 && missedTarget(words, unit.span, setting)
  const isLeft =
    (unit.targets.length > 0 || setting.topic === 'aims') &&
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
  const duties = part && to ? dutiesOf(to, part) : []
  for (const duty of duties) takeDuty(found, clause, duty, ref, span)
  for (const { name, from, to: end } of part && to && !to.isRequested ? helpersLeftOut(part) : [])
    found.doubts.push({ ...doubtAt(node, words, { from, to: end }, 'group-agency', 0.5), ref, about: name })
  if (isDutyLeft(clause, unit, duties)) {
    found.doubts.push({ ...doubtAt(node, words, unit.span, 'unsure-duty', 0.5), ref })
  }
  // The year of a target is said with the target, or opens the list of them; a pace that was left to a person is no rhythm.
  const opensAims = setting.topic === 'aims' && /:\s*$/.test(words.flat)
  if (unit.targets.length === 0 && !opensAims && !(isLeft && setting.topic === 'aims'))
    takeDues(found, clause, unit.span, ref)
}

/** Whether somebody is told something by a unit, and has no duty from it. */
function isDutyLeft({ words, setting, addressed }: Clause, unit: Unit, duties: readonly FoundDuty[]): boolean {
  const { from, to } = unit.span
  const [text, flat] = [words.text.slice(from, to), words.flat.slice(from, to)]
  if (duties.length === 0) return setting.topic !== 'state' && leavesDuty(text, flat, setting.topic === 'organisation')
  const names = duties.flatMap(({ agency, partners }) => [agency.name, ...partners])
  return (
    unit.isCarried || namesAnother(words, unit.span, [...names, ...(addressed?.agencies.map(({ name }) => name) ?? [])])
  )
}
