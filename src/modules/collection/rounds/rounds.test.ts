/** When a round is due, and who is called first. */
import { expect, test } from 'vitest'
import type { FormStatus } from './rounds.model.ts'
import { callFirst, completeness, dueDate, hasBegun } from './rounds.rules.ts'

function standing(code: string, given: Partial<FormStatus>): FormStatus {
  const nothing = { touchedAt: null, sentOn: null, returnReason: null, remindedOn: null }
  const counts = { version: 0, asked: 70, filled: 0, dutiesAsked: 0, dutiesFilled: 0 }
  const flags = { isLate: false, isSample: false, state: 'not-started' as const, dueOn: '2026-11-30' }
  return { unitId: code, code, name: code, kind: 'commune', ...nothing, ...counts, ...flags, ...given }
}

test.each([
  [2026, '12-01', '2026-11-30'],
  [2028, '03-01', '2028-02-29'],
  [2027, undefined, '2027-11-30'],
])('a report of %d before %s is due on %s', (year, before, due) => {
  expect(dueDate(year, before)).toBe(due)
})

test('the late are called first, then the returned, the unopened and the silent; the sent never', () => {
  const calls = callFirst(
    [
      standing('silent', { state: 'in-progress', touchedAt: new Date('2026-11-10T03:00:00Z') }),
      standing('busy', { state: 'in-progress', touchedAt: new Date('2026-11-22T03:00:00Z') }),
      standing('unopened', {}),
      standing('sent', { state: 'sent', dueOn: '2026-11-01' }),
      standing('returned', { state: 'returned' }),
      standing('late', { state: 'returned', dueOn: '2026-11-20' }),
    ],
    '2026-11-23',
  )
  expect(calls.map(({ code, reason }) => [code, reason])).toEqual([
    ['late', 'late'],
    ['returned', 'returned-idle'],
    ['unopened', 'not-started'],
    ['silent', 'silent'],
  ])
})

test('an agency is as far as its duties are', () => {
  expect(completeness({ asked: 70, filled: 35, dutiesAsked: 0, dutiesFilled: 0 })).toBe(0.5)
  expect(completeness({ asked: 25, filled: 0, dutiesAsked: 4, dutiesFilled: 3 })).toBe(0.75)
  expect(completeness({ asked: 0, filled: 0, dutiesAsked: 0, dutiesFilled: 0 })).toBe(0)
})

test('a round begins on its first day; a sample does not wait', () => {
  const round = { opensOn: '2027-10-01', isSample: false }
  expect(['2027-09-30', '2027-10-01', '2027-10-02'].map((day) => hasBegun(round, day))).toEqual([false, true, true])
  expect(hasBegun({ ...round, isSample: true }, '2026-11-28')).toBe(true)
})
