/** The closing words of a plan: which last paragraphs belong to it as a whole. */
import { expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import { close } from './endings.rules.ts'
import type { Node, NodeStyle } from './nodes.model.ts'

function child(parent: Node | null, style: NodeStyle, label: string, text: string): Node {
  const own: Node = {
    ...{ style, label, parent, kind: 'section', path: label === '' ? [] : [1], children: [], row: null },
    ...{ pieces: [{ line: 1, text }], ref: '', confidence: 1, words: wordsOf([]), opener: null },
  }
  parent?.children.push(own)
  return own
}

/** Part IV with its section 1, and what follows as paragraphs of that section; what each is after `close`. */
function closed(paragraphs: readonly string[], before: readonly string[] = ['Sở Y tế']) {
  const top = child(null, 'roman', 'IV', 'TỔ CHỨC THỰC HIỆN')
  const section = child(top, 'decimal', '1', before[0] ?? '')
  const points = before.slice(1).map((text) => child(section, 'dash', '', text))
  const own = paragraphs.map((text) => child(section, 'paragraph', '', text))
  close([top, section, ...points, ...own])
  return {
    said: own.map(({ style, label, parent }) => `${parent?.label} ${style === 'closing' ? label : style}`),
    inSection: section.children.filter((node) => own.includes(node)).length,
    inPart: top.children.filter((node) => own.includes(node)).length,
  }
}

const before = ['Sở Y tế', 'Mở lớp.']

test.each([
  [['Trên đây là Kế hoạch khuyến học; yêu cầu các đơn vị thực hiện.'], ['IV KL']],
  [['Yêu cầu các đơn vị nghiêm túc thực hiện.'], ['IV KL']],
  [['Ủy ban nhân dân xã yêu cầu các thôn thực hiện.'], ['IV KL']],
  [['Các đơn vị căn cứ Kế hoạch này để thực hiện.'], ['IV KL']],
  [['Các đơn vị nghiêm túc thực hiện./.'], ['IV KL']],
  // What follows closing words is closing words too.
  [
    ['Trong quá trình thực hiện, nếu có vướng mắc, báo cáo Sở.', 'Cảm ơn.'],
    ['IV KL', 'IV KL2'],
  ],
  [
    ['Mở thêm lớp ban đêm.', 'Trên đây là Kế hoạch năm 2026.'],
    ['1 paragraph', 'IV KL'],
  ],
  [['Mở thêm lớp ban đêm.'], ['1 paragraph']],
  // One after the other is told what is his: no closing words, but for those on the plan.
  [
    ['Giao Phòng Nội vụ theo dõi.', 'Đề nghị các hội vận động.'],
    ['1 paragraph', '1 paragraph'],
  ],
  [
    ['Giao Phòng Nội vụ theo dõi.', 'Đề nghị các hội thực hiện Kế hoạch này./.'],
    ['1 paragraph', 'IV KL'],
  ],
  [['Đề nghị các hội vận động.'], ['IV KL']],
])('%j', (paragraphs, texts) => {
  const own = closed(paragraphs, before)
  const closing = texts.filter((each) => each.includes('KL')).length
  expect(own.said).toEqual(texts)
  expect([own.inSection, own.inPart]).toEqual([texts.length - closing, closing])
})

test('the only words of a section are its own, unless they surely close', () => {
  expect(closed(['Sở Y tế thực hiện Kế hoạch này.']).said).toEqual(['1 paragraph'])
  expect(closed(['Trên đây là Kế hoạch năm 2026.']).said).toEqual(['IV KL'])
})

test('what stands under no heading stays, and so do words with a point after them', () => {
  const alone = child(null, 'paragraph', '', 'Trên đây là Kế hoạch năm 2026.')
  const top = child(null, 'roman', 'I', 'MỤC TIÊU')
  const middle = child(top, 'paragraph', '', 'Trên đây là mục tiêu của Kế hoạch này.')
  const last = child(top, 'dash', '', 'Mở lớp.')
  close([top, middle, last])
  close([alone])
  expect([alone.style, middle.style, middle.parent?.label]).toEqual(['paragraph', 'paragraph', 'I'])
})
