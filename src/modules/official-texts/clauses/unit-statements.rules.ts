/** What one unit of a clause gives: its aims, its duties with their last days, and what is told of it. */

import type { Span, Words } from '../lines/spans.rules.ts'
import type { Topic } from '../outline/headings.rules.ts'
import { dueIn } from '../phrases/deadlines.rules.ts'
import { onlyYearOf } from './aim-years.rules.ts'
import { isHalfRead, missedTarget } from './aims.rules.ts'
import type { Unit } from './clause-units.rules.ts'
import { isLabelled, labelsIn } from './labelled-roles.rules.ts'
import { leavesFigure } from './leftovers.rules.ts'
import { withoutMoneyGiven } from './money-given.rules.ts'
import { actorsAt, groupActs, namesAnother } from './second-addressees.rules.ts'
import { type Clause, doubtAt, type Statements, takeDues, takeDuty, takeTarget } from './statements.rules.ts'
import { type Assigned, assignedIn, dutiesOf, type FoundDuty, helpersLeftOut, partOf } from './tasks-given.rules.ts'
import { unreadBodies, unreadHelpers } from './unread-bodies.rules.ts'
import { leavesDuty } from './unread-duties.rules.ts'

/** What the labels of a stretch give, with its last day. */
export function labelledDuties(words: Words, span: Span, onlyYear: number | null): FoundDuty[] {
  const due = dueIn(words.flat.slice(span.from, span.to), onlyYear)?.due ?? null
  return labelsIn(words, span).flatMap(({ role, agencies }) =>
    agencies.map((agency): FoundDuty => {
      const confidence = agency.isGroup ? 0.7 : 0.9
      return { agency, role, isStated: true, partners: [], due, isHelper: role !== 'lead', confidence }
    }),
  )
}

export function takeUnit(statements: Statements, clause: Clause, unit: Unit, ref: string, span: Span): void {
  const { words, setting, node } = clause
  const { addressed } = unit
  for (const target of unit.targets) takeTarget(statements, target, ref)
  const flat = words.flat.slice(unit.span.from, unit.span.to)
  const isMissed = unit.targets.length === 0 && missedTarget(words, unit.span, setting)
  const isLeft =
    (unit.targets.length > 0 || setting.topic === 'aims' || setting.topic === 'general-aims') &&
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
  const labelled = labelledDuties(words, unit.span, onlyYearOf(setting))
  const duties = [...(part && to && !isLabelled(words, unit.span) ? dutiesOf(to, part) : []), ...labelled]
  // Who acts in a task is not spoken to: closing words to all mean others.
  for (const duty of duties) takeDuty(statements, clause, acting ? { ...duty, isHelper: true } : duty, ref, span)
  for (const { name, from, to: end } of part && to && !to.isRequested ? helpersLeftOut(part) : [])
    statements.doubts.push({ ...doubtAt(node, words, { from, to: end }, 'group-agency', 0.5), ref, about: name })
  if (isDutyLeft(clause, unit, duties)) {
    statements.doubts.push({ ...doubtAt(node, words, unit.span, 'unsure-duty', 0.5), ref })
  } else tellBodiesLeft(statements, clause, unit, duties, ref)
  // The year of a target is said with the target, or opens the list of them; a pace that was left to a person is no rhythm.
  const opensAims = setting.topic === 'aims' && /:\s*$/.test(words.flat)
  if (unit.targets.length === 0 && !opensAims && !(isLeft && setting.topic === 'aims'))
    takeDues(statements, clause, unit.span, ref)
}

/** Bodies that stand where a duty is given and have none from it. */
function tellBodiesLeft(
  statements: Statements,
  { node, words, setting: { topic }, addressed }: Clause,
  { span, part }: Unit,
  duties: readonly FoundDuty[],
  ref: string,
): void {
  if (topic !== 'organisation' && topic !== 'money' && !isTask(topic)) return
  const isRequested = addressed?.isRequested === true
  const names = [
    ...duties.flatMap(({ agency, partners }) => [agency.name, ...partners]),
    ...(addressed?.agencies ?? []).map(({ name }) => name),
    ...(addressed?.leftOut ?? []).map(({ name }) => name),
    ...(part?.partners ?? []).map(({ name }) => name),
  ]
  const isLead = !isRequested && duties.some(({ role }) => role === 'lead')
  const unread = [...unreadBodies(words, span, names, isLead), ...(isLead ? unreadHelpers(words, span) : [])]
  for (const { name, ...at } of unread)
    statements.doubts.push({ ...doubtAt(node, words, at, 'unsure-duty', 0.5), ref, about: name })
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
  const { text, flat } = withoutMoneyGiven(words, unit.span)
  if (duties.length === 0) {
    const isActing =
      (isTask(setting.topic) || setting.topic === 'money') && addressed === null && groupActs(words, unit.span)
    return isActing || (setting.topic !== 'state' && leavesDuty(text, flat, setting.topic === 'organisation'))
  }
  const names = duties.flatMap(({ agency, partners }) => [agency.name, ...partners])
  return (
    unit.isCarried || namesAnother(words, unit.span, [...names, ...(addressed?.agencies.map(({ name }) => name) ?? [])])
  )
}
