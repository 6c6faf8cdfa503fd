/** A draft with its verdicts becomes what a plan asks: clauses, targets, groups, component plans, and what is still lacking. */
import { describe, expect, test } from 'vitest'
import type { Draft } from '#modules/official-texts'
import type { TargetFact } from '../versions/versions.model.ts'
import { draftOf, dutyOf, itemOf, knownWith, noVerdicts, targetOf, verdictsOf } from './drafts.fixture.ts'
import type { Correction } from './plan-imports.model.ts'
import { build, linkOf, placeOf } from './reviewed-facts.rules.ts'

const items = [
  itemOf('II'),
  itemOf('II.1', 'II'),
  itemOf('II.1.a', 'II.1', { kind: 'letter' }),
  itemOf('II.1.a.1', 'II.1.a'),
]
const untranslated = (vi: string) => ({ vi, en: vi })

describe('clauses', () => {
  const clausesOf = (draft: Draft, verdicts = noVerdicts, known = knownWith()) =>
    build(draft, verdicts, known).state.clauses

  test('are the items, titled by their first words', () => {
    expect(clausesOf(draftOf({ items: items.slice(0, 2) }))).toEqual([
      { ref: 'II', parentRef: null, kind: 'section', title: untranslated('Điều II'), text: 'Điều II' },
      { ref: 'II.1', parentRef: 'II', kind: 'section', title: untranslated('Điều II.1'), text: 'Điều II.1' },
    ])
  })

  test('stand under the nearest one that stays where those between were rejected', () => {
    const verdicts = verdictsOf({ 'item II.1': 'rejected', 'item II.1.a': 'rejected' })
    expect(clausesOf(draftOf({ items }), verdicts).map(({ ref, parentRef }) => [ref, parentRef])).toEqual([
      ['II', null],
      ['II.1.a.1', 'II'],
    ])
  })

  test('keep the titles of the plan in force, and take those a person gave', () => {
    const title = { vi: 'Cũ', en: 'Old' }
    const old = { ref: 'II', parentRef: null, kind: 'section' as const, title, text: 'Điều cũ' }
    const draft = draftOf({ items: items.slice(0, 1) })
    expect(clausesOf(draft, noVerdicts, knownWith({ clauses: [old] }))).toEqual([{ ...old, text: 'Điều II' }])
    const given = { vi: 'Mới', en: 'New' }
    const verdicts = verdictsOf({ 'item II': { title: given } })
    expect(clausesOf(draft, verdicts, knownWith({ clauses: [old] }))[0]?.title).toEqual(given)
    // Words that were never attached come with the document and are no change.
    expect(clausesOf(draft, noVerdicts, knownWith({ clauses: [{ ...old, text: null }] }))[0]?.text).toBeNull()
  })
})

describe('faults of a scan', () => {
  const doubt = { kind: 'misread-word' as const, line: 3, ref: 'II', text: 'hoc', suggestion: 'học', confidence: 0.9 }
  const item = itemOf('II', null, { line: 2, endLine: 4, text: 'Khuyến hoc, khuyến hoc.' })
  const textWith = (verdict?: Correction | 'rejected' | 'accepted', more: object = {}) => {
    const draft = draftOf({ items: [item], doubts: [{ ...doubt, ...more }] })
    const key = `fault misread-word ${{ ...doubt, ...more }.line} 1`
    const verdicts =
      verdict === 'accepted'
        ? new Map([[key, { piece: key, verdict: 'accepted' as const, correction: null }]])
        : verdictsOf(verdict ? { [key]: verdict } : {})
    return build(draft, verdicts, knownWith()).texts[0]?.text
  }

  test.each<[string, Parameters<typeof textWith>, string]>([
    ['undecided: as it is', [], 'Khuyến hoc, khuyến hoc.'],
    ['rejected: as it is', ['rejected'], 'Khuyến hoc, khuyến hoc.'],
    ['accepted: as suggested, once', ['accepted'], 'Khuyến học, khuyến hoc.'],
    ['put right: as said', [{ words: 'tài' }], 'Khuyến tài, khuyến hoc.'],
    ['signs of a replacement are words', [{ words: '$&$1' }], 'Khuyến $&$1, khuyến hoc.'],
    ['accepted without a suggestion: as it is', ['accepted', { suggestion: null }], 'Khuyến hoc, khuyến hoc.'],
    ['of another line: as it is', ['accepted', { line: 5 }], 'Khuyến hoc, khuyến hoc.'],
  ])('%s', (_, given, expected) => {
    expect(textWith(...given)).toBe(expected)
  })
})

