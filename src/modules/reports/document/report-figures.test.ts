/** Figures of a report: sums over who gave them, shares over who gave both, days and money as official texts write them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { data, unit } from '#test/worlds/report.ts'
import {
  communeGroups,
  communesOf,
  countGiven,
  countLine,
  countReaching,
  day,
  earlierText,
  groupName,
  isWhole,
  money,
  number,
  percent,
  placesHead,
  placesWord,
  shareOf,
  sumOf,
} from './report-figures.rules.ts'

const units = [unit('1', { a: 3, b: 4 }), unit('2', { a: 0, b: 0 }), unit('3', { a: 5 }), unit('4', null)]

test('what nobody gave is no nothing', () => {
  expect([sumOf(units, 'a'), sumOf(units, 'x'), sumOf([], 'a'), sumOf(units.slice(1, 2), 'a')]).toEqual([
    8,
    null,
    null,
    0,
  ])
  expect([countGiven(units, 'a'), countReaching(units, 'a'), countReaching(units, 'a', 4)]).toEqual([3, 2, 1])
})

test('a share is of the units that gave both; of nothing there is none', () => {
  expect(shareOf(units, 'a', 'b')).toBe(75)
  expect(shareOf(units.slice(2), 'a', 'b')).toBeNull()
  expect(shareOf(units.slice(1, 2), 'a', 'b')).toBeUndefined()
})

test('a share of parts within their wholes is within 0 and 100', () => {
  const pair = fc.tuple(fc.nat(1e6), fc.nat(1e6))
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1 }), (pairs) => {
      const given = pairs.map(([a, b], index) => unit(String(index), { a: Math.min(a, b), b: Math.max(a, b) }))
      const share = shareOf(given, 'a', 'b')
      return share === undefined || (typeof share === 'number' && share >= 0 && share <= 100)
    }),
  )
})

test.each([
  ['2021-12-16', '16/12/2021'],
  ['2026-01-05', '05/01/2026'],
  ['2026-02-28', '28/02/2026'],
  ['2026-03-01', '01/3/2026'],
  ['2026-10-10', '10/10/2026'],
])('the day %s is %s', (iso, text) => {
  expect(day(iso)).toBe(text)
})

test('figures as Vietnamese texts write them', () => {
  expect([number(1234.5), percent(63.4), percent(100, 0)]).toEqual(['1.234,5', '63,40%', '100%'])
  expect([money(0), money(2_540_000), money(1e9), money(2_505_000_000)]).toEqual([
    '0,0 triệu đồng',
    '2,5 triệu đồng',
    '1,00 tỷ đồng',
    '2,51 tỷ đồng',
  ])
})

describe('a line of a count', () => {
  const line = (measure: string, of = data) => countLine(of, { label: 'Sự kiện', measure, unit: 'sự kiện' })?.text
  test('has both kinds of units where both gave it, and the year before', () => {
    expect(line('events_held')).toBe(
      'Sự kiện: 1.240 sự kiện (xã, phường 1.234; sở, ngành, tổ chức 6); năm 2025: 1.100 sự kiện.',
    )
  })

  test('is whole where one kind gave it, and not there where nobody did', () => {
    expect(line('events_held', { ...data, units: communesOf(data), earlier: {} })).toBe('Sự kiện: 1.234 sự kiện.')
    expect(line('unheard_of')).toBeUndefined()
  })

  test('says where a figure of the whole city was published', () => {
    const earlier = { x: { amount: 5, source: 'Niên giám', isSample: false } }
    expect(earlierText({ ...data, earlier }, 'x', String)).toBe('; năm 2025 toàn thành phố (nguồn: Niên giám): 5')
  })
})

test('communes are grouped by district, else by type; every one is in one group', () => {
  const of = { ...data, units: [unit('1', {}, { above: 'Quận A' }), unit('2', {}), unit('3', {}, { above: 'Quận A' })] }
  expect(communeGroups(of).map((group) => [groupName(group), group.units.map(({ code }) => code)])).toEqual([
    ['above Quận A', ['1', '3']],
    ['type Phường', ['2']],
  ])
})

test('townships are named while there are some; a report is whole when every unit counts', () => {
  expect([placesWord(data), placesHead(data)]).toEqual(['xã, phường', 'Xã, phường'])
  expect(placesWord({ ...data, units: [unit('1', {}, { type: 'Thị trấn' })] })).toBe('xã, phường, thị trấn')
  expect([isWhole(data), isWhole({ ...data, units: data.units.slice(0, 2) }), isWhole({ ...data, units: [] })]).toEqual(
    [false, true, true],
  )
})
