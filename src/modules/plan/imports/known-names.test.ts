/** Words matched to what is known: the same agency however it is written, none where two fit alike, and no indicator of another kind. */
import { describe, expect, test } from 'vitest'
import { type KnownIndicator, matchAgency, rankIndicators, sureSuggestion } from './known-names.rules.ts'

const agencies = [
  { code: 'GD', name: 'Sở Giáo dục và Đào tạo' },
  { code: 'VH', name: 'Sở Văn hóa và Thể thao' },
  { code: 'NV', name: 'Sở Nội vụ' },
  { code: 'HKH', name: 'Hội Khuyến học thành phố Hà Nội' },
  { code: 'LD', name: 'Liên đoàn Lao động Thành phố' },
]
const known = { agencies, place: 'Hà Nội' }

test.each([
  ['Sở Giáo dục và Đào tạo', 'GD'],
  ['SỞ GD&ĐT', 'GD'],
  ['Sở GDĐT Hà Nội', undefined],
  ['Sở Giáo dục và Đào tạo Hà Nội'.normalize('NFD'), 'GD'],
  ['Sở VH&TT thành phố', 'VH'],
  ['Hội Khuyến học', 'HKH'],
  ['HKH Thành phố', 'HKH'],
  ['LĐLĐ Thành phố', 'LD'],
  ['Sở Nội vụ (cơ quan thường trực)', 'NV'],
  ['Sở', undefined],
  ['các Sở, ngành', undefined],
  ['Thành phố Hà Nội', undefined],
  ['', undefined],
])('“%s” is %s', (name, code) => {
  expect(matchAgency(name, known)?.code).toBe(code)
})

test('two that fit alike are none; without a known agency none is found', () => {
  expect(
    matchAgency('Sở Nội vụ', { ...known, agencies: [...agencies, { code: 'X', name: 'Nội vụ Sở' }] }),
  ).toBeUndefined()
  expect(matchAgency('Sở Nội vụ', { agencies: [], place: '' })).toBeUndefined()
})

const indicator = (code: string, vi: string, given: Partial<KnownIndicator> = {}): KnownIndicator => {
  return { code, kind: 'share', unit: 'percent', name: { vi, en: '' }, explanation: { vi: '', en: '' }, ...given }
}
const indicators = [
  indicator('citizens', 'Tỷ lệ công dân học tập'),
  indicator('families', 'Tỷ lệ gia đình học tập'),
  indicator('clans', 'Tỷ lệ dòng họ học tập'),
  indicator('literate', 'Tỷ lệ người biết chữ'),
  indicator('families_count', 'Số gia đình học tập', { kind: 'count', unit: 'families' }),
  indicator('level', 'Mức độ xóa mù chữ', { kind: 'level', unit: 'level' }),
]
const target = (subject: string, unit: string) =>
  ({ subject, sentence: subject, unit }) as Parameters<typeof rankIndicators>[0]

describe('indicators of a target', () => {
  test.each([
    ['gia đình đạt danh hiệu gia đình học tập', 'percent', 'families'],
    ['CÔNG DÂN HỌC TẬP', 'percent', 'citizens'],
    ['gia đình học tập', 'count', 'families_count'],
    ['mức độ xóa mù chữ', 'level', 'level'],
  ])('“%s” in %s', (subject, unit, code) => {
    expect(rankIndicators(target(subject, unit), indicators)[0]?.code).toBe(code)
  })

  test('best first, between 0 and 1, no more than asked for; of words that say nothing none', () => {
    const result = rankIndicators(target('gia đình học tập', 'percent'), indicators, 2)
    expect(result).toHaveLength(2)
    expect(result.map(({ score }) => score)).toEqual(result.map(({ score }) => score).sort((a, b) => b - a))
    expect(result.every(({ score }) => score > 0 && score <= 1)).toBe(true)
    expect(rankIndicators(target('tỷ lệ trong năm', 'percent'), indicators)).toEqual([])
    expect(rankIndicators(target('gia đình', 'yes'), indicators)).toEqual([])
  })

  test('in whatever order they are known', () => {
    const input = target('học tập', 'percent')
    expect(rankIndicators(input, indicators.toReversed())).toEqual(rankIndicators(input, indicators))
  })
})

test.each([
  [[], undefined],
  [[0.74], undefined],
  [[0.75], 0.75],
  [[0.9, 0.85], undefined],
  [[0.9, 0.7], 0.9],
])('of scores %o %s may stand by itself', (scores, sure) => {
  const suggestions = scores.map((score) => ({ code: String(score), name: { vi: '', en: '' }, score }))
  expect(sureSuggestion(suggestions)?.score).toBe(sure)
})
