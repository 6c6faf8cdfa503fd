/** Targets, duties and last days as they are gathered, each with the doubts that go with it. */
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import type { PlanYear, Setting } from './aim-years.rules.ts'
import type { FoundTarget } from './aims.rules.ts'
import {
  type Clause,
  doubtAt,
  isUnsureAgency,
  type Statements,
  takeDues,
  takeDuty,
  takeTarget,
} from './statements.rules.ts'
import type { FoundDuty } from './tasks-given.rules.ts'

const one: PlanYear = { from: 2026, year: 2026, isOnly: true }
const many: PlanYear = { from: 2026, year: 2030, isOnly: false }
const nothing = (): Statements => ({
  items: [],
  targets: [],
  duties: [],
  deadlines: [],
  doubts: [],
  spokenTo: new Map(),
})

function clauseOf(text: string, own: Partial<Setting> = {}): Clause {
  const words = wordsOf([{ line: 7, text }])
  const node: Node = {
    ...{ style: 'decimal', kind: 'section', path: [1], label: '1', parent: null, children: [], row: null },
    ...{ pieces: [{ line: 7, text }], ref: 'II.1', confidence: 1, words, opener: null },
  }
  const setting: Setting = { topic: 'organisation', yearAbove: null, planYear: one, ...own }
  return { node, words, setting, addressed: null, opened: null, span: { from: 0, to: text.length } }
}

describe('last days', () => {
  function duesOf(text: string, own: Partial<Setting> = {}, from = 0) {
    const statements = nothing()
    takeDues(statements, clauseOf(text, own), { from, to: text.length }, 'II.1.2')
    return {
      dues: statements.deadlines.map(({ due, text: words }) => `${'by' in due ? due.by : due.every} ${words}`),
      told: statements.doubts.map(({ kind, ref, line, text: words }) => [kind, ref, line, words].join(' ')),
    }
  }

  test('one is sure, a second is told, both in the words of the text', () => {
    expect(duesOf('Mở lớp trước ngày 15/6/2026.')).toEqual({ dues: ['2026-06-15 trước ngày 15/6/2026'], told: [] })
    expect(duesOf('Báo cáo trước ngày 15/6/2026, tổng kết trước ngày 10/12/2026.')).toEqual({
      dues: ['2026-06-15 trước ngày 15/6/2026', '2026-12-10 trước ngày 10/12/2026'],
      told: ['unsure-deadline II.1.2 7 trước ngày 10/12/2026'],
    })
  })

  test('a day without a year is one of the plan for a year, and unsure elsewhere', () => {
    const text = 'Mở lớp trước ngày 15/6.'
    expect(duesOf(text)).toEqual({ dues: ['2026-06-15 trước ngày 15/6'], told: [] })
    expect(duesOf(text, { planYear: many })).toEqual({
      dues: ['year trước ngày 15/6'],
      told: ['unsure-deadline II.1.2 7 trước ngày 15/6'],
    })
  })

  test('what was not read is told, and nothing before the stretch', () => {
    expect(duesOf('Trong tháng 4, tháng 5 khảo sát.').told).toEqual([
      'unsure-deadline II.1.2 7 Trong tháng 4',
      'unsure-deadline II.1.2 7 tháng 5',
    ])
    expect(duesOf('Trước ngày 15/6/2026 xong; mở lớp.', {}, 27)).toEqual({ dues: [], told: [] })
  })

  test('a day before the plan is none where it tells what was reached', () => {
    const text = 'Xong trước ngày 15/6/2025.'
    expect(duesOf(text, { topic: 'state' }).dues).toEqual([])
    expect(duesOf(text, { topic: 'tasks' }).dues).toHaveLength(1)
    expect(duesOf('Mở lớp trước ngày 15/6/2026.', { topic: 'state' }).dues).toHaveLength(1)
  })
})

