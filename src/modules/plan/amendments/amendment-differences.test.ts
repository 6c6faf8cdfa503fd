/** What is not in an amendment as it was seen: its decision, and changes that came, went and became others. */
import { expect, test } from 'vitest'
import type { DiffEntry, TargetFact } from '../versions/versions.model.ts'
import { differencesOf } from './amendment-differences.rules.ts'
import type { AmendmentContent } from './amendments.model.ts'

const fact = (ref: string, value: number | null): TargetFact => ({
  ...{ ref, key: ref, group: 'a', year: 2030, indicator: 'x', comparator: '>=', value, mode: 'aim' as never },
  ...{ subject: { vi: 'Công dân', en: 'Citizens' }, note: null },
})
const target = (ref: string, value: number | null): DiffEntry => ({ what: 'target', old: null, new: fact(ref, value) })
const content = (given: object = {}): AmendmentContent =>
  ({
    ...{ symbol: '12/QĐ', issuedOn: '2026-01-02', effectiveOn: '2026-02-01', title: { vi: 'Sửa', en: 'Amend' } },
    ...{ reason: 'vì', changes: [target('II.1', 1234.5), target('II.2', 50)] },
    ...given,
  }) as unknown as AmendmentContent
const told = (seen: AmendmentContent, now: AmendmentContent) =>
  differencesOf(seen, now).map(({ before, now: after }) => [before?.vi ?? null, after?.vi ?? null])

test('nothing where nothing changed, whatever the order of the changes', () => {
  expect(told(content(), content())).toEqual([])
  expect(told(content(), content({ changes: content().changes.toReversed() }))).toEqual([])
})

test('of the decision what changed, days as they are written, a title also in one language alone', () => {
  expect(told(content(), content({ symbol: '', issuedOn: '2026-01-03' }))).toEqual([
    ['12/QĐ', ''],
    ['02/01/2026', '03/01/2026'],
  ])
  expect(told(content(), content({ title: { vi: 'Sửa', en: 'Change' } }))).toEqual([['Sửa', 'Sửa']])
})

test('changes that went, became others and came, in this order', () => {
  const now = content({ changes: [target('II.2', 60), target('II.3', null)] })
  expect(told(content(), now)).toEqual([
    ['Công dân, >= 1.234,5, 2030', null],
    ['Công dân, >= 50, 2030', 'Công dân, >= 60, 2030'],
    [null, 'Công dân, 2030'],
  ])
})

test('what ends something says that it does, where it stands', () => {
  const ends: DiffEntry = { what: 'target', old: fact('II.9', 5), new: null }
  const [difference] = differencesOf(content({ changes: [] }), content({ changes: [ends] }))
  expect(difference?.what.vi).toContain('II.9')
  expect(difference?.now?.vi).not.toBe('')
  expect(difference?.before).toBeUndefined()
})
