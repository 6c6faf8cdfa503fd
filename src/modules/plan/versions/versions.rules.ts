/** Versions of a plan compared and applied: a diff leads from one to the next, and back. */
import type {
  ClauseFact,
  ComponentPlanFact,
  Diff,
  DiffEntry,
  DutyFact,
  PlanState,
  TargetFact,
} from './versions.model.ts'

interface Change<Fact> {
  readonly old: Fact | null
  readonly new: Fact | null
}

export const keyOfClause = (fact: Pick<ClauseFact, 'ref'>) => fact.ref
export const keyOfTarget = (fact: Pick<TargetFact, 'ref' | 'indicator'>) => `${fact.ref} ${fact.indicator}`
export const keyOfDuty = (fact: Pick<DutyFact, 'ref' | 'agency' | 'role'>) => `${fact.ref} ${fact.agency} ${fact.role}`
export const keyOfPart = (fact: Pick<ComponentPlanFact, 'ref'>) => fact.ref

/** What is in force under one key: a clause, a target of one indicator, one role of one agency, a component plan. */
export function keyOfEntry(entry: DiffEntry): string {
  const side = (fact: string | null) => (fact === null ? '' : fact)
  switch (entry.what) {
    case 'clause':
      return `clause ${side(keyOf(entry, keyOfClause))}`
    case 'target':
      return `target ${side(keyOf(entry, keyOfTarget))}`
    case 'duty':
      return `duty ${side(keyOf(entry, keyOfDuty))}`
    case 'component-plan':
      return `component-plan ${side(keyOf(entry, keyOfPart))}`
  }
}

function keyOf<Fact>(change: Change<Fact>, key: (fact: Fact) => string): string | null {
  const fact = change.old ?? change.new
  return fact === null ? null : key(fact)
}

/** The clause that a change is about. */
export function refOf(entry: DiffEntry): string {
  return entry.old?.ref ?? entry.new?.ref ?? ''
}

/** Everything that differs, in the order of the later version; `applyDiff` leads from `before` to `after` by it. */
export function diffOf(before: PlanState, after: PlanState): Diff {
  return [
    ...changesOf(before.clauses, after.clauses, keyOfClause).map((change) => ({ what: 'clause' as const, ...change })),
    ...changesOf(before.targets, after.targets, keyOfTarget).map((change) => ({ what: 'target' as const, ...change })),
    ...changesOf(before.duties, after.duties, keyOfDuty).map((change) => ({ what: 'duty' as const, ...change })),
    ...changesOf(before.componentPlans, after.componentPlans, keyOfPart).map((change) => ({
      what: 'component-plan' as const,
      ...change,
    })),
  ]
}

/**
 * Facts with one key are the same thing, changed or not. What is left over at one clause is taken as replaced: a target on
 * another indicator, a duty of another agency.
 */
function changesOf<Fact extends { ref: string }>(
  before: readonly Fact[],
  after: readonly Fact[],
  key: (fact: Fact) => string,
): Change<Fact>[] {
  const old = new Map(before.map((fact) => [key(fact), fact]))
  const keys = new Set(after.map(key))
  const gone = before.filter((fact) => !keys.has(key(fact)))
  const changes: Change<Fact>[] = after.flatMap((fact) => {
    const same = old.get(key(fact))
    if (same) return isSame(same, fact) ? [] : [{ old: same, new: fact }]
    const at = gone.findIndex((each) => each.ref === fact.ref)
    const [replaced] = at < 0 ? [] : gone.splice(at, 1)
    return [{ old: replaced ?? null, new: fact }]
  })
  return [...changes, ...gone.map((fact) => ({ old: fact, new: null }))]
}

/** The state after a diff; what the diff does not name stays where it is. */
export function applyDiff(state: PlanState, diff: Diff): PlanState {
  return {
    clauses: applied(
      state.clauses,
      diff.filter((entry) => entry.what === 'clause'),
      keyOfClause,
    ),
    targets: applied(
      state.targets,
      diff.filter((entry) => entry.what === 'target'),
      keyOfTarget,
    ),
    duties: applied(
      state.duties,
      diff.filter((entry) => entry.what === 'duty'),
      keyOfDuty,
    ),
    componentPlans: applied(
      state.componentPlans,
      diff.filter((entry) => entry.what === 'component-plan'),
      keyOfPart,
    ),
  }
}

function applied<Fact>(facts: readonly Fact[], changes: readonly Change<Fact>[], key: (fact: Fact) => string): Fact[] {
  const ofOld = new Map(changes.flatMap((change) => (change.old === null ? [] : [[key(change.old), change.new]])))
  const placed = facts.flatMap((fact) => {
    const next = ofOld.get(key(fact))
    if (next === undefined) return [fact]
    return next === null ? [] : [next]
  })
  return [...placed, ...changes.flatMap((change) => (change.old === null && change.new !== null ? [change.new] : []))]
}

/** The way back. */
export function inverted(diff: Diff): Diff {
  return diff.map((entry) => ({ ...entry, old: entry.new, new: entry.old }) as DiffEntry)
}

/** Changes that no longer fit: what they change or end is gone or another, or what they add is there already. */
export function outdatedIn(state: PlanState, diff: Diff): Diff {
  const now = new Map<string, unknown>([
    ...state.clauses.map((fact) => [`clause ${keyOfClause(fact)}`, withoutText(fact)] as const),
    ...state.targets.map((fact) => [`target ${keyOfTarget(fact)}`, fact] as const),
    ...state.duties.map((fact) => [`duty ${keyOfDuty(fact)}`, fact] as const),
    ...state.componentPlans.map((fact) => [`component-plan ${keyOfPart(fact)}`, fact] as const),
  ])
  return diff.filter((entry) => {
    const fact = now.get(keyOfEntry(entry))
    return entry.old === null ? fact !== undefined : !isSame(fact, withoutText(entry.old))
  })
}

/** The words of the document may be attached anew while a change is written; the change still fits. */
function withoutText(fact: object): object {
  return 'text' in fact ? { ...fact, text: null } : fact
}

/** Whether two facts say the same, whatever the order of their fields. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]))
}

/** Names that the changes use and the plan does not have: refs of clauses. */
export function unknownRefs(state: PlanState, diff: Diff): string[] {
  const known = new Set(applyDiff(state, diff).clauses.map(keyOfClause))
  return diff.flatMap((entry) => (entry.new && !known.has(entry.new.ref) ? [entry.new.ref] : []))
}
