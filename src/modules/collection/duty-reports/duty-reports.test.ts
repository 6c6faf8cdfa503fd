/** Duty reports: progress as people type it, which states need a result, and which duties are still to be told. */
import { describe, expect, test } from 'vitest'
import type { Language } from '#kernel/language.ts'
import { forDutyTexts } from '../forms/duty-fields.model.ts'
import { missingReports, needsResult, readPercent } from './duty-reports.rules.ts'

describe('progress as typed', () => {
  test.each<[Language, string, number | null, string | undefined]>([
    ['vi', '', null, undefined],
    ['vi', '  %  ', null, undefined],
    ['vi', '0', 0, undefined],
    ['vi', '100', 100, undefined],
    ['vi', '100 %', 100, undefined],
    ['vi', '99,5%', 99.5, undefined],
    ['en', '99.5%', 99.5, undefined],
    ['vi', '60％', 60, undefined],
    ['vi', '６０', 60, undefined],
    ['vi', '100,01', null, 'collection.shareOver100'],
    ['vi', '-1', null, 'collection.shareOver100'],
    ['vi', 'gần xong', null, 'collection.percentUnread'],
    ['en', '99,5', null, 'collection.percentUnread'],
    ['vi', '5%0', null, 'collection.percentUnread'],
    ['vi', '%50', null, 'collection.percentUnread'],
    ['vi', '50%%', null, 'collection.percentUnread'],
  ])('%s “%s”', (language, entry, percent, code) => {
    const read = readPercent(language, entry)
    expect([read.percent, read.problem?.code]).toEqual([percent, code])
    if (read.problem) expect(read.problem.path).toEqual(['percent'])
  })
})

test.each([
  ['not-started', false],
  ['not-applicable', false],
  ['in-progress', true],
  ['done', true],
  ['regular', true],
])('%s needs a result: %s', (state, isNeeded) => {
  expect(needsResult(state)).toBe(isNeeded)
})

test('duties without a report are told in their order, each leading to its own', () => {
  const report = { state: 'done', percent: 100, ...forDutyTexts('x'), version: 1, editor: 'Lan' }
  const duty = (id: string, isReported: boolean) => ({
    ...{ id, ref: `III.${id}`, role: 'lead', title: { vi: `Việc ${id}`, en: `Task ${id}` }, evidence: [] },
    report: isReported ? report : null,
  })
  expect(missingReports([])).toEqual([])
  expect(missingReports([duty('1', true)])).toEqual([])
  const missing = missingReports([duty('2', false), duty('1', true), duty('3', false)])
  expect(missing.map(({ path }) => path)).toEqual([
    ['duties', '2'],
    ['duties', '3'],
  ])
  expect(missing[0]?.words).toEqual({
    vi: 'Chưa báo cáo nhiệm vụ III.2: Việc 2',
    en: 'Not reported: duty III.2, Task 2',
  })
})
