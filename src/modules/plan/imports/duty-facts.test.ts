/** Duties of a reviewed document: whose they are, what stays of the plan in force, and what keeps one from being published. */
import { describe, expect, test } from 'vitest'
import type { Draft } from '#modules/official-texts'
import type { DutyFact } from '../versions/versions.model.ts'
import { draftOf, dutyOf, knownWith, noVerdicts, verdictsOf } from './drafts.fixture.ts'
import { dutiesOf } from './duty-facts.rules.ts'

const refs = new Set(['V.1', 'V.2'])
const education = 'Sở Giáo dục và Đào tạo'

const before: DutyFact = {
  ref: 'V.1',
  agency: 'SGDDT',
  role: 'lead',
  title: { vi: 'Chủ trì', en: 'Lead' },
  tasks: ['report'],
  withAgencies: ['STC'],
  indicators: ['learners'],
  deadline: { every: 'year', before: '12-15' },
  scope: 'schools',
}

function made(duties: Draft['duties'], verdicts = noVerdicts, known = knownWith()) {
  return dutiesOf(draftOf({ duties }), verdicts, known, refs)
}

function factsOf(...given: Parameters<typeof made>) {
  return made(...given).flatMap(({ facts }) => facts)
}

describe('whose a duty is', () => {
  test.each([
    ['named in full', dutyOf('V.1', education), ['SGDDT'], null],
    ['named with the place', dutyOf('V.1', 'Sở Giáo dục và Đào tạo Hà Nội'), ['SGDDT'], null],
    ['a group nobody named', dutyOf('V.1', 'các Sở, ngành', { isGroup: true }), [], 'agency'],
    ['unknown', dutyOf('V.1', 'Sở Ngoại vụ'), [], 'agency'],
    ['at a clause that is not there', dutyOf('V.9', education), [], 'clause'],
  ])('%s', (_, duty, agencies, lack) => {
    const [only] = made([duty])
    expect({ agencies: only?.facts.map(({ agency }) => agency), lack: only?.lack }).toEqual({ agencies, lack })
  })

  test('a person says it: one duty for each agency', () => {
    const verdicts = verdictsOf({ 'duty V.1 1': { agencies: ['SGDDT', 'STC'], role: 'coordinate' } })
    const facts = factsOf([dutyOf('V.1', 'các Sở', { isGroup: true })], verdicts)
    expect(facts.map(({ agency, role }) => `${agency} ${role}`)).toEqual(['SGDDT coordinate', 'STC coordinate'])
  })

  test('none is left of one that was rejected', () => {
    expect(made([dutyOf('V.1', education)], verdictsOf({ 'duty V.1 1': 'rejected' }))).toEqual([])
  })

  test('an agency named twice in one role has one duty, in two roles two', () => {
    const twice = [dutyOf('V.1', education), dutyOf('V.1', education), dutyOf('V.1', education, { role: 'advise' })]
    expect(factsOf(twice).map(({ role }) => role)).toEqual(['lead', 'advise'])
  })

  test('a group is read as the plan in force reads it, each agency for one duty and none that has its own', () => {
    const known = knownWith({ duties: [before, { ...before, agency: 'STC' }] })
    const group = dutyOf('V.1', 'các Sở, ngành', { isGroup: true })
    const of = (duties: Draft['duties']) => factsOf(duties, noVerdicts, known).map(({ agency }) => agency)
    expect(of([group])).toEqual(['SGDDT'])
    expect(of([group, group])).toEqual(['SGDDT', 'STC'])
    expect(of([dutyOf('V.1', education), group])).toEqual(['SGDDT', 'STC'])
    expect(of([{ ...group, role: 'advise' }])).toEqual([])
    expect(of([{ ...group, ref: 'V.2' }])).toEqual([])
  })
})

describe('what a duty says', () => {
  test('is read from the document where nothing is known', () => {
    const duty = dutyOf('V.1', education, {
      text: 'Tổ chức thực hiện.',
      partners: ['Sở Tài chính', education, 'Ai đó'],
    })
    expect(factsOf([duty])).toEqual([
      {
        ref: 'V.1',
        agency: 'SGDDT',
        role: 'lead',
        title: { vi: 'Tổ chức thực hiện', en: 'Tổ chức thực hiện' },
        tasks: [],
        withAgencies: ['STC'],
        indicators: [],
        deadline: null,
        scope: null,
      },
    ])
  })

  test('stays as the plan in force has it', () => {
    expect(factsOf([dutyOf('V.1', education)], noVerdicts, knownWith({ duties: [before] }))).toEqual([before])
  })

  test('is what a person puts in its place', () => {
    const correction = {
      title: { vi: 'Mới', en: 'New' },
      tasks: [],
      withAgencies: [],
      indicators: ['libraries'],
      deadline: null,
      scope: 'books',
    }
    const verdicts = verdictsOf({ 'duty V.1 1': correction })
    const [fact] = factsOf([dutyOf('V.1', education)], verdicts, knownWith({ duties: [before] }))
    expect(fact).toEqual({ ...before, ...correction })
  })
})

describe('the day by which it is due', () => {
  const yearly = { every: 'year', before: '12-15' } as const
  const once = { by: '2026-06-30' } as const
  test.each([
    ['none is named: what was known stays', null, yearly, yearly],
    ['a day is named', once, yearly, once],
    ['a day of each year is named', { every: 'year', before: '11-30' }, yearly, { every: 'year', before: '11-30' }],
    ['each year, without a day: the known day stays', { every: 'year', before: null }, yearly, yearly],
    ['each year, where a single day was known', { every: 'year', before: null }, once, { every: 'year', before: null }],
    ['each year, where nothing was known', { every: 'year', before: null }, null, { every: 'year', before: null }],
    ['a rhythm within the year has no place in the plan', { every: 'quarter', before: null }, yearly, null],
  ] as const)('%s', (_, due, deadline, expected) => {
    const known = knownWith({ duties: [{ ...before, deadline }] })
    expect(factsOf([dutyOf('V.1', education, { due })], noVerdicts, known)[0]?.deadline).toEqual(expected)
  })
})
