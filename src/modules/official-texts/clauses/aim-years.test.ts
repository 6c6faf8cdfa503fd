/** What a clause inherits, and the year an aim is for. */
import { describe, expect, test } from 'vitest'
import { linesOf } from '../lines/lines.rules.ts'
import { growOutline } from '../outline/outline.rules.ts'
import { zonesOf } from '../outline/zones.rules.ts'
import { onlyYearOf, type PlanYear, type Setting, settingOf, yearFor } from './aim-years.rules.ts'

const one: PlanYear = { from: 2026, year: 2026, isOnly: true }
const many: PlanYear = { from: 2026, year: 2030, isOnly: false }
const setting = (above: Setting['yearAbove'], planYear: PlanYear | null): Setting => ({
  ...{ topic: 'aims', yearAbove: above, planYear },
})

test.each([
  // The sentence rules, then the heading, then the title.
  [
    { year: 2028, isSure: true },
    { year: 2027, isSure: true },
    many,
    { year: 2028, yearFrom: 'sentence', isSure: true },
  ],
  [{ year: 2028, isSure: false }, null, many, { year: 2028, yearFrom: 'sentence', isSure: false }],
  [{ year: null, isSure: true }, { year: 2027, isSure: true }, many, { year: 2027, yearFrom: 'heading', isSure: true }],
  // A heading of several years, or a sentence whose years do not pair, leaves it open.
  [
    { year: null, isSure: true },
    { year: 2027, isSure: false },
    one,
    { year: 2027, yearFrom: 'heading', isSure: false },
  ],
  [
    { year: null, isSure: false },
    { year: 2027, isSure: true },
    one,
    { year: 2027, yearFrom: 'heading', isSure: false },
  ],
  [{ year: null, isSure: true }, null, many, { year: 2030, yearFrom: 'title', isSure: true }],
  [{ year: null, isSure: true }, null, null, { year: null, yearFrom: null, isSure: true }],
] as const)('%j under %j in %j', (ruled, above, planYear, expected) => {
  expect(yearFor(setting(above, planYear), ruled)).toEqual(expected)
})

test('only a plan for one year has a year of its own', () => {
  expect([one, many, null].map((planYear) => onlyYearOf(setting(null, planYear)))).toEqual([2026, null, null])
})

describe('the setting of a clause', () => {
  const settingAt = (rows: readonly string[]) => {
    const node = growOutline(zonesOf(linesOf(['KẾ HOẠCH', 'Thử', ...rows].join('\n')))).nodes.at(-1)
    return node && settingOf(node, one)
  }
  test.each([
    [['I. MỤC TIÊU', '1. Đến năm 2028', '- X'], { topic: 'aims', yearAbove: { year: 2028, isSure: true } }],
    [['I. MỤC TIÊU', '1. Năm 2027 và năm 2028', '- X'], { topic: 'aims', yearAbove: { year: 2028, isSure: false } }],
    [['I. TỔ CHỨC THỰC HIỆN', '1. X'], { topic: 'organisation', yearAbove: null }],
  ])('%j', (rows, expected) => {
    expect(settingAt(rows)).toEqual({ ...expected, planYear: one })
  })
})
