/** The duties of a piece: with what role, with whom, by when. */
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import { assignedIn, dutiesOf, helpersLeftOut, leadingIn, namedRole, partOf } from './tasks-given.rules.ts'

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
  ['Có trách nhiệm mở lớp', ['lead Sở Y tế (implied)']],
])('%s', (text, duties) => {
  expect(given(text)).toEqual(duties)
})

test('who is asked is asked, and gives nobody else a duty', () => {
  expect(given('Chủ trì, phối hợp với Sở A mở lớp', true)).toEqual(['requested Sở Y tế'])
})

test('a piece without a role goes on with that of the helper before it', () => {
  const words = wordsOf([{ line: 1, text: 'Phối hợp với Sở A mở lớp; kiểm tra' }])
  const before = partOf(words, { from: 0, to: 25 }, null, null)
  expect(partOf(words, { from: 26, to: 34 }, before, null)).toMatchObject({ role: 'coordinate', isStated: false })
})

test('helpers that are nobody in particular are told, but for those concerned', () => {
  const left = (text: string) => helpersLeftOut(part(text)).map(({ name }) => name)
  expect(left('Chủ trì, phối hợp với các cá nhân, Sở A mở lớp')).toEqual(['các cá nhân'])
  expect(left('Chủ trì, phối hợp với các đơn vị liên quan mở lớp')).toEqual([])
})

describe('who is named within a sentence', () => {
  test('on a line of its own', () => {
    const role = (text: string) => namedRole(at(text).words)
    expect(role('Cơ quan chủ trì: Sở Y tế')).toMatchObject({ role: 'lead', agencies: [{ name: 'Sở Y tế' }] })
    expect(role('Đơn vị phối hợp: Sở A, Sở B')?.agencies).toHaveLength(2)
    expect(role('Thời gian: 2026')).toBeNull()
  })

  test.each([
    ['Mở lớp; giao Sở Y tế chủ trì', 'Sở Y tế', false],
    ['Mở lớp (Sở Y tế chủ trì)', 'Sở Y tế', false],
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
