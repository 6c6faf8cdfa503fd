/** What a reviewed document asks: the facts read, with what people put in their place, and what is still open. */
import type { Words } from '#kernel/language.ts'
import type { Draft, DraftItem, DraftTarget } from '#modules/official-texts'
import type { ClauseFact, ComponentPlanFact, PlanState, TargetFact } from '../versions/versions.model.ts'
import { type DutyMade, dutiesOf } from './duty-facts.rules.ts'
import { type Known, type Lack, type Made, shortTitle, untranslated } from './fact-basis.rules.ts'
import { matchAgency, rankIndicators, sureSuggestion } from './known-names.rules.ts'
import { faultsOf, keysOf } from './pieces.rules.ts'
import type { Correction, PieceVerdict } from './plan-imports.model.ts'

export interface Built {
  readonly state: PlanState
  /** What each piece became. */
  readonly duties: readonly DutyMade[]
  readonly targets: readonly Made<TargetFact>[]
  readonly groups: Readonly<Record<string, Words>>
  /** The words of each clause, with faults mended that people confirmed. */
  readonly texts: readonly { readonly ref: string; readonly line: number; readonly text: string }[]
  readonly lacks: readonly { readonly piece: string; readonly lack: Lack }[]
}

type PieceVerdicts = ReadonlyMap<string, PieceVerdict>

/** The facts of a document. What is rejected is left out; what is undecided counts as read. */
export function build(draft: Draft, verdicts: PieceVerdicts, known: Known): Built {
  const items = keptItems(draft, verdicts)
  const refs = new Set(items.map((item) => item.ref))
  const texts = items.map((item) => ({ ref: item.ref, line: item.line, text: mended(item, draft, verdicts) }))
  const targets = targetsOf(draft, verdicts, known, refs)
  const duties = dutiesOf(draft, verdicts, known, refs)
  const parts = partsOf(draft, verdicts, known, refs)
  return {
    state: {
      clauses: clausesOf(items, texts, verdicts, known),
      targets: targets.flatMap(({ fact }) => fact ?? []),
      duties: duties.flatMap(({ facts }) => facts),
      componentPlans: parts.flatMap(({ fact }) => fact ?? []),
    },
    duties,
    targets,
    groups: groupsOf(
      items,
      targets.flatMap(({ fact }) => fact ?? []),
      verdicts,
    ),
    texts,
    lacks: [targets, duties, parts].flatMap((made) =>
      made.flatMap(({ piece, lack }) => (lack ? [{ piece, lack }] : [])),
    ),
  }
}

/** Items that stay, each under the nearest one around it that stays. */
function keptItems(draft: Draft, verdicts: PieceVerdicts): DraftItem[] {
  const rejected = new Map(
    draft.items
      .filter((item) => verdicts.get(`item ${item.ref}`)?.verdict === 'rejected')
      .map((item) => [item.ref, item.parent]),
  )
  const above = (parent: string | null): string | null =>
    parent !== null && rejected.has(parent) ? above(rejected.get(parent) ?? null) : parent
  return draft.items.filter((item) => !rejected.has(item.ref)).map((item) => ({ ...item, parent: above(item.parent) }))
}

/** The words of an item with the faults put right that a person confirmed. */
function mended(item: DraftItem, draft: Draft, verdicts: PieceVerdicts): string {
  return faultsOf(draft).reduce((text, [key, doubt]) => {
    if (doubt.line < item.line || doubt.line > item.endLine) return text
    const verdict = verdicts.get(key)
    if (!verdict || verdict.verdict === 'rejected') return text
    const right = verdict.correction?.words ?? doubt.suggestion
    return right === null ? text : text.replace(doubt.text, () => right)
  }, item.text)
}

function clausesOf(
  items: readonly DraftItem[],
  texts: Built['texts'],
  verdicts: PieceVerdicts,
  known: Known,
): ClauseFact[] {
  const before = new Map(known.state?.clauses.map((clause) => [clause.ref, clause]))
  const words = new Map(texts.map(({ ref, text }) => [ref, text]))
  return items.map((item) => {
    const old = before.get(item.ref)
    const text = words.get(item.ref) ?? item.text
    const title = verdicts.get(`item ${item.ref}`)?.correction?.title ?? old?.title ?? untranslated(shortTitle(text))
    // Where the words were never attached, they come with this document and changed nothing.
    return {
      ref: item.ref,
      parentRef: item.parent,
      kind: item.kind,
      title,
      text: old && old.text === null ? null : text,
    }
  })
}

function targetsOf(draft: Draft, verdicts: PieceVerdicts, known: Known, refs: ReadonlySet<string>): Made<TargetFact>[] {
  return keysOf('target', draft.targets).flatMap(([piece, target, place]) => {
    const verdict = verdicts.get(piece)
    if (verdict?.verdict === 'rejected') return []
    const correction = verdict?.correction ?? {}
    const old = formerTarget(known, target, place)
    const indicator = linkOf(target, correction, old, known)
    if (indicator === null) return []
    return [{ piece, ...factOf(target, { correction, old, indicator, refs }) }]
  })
}