describe('targets', () => {
  const target: FoundTarget = {
    ...{ year: 2026, yearFrom: 'sentence', everyYear: false, comparator: '>=', value: 80, valueTo: null },
    ...{ unit: 'percent', unitText: '%', subject: 'hộ gia đình học tập', mode: 'reach', qualifiers: [], sentence: 'S' },
    ...{ line: 3, endLine: 3, text: '80% hộ gia đình học tập', confidence: 0.9, why: null, spans: [] },
  }
  const toldOf = (own: Partial<FoundTarget>) => {
    const statements = nothing()
    takeTarget(statements, { ...target, ...own }, 'I.1')
    expect(statements.targets).toHaveLength(1)
    return statements.doubts.map(({ kind, suggestion, confidence }) => [kind, suggestion, confidence])
  }
  test.each([
    [{}, []],
    [{ confidence: 0.7 }, []],
    [{ confidence: 0.65 }, [['unsure-target', null, 0.4]]],
    [{ confidence: 0.5 }, [['unsure-target', null, 0.5]]],
    [{ why: 'years' }, [['unsure-target', null, 0.4]]],
    [{ subject: 'tỷ lệ này' }, [['unsure-target', null, 0.4]]],
    [{ year: null, yearFrom: null }, [['year-missing', null, 0.9]]],
    [
      { yearFrom: 'title', confidence: 0.6 },
      [
        ['year-missing', '2026', 0.6],
        ['unsure-target', null, 0.4],
      ],
    ],
    [{ yearFrom: 'title' }, []],
  ] as const)('%j', (own, told) => {
    expect(toldOf(own)).toEqual(told)
  })

  test('has its ref, and nothing of how it was found', () => {
    const statements = nothing()
    takeTarget(statements, target, 'I.1')
    const { why: _, spans: __, ...rest } = target
    expect(statements.targets).toEqual([{ ref: 'I.1', ...rest }])
  })
})

describe('duties', () => {
  const duty: FoundDuty = {
    agency: { name: 'Sở Y tế', from: 0, to: 7, isGroup: false },
    ...{ role: 'lead', isStated: true, partners: ['Sở Nội vụ'], due: null, confidence: 0.95, isHelper: false },
  }
  const text = 'Sở Y tế chủ trì mở lớp.'
  function taken(...duties: readonly Partial<FoundDuty>[]) {
    const statements = nothing()
    for (const own of duties)
      takeDuty(statements, clauseOf(text), { ...duty, ...own }, 'II.1', { from: 0, to: text.length })
    return statements
  }
  const named = (name: string, own: object = {}) => ({ agency: { name, from: 0, to: 1, isGroup: false, ...own } })

  test('stands at its place, with its ref', () => {
    expect(taken({}).duties).toEqual([
      {
        ...{ ref: 'II.1', agency: 'Sở Y tế', isGroup: false, role: 'lead', isStated: true, partners: ['Sở Nội vụ'] },
        ...{ due: null, line: 7, endLine: 7, text, confidence: 0.95 },
      },
    ])
  })

  test.each([
    [{}, []],
    [{ isStated: false }, ['role-implied lead']],
    [named('các Sở', { isGroup: true }), ['group-agency']],
    [named('Nhóm Ba', { isUnknown: true }), ['unsure-duty']],
    [named('Sở Y tế và'), ['unsure-agency']],
    [named('Các chủ rừng', { isGroup: true, isCut: true }), ['group-agency', 'unsure-agency']],
  ] as const)('%j', (own, told) => {
    const { doubts } = taken(own)
    expect(doubts.map(({ kind, suggestion }) => [kind, suggestion].join(' ').trim())).toEqual(told)
    expect(new Set(doubts.map(({ about, ref, line }) => [about, ref, line].join()))).toEqual(
      new Set(doubts.map(() => [('agency' in own ? own.agency : duty.agency).name, 'II.1', 7].join())),
    )
  })

  test('who is spoken to is kept once, by any form of the name, and helpers are not', () => {
    const { spokenTo } = taken(
      named('UBND xã An'),
      named('Ủy ban nhân dân xã An'),
      { ...named('Sở A'), isHelper: true },
      { ...named('UBND xã An'), role: 'requested' },
    )
    expect([...spokenTo.values()].map(({ agency, isRequested }) => [agency.name, isRequested])).toEqual([
      ['UBND xã An', false],
      ['UBND xã An', true],
    ])
  })
})

test.each([
  ['Sở Y tế', false, false],
  ['Sở Y tế', true, true],
  ['Sở Y tế và', false, true],
  ['Ban', false, true],
  ['Văn phòng (Sở', false, true],
])('%s, cut %s, is unsure: %s', (name, isCut, isUnsure) => {
  expect(isUnsureAgency({ name, isCut, from: 0, to: 1, isGroup: false })).toBe(isUnsure)
})

test('a doubt has the words of its stretch and the ref of its node', () => {
  const { node, words } = clauseOf('Mở lớp; vận động.')
  expect(doubtAt(node, words, { from: 8, to: 16 }, 'unsure-duty', 0.4)).toEqual({
    ...{ kind: 'unsure-duty', line: 7, ref: 'II.1', text: 'vận động', suggestion: null, confidence: 0.4 },
  })
})
