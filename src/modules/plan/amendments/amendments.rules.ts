/** What a change of a target must be to make sense, and how changes join in a draft. */
import type { Problem } from '#kernel/problem.ts'
import type { Plan } from '../plan.model.ts'
import type { Diff, DiffEntry, PlanState } from '../versions/versions.model.ts'
import { applyDiff, keyOfDuty, keyOfEntry, keyOfTarget } from '../versions/versions.rules.ts'
import type { TargetInput } from './amendments.model.ts'

/** The problems that these rules can find, raised by who calls them. */
export interface Raise {
  readonly valueMissing: Raised
  readonly valueNotAsked: Raised
  readonly percentOver100: Raised
  readonly yearOutside: Raised
  readonly targetExists: Raised
  readonly dutyExists: Raised
}
type Raised = (params?: Record<string, string | number>, path?: readonly string[]) => Problem

/** A number where one is asked, a percentage within 0..100, a year of the plan. */
export function problemsOfTarget(
  input: Pick<TargetInput, 'year' | 'comparator' | 'value'>,
  at: { plan: Pick<Plan, 'fromYear' | 'toYear'>; unit: string },
  raise: Raise,
): Problem[] {
  const { year, comparator, value } = input
  const { fromYear: from, toYear: to } = at.plan
  return [
    ...(comparator !== 'yes' && value === null ? [raise.valueMissing({}, ['value'])] : []),
    ...(comparator === 'yes' && value !== null ? [raise.valueNotAsked({}, ['value'])] : []),
    ...(value !== null && at.unit === 'percent' && (value < 0 || value > 100)
      ? [raise.percentOver100({}, ['value'])]
      : []),
    ...(year < from || year > to ? [raise.yearOutside({ from: String(from), to: String(to) }, ['year'])] : []),
  ]
}

/** A draft with one more change: it takes the place of an earlier one about the same thing. */
export function withChange(changes: Diff, change: DiffEntry): Diff {
  return [...changes.filter((each) => keyOfEntry(each) !== keyOfEntry(change)), change]
}

/** After the changes a clause has each target and each duty once. */
export function problemsOfChanges(state: PlanState, changes: Diff, raise: Raise): Problem[] {
  const after = applyDiff(state, changes)
  return [
    ...repeated(after.targets, keyOfTarget).map(({ ref }) => raise.targetExists({ ref }, ['indicator'])),
    ...repeated(after.duties, keyOfDuty).map(({ ref }) => raise.dutyExists({ ref }, ['agency'])),
  ]
}

function repeated<Fact>(facts: readonly Fact[], key: (fact: Fact) => string): Fact[] {
  const seen = new Set<string>()
  return facts.filter((fact) => {
    const isRepeated = seen.has(key(fact))
    seen.add(key(fact))
    return isRepeated
  })
}
