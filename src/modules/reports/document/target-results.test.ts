/** Sums, shares and the sentences made of them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { data, figure, target, unit } from '#test/worlds/report.ts'
import type { UnitFact } from '../facts/facts.model.ts'
import { cityNames } from './document.rules.ts'
import { figureText } from './grids.rules.ts'
import { countLine, money, shareOf, sumOf } from './report-figures.rules.ts'
import { sentence, summary, usualFirmness } from './target-results.rules.ts'

describe('sums', () => {
  test('nothing given is nothing, not zero', () => {
    expect(sumOf(data.units, 'events_held')).toBe(1240)
    expect(sumOf(data.units, 'libraries')).toBeNull()
  })

  test('a share counts units that gave both; over nothing there is none', () => {
    expect(shareOf(data.units, 'learning_citizens_recognised', 'citizens_18_plus')).toBe(60)
    expect(shareOf(data.units, 'learning_citizens_recognised', 'libraries')).toBeNull()
    expect(shareOf([data.units[1] as UnitFact], 'learning_citizens_recognised', 'citizens_18_plus')).toBeUndefined()
  })

  test('parts add up to the whole, whatever the units', () => {
    const units = fc.array(fc.option(fc.nat(1e9), { nil: undefined }))
    fc.assert(
      fc.property(units, units, (some, others) => {
        const made = (amounts: typeof some) =>
          amounts.map((amount, index) => unit(String(index), amount === undefined ? {} : { m: amount }))
        const whole = sumOf([...made(some), ...made(others)], 'm')
        expect(whole ?? 0).toBe((sumOf(made(some), 'm') ?? 0) + (sumOf(made(others), 'm') ?? 0))
      }),
    )
  })

  test.each([
    [2_500_000_000, '2,50 tỷ đồng'],
    [999_999_999, '1.000,0 triệu đồng'],
    [1_250_000, '1,3 triệu đồng'],
    [0, '0,0 triệu đồng'],
  ])('%d is %s', (dong, text) => expect(money(dong)).toBe(text))
})

describe('sentences', () => {
  test('a count says its parts and the year before', () => {
    expect(countLine(data, { label: 'Sự kiện', measure: 'events_held', unit: 'sự kiện' })?.text).toBe(
      'Sự kiện: 1.240 sự kiện (xã, phường 1.234; sở, ngành, tổ chức 6); năm 2025: 1.100 sự kiện.',
    )
    expect(countLine(data, { label: 'Thư viện', measure: 'libraries', unit: 'thư viện' })).toBeUndefined()
  })

  test('a published figure of the year before names its source', () => {
    const published = { ...data, earlier: { events_held: { amount: 9, source: 'Báo A', isSample: false } } }
    expect(countLine(published, { label: 'Sự kiện', measure: 'events_held', unit: 'sự kiện' })?.text).toContain(
      'năm 2025 toàn thành phố (nguồn: Báo A): 9 sự kiện',
    )
  })

  test.each([
    [
      'reached',
      target('x', { goal: { year: 2030, comparator: '>', value: 60, standing: 'reached', reason: 'met', path: null } }),
      'Công dân học tập: 63,40%; chỉ tiêu đến năm 2030: trên 60%; đã đạt.',
    ],
    [
      'with the year before',
      target('x', { before: figure(2025, 60.09, { source: 'Báo B' }) }),
      'Công dân học tập: 63,40%; năm 2025: 60,09% (nguồn: Báo B); chỉ tiêu đến năm 2030: 70%; đúng tiến độ.',
    ],
    [
      'published',
      target('x', { current: figure(2026, 63.4, { qualifier: '>', source: 'Báo C' }) }),
      'Công dân học tập: trên 63,40% (nguồn: Báo C); chỉ tiêu đến năm 2030: 70%; đúng tiến độ.',
    ],
    [
      'estimate',
      target('x', { current: figure(2026, 63.4, { status: 'estimate', reported: 2, expected: 3 }) }),
      'Công dân học tập: 63,40% (ước tính, từ 2/3 xã, phường); chỉ tiêu đến năm 2030: 70%; đúng tiến độ.',
    ],
    [
      'level',
      target('x', {
        unit: 'level',
        decimals: 0,
        current: figure(2026, 2),
        goal: { year: 2030, comparator: '>=', value: 2, standing: 'reached', reason: 'met', path: null },
      }),
      'Công dân học tập: mức độ 2; chỉ tiêu đến năm 2030: mức độ 2; đã đạt.',
    ],
    [
      'yes or no',
      target('x', {
        unit: 'yes',
        decimals: 0,
        current: figure(2026, 1),
        goal: { year: 2030, comparator: 'yes', value: null, standing: 'reached', reason: 'met', path: null },
      }),
      'Công dân học tập: có; chỉ tiêu đến năm 2030: có; đã đạt.',
    ],
  ])('%s', (_, fact, text) => expect(sentence(fact, '', 'xã, phường')).toBe(text))

  test('what is usual is said once', () => {
    const estimate = target('x', { current: figure(2026, 1, { status: 'estimate', reported: 2, expected: 3 }) })
    const usual = usualFirmness([estimate, estimate, target('y')], 'xã, phường')
    expect(usual).toBe('ước tính, từ 2/3 xã, phường')
    expect(sentence(estimate, usual, 'xã, phường')).not.toContain('ước tính')
    expect(sentence(target('y'), usual, 'xã, phường')).toContain('63,40% (chính thức)')
  })

  test('the summary counts every target once', () => {
    const none = target('y', {
      goal: { year: 2030, comparator: '>=', value: 1, standing: 'no-data', reason: 'no-values', path: null },
    })
    expect(summary([target('x'), none, none])).toBe('Trong 3 chỉ tiêu đến năm 2030: 1 đúng tiến độ; 2 chưa đủ số liệu.')
  })

  test.each([
    [{ amount: 99.5, unit: 'percent', decimals: 2, qualifier: null }, '99,50%'],
    [{ amount: 99, unit: 'percent', decimals: 0, qualifier: '~' }, 'khoảng 99%'],
    [{ amount: 0, unit: 'yes', decimals: 0, qualifier: null }, 'Chưa'],
    [{ amount: 3, unit: 'level', decimals: 0, qualifier: '<' }, 'dưới Mức độ 3'],
  ] as const)('%j is %s', (given, text) => expect(figureText(given)).toBe(text))

  test.each([
    ['Thành phố Hà Nội', 'thành phố Hà Nội', 'Hà Nội'],
    ['Tỉnh Lạng Sơn', 'tỉnh Lạng Sơn', 'Lạng Sơn'],
  ])('%s', (full, name, short) => expect(cityNames(full)).toEqual({ name, short }))
})
