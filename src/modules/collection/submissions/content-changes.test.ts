/** What others changed in a form is told by what it is, how it was and is, and who did it. */
import { expect, test } from 'vitest'
import { ProblemError, describe as say } from '#kernel/problem.ts'
import { changedSince } from '#platform/judging.ts'
import type { OthersChange } from './content-changes.model.ts'
import { contentDifferences } from './content-changes.rules.ts'

const words = (text: string) => ({ vi: text, en: text })
const report = { state: words('Đang làm'), percent: 20, result: 'A', difficulty: '', proposal: '' }
const fields = [
  { field: 'result' as const, name: { vi: 'Kết quả', en: 'Result' }, required: true, explanation: words('') },
]

function linesOf(language: 'vi' | 'en', ...changes: OthersChange[]): string[] {
  const { problems } = changedSince(contentDifferences(changes, [], fields))
  return problems.slice(1).map((problem) => say(language, problem))
}

test('a cell and its note, each with who changed it', () => {
  const cell = { kind: 'cell', measure: 'events_held', category: 'total', by: 'Lý Văn {B}' } as const
  expect(linesOf('vi', { ...cell, before: { entry: '3', note: '' }, now: { entry: '4', note: 'Đếm lại' } })).toEqual([
    'events_held: khi bạn mở trang là “3”, nay là “4”. Người thực hiện: Lý Văn {B}.',
    'Ghi chú của ô events_held: khi bạn mở trang còn trống, nay là “Đếm lại”. Người thực hiện: Lý Văn {B}.',
  ])
  expect(linesOf('en', { ...cell, before: null, now: { entry: '4', note: '' } })).toEqual([
    'events_held: was empty, now “4”. Done by Lý Văn {B}.',
  ])
})

test('of a report on a duty only the part that changed', () => {
  const now = { ...report, result: 'B' }
  expect(linesOf('vi', { kind: 'duty', ref: '2.1', before: report, now, by: 'An' })).toEqual([
    'Nhiệm vụ 2.1, kết quả: khi bạn mở trang là “A”, nay là “B”. Người thực hiện: An.',
  ])
})

test('evidence that came or went, and a form that came back', () => {
  const evidence = { kind: 'evidence', ref: '2.1', by: 'An' } as const
  const title = { title: 'Kế hoạch 15' }
  expect(
    linesOf(
      'vi',
      { ...evidence, before: null, now: title },
      { ...evidence, before: title, now: null },
      { kind: 'return', before: null, now: { reason: 'Sai ô 2' }, by: 'Bình' },
    ),
  ).toEqual([
    'Minh chứng của nhiệm vụ 2.1: mới có thêm, là “Kế hoạch 15”. Người thực hiện: An.',
    'Minh chứng của nhiệm vụ 2.1: đã bỏ, trước là “Kế hoạch 15”. Người thực hiện: An.',
    'Lý do trả lại: mới có thêm, là “Sai ô 2”. Người thực hiện: Bình.',
  ])
  expect(() => {
    throw changedSince(contentDifferences([], [], []))
  }).toThrow(ProblemError)
})