const old: TargetFact = {
  ref: 'II.1.a.1',
  key: 'a.9',
  group: 'z',
  year: 2026,
  indicator: 'learners',
  comparator: '>=',
  value: 70,
  mode: 'keep',
  subject: { vi: 'công dân', en: 'citizens' },
  note: { vi: 'Ghi chú', en: 'Note' },
}

describe('targets', () => {
  function made(target: Draft['targets'][number], given?: Correction | 'rejected', known = knownWith()) {
    const verdicts = verdictsOf(given ? { [`target ${target.ref} 1`]: given } : {})
    return build(draftOf({ items, targets: [target] }), verdicts, known).targets
  }

  test('are followed by the indicator that their words say, at their place', () => {
    expect(made(targetOf('II.1.a.1'))).toEqual([
      {
        piece: 'target II.1.a.1 1',
        lack: null,
        fact: {
          ref: 'II.1.a.1',
          key: 'a.1',
          group: 'a',
          year: 2026,
          indicator: 'libraries',
          comparator: '>=',
          value: 80,
          mode: 'reach',
          subject: untranslated('xã có thư viện'),
          note: null,
        },
      },
    ])
  })

  test.each<[string, Parameters<typeof targetOf>, Correction, string]>([
    ['a clause', ['IX.1'], {}, 'clause'],
    ['an indicator', ['II.1.a.1', { subject: 'việc khác hẳn' }], {}, 'indicator'],
    ['a year', ['II.1.a.1', { year: null }], {}, 'year'],
    ['a comparison a plan can make', ['II.1.a.1', { comparator: '<=' }], {}, 'comparator'],
    ['a number', ['II.1.a.1', { value: null }], {}, 'value'],
    ['the number that a person took away', ['II.1.a.1'], { value: null }, 'value'],
  ])('without %s cannot be published', (_, given, correction, lack) => {
    expect(made(targetOf(...given), correction)).toMatchObject([{ fact: null, lack }])
  })

  test.each<[string, Parameters<typeof targetOf>[1], Correction, Partial<TargetFact>]>([
    ['"100 %" is at least that', { comparator: '=', value: 100 }, {}, { comparator: '>=', value: 100 }],
    ['a yes has no number', { comparator: 'yes', value: 3 }, {}, { comparator: 'yes', value: null }],
    [
      'words put right',
      {},
      { year: 2030, comparator: '>', value: 5, mode: 'keep' },
      { year: 2030, comparator: '>', value: 5, mode: 'keep' },
    ],
    ['its place put right', {}, { key: 'k', group: 'g' }, { key: 'k', group: 'g' }],
    ['another indicator', {}, { indicator: 'learners' }, { indicator: 'learners' }],
  ])('%s', (_, more, correction, expected) => {
    expect(made(targetOf('II.1.a.1', more), correction)[0]?.fact).toMatchObject(expected)
  })

  test('followed by none, or rejected, are left out and lack nothing', () => {
    expect(made(targetOf('II.1.a.1'), { indicator: null })).toEqual([])
    expect(made(targetOf('II.1.a.1'), 'rejected')).toEqual([])
  })

  test('keep key, group, indicator, subject and note of the one before at their place; year and number are the document’s', () => {
    const [only] = made(targetOf('II.1.a.1'), undefined, knownWith({ targets: [old] }))
    expect(only?.fact).toEqual({ ...old, value: 80, mode: 'reach' })
    expect(made(targetOf('II.1.a.1'), { note: null }, knownWith({ targets: [old] }))[0]?.fact?.note).toBeNull()
  })

  test('of a clause with several are told apart by their order', () => {
    const targets = [targetOf('II.1.a.1'), targetOf('II.1.a.1', { year: 2030 })]
    const known = knownWith({ targets: [old, { ...old, key: 'a.10', year: 2030 }] })
    const { state } = build(draftOf({ items, targets }), noVerdicts, known)
    expect(state.targets.map(({ key, year }) => [key, year])).toEqual([
      ['a.9', 2026],
      ['a.10', 2030],
    ])
  })
})

describe('the indicator of a target', () => {
  const { indicators } = knownWith()
  const target = targetOf('II.1.a.1')
  test.each([
    ['decided', { indicator: 'learners' }, { indicator: 'other' }, 'learners'],
    ['decided to be none', { indicator: null }, { indicator: 'other' }, null],
    ['as before', {}, { indicator: 'other' }, 'other'],
    ['as the words say', {}, undefined, 'libraries'],
  ])('%s', (_, correction, before, expected) => {
    expect(linkOf(target, correction, before, { indicators })).toBe(expected)
  })

  test('is none where no words say it plainly', () => {
    expect(linkOf({ ...target, subject: 'khác hẳn' }, {}, undefined, { indicators })).toBeUndefined()
  })
})

