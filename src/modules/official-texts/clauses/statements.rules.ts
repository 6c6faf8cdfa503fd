/** What the clauses say, gathered: each target, duty and last day with the doubts that go with it. */
import { agencyKey } from '../agencies/agency-keys.rules.ts'
import type { NamedAgency } from '../agencies/agency-names.rules.ts'
import { isUnsureName } from '../agencies/unsure-names.rules.ts'
import type { Doubt, DraftDeadline, DraftDuty, DraftItem, DraftTarget } from '../draft.model.ts'
import { placeOf, type Span, type Words } from '../lines/spans.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import { duesIn, type FoundDue } from '../phrases/deadlines.rules.ts'
import { isUnsureSubject } from '../phrases/unsure-subjects.rules.ts'
import type { Addressed } from './addressees.rules.ts'
import { onlyYearOf, type Setting } from './aim-years.rules.ts'
import type { FoundTarget } from './aims.rules.ts'
import { daysLeft, yearsLeft } from './leftovers.rules.ts'
import type { FoundDuty, Part } from './tasks-given.rules.ts'

export interface Statements {
  readonly items: DraftItem[]
  readonly targets: DraftTarget[]
  readonly duties: DraftDuty[]
  readonly deadlines: DraftDeadline[]
  readonly doubts: Doubt[]
  /** The agencies that clauses speak to, in order: whom closing words mean by "các Sở, ngành". */
  readonly spokenTo: Map<string, { readonly agency: NamedAgency; readonly isRequested: boolean }>
}

/** A clause with what its headings say of it. */
export interface Clause {
  readonly node: Node
  readonly words: Words
  readonly setting: Setting
  /** Whom it speaks to: its own agencies, or those of the heading above. */
  readonly addressed: Addressed | null
  /** The role that the line opening its list gives whom it speaks to. */
  readonly opened: Part | null
  readonly span: Span
}

/** Every last day of a stretch; the duty of it keeps the first, so that more than one is told. */
export function takeDues(statements: Statements, { node, words, setting }: Clause, span: Span, ref: string): void {
  const dues = duesIn(words.flat.slice(span.from, span.to), onlyYearOf(setting)).filter((own) => !isPast(own, setting))
  for (const [index, { due, from, to, isSure }] of dues.entries()) {
    const at = { from: span.from + from, to: span.from + to }
    statements.deadlines.push({ ref, due, ...placeOf(words, at, isSure ? 0.9 : 0.6) })
    if (index > 0 || !isSure) statements.doubts.push({ ...doubtAt(node, words, at, 'unsure-deadline', 0.5), ref })
  }
  const flat = words.flat.slice(span.from, span.to)
  for (const left of [...daysLeft(flat, dues), ...(setting.topic === 'state' ? [] : yearsLeft(flat, dues))]) {
    const at = { from: span.from + left.from, to: span.from + left.to }
    statements.doubts.push({ ...doubtAt(node, words, at, 'unsure-deadline', 0.5), ref })
  }
}

/** Where a plan tells what was reached, a day before its first year is none that anything is due on. */
function isPast({ due }: FoundDue, { topic, planYear }: Setting): boolean {
  return topic === 'state' && 'by' in due && Number(due.by.slice(0, 4)) < (planYear?.from ?? 0)
}

export function takeTarget(statements: Statements, { why, spans: _, ...target }: FoundTarget, ref: string): void {
  statements.targets.push({ ref, ...target })
  const { line, text, confidence } = target
  if (target.year === null) {
    statements.doubts.push({ kind: 'year-missing', line, ref, text, suggestion: null, confidence: 0.9 })
  } else if (target.yearFrom === 'title' && confidence < 0.7) {
    statements.doubts.push({ kind: 'year-missing', line, ref, text, suggestion: String(target.year), confidence: 0.6 })
  }
  if (why || confidence < 0.7 || isUnsureSubject(target.subject)) {
    statements.doubts.push({
      kind: 'unsure-target',
      line,
      ref,
      text,
      suggestion: null,
      confidence: Math.max(0.4, 1 - confidence),
    })
  }
}

export function takeDuty(statements: Statements, clause: Clause, duty: FoundDuty, ref: string, span: Span): void {
  const { agency, confidence, isHelper, ...rest } = duty
  if (!isHelper) {
    const isRequested = duty.role === 'requested'
    const key = `${isRequested} ${agencyKey(agency.name)}`
    if (!statements.spokenTo.has(key)) statements.spokenTo.set(key, { agency, isRequested })
  }
  const place = placeOf(clause.words, span, confidence)
  statements.duties.push({ ref, agency: agency.name, isGroup: agency.isGroup, ...rest, ...place })
  const doubt = { line: place.line, ref, about: agency.name, text: place.text, suggestion: null }
  if (!duty.isStated) statements.doubts.push({ ...doubt, kind: 'role-implied', suggestion: duty.role, confidence: 0.3 })
  if (agency.isGroup) statements.doubts.push({ ...doubt, kind: 'group-agency', confidence: 0.5 })
  if (agency.isUnknown) statements.doubts.push({ ...doubt, kind: 'unsure-duty', confidence: 0.5 })
  if (isUnsureAgency(agency)) statements.doubts.push({ ...doubt, kind: 'unsure-agency', confidence: 0.5 })
}

/** A name that may be cut short, or is none. */
export function isUnsureAgency({ name, isCut }: NamedAgency): boolean {
  return isCut === true || isUnsureName(name)
}

export function doubtAt(node: Node, words: Words, span: Span, kind: Doubt['kind'], confidence: number): Doubt {
  const { line, text } = placeOf(words, span, 1)
  return { kind, line, ref: node.ref, text, suggestion: null, confidence }
}
