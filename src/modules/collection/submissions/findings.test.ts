/** What is said of a cell: its row whole, numbers as the reader writes them, and problems that lead to the cell. */
import { describe, expect, test } from 'vitest'
import { describe as tell } from '#kernel/problem.ts'
import { cellNames, cellProblem, conflictProblem, findingText, partName, rowName, wordsIn } from './findings.rules.ts'
import type { Finding } from './submissions.model.ts'

const learners = { vi: 'Người học', en: 'Learners' }
const total = { measure: 'learners', category: 'total', name: learners, part: null }
const women = { ...total, category: 'sex:female', part: { vi: 'Nữ', en: 'Female' } }
const rows = [total, women, { ...total, measure: 'turns', name: { vi: 'Lượt người học', en: 'Learner turns' } }]

describe('names', () => {
  test.each([
    ['vi', 'Đồng bào', 'đồng bào'],
    ['vi', 'Ở nông thôn', 'ở nông thôn'],
    ['vi', 'nữ', 'nữ'],
    ['en', '', ''],
  ] as const)('%s: a part “%s” goes on in small letters', (language, entry, text) => {
    expect(partName(language, { part: { vi: entry, en: entry } })).toMatch(text === '' ? /:\s*$|which/ : text)
  })

  test('a total has no part; a part is named with its total', () => {
    expect(partName('vi', total)).toBeNull()
    expect(rowName('vi', total)).toBe('Người học')
    expect(rowName('vi', women)).toBe('Người học, trong đó: nữ')
  })

  test('by the keys of cells, one for each row', () => {
    expect(cellNames('vi', rows)).toEqual({
      learners: 'Người học',
      'learners.sex:female': 'Người học, trong đó: nữ',
      turns: 'Lượt người học',
    })
    expect(cellNames('vi', [])).toEqual({})
  })

  test('one language of a catalogue', () => {
    expect(wordsIn('en', { a: learners })).toEqual({ a: 'Learners' })
  })
})

describe('findings', () => {
  const over: Finding = {
    measure: 'learners',
    category: 'total',
    severity: 'error',
    code: 'over-another',
    params: { other: 'turns', amount: 1234.5 },
  }

  test('name the other cell, and write numbers as their reader does', () => {
    const vi = findingText('vi', over, rows)
    expect(vi).toContain('Lượt người học')
    expect(vi).toContain('1.234,5')
    expect(findingText('en', over, rows)).toContain('1,234.5')
    expect(vi).not.toMatch(/[{}]/)
  })

  test('as problems lead to the cell, a part to its own', () => {
    const problem = cellProblem({ ...over, category: 'sex:female' }, rows)
    expect(problem).toMatchObject({
      code: 'collection.over-another',
      status: 422,
      path: ['cells', 'learners.sex:female'],
    })
    expect(tell('vi', problem)).toMatch(/^Người học, trong đó: nữ: /)
  })

  test('braces and tags that were typed are told as they are', () => {
    const entry = "{x} <b>'"
    const problem = cellProblem({ ...over, code: 'not-a-number', params: { entry } }, rows)
    expect(tell('vi', problem)).toContain(entry)
  })

  test('of a row that is not in the form are told by its code', () => {
    expect(tell('en', cellProblem({ ...over, measure: 'gone' }, rows))).toMatch(/^gone: /)
  })

  test('a conflict names who typed what', () => {
    const conflict = { measure: 'learners', category: 'total', version: 2, entry: '25', note: '', editor: 'Lan' }
    const problem = conflictProblem(conflict, rows, 'vi')
    expect(problem.path).toEqual(['cells', 'learners'])
    expect(tell('vi', problem)).toMatch(/Lan/)
    expect(tell('vi', problem)).toMatch(/25/)
  })
})
