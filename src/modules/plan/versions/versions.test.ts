/** Diffs of versions: what they find, that they lead there and back, and when they no longer fit. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClauseFact, DutyFact, PlanState, TargetFact } from './versions.model.ts'
import {
  applyDiff,
  diffOf,
  inverted,
  isSame,
  keyOfClause,
  keyOfDuty,
  keyOfPart,
  keyOfTarget,
  outdatedIn,
} from './versions.rules.ts'

const words = (text: string) => ({ vi: text, en: text })
const target = (given: Partial<TargetFact> = {}): TargetFact => ({
  ref: 'II.1.a.4',
  key: 'a.4',
  group: 'a',
  year: 2030,
  indicator: 'districts',
  comparator: '>=',
  value: 100,
  mode: 'keep',
  subject: words('Huyện'),
  note: null,
  ...given,
})
const state = (targets: TargetFact[]): PlanState => ({ clauses: [], targets, duties: [], componentPlans: [] })

describe('what a diff says', () => {
  test.each([
    ['nothing', [target()], [target()], []],
    ['another value', [target()], [target({ value: 90 })], [[100, 90]]],
    ['another indicator takes the place', [target()], [target({ indicator: 'communes', value: 80 })], [[100, 80]]],
    ['one more at another clause', [target()], [target(), target({ ref: 'II.2', value: 5 })], [[null, 5]]],
    ['one ended', [target(), target({ ref: 'II.2', value: 5 })], [target()], [[5, null]]],
    [
      'of two at one clause the one that stays is not the one replaced',
      [target({ indicator: 'a', value: 1 }), target({ indicator: 'b', value: 2 })],
      [target({ indicator: 'b', value: 3 }), target({ indicator: 'c', value: 4 })],
      [
        [2, 3],
        [1, 4],
      ],
    ],
  ])('%s', (_, before, after, changes) => {
    const diff = diffOf(state(before), state(after)).filter((entry) => entry.what === 'target')
    expect(diff.map((entry) => [entry.old?.value ?? null, entry.new?.value ?? null])).toEqual(changes)
  })
})

const ref = fc.constantFrom('I', 'I.1', 'II', 'II.1.a', 'II.1.đ')
const text = fc.constantFrom('một', 'hai', 'ba').map(words)
const clauses = fc.uniqueArray(
  fc.record({
    ref,
    parentRef: fc.constant(null),
    kind: fc.constant('section'),
    title: text,
    text: fc.constantFrom(null, 'lời văn', 'lời khác'),
  }),
  { selector: keyOfClause },
)
const targets = fc.uniqueArray(
  fc.record({
    ref,
    indicator: fc.constantFrom('a', 'b', 'c'),
    year: fc.constantFrom(2025, 2030),
    value: fc.constantFrom(40, 60),
    subject: text,
  }),
  { selector: keyOfTarget },
)
const duties = fc.uniqueArray(
  fc.record({
    ref,
    agency: fc.constantFrom('X', 'Y'),
    role: fc.constantFrom<DutyFact['role']>('lead', 'coordinate'),
    title: text,
    deadline: fc.constantFrom(null, { by: '2025-12-31' }),
  }),
  { selector: keyOfDuty },
)
const parts = fc.uniqueArray(fc.record({ ref, title: text, lead: fc.constantFrom('X', 'Y') }), { selector: keyOfPart })
const anyState = fc.record({ clauses, targets, duties, parts }).map(
  (made): PlanState => ({
    clauses: made.clauses as ClauseFact[],
    targets: made.targets.map((each) => target(each)),
    duties: made.duties.map((each) => ({ tasks: [], withAgencies: [], indicators: [], scope: null, ...each })),
    componentPlans: made.parts.map((each) => ({
      coordinator: 'X',
      approvalDue: { quarter: 4, year: 2021 },
      indicators: [],
      ...each,
    })),
  }),
)

/** The same facts in any order. */
function sorted(given: PlanState) {
  const by = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)
  return Object.fromEntries(Object.entries(given).map(([name, facts]) => [name, [...facts].sort(by)]))
}

describe('a diff', () => {
  test('leads from one version to the next, and inverted back', () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        const diff = diffOf(before, after)
        expect(sorted(applyDiff(before, diff))).toEqual(sorted(after))
        expect(sorted(applyDiff(after, inverted(diff)))).toEqual(sorted(before))
      }),
    )
  })

  test('found again after it was applied, and fits only what it was made from', () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        const diff = diffOf(before, after)
        expect(diffOf(before, applyDiff(before, diff))).toHaveLength(diff.length)
        expect(outdatedIn(before, diff)).toEqual([])
        const worded = diff.filter(
          (entry) => !(entry.what === 'clause' && isSame({ ...entry.old, text: null }, { ...entry.new, text: null })),
        )
        expect(outdatedIn(after, worded)).toEqual(worded)
      }),
    )
  })
})
