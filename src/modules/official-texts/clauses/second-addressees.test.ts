/** Whom the later pieces of a clause speak to. */
import { expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import { piecesOf } from './clause-parts.rules.ts'
import { actorsAt, groupActs, namesAnother, secondAddressee, tellsOthers } from './second-addressees.rules.ts'

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

test.each([
  ['Trường Tiểu học An, Trường THCS Ba bố trí phòng học.', ['Trường Tiểu học An', 'Trường THCS Ba']],
  ['Trưởng các thôn có trách nhiệm dẫn đường.', ['Trưởng các thôn']],
  ['Đồn Biên phòng An phối hợp với Sở Y tế mở lớp.', ['Đồn Biên phòng An']],
  // A heading, a meeting, what somebody is or has, and whoever is known by no form of a name.
  ['Trung tâm học tập cộng đồng: Mở lớp.', undefined],
  ['Ban Chỉ đạo họp hằng tháng.', undefined],
  ['Sở Y tế là cơ quan thường trực.', undefined],
  ['Sở Y tế được giao mở lớp.', undefined],
  ['Nhóm Ba Sao mở lớp.', undefined],
  ['Các cấp, các ngành tổ chức tuyên truyền.', undefined],
  ['Sở Y tế', undefined],
  ['Mở lớp tại Sở Y tế.', undefined],
])('who acts in "%s"', (text, names) => {
  const own = actorsAt(wordsOf([{ line: 1, text }]), { from: 0, to: text.length })
  expect(own?.addressed.agencies.map(({ name }) => name)).toEqual(names)
})

test.each([
  ['Các trường bố trí phòng học.', true],
  ['Các thôn vận động nhân dân.', true],
  ['Các trường là nơi học tập.', false],
  ['Các cá nhân tham gia học tập.', false],
  ['Trường Tiểu học An bố trí phòng học.', false],
  ['Bố trí phòng học tại các trường.', false],
])('a group acts in "%s": %s', (text, isActing) => {
  expect(groupActs(wordsOf([{ line: 1, text }]), { from: 0, to: text.length })).toBe(isActing)
})

test('another that leads is no one of those known by any form of their names', () => {
  const words = wordsOf([{ line: 1, text: 'Mở lớp, UBND xã Ba chủ trì phần pháp luật.' }])
  const piece = { from: 0, to: words.text.length }
  expect([namesAnother(words, piece, ['Sở Y tế']), namesAnother(words, piece, ['Ủy ban nhân dân xã Ba'])]).toEqual([
    true,
    false,
  ])
})