/** The target of the plan in force that stands at the same place for the same year. */
function formerTarget(known: Known, target: DraftTarget, place: number): TargetFact | undefined {
  const here = known.state?.targets.filter((each) => each.ref === target.ref) ?? []
  return here.find((each) => each.year === target.year && here.length === 1) ?? here[place - 1]
}

/** The indicator a target is followed by: as decided, as in the plan in force, as the words say plainly; null: by none. */
export function linkOf(
  target: DraftTarget,
  correction: Correction,
  old: Pick<TargetFact, 'indicator'> | undefined,
  known: Pick<Known, 'indicators'>,
): string | null | undefined {
  if (correction.indicator !== undefined) return correction.indicator
  return old?.indicator ?? sureSuggestion(rankIndicators(target, known.indicators))?.code
}

function factOf(
  target: DraftTarget,
  at: {
    correction: Correction
    old: TargetFact | undefined
    indicator: string | undefined
    refs: ReadonlySet<string>
  },
): { fact: TargetFact | null; lack: Lack | null } {
  const { correction, old, indicator, refs } = at
  const lacking = (lack: Lack) => ({ fact: null, lack })
  if (!refs.has(target.ref)) return lacking('clause')
  if (indicator === undefined) return lacking('indicator')
  const year = correction.year ?? target.year
  if (year === null) return lacking('year')
  const comparator = correction.comparator ?? comparatorOf(target)
  if (!comparator) return lacking('comparator')
  const value = comparator === 'yes' ? null : correction.value !== undefined ? correction.value : target.value
  if (comparator !== 'yes' && value === null) return lacking('value')
  const place = placeOf(target.ref)
  const fact: TargetFact = {
    ref: target.ref,
    key: correction.key ?? old?.key ?? place.key,
    group: correction.group ?? old?.group ?? place.group,
    year,
    indicator,
    comparator,
    value,
    mode: correction.mode ?? target.mode,
    subject: correction.subject ?? old?.subject ?? untranslated(shortTitle(target.subject, 120)),
    note: correction.note !== undefined ? correction.note : (old?.note ?? null),
  }
  return { fact, lack: null }
}

/** A plan asks at least, more than, or yes; "100 %" is at least that. Other comparisons a person words anew. */
function comparatorOf({ comparator }: DraftTarget): TargetFact['comparator'] | undefined {
  if (comparator === '=') return '>='
  return comparator === '>=' || comparator === '>' || comparator === 'yes' ? comparator : undefined
}

/** `II.1.a.2` is the target a.2 of group a; without a letter the clause above it is the group. */
export function placeOf(ref: string): { key: string; group: string } {
  const steps = ref.split('.')
  const letter = steps.findIndex((step) => /^\p{Ll}$/u.test(step))
  if (letter >= 0) return { key: steps.slice(letter).join('.'), group: steps[letter] ?? ref }
  const group = steps.slice(0, -1).join('.') || ref
  return { key: ref, group }
}

/** Names of groups: the title of the first clause that is one. */
function groupsOf(
  items: readonly DraftItem[],
  targets: readonly TargetFact[],
  verdicts: PieceVerdicts,
): Record<string, Words> {
  const groups = new Map<string, Words>()
  for (const { ref, group } of targets) {
    const around = items.find(
      (item) => ref.startsWith(`${item.ref}.`) && item.ref.split('.').at(-1) === group.split('.').at(-1),
    )
    const title = around && verdicts.get(`item ${around.ref}`)?.correction?.title
    if (!groups.has(group)) groups.set(group, title ?? untranslated(around ? shortTitle(around.text) : group))
  }
  return Object.fromEntries(groups)
}

function partsOf(
  draft: Draft,
  verdicts: PieceVerdicts,
  known: Known,
  refs: ReadonlySet<string>,
): Made<ComponentPlanFact>[] {
  return keysOf('part', draft.componentPlans).flatMap(([piece, part]): Made<ComponentPlanFact>[] => {
    const verdict = verdicts.get(piece)
    if (verdict?.verdict === 'rejected') return []
    const correction = verdict?.correction ?? {}
    const old = known.state?.componentPlans.find((each) => each.ref === part.ref)
    const codeOf = (name: string | null | undefined) => (name ? matchAgency(name, known)?.code : undefined)
    const lead = correction.agencies?.[0] ?? codeOf(part.lead) ?? old?.lead
    const coordinator = correction.coordinator ?? codeOf(part.coordinators[0]) ?? old?.coordinator
    const due = part.approvalDue
    const approvalDue =
      correction.approvalDue ??
      (due ? { quarter: due.quarter ?? (due.month ? Math.ceil(due.month / 3) : 4), year: due.year } : old?.approvalDue)
    const lack = !refs.has(part.ref) ? 'clause' : !lead || !coordinator ? 'agency' : !approvalDue ? 'approval' : null
    if (lack || !lead || !coordinator || !approvalDue) return [{ piece, fact: null, lack }]
    const title = correction.title ?? old?.title ?? untranslated(shortTitle(part.title, 150))
    const indicators = correction.indicators ?? old?.indicators ?? []
    return [{ piece, fact: { ref: part.ref, title, lead, coordinator, approvalDue, indicators }, lack }]
  })
}
