/** What a clause takes from the headings and lines above it. */
import { describe, expect, test } from 'vitest'
import { linesOf } from '../lines/lines.rules.ts'
import { growOutline } from '../outline/outline.rules.ts'
import { zonesOf } from '../outline/zones.rules.ts'
import { clauseOf, heads, nothingTold } from './inherited.rules.ts'

const one = { from: 2026, year: 2026, isOnly: true }

/** The clauses of the part on who does what, each taken after those before it. */
function clausesOf(rows: readonly string[]) {
  const told = nothingTold()
  const text = ['KẾ HOẠCH', 'Thử', 'I. TỔ CHỨC THỰC HIỆN', ...rows].join('\n')
  const { nodes } = growOutline(zonesOf(linesOf(text)))
  return { told, clauses: nodes.slice(1).map((node) => clauseOf(node, node.words, one, told)) }
}
const spokenTo = (rows: readonly string[]) =>
  clausesOf(rows).clauses.map(
    ({ addressed }) =>
      addressed && `${addressed.isRequested ? 'asked' : 'told'} ${addressed.agencies.map(({ name }) => name).join()}`,
  )

describe('whom it speaks to', () => {
  test.each([
    [
      ['1. Sở Y tế', '- Mở lớp.', '+ Thi.'],
      ['told Sở Y tế', 'told Sở Y tế', 'told Sở Y tế'],
    ],
    [
      ['1. Đề nghị Tỉnh đoàn', '- Mở lớp.'],
      ['asked Tỉnh đoàn', 'asked Tỉnh đoàn'],
    ],
    // A line without a number names somebody for those after it that have none either.
    [
      ['Sở Y tế', '- Mở lớp.', '1. Thi cử'],
      ['told Sở Y tế', 'told Sở Y tế', null],
    ],
    [
      ['SỞ Y TẾ', 'Mở lớp.'],
      ['told SỞ Y TẾ', 'told SỞ Y TẾ'],
    ],
    [['- Mở lớp.'], [null]],
  ])('%j', (rows, said) => {
    expect(spokenTo(rows)).toEqual(said)
  })

  test('a heading between headings of bodies is one, and no other', () => {
    const rows = (heading: string) => ['1. Sở Y tế', '- A.', '2. Sở Nội vụ', '- B.', `3. ${heading}`, '- C.']
    expect(spokenTo(rows('Tổng phụ trách Đội')).slice(4)).toEqual([
      'told Tổng phụ trách Đội',
      'told Tổng phụ trách Đội',
    ])
    expect(spokenTo(rows('Kiểm tra, giám sát')).slice(4)).toEqual([null, null])
    expect(spokenTo(['1. Lớp ban đêm', '- A.', '2. Tổng phụ trách Đội', '- B.'])).toEqual([null, null, null, null])
    const many = ['4. Lớp đêm', '- D.', '5. Lớp ngày', '- E.', '6. Lớp trưa', '- G.']
    expect(spokenTo([...rows('Tổng phụ trách Đội'), ...many])[4]).toBeNull()
  })
})

describe('in what role', () => {
  const roles = (rows: readonly string[]) => clausesOf(rows).clauses.map(({ opened }) => opened?.role ?? null)
  test.each([
    [
      ['1. Sở Y tế', 'a) Tham mưu UBND tỉnh:', '- Mở lớp.', '+ Thi.', 'b) Mở lớp.'],
      [null, null, 'advise', 'advise', null],
    ],
    [
      ['1. Sở Y tế phối hợp với Sở Nội vụ:', '- Mở lớp.'],
      [null, 'coordinate'],
    ],
    [
      ['1. Sở Y tế', 'Tham mưu UBND tỉnh:', '- Mở lớp.'],
      [null, null, 'advise'],
    ],
    // No colon opens no list, no role is none, and others have a role of their own.
    [
      ['1. Sở Y tế', 'a) Tham mưu UBND tỉnh', '- Mở lớp.'],
      [null, null, null],
    ],
    [
      ['1. Sở Y tế', 'a) Trong năm 2026:', '- Mở lớp.'],
      [null, null, null],
    ],
    [
      ['1. Sở Y tế phối hợp với Sở Nội vụ:', 'a) Sở Tài chính: Chi.'],
      [null, null],
    ],
  ])('%j', (rows, expected) => {
    expect(roles(rows)).toEqual(expected)
  })
})

test('where its own words begin, and under which topic', () => {
  const [clause] = clausesOf(['1. Sở Y tế: Mở lớp.']).clauses
  expect([clause?.words.text.slice(clause.span.from), clause?.setting.topic]).toEqual(['Mở lớp.', 'organisation'])
})

test('a line that names somebody heads those after it, until another does', () => {
  const { told, clauses } = clausesOf(['Sở Y tế', '- Mở lớp.', 'Sở Nội vụ', '- Thi.'])
  expect(clauses.map((clause) => heads(told, clause))).toEqual([false, false, true, false])
})
