/** Reads clause after clause: what rests on it, and where it must be divided so that each target and duty has a ref of its own. */

import { longestRead } from '../lines/lines.rules.ts'
import { placeOf, type Span, wholeOf } from '../lines/spans.rules.ts'
import type { Topic } from '../outline/headings.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import { onlyYearOf, type PlanYear } from './aim-years.rules.ts'
import { isHalfRead, missedTarget } from './aims.rules.ts'
import { type Unit, unitsOf } from './clause-units.rules.ts'
import { readClosing } from './closing-words.rules.ts'
import { clauseOf, heads, nothingTold, type Told } from './inherited.rules.ts'
import { daysLeft, leavesFigure } from './leftovers.rules.ts'
import { actorsAt, groupActs, namesAnother } from './second-addressees.rules.ts'
import { type Clause, doubtAt, type Statements, takeDues, takeDuty, takeTarget } from './statements.rules.ts'
import {
  type Assigned,
  assignedIn,
  dutiesOf,
  type FoundDuty,
  helpersLeftOut,
  namedRole,
  partOf,
} from './tasks-given.rules.ts'
import { leavesDuty } from './unread-duties.rules.ts'

export function readClauses(nodes: readonly Node[], planYear: PlanYear | null): Statements {
  const statements: Statements = { items: [], targets: [], duties: [], deadlines: [], doubts: [], spokenTo: new Map() }
  const told = nothingTold()
  const taken = new Set(nodes.map(({ ref }) => ref))
  for (const node of nodes) {
    const { words } = node
    statements.items.push({
      ref: node.ref,
      kind: node.kind,
      parent: node.parent?.ref ?? null,
      ...placeOf(words, wholeOf(words), node.confidence),
    })
    if (['preamble', 'row', 'appendix'].includes(node.style)) continue
    if (words.text.length > longestRead) {
      statements.doubts.push(doubtAt(node, words, { from: 0, to: 80 }, 'unread-line', 1))
      continue
    }
    if (node.style === 'closing') readClosing(statements, node, words)
    else readClause(statements, clauseOf(node, words, planYear, told), taken, told)
  }
  return statements
}

function readClause(statements: Statements, clause: Clause, taken: Set<string>, told: Told): void {
  const { node, words } = clause
  if (takeNamed(statements, clause)) return
  for (const { name, from, to } of clause.addressed?.leftOut ?? [])
    statements.doubts.push({ ...doubtAt(node, words, { from, to }, 'group-agency', 0.5), about: name })
  const isLeaf = node.children.length === 0
  const unread = unreadNames(clause)
  if (unread) statements.doubts.push(doubtAt(node, words, unread, 'unsure-duty', 0.6))
  // A heading that only names an agency, or opens a list, asks for nothing itself.
  if (isUnaddressed(clause))
    statements.doubts.push(
      doubtAt(node, words, { from: 0, to: Math.min(80, words.text.length) }, 'agency-missing', 0.7),
    )
  const isShort = words.text.length < 120 && !/\d ?%/.test(words.flat)
  const isMereHeading =
    !isLeaf && (clause.addressed !== null || node.path.length > 0) && isShort && !countsSomething(clause)
  if (isLeaf && isNameOnly(clause) && !heads(told, clause))
    statements.doubts.push(doubtAt(node, words, wholeOf(words), 'unsure-duty', 0.5))
  if (isMereHeading) tellDays(statements, clause)
  if (isMereHeading || (isLeaf && isNameOnly(clause))) return
  const units = unitsOf(clause, isLeaf, told.aims.parent === node.parent ? told.aims.targets : [])
  const targets = units.flatMap((unit) => unit.targets)
  if (targets.length > 0) told.aims = { parent: node.parent, targets }
  const isDivided = isLeaf && units.length > 1
  for (const [index, unit] of units.entries()) {
    const ref = isDivided ? freeRef(`${node.ref}.${index + 1}`, taken) : node.ref
    const span = isDivided ? unit.span : wholeOf(words)
    if (isDivided) {
      statements.items.push({ ref, kind: 'statement', parent: node.ref, ...placeOf(words, span, node.confidence) })
    }
    takeUnit(statements, clause, unit, ref, span)
  }
}

