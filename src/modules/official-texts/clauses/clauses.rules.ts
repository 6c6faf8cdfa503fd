/** Reads clause after clause: what rests on it, and where it must be divided so that each target and duty has a ref of its own. */

import { longestRead } from '../lines/lines.rules.ts'
import { placeOf, type Span, wholeOf } from '../lines/spans.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import { onlyYearOf, type PlanYear } from './aim-years.rules.ts'
import { unitsOf } from './clause-units.rules.ts'
import { readClosing } from './closing-words.rules.ts'
import { clauseOf, heads, nothingTold, type Told } from './inherited.rules.ts'
import { isLabelled } from './labelled-roles.rules.ts'
import { daysLeft, leavesFigure } from './leftovers.rules.ts'
import { type Clause, doubtAt, type Statements, takeDues, takeDuty } from './statements.rules.ts'
import { labelledDuties, takeUnit } from './unit-statements.rules.ts'

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
  if (isMereHeading) takeHeading(statements, clause)
  if (isMereHeading || (isLeaf && isNameOnly(clause))) return
  for (const { name, ...span } of clause.addressed?.leftOut ?? []) {
    // The heading above may have named them.
    const at = words.text.slice(span.from, span.to) === name ? span : wholeOf(words)
    statements.doubts.push({ ...doubtAt(node, words, at, 'group-agency', 0.5), about: name })
  }
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
  const { node, words, setting } = clause
  if (node.children.length > 0 || !isLabelled(words, wholeOf(words))) return false
  const ref = node.parent?.ref ?? node.ref
  const duties = labelledDuties(words, wholeOf(words), onlyYearOf(setting))
  if (duties.length === 0) return false
  for (const duty of duties) takeDuty(statements, clause, duty, ref, wholeOf(words))
  takeDues(statements, clause, wholeOf(words), ref)
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

/** What a heading over tasks says besides: who holds them, in a bracket; a day of theirs. */
function takeHeading(statements: Statements, clause: Clause): void {
  const { words, setting, node, addressed } = clause
  for (const duty of labelledDuties(words, wholeOf(words), onlyYearOf(setting)))
    takeDuty(statements, clause, duty, node.ref, wholeOf(words))
  const rest = addressed ? words.text.slice(addressed.from) : ''
  // "Công chức Văn hóa phụ trách giáo dục" without a stop may be a name to its end.
  const isJoined = addressed !== null && !/,\s*$/.test(words.text.slice(0, addressed.from))
  if (isJoined && /^\p{Ll}/u.test(rest) && !/[.:;]\s*$/.test(rest))
    for (const { name } of addressed?.agencies.slice(-1) ?? [])
      statements.doubts.push({ ...doubtAt(node, words, wholeOf(words), 'unsure-agency', 0.5), about: name })
  tellDays(statements, clause)
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
