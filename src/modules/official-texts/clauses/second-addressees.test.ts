/** Whom the later pieces of a clause speak to. */
import { expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import { piecesOf } from './clause-parts.rules.ts'
import { namesAnother, secondAddressee, tellsOthers } from './second-addressees.rules.ts'

function secondOf(text: string) {
  const words = wordsOf([{ line: 1, text }])
  const [first, second] = piecesOf(words, { from: 0, to: text.length })
  if (!first || !second) throw new Error(`not two pieces: ${text}`)
  return { words, first, second }
}

test.each([
  ['Mở lớp; Sở Tài chính chủ trì.', false, 'told Sở Tài chính'],
  ['Mở lớp. Đề nghị Tỉnh đoàn vận động.', false, 'asked Tỉnh đoàn'],
  ['Mở lớp; đề nghị Tỉnh đoàn vận động.', false, null],
  ['Mở lớp; đề nghị Tỉnh đoàn vận động.', true, 'asked Tỉnh đoàn'],
  ['Hướng dẫn các cơ quan báo chí; Đài Truyền hình tỉnh mở chuyên mục.', false, null],
  ['Mở lớp; các trường tổ chức ôn tập.', false, null],
])('%s', (text, isAsked, expected) => {
  const { words, first, second } = secondOf(text)
  const own = secondAddressee(words, second, first, isAsked)
  expect(own && `${own.isRequested ? 'asked' : 'told'} ${own.agencies.map(({ name }) => name).join()}`).toBe(expected)
})

test('a group told something within a sentence is told besides', () => {
  const others = secondOf('Mở lớp; các trường tổ chức ôn tập.')
  const none = secondOf('Mở lớp; tổ chức ôn tập.')
  expect(tellsOthers(others.words, others.second, others.first)).toBe(true)
  expect(tellsOthers(none.words, none.second, none.first)).toBe(false)
})

test('another that leads is no one of those known by any form of their names', () => {
  const words = wordsOf([{ line: 1, text: 'Mở lớp, UBND xã Ba chủ trì phần pháp luật.' }])
  const piece = { from: 0, to: words.text.length }
  expect([namesAnother(words, piece, ['Sở Y tế']), namesAnother(words, piece, ['Ủy ban nhân dân xã Ba'])]).toEqual([
    true,
    false,
  ])
})
