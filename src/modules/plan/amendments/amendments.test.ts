/** Changes of a plan in a draft: a target that makes sense at its edges, and one change for each thing. */
import { describe, expect, test } from 'vitest'
import type { Problem } from '#kernel/problem.ts'
import type { DiffEntry, TargetFact } from '../versions/versions.model.ts'
import { problemsOfChanges, problemsOfTarget, type Raise, withChange } from './amendments.rules.ts'

const kind = (code: string) => (): Problem => ({ code, status: 422, words: { vi: '', en: '' } })
const raise: Raise = {
  valueMissing: kind('valueMissing'),
  valueNotAsked: kind('valueNotAsked'),
  percentOver100: kind('percentOver100'),
  yearOutside: kind('yearOutside'),
  targetExists: kind('targetExists'),
  dutyExists: kind('dutyExists'),
}
const at = (unit: string) => ({ plan: { fromYear: 2021, toYear: 2030 }, unit })

describe('a target', () => {
  test.each<[string, '>=' | '>' | 'yes', number | null, number, string[]]>([
    ['percent', '>=', 0, 2021, []],
    ['percent', '>=', 100, 2030, []],
    ['percent', '>', 100.01, 2030, ['percentOver100']],
    ['percent', '>=', -0.01, 2030, ['percentOver100']],
    ['people', '>=', 5000, 2025, []],
    ['percent', '>=', null, 2025, ['valueMissing']],
    ['yes-no', 'yes', null, 2025, []],
    ['yes-no', 'yes', 0, 2025, ['valueNotAsked']],
    ['people', '>=', 1, 2020, ['yearOutside']],
    ['people', '>=', 1, 2031, ['yearOutside']],
    ['percent', '>=', 101, 2031, ['percentOver100', 'yearOutside']],
  ])('in %s %s %s by %d', (unit, comparator, value, year, codes) => {
    expect(problemsOfTarget({ year, comparator, value }, at(unit), raise).map(({ code }) => code)).toEqual(codes)
  })
})

const target = (ref: string, given: Partial<TargetFact> = {}): TargetFact => ({
  ...{ ref, key: ref, group: 'a', year: 2030, indicator: 'x', comparator: '>=', value: 70, mode: 'aim' as never },
  ...{ subject: { vi: 'Công dân', en: 'Citizens' }, note: null },
  ...given,
})
const added = (ref: string, value: number): DiffEntry => ({ what: 'target', old: null, new: target(ref, { value }) })

test('a change takes the place of an earlier one about the same thing, and comes last', () => {
  const changes = [added('II.1', 70), added('II.2', 50)]
  expect(withChange(changes, added('II.1', 80))).toEqual([added('II.2', 50), added('II.1', 80)])
  expect(withChange(withChange(changes, added('II.1', 80)), added('II.1', 80))).toHaveLength(2)
  expect(withChange([], added('II.1', 80))).toEqual([added('II.1', 80)])
})

test('after the changes a clause has each target once', () => {
  const state = { clauses: [], targets: [target('II.1')], duties: [], componentPlans: [] }
  expect(problemsOfChanges(state, [], raise)).toEqual([])
  expect(problemsOfChanges(state, [added('II.2', 5)], raise)).toEqual([])
  expect(problemsOfChanges(state, [added('II.1', 80)], raise).map(({ code }) => code)).toEqual(['targetExists'])
})
