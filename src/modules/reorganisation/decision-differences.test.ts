/** What is not in a decision as it was seen: nothing where nothing changed, acts as often as they came or went. */
import { expect, test } from 'vitest'
import { UnitChange } from '#modules/organisation'
import { type Content, differencesOf } from './decision-differences.rules.ts'

const names = { before: () => null, after: () => null }
const close = (code: string) => UnitChange.parse({ kind: 'close', code })
const content = (given: Partial<Content> = {}): Content => {
  return { on: '2026-07-01', title: 'Sắp xếp', basis: 'NQ 1', changes: [close('A'), close('B')], ...given }
}
const told = (seen: Content, now: Content) =>
  differencesOf({ content: seen, names }, { content: now, names }).map(({ before, now: after }) => [
    before?.vi ?? null,
    after?.vi ?? null,
  ])

test('the same, and the same changes in another order, are no difference', () => {
  expect(told(content(), content())).toEqual([])
  expect(told(content(), content({ changes: [close('B'), close('A')] }))).toEqual([])
})

test('title, basis and day are told with both sides', () => {
  expect(told(content(), content({ title: 'Khác', basis: '', on: '2026-08-02' }))).toEqual([
    ['Sắp xếp', 'Khác'],
    ['NQ 1', ''],
    ['01/07/2026', '02/08/2026'],
  ])
})

test('acts that went and came, each as often as it did', () => {
  const [a, b] = [expect.stringContaining('A'), expect.stringContaining('B')]
  expect(told(content(), content({ changes: [] }))).toEqual([
    [a, null],
    [b, null],
  ])
  expect(told(content({ changes: [close('A')] }), content({ changes: [close('A'), close('A'), close('A')] }))).toEqual([
    [null, a],
    [null, a],
  ])
})

test('told backwards, what came went', () => {
  const [seen, now] = [content(), content({ title: 'Khác', changes: [close('C')] })]
  const turned = told(now, seen).map(([before, after]) => [after, before])
  expect(new Set(turned.map(String))).toEqual(new Set(told(seen, now).map(String)))
})
