/** Which unit a code names on a day. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayBefore, isValidOn, sinceEver, stillValid, unitsByCode } from './units.rules.ts'

describe('the code 00004 before and after the merger', () => {
  const units = [
    { id: 'old', code: '00004', validFrom: sinceEver, validTo: '2025-07-01' },
    { id: 'new', code: '00004', validFrom: '2025-07-01', validTo: stillValid },
  ]
  const find = unitsByCode(units)

  test.each([
    ['1954-10-10', 'old'],
    ['2025-06-30', 'old'],
    ['2025-07-01', 'new'],
    ['9999-12-31', 'new'],
  ])('on %s it is the %s one', (on, id) => {
    expect(find('00004', on)?.id).toBe(id)
  })

  test('an unknown code names nothing', () => {
    expect(find('99999', '2025-07-01')).toBeUndefined()
  })
})

test('spans that meet neither overlap nor leave a gap, on any day', () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, (turn, on) => {
      const before = isValidOn({ validFrom: sinceEver, validTo: turn }, on)
      const after = isValidOn({ validFrom: turn, validTo: stillValid }, on)
      expect(before !== after).toBe(true)
      expect(isValidOn({ validFrom: turn, validTo: stillValid }, dayBefore(turn))).toBe(false)
    }),
  )
})
