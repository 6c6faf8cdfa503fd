/** The duties of a piece: with what role, with whom, by when. */
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import { assignedIn, dutiesOf, helpersLeftOut, leadingIn, partOf } from './tasks-given.rules.ts'

const at = (text: string) => ({ words: wordsOf([{ line: 1, text }]), whole: { from: 0, to: text.length } })
const part = (text: string) => partOf(at(text).words, at(text).whole, null, 2026)
const agency = { name: 'Sở Y tế', from: 0, to: 7, isGroup: false }
const given = (text: string, isRequested = false) =>
  dutiesOf({ agencies: [agency], isRequested, from: 0 }, part(text)).map(
    ({ agency: { name }, role, isStated }) => `${role} ${name}${isStated ? '' : ' (implied)'}`,
  )

test.each([
  ['Chủ trì, phối hợp với Sở A mở lớp', ['lead Sở Y tế', 'coordinate Sở A']],
  ['Chủ trì, Sở A phối hợp thực hiện', ['lead Sở Y tế', 'coordinate Sở A']],
  ['Mở lớp, phối hợp với Sở A tổ chức thi', ['lead Sở Y tế (implied)', 'coordinate Sở A (implied)']],
  ['Mở lớp và phối hợp với Sở A tổ chức thi', ['lead Sở Y tế (implied)', 'coordinate Sở A (implied)']],
  ['Hướng dẫn giáo viên phối hợp với Sở A', ['lead Sở Y tế (implied)']],
  ['Phối hợp với Sở A mở lớp', ['coordinate Sở Y tế']],
  ['Căn cứ khả năng ngân sách, tham mưu bố trí kinh phí', ['advise Sở Y tế']],
  // To help a superior leaves open whether one acts or advises.
  ['Giúp UBND xã theo dõi', ['lead Sở Y tế (implied)']],
  ['Tham mưu, giúp UBND xã theo dõi', ['advise Sở Y tế']],
  ['Là đơn vị đầu mối tham mưu UBND xã theo dõi', ['advise Sở Y tế']],
  ['Làm đầu mối tham mưu UBND xã theo dõi', ['advise Sở Y tế']],
  ['Là cơ quan thường trực, tham mưu UBND xã theo dõi', ['lead Sở Y tế']],
  ['Có trách nhiệm mở lớp', ['lead Sở Y tế (implied)']],
])('%s', (text, duties) => {
  expect(given(text)).toEqual(duties)
})

test('who is asked is asked, and gives nobody else a duty', () => {
  expect(given('Chủ trì, phối hợp với Sở A mở lớp', true)).toEqual(['requested Sở Y tế'])
})

test('what names no deed of his own goes on with the role of the helper before it', () => {
  const words = wordsOf([{ line: 1, text: 'Phối hợp với Sở A mở lớp; các lớp' }])
  const before = partOf(words, { from: 0, to: 25 }, null, null)
  expect(partOf(words, { from: 26, to: 33 }, before, null)).toMatchObject({ role: 'coordinate', isStated: false })
})

test.each([
  ['Phối hợp với Sở A theo dõi;', 'tổng hợp báo cáo UBND tỉnh', 'lead'],
  ['Phối hợp với Sở A theo dõi;', 'định kỳ 6 tháng, báo cáo UBND tỉnh', 'lead'],
  ['Phối hợp với Sở A theo dõi;', 'báo cáo viên mở lớp', 'coordinate'],
  ['Phối hợp với Sở A mở lớp;', 'cân đối, bố trí kinh phí', 'lead'],
  ['Phối hợp với Sở A mở lớp;', 'tuyên truyền, vận động hội viên', 'coordinate'],
  ['Tham mưu UBND tỉnh sơ kết,', 'tổng kết vào năm 2030', 'advise'],
  ['Tham mưu UBND tỉnh sơ kết,', 'và tổng kết vào năm 2030', 'advise'],
  ['Tham mưu UBND tỉnh bố trí kinh phí,', 'mở lớp', 'lead'],
])('%s %s: %s', (first, second, role) => {
  const words = wordsOf([{ line: 1, text: `${first} ${second}` }])
  const before = partOf(words, { from: 0, to: first.length }, null, null)
  const own = partOf(words, { from: first.length + 1, to: words.text.length }, before, null)
  expect([own.role, own.isStated]).toEqual([role, false])
})

test('what the line over a list says holds for each point that says nothing else', () => {
  const opening = { ...part('Chủ trì, phối hợp với Sở A'), isOpening: true }
  const pointOf = (text: string) => partOf(at(text).words, at(text).whole, opening, 2026)
  expect(pointOf('Mở lớp trước ngày 15/6')).toEqual({ ...opening, due: { by: '2026-06-15' } })
  expect(pointOf('Tham mưu UBND xã mở lớp')).toMatchObject({ role: 'advise', partners: [] })
})

test('helpers that are nobody in particular are told', () => {
  const left = (text: string) => helpersLeftOut(part(text)).map(({ name }) => name)
  expect(left('Chủ trì, phối hợp với các cá nhân, Sở A mở lớp')).toEqual(['các cá nhân'])
  expect(left('Chủ trì, phối hợp với các đơn vị liên quan mở lớp')).toEqual(['các đơn vị liên quan'])
  expect(left('Chủ trì, phối hợp với các khoa, các sở liên quan mở lớp')).toEqual([])
})

describe('who is named within a sentence', () => {
  test.each([
    ['Mở lớp; giao Sở Y tế chủ trì', 'Sở Y tế', false],
    ['Mở lớp (Sở Y tế chủ trì)', 'Sở Y tế', false],
    ['Mở lớp (Sở Y tế thực hiện)', 'Sở Y tế', false],
    ['Mở lớp do Sở Y tế đảm nhiệm', 'Sở Y tế', false],
    ['Mở lớp; đề nghị Hội Khuyến học vận động', 'Hội Khuyến học', true],
  ])('%s', (text, name, isRequested) => {
    const assigned = assignedIn(at(text).words, at(text).whole)
    expect(assigned?.addressed).toMatchObject({ isRequested, agencies: [{ name }] })
  })

  test('nobody', () => {
    expect([
      assignedIn(at('Mở lớp').words, at('Mở lớp').whole),
      leadingIn(at('chủ trì').words, at('chủ trì').whole),
    ]).toEqual([null, null])
  })
})
