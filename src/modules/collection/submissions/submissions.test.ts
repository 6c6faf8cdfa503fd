/** The checks of a form as tables of cases, and what holds whatever is typed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '#kernel/language.ts'
import { shownState } from './submission-workflow.rules.ts'
import type { SumRule } from './submissions.model.ts'
import {
  asOfDate,
  type CellEntry,
  type Checked,
  cellKey,
  checkForm,
  daysUntil,
  fillWords,
  jumpOf,
  partRules,
  readEntry,
} from './submissions.rules.ts'

function row(measure: string, given: Partial<Checked> = {}): Checked {
  const plain = {
    category: 'total',
    kind: 'count',
    unitCode: 'people',
    atMost: null,
    highest: null,
    required: true,
  } as const
  return { ...plain, measure, ...given }
}

describe('reading what was typed', () => {
  const count = row('people')
  test.each<[Language, string, Checked, number | null, string | undefined]>([
    ['vi', '1.234', count, 1234, undefined],
    ['en', '1,234', count, 1234, undefined],
    ['vi', '1,234', count, null, 'not-whole'],
    ['en', '1.234', count, null, 'not-whole'],
    ['vi', '1,234.5', count, null, 'wrong-separators'],
    ['vi', '12.34', count, null, 'wrong-separators'],
    ['vi', ' 1 234 ', count, 1234, undefined],
    ['vi', 'khoảng 50', count, null, 'not-a-number'],
    ['vi', '-5', count, null, 'negative'],
    ['vi', '9999999999999999', count, null, 'too-large'],
    ['vi', '', count, null, undefined],
    ['vi', '99,5', row('share', { unitCode: 'percent' }), 99.5, undefined],
    ['vi', '100,1', row('share', { unitCode: 'percent' }), null, 'over-100'],
    ['vi', 'Có', row('met', { kind: 'yes-no' }), 1, undefined],
    ['vi', 'không', row('met', { kind: 'yes-no' }), 0, undefined],
    ['vi', '2', row('met', { kind: 'yes-no' }), null, 'not-yes-no'],
    ['vi', '3', row('level', { kind: 'level', highest: 3 }), 3, undefined],
    ['vi', '4', row('level', { kind: 'level', highest: 3 }), null, 'not-a-level'],
    ['vi', '1,5', row('level', { kind: 'level', highest: 3 }), null, 'not-a-level'],
  ])('%s “%s”', (language, entry, of, amount, wrong) => {
    const read = readEntry(of, entry, language)
    expect([read.amount, read.wrong?.code]).toEqual([amount, wrong])
  })

  test('how a refused number was read is told', () => {
    expect(readEntry(row('people'), '1,234', 'vi').wrong?.params).toEqual({ entry: '1,234', value: 1.234 })
  })

  test('whatever is typed is a whole number that is not negative, or refused, or nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom<Language>('vi', 'en'), (entry, language) => {
        const { amount, wrong } = readEntry(row('people'), entry, language)
        if (amount === null) return wrong !== undefined || entry.trim() === ''
        return Number.isInteger(amount) && amount >= 0 && wrong === undefined
      }),
    )
  })

  test('a number written as official documents write it is read back', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.constantFrom<Language>('vi', 'en'), (amount, language) => {
        const entry = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { useGrouping: 'always' }).format(
          amount,
        )
        return readEntry(row('people'), entry, language).amount === amount
      }),
    )
  })
})

const rows = [row('total'), row('part', { atMost: 'total' }), row('good'), row('fair'), row('centres')]
const ratings: SumRule = { parts: ['good', 'fair'], relation: '<=', whole: 'centres' }

/** What is found, as `measure code`. */
function found(
  entries: Record<string, string>,
  more: { previous?: Record<string, number>; notes?: Record<string, string>; rules?: SumRule[] } = {},
) {
  const cells = new Map<string, CellEntry>(
    rows.map(({ measure }) => [
      measure,
      { entry: entries[measure] ?? '', language: 'vi', note: more.notes?.[measure] ?? '' },
    ]),
  )
  const previous = new Map(Object.entries(more.previous ?? {}))
  return checkForm({ rows, rules: more.rules ?? [ratings], cells, previous }).map(
    (finding) => `${finding.measure} ${finding.severity} ${finding.code}`,
  )
}
const right = { total: '100', part: '60', good: '2', fair: '1', centres: '3' }

