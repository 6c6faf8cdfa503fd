/** The mark of what a decision changes: read back as it was written, and different only where a list is. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  differencesOf,
  EffectsVersion,
  linesOf,
  type Marked,
  readMark,
  record,
  writeMark,
} from './effect-marks.rules.ts'
import { Consequences, lists, UnitLists } from './effects.model.ts'

const marked = (given: Partial<Marked['lists']> = {}): Marked => {
  return { decided: 3, lists: { ...record(() => ({ count: 1, which: '0123456789abcdef' })), ...given } }
}

test('a mark is read back as it was written, and a form may carry it', () => {
  const which = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 })
  const part = fc.record({ count: fc.nat(999_999_999), which })
  const all = fc.record(record(() => part))
  fc.assert(
    fc.property(fc.nat(), all, (decided, of) => {
      const mark = writeMark({ decided, lists: of })
      expect(readMark(mark)).toEqual({ decided, lists: of })
      expect(EffectsVersion.safeParse(mark).success).toBe(true)
    }),
  )
  expect(EffectsVersion.safeParse('3:1.zz').success).toBe(false)
})

describe('what is not as it was seen', () => {
  const since = [
    { title: 'Một', on: '2026-07-01', isWithdrawn: false },
    { title: 'Hai', on: '2026-08-01', isWithdrawn: true },
  ]

  test('nothing where the lists are the same, whatever was decided since', () => {
    expect(differencesOf(marked(), { ...marked(), decided: 5 }, since)).toEqual([])
  })

  test('decisions first, then each list with its counts where these changed', () => {
    const now = marked({ ended: { count: 1234, which: 'f'.repeat(16) }, duties: { count: 1, which: 'e'.repeat(16) } })
    const [made, withdrawn, ended, duties, ...more] = differencesOf(marked(), now, since)
    expect([made?.before, made?.now?.vi]).toEqual([undefined, expect.stringContaining('01/07/2026')])
    expect([withdrawn?.before?.vi, withdrawn?.now]).toEqual([expect.stringContaining('01/08/2026'), undefined])
    expect([ended?.before?.vi, ended?.now?.vi]).toEqual(['1', '1.234'])
    expect([duties?.before, duties?.now, more]).toEqual([undefined, undefined, []])
  })
})

test('the order of a list, and how far a form is filled, are no difference', () => {
  const form = { year: 2026, unit: 'A', state: 'sent', filled: 0.2, outcome: 'stays' as const, to: [] }
  const told = (forms: (typeof form)[]) =>
    linesOf({
      ...UnitLists.parse({ opened: [], ended: [], revised: [], passings: [] }),
      ...Consequences.parse({ roles: [], duties: [], forms, targets: [] }),
    })
  const other = { ...form, unit: 'B' }
  expect(told([form, other])).toEqual(told([other, { ...form, filled: 0.9, state: 'approved' }]))
  expect(told([form])).not.toEqual(told([other]))
  expect(Object.keys(told([]))).toEqual([...lists])
})