/** "Cơ quan chủ trì: Sở A" under a task says who holds the task. */
function takeNamed(statements: Statements, clause: Clause): boolean {
  const { node, words } = clause
  const named = namedRole(words)
  if (!named || node.children.length > 0) return false
  const ref = node.parent?.ref ?? node.ref
  for (const agency of named.agencies) {
    const duty = { agency, role: named.role, isStated: true, partners: [], due: null, isHelper: named.role !== 'lead' }
    takeDuty(statements, clause, { ...duty, confidence: agency.isGroup ? 0.7 : 0.9 }, ref, wholeOf(words))
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

/** A day in a heading over tasks may be that of all under it: a person says so. */
function tellDays(statements: Statements, { node, words, setting: { topic } }: Clause): void {
  if (topic !== 'tasks' && topic !== 'organisation') return
  for (const span of daysLeft(words.flat, []))
    statements.doubts.push(doubtAt(node, words, span, 'unsure-deadline', 0.5))
}

/** "Mở 20 lớp, trong đó:" heads a list and is an aim itself. */
function countsSomething({ setting, words }: Clause): boolean {
  return setting.topic === 'aims' && leavesFigure(words.flat, [])
}

function isNameOnly({ addressed, words }: Clause): boolean {
  return addressed !== null && !/\p{L}/u.test(words.text.slice(addressed.from))
}

function takeUnit(statements: Statements, clause: Clause, unit: Unit, ref: string, span: Span): void {
  const { words, setting, node } = clause
  const { addressed } = unit
  for (const target of unit.targets) takeTarget(statements, target, ref)
  const flat = words.flat.slice(unit.span.from, unit.span.to)
  const isMissed = unit.targets.length === 0 && missedTarget(words, unit.span, setting)
  const isLeft =
    (unit.targets.length > 0 || setting.topic === 'aims') &&
    leavesFigure(
      flat,
      unit.targets.flatMap((target) => target.spans),
    )
  if (isMissed || isLeft || isHalfRead(words, unit.span, unit.targets)) {
    statements.doubts.push({ ...doubtAt(node, words, unit.span, 'unsure-target', 0.5), ref })
  }
  const given = addressed ? null : assignedIn(words, unit.span)
  const acting = addressed || given ? null : actorsOf(clause, unit.span)
  const assigned = given ?? acting
  const part = assigned ? partOf(words, assigned.at, null, onlyYearOf(setting)) : unit.part
  const to = assigned?.addressed ?? addressed
  const duties = part && to ? dutiesOf(to, part) : []
  // Who acts in a task is not spoken to: closing words to all mean others.
  for (const duty of duties) takeDuty(statements, clause, acting ? { ...duty, isHelper: true } : duty, ref, span)
  for (const { name, from, to: end } of part && to && !to.isRequested ? helpersLeftOut(part) : [])
    statements.doubts.push({ ...doubtAt(node, words, { from, to: end }, 'group-agency', 0.5), ref, about: name })
  if (isDutyLeft(clause, unit, duties)) {
    statements.doubts.push({ ...doubtAt(node, words, unit.span, 'unsure-duty', 0.5), ref })
  }
  // The year of a target is said with the target, or opens the list of them; a pace that was left to a person is no rhythm.
  const opensAims = setting.topic === 'aims' && /:\s*$/.test(words.flat)
  if (unit.targets.length === 0 && !opensAims && !(isLeft && setting.topic === 'aims'))
    takeDues(statements, clause, unit.span, ref)
}

/** Outside the part on who does what, a task may begin with whoever does it. */
function actorsOf({ words, setting: { topic } }: Clause, span: Span): Assigned | null {
  return isTask(topic) ? actorsAt(words, span) : null
}

function isTask(topic: Topic): boolean {
  return topic === 'tasks' || topic === 'other'
}

/** Whether somebody is told something by a unit, and has no duty from it. */
function isDutyLeft({ words, setting, addressed }: Clause, unit: Unit, duties: readonly FoundDuty[]): boolean {
  const { from, to } = unit.span
  const [text, flat] = [words.text.slice(from, to), words.flat.slice(from, to)]
  if (duties.length === 0) {
    const isActing = isTask(setting.topic) && addressed === null && groupActs(words, unit.span)
    return isActing || (setting.topic !== 'state' && leavesDuty(text, flat, setting.topic === 'organisation'))
  }
  const names = duties.flatMap(({ agency, partners }) => [agency.name, ...partners])
  return (
    unit.isCarried || namesAnother(words, unit.span, [...names, ...(addressed?.agencies.map(({ name }) => name) ?? [])])
  )
}