describe('checking a form', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['all is well', right, []],
    ['a part over its whole', { ...right, part: '101' }, ['part error over-another']],
    ['parts over their sum', { ...right, fair: '2' }, ['fair error over-whole']],
    ['a cell that is empty', { ...right, total: '' }, ['total missing missing']],
    ['a cell that cannot be read', { ...right, part: 'sáu mươi' }, ['part error not-a-number']],
    ['a bound that cannot be read is not held against its part', { ...right, total: '1,5' }, ['total error not-whole']],
  ])('%s', (_, entry, expected) => {
    expect(found(entry)).toEqual(expected)
  })

  test('an empty cell with a note that says why is let through', () => {
    expect(found({ ...right, total: '' }, { notes: { total: 'Chưa có số của công an' } })).toEqual([])
  })

  test('a large change against last year is a hint, never an error', () => {
    expect(found(right, { previous: { total: 40 } })).toEqual(['total warning jump'])
    expect(found(right, { previous: { total: 95 } })).toEqual([])
  })

  test('parts that must equal the whole are judged when all are there', () => {
    const equal: SumRule = { ...ratings, relation: '=' }
    expect(found({ ...right, fair: '0' }, { rules: [equal] })).toEqual(['fair error not-equal-whole'])
    expect(found({ ...right, fair: '' }, { rules: [equal] })).toEqual(['fair missing missing'])
  })

  test('a form whose parts stay within their wholes has no errors, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.nat(500), fc.nat(500), (part, more, good, fair) => {
        const entry = { total: part + more, part, good, fair, centres: good + fair }
        const texts = Object.entries(entry).map(([name, amount]) => [name, String(amount)])
        return found(Object.fromEntries(texts)).length === 0
      }),
    )
  })
})

describe('parts of a total', () => {
  const part = (category: string, given = {}) => ({
    ...row('learners', { category, required: false }),
    disjoint: true,
    ...given,
  })
  const input = [
    { ...row('learners', { atMost: 'turns' }), disjoint: true },
    part('sex:female'),
    part('sex:male'),
    part('disability:yes'),
    { ...row('turns'), disjoint: true },
  ]
  function foundIn(entry: Record<string, string>) {
    const cells = new Map(
      Object.entries({ turns: '500', ...entry }).map(([key, text]) => [
        key,
        { entry: text, language: 'vi' as const, note: '' },
      ]),
    )
    return checkForm({ rows: input, rules: partRules(input), cells, previous: new Map() }).map(
      (finding) => `${cellKey(finding.measure, finding.category)} ${finding.code} ${finding.params.other ?? ''}`,
    )
  }

  test.each<[string, Record<string, string>, string[]]>([
    ['may be left empty', { learners: '100' }, []],
    [
      'within it, also when dimensions cross',
      { learners: '100', 'learners.sex:female': '60', 'learners.disability:yes': '60' },
      [],
    ],
    [
      'one over it',
      { learners: '100', 'learners.disability:yes': '101' },
      ['learners.disability:yes over-another learners'],
    ],
    [
      'over it together, in one dimension',
      { learners: '100', 'learners.sex:female': '60', 'learners.sex:male': '41' },
      ['learners.sex:male over-whole learners'],
    ],
    ['of a total that is empty', { 'learners.sex:female': '60' }, ['learners missing ']],
    ['that cannot be read', { learners: '100', 'learners.sex:female': 'nửa' }, ['learners.sex:female not-a-number ']],
  ])('%s', (_, entry, expected) => {
    expect(foundIn(entry)).toEqual(expected)
  })

  test('of a dimension whose categories overlap are not added up', () => {
    const groups = ['learner-group:women', 'learner-group:worker'].map((category) =>
      part(category, { disjoint: false }),
    )
    expect(partRules([...input, ...groups])).toEqual([
      { parts: ['learners.sex:female', 'learners.sex:male'], relation: '<=', whole: 'learners' },
    ])
  })
})

test.each([
  [0, 100, 0],
  [100, 119, 0],
  [100, 129, 0],
  [100, 131, 31],
  [100, 60, -40],
  [10, 25, 0],
])('from %d to %d is a jump of %d percent', (before, now, percent) => {
  expect(jumpOf(before, now)).toBe(percent)
})

test('what is due and was not sent is late; what was sent is not', () => {
  const due = { dueOn: '2026-11-30' }
  expect(shownState({ ...due, state: 'in-progress' }, '2026-12-01')).toBe('late')
  expect(shownState({ ...due, state: 'in-progress' }, '2026-11-30')).toBe('in-progress')
  expect(shownState({ ...due, state: 'sent' }, '2026-12-01')).toBe('sent')
})

test('dates and keys', () => {
  expect(daysUntil('2026-12-01', '2026-11-28')).toBe(3)
  expect(asOfDate('universal-education-year', 2026, '2026-11-20')).toBe('2026-09-30')
  expect(asOfDate('year', 2026, '2026-11-20')).toBe('2026-11-20')
  expect(asOfDate('year', 2024, '2026-11-20')).toBe('2024-12-31')
  expect([cellKey('people', 'total'), cellKey('people', 'female')]).toEqual(['people', 'people.female'])
  expect(fillWords('{a} và {b} {c}', { a: 1, b: '{a}' })).toBe('1 và {a} {c}')
})