test.each([
  ['II.1.a.2', { key: 'a.2', group: 'a' }],
  ['II.1.a', { key: 'a', group: 'a' }],
  ['II.1.đ.3.1', { key: 'đ.3.1', group: 'đ' }],
  ['II.2.1', { key: 'II.2.1', group: 'II.2' }],
  ['II', { key: 'II', group: 'II' }],
])('the target %s is %j', (ref, expected) => {
  expect(placeOf(ref)).toEqual(expected)
})

describe('groups', () => {
  const groupsOf = (verdicts = noVerdicts) =>
    build(draftOf({ items, targets: [targetOf('II.1.a.1')] }), verdicts, knownWith()).groups

  test('are called by the clause that they are', () => {
    expect(groupsOf()).toEqual({ a: untranslated('Điều II.1.a') })
    const title = { vi: 'Xóa mù chữ', en: 'Literacy' }
    expect(groupsOf(verdictsOf({ 'item II.1.a': { title } }))).toEqual({ a: title })
  })

  test('without a clause are called by their letter', () => {
    expect(groupsOf(verdictsOf({ 'target II.1.a.1 1': { group: 'x' } }))).toEqual({ x: untranslated('x') })
  })
})

describe('component plans', () => {
  type Part = Draft['componentPlans'][number]
  const place = { line: 1, endLine: 1, text: '', confidence: 1 }
  const due = { year: 2022, quarter: 2, month: null, on: null }
  const part = (more: Partial<Part> = {}): Part => {
    const who = { lead: 'Sở Giáo dục và Đào tạo', coordinators: ['Sở Tài chính'], approvalDue: due }
    return { ref: 'II', title: 'Đề án thư viện.', content: null, ...who, ...place, ...more }
  }
  const made = (more: Partial<Part>, given: Correction = {}) => {
    const { state, lacks } = build(
      draftOf({ items, componentPlans: [part(more)] }),
      verdictsOf({ 'part II 1': given }),
      knownWith(),
    )
    return { facts: state.componentPlans, lacks: lacks.map(({ lack }) => lack) }
  }

  test('say who leads, with whom, and by when they are approved', () => {
    const fact = { ref: 'II', title: untranslated('Đề án thư viện'), lead: 'SGDDT', coordinator: 'STC', indicators: [] }
    expect(made({})).toEqual({ facts: [{ ...fact, approvalDue: { quarter: 2, year: 2022 } }], lacks: [] })
  })

  test.each([
    [
      { year: 2022, quarter: null, month: 5, on: null },
      { quarter: 2, year: 2022 },
    ],
    [
      { year: 2022, quarter: null, month: 12, on: null },
      { quarter: 4, year: 2022 },
    ],
    [
      { year: 2022, quarter: null, month: null, on: null },
      { quarter: 4, year: 2022 },
    ],
  ])('due %j is %j', (approvalDue, expected) => {
    expect(made({ approvalDue }).facts).toMatchObject([{ approvalDue: expected }])
  })

  test.each<[string, Partial<Part>, string]>([
    ['a clause', { ref: 'IX' }, 'clause'],
    ['who leads', { lead: null }, 'agency'],
    ['who takes part', { coordinators: [] }, 'agency'],
    ['a day', { approvalDue: null }, 'approval'],
  ])('without %s cannot be published', (_, more, lack) => {
    expect(made(more)).toEqual({ facts: [], lacks: [lack] })
  })

  test('are completed by a person', () => {
    const given = { agencies: ['STC'], coordinator: 'SGDDT', approvalDue: { quarter: 1, year: 2030 } }
    expect(made({ lead: null, coordinators: [], approvalDue: null }, given)).toMatchObject({
      facts: [{ lead: 'STC', coordinator: 'SGDDT', approvalDue: { quarter: 1, year: 2030 } }],
      lacks: [],
    })
  })
})

test('what lacks something is told piece by piece, and the rest is built', () => {
  const draft = draftOf({
    items,
    targets: [targetOf('II.1.a.1'), targetOf('II.1.a.1', { year: null })],
    duties: [dutyOf('II', 'Ai đó'), dutyOf('II', 'Sở Tài chính')],
  })
  const { state, lacks } = build(draft, noVerdicts, knownWith())
  expect(lacks).toEqual([
    { piece: 'target II.1.a.1 2', lack: 'year' },
    { piece: 'duty II 1', lack: 'agency' },
  ])
  expect(state).toMatchObject({ targets: [{ value: 80 }], duties: [{ agency: 'STC' }] })
})
