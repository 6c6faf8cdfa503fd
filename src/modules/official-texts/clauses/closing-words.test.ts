/** Closing words: whom they speak to, and whether they ask for something definite. */
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import { readClosing } from './closing-words.rules.ts'
import type { Statements } from './statements.rules.ts'

/** The duties of closing words after a plan that has spoken to Sở Y tế and asked Tỉnh đoàn. */
function closed(text: string): Statements {
  const words = wordsOf([{ line: 90, text }])
  const node: Node = {
    ...{ style: 'closing', kind: 'paragraph', path: [], label: 'KL', parent: null, children: [], row: null },
    ...{ pieces: [{ line: 90, text }], ref: 'V.KL', confidence: 1, words, opener: null },
  }
  const known = (name: string, isRequested: boolean) =>
    [`${isRequested} ${name}`, { agency: { name, from: 0, to: 1, isGroup: false }, isRequested }] as const
  const spokenTo = new Map([known('Sở Y tế', false), known('Tỉnh đoàn', true)])
  const statements: Statements = { items: [], targets: [], duties: [], deadlines: [], doubts: [], spokenTo }
  readClosing(statements, node, words)
  return statements
}
const duties = (text: string) => closed(text).duties.map(({ role, agency }) => `${role} ${agency}`)

describe('whom they speak to', () => {
  test.each([
    ['Trên đây là Kế hoạch năm 2026.', []],
    ['Yêu cầu Sở Nội vụ thực hiện Kế hoạch này.', ['lead Sở Nội vụ']],
    ['Đề nghị Hội Khuyến học tỉnh thực hiện Kế hoạch này.', ['requested Hội Khuyến học tỉnh']],
    // Groups that are asked for nothing definite are one body, in the words of the list.
    ['Yêu cầu các sở, ngành, UBND các xã thực hiện nghiêm Kế hoạch này.', ['lead các sở, ngành, UBND các xã']],
    // A report, or a day, is asked of each the plan has spoken to.
    ['Yêu cầu các Sở, ngành báo cáo kết quả về UBND tỉnh.', ['lead các Sở, ngành', 'lead Sở Y tế']],
    ['Yêu cầu các Sở, ngành thực hiện trước ngày 15/12/2026.', ['lead các Sở, ngành', 'lead Sở Y tế']],
    ['Đề nghị các hội báo cáo kết quả.', ['requested các hội', 'requested Tỉnh đoàn']],
    ['Yêu cầu toàn thể cán bộ, giáo viên thực hiện Kế hoạch này.', ['lead toàn thể cán bộ, giáo viên']],
    // To tell of obstacles is nothing definite, and asks nothing of anybody yet.
    ['Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị báo cáo Sở Y tế.', []],
    ['Yêu cầu các sở, ngành thực hiện; nếu có khó khăn, báo cáo UBND tỉnh.', ['lead các sở, ngành']],
    // Somebody in particular is to tell of them; "các đơn vị" is nobody yet.
    ['Nếu có vướng mắc, UBND các xã, phường kịp thời phản ánh về Sở Y tế.', ['lead UBND các xã, phường']],
    ['Nếu có khó khăn, vướng mắc, Hội Nông dân các xã phản ánh về Tỉnh hội.', ['lead Hội Nông dân các xã']],
    ['Nếu gặp khó khăn, vướng mắc các tổ, bộ phận báo cáo Hiệu trưởng.', ['lead các tổ, bộ phận']],
    ['Trường hợp có nội dung cần điều chỉnh, Sở Nội vụ chủ động báo cáo UBND tỉnh.', ['lead Sở Nội vụ']],
    ['Mọi khó khăn, vướng mắc, các trường phản ánh về Phòng.', ['lead các trường']],
    ['Nếu có vướng mắc, đề nghị UBND các xã phản ánh về Sở Y tế.', ['requested UBND các xã']],
    ['Nếu có vướng mắc, các đơn vị kịp thời phản ánh về Sở Y tế.', []],
    ['Nếu có vướng mắc, báo cáo Sở Y tế, Sở Nội vụ để tổng hợp.', []],
    [
      'Yêu cầu các sở, ngành, UBND các xã thực hiện; nếu có vướng mắc, UBND các xã báo cáo Sở Y tế.',
      ['lead các sở, ngành, UBND các xã'],
    ],
    // Heads of bodies set small.
    [
      'Yêu cầu trưởng các đơn vị thuộc Trường nghiêm túc thực hiện Kế hoạch này.',
      ['lead trưởng các đơn vị thuộc Trường'],
    ],
    ['Đề nghị chủ tịch UBND các xã thực hiện Kế hoạch này.', ['requested chủ tịch UBND các xã']],
    // Those the answers go through are asked for nothing.
    ['Yêu cầu các Sở, ngành báo cáo kết quả (qua Sở Y tế).', ['lead các Sở, ngành']],
    // Nobody twice, by any form of his name.
    ['Giao Sở Nội vụ theo dõi; yêu cầu Sở Nội vụ báo cáo.', ['lead Sở Nội vụ']],
  ])('%s', (text, expected) => {
    expect(duties(text)).toEqual(expected)
  })
})

test('all of them are due when the words say, and have those they answer through as partners', () => {
  const statements = closed('Yêu cầu các Sở, ngành báo cáo qua Sở Tài chính trước ngày 15/12/2026.')
  expect(statements.duties.map(({ agency, due, partners }) => [agency, due, partners])).toEqual([
    ['các Sở, ngành', { by: '2026-12-15' }, ['Sở Tài chính']],
    ['Sở Y tế', { by: '2026-12-15' }, ['Sở Tài chính']],
  ])
  expect(statements.deadlines.map(({ ref, due }) => [ref, due])).toEqual([['V.KL', { by: '2026-12-15' }]])
})

test('a day of what is asked of all is none of who tells of obstacles', () => {
  const { duties: own } = closed('Yêu cầu Sở Nội vụ báo cáo trước ngày 15/12/2026. Nếu có vướng mắc, Sở Y tế phản ánh.')
  expect(own.map(({ agency, due }) => [agency, due])).toEqual([
    ['Sở Nội vụ', { by: '2026-12-15' }],
    ['Sở Y tế', null],
  ])
})

test.each([
  ['Yêu cầu Sở Nội vụ thực hiện.', [0.9], []],
  ['Yêu cầu các sở, ngành thực hiện.', [0.6], ['group-agency']],
  ['Yêu cầu các Sở, ngành báo cáo kết quả.', [0.7, 0.6], ['group-agency']],
])('how sure: %s', (text, confidences, texts) => {
  const statements = closed(text)
  expect(statements.duties.map(({ confidence }) => confidence)).toEqual(confidences)
  expect(statements.doubts.map(({ kind }) => kind)).toEqual(texts)
})
