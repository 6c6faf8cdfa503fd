/** When a backup is due and late, what it is called, and what stays. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupsAmong, fileNameOf, isDrillOld, isDue, isLate, lastDue, redundant } from './schedule.rules.ts'

const at = (text: string) => new Date(`${text}:00+07:00`)

test('the last due hour is of today once it has come, of yesterday before', () => {
  expect(lastDue(at('2026-11-28T01:00'), 1)).toEqual(at('2026-11-28T01:00'))
  expect(lastDue(at('2026-11-28T00:59'), 1)).toEqual(at('2026-11-27T01:00'))
  expect(lastDue(at('2026-11-28T06:59'), 0)).toEqual(at('2026-11-28T00:00'))
  expect(lastDue(at('2026-03-01T22:00'), 23)).toEqual(at('2026-02-28T23:00'))
})

describe('due and late', () => {
  const good = at('2026-11-27T01:00')
  test.each([
    ['2026-11-28T00:59', good, false, false],
    ['2026-11-28T01:00', good, true, false],
    ['2026-11-28T03:00', good, true, true],
    ['2026-11-28T03:00', at('2026-11-28T01:10'), false, false],
    ['2026-11-28T12:00', undefined, true, true],
  ] as const)('at %s', (time, lastGood, due, late) => {
    const latest = { now: at(time), hour: 1, lastGood }
    expect([isDue({ ...latest, lastBegun: lastGood }), isLate(latest)]).toEqual([due, late])
  })

  test('one that failed waits an hour', () => {
    const latest = { hour: 1, lastGood: good, lastBegun: at('2026-11-28T01:00') }
    expect(isDue({ ...latest, now: at('2026-11-28T01:59') })).toBe(false)
    expect(isDue({ ...latest, now: at('2026-11-28T02:00') })).toBe(true)
  })

  test('a drill is old after a quarter of a year, and where there was none', () => {
    expect([undefined, at('2026-08-01T00:00'), at('2026-10-01T00:00')].map((day) => isDrillOld(good, day))).toEqual([
      true,
      true,
      false,
    ])
  })
})

test('names go by the clock of the city; what is not ours is let be', () => {
  const name = fileNameOf('hanoi', new Date('2026-11-27T18:05:00Z'), true)
  expect(name).toBe('hieuhoc-hanoi-2026-11-28T0105.backup.age')
  const others = ['hieuhoc-hue-2026-11-28T0105.backup', `${name}.77.part`, 'before.backup', '.DS_Store']
  const older = fileNameOf('hanoi', new Date('2026-11-26T18:05:00Z'), false)
  expect(backupsAmong([older, ...others, name], 'hanoi').map((file) => file.name)).toEqual([name, older])
})

describe('what stays', () => {
  const daysAgo = (count: number) => new Date(at('2026-11-28T01:00').getTime() - count * 86_400_000)
  const files = (days: readonly number[]) =>
    backupsAmong(
      days.map((count) => fileNameOf('hanoi', daysAgo(count), false)),
      'hanoi',
    )

  test('seven days, four weeks, three months of a backup every night', () => {
    const all = files(Array.from({ length: 400 }, (_, count) => count))
    const gone = new Set(redundant(all, { daily: 7, weekly: 4, monthly: 3 }))
    const left = all.filter(({ name }) => !gone.has(name)).map((file) => file.at.slice(0, 10))
    // 28 November 2026 is a Saturday: weeks end on Sundays.
    expect(left).toEqual([
      ...['2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22'],
      ...['2026-11-15', '2026-11-08', '2026-10-31', '2026-09-30'],
    ])
  })

  test('the newest, though nothing is asked for; and days without a backup use up nothing', () => {
    expect(redundant(files([300, 400]), { daily: 0, weekly: 0, monthly: 0 })).toEqual(
      files([400]).map(({ name }) => name),
    )
    expect(redundant(files([300, 400]), { daily: 2, weekly: 0, monthly: 0 })).toEqual([])
    expect(redundant([], { daily: 7, weekly: 4, monthly: 12 })).toEqual([])
  })

  test('never fewer than asked for, whatever there is', () => {
    const days = fc.uniqueArray(fc.nat(1000), { maxLength: 60 })
    fc.assert(
      fc.property(days, fc.nat(10), fc.nat(10), fc.nat(10), (some, daily, weekly, monthly) => {
        const all = files(some)
        const left = all.length - redundant(all, { daily, weekly, monthly }).length
        expect(left).toBeGreaterThanOrEqual(Math.min(all.length, Math.max(1, daily)))
        expect(left).toBeLessThanOrEqual(Math.max(1, daily + weekly + monthly))
      }),
    )
  })
})
