/** Names of bodies that the document has whole elsewhere. */
import { expect, test } from 'vitest'
import { linesOf } from '../lines/lines.rules.ts'
import { growOutline } from '../outline/outline.rules.ts'
import { zonesOf } from '../outline/zones.rules.ts'
import { giveNames } from './named-bodies.rules.ts'

test('the name of a heading is known wherever it stands again', () => {
  const lines = [
    'I. PHÂN CÔNG',
    '1. Ban Hỗ trợ phụ nữ phát triển kinh tế',
    '- Mở lớp',
    '2. Sở A',
    '- Phối hợp với Ban Hỗ trợ phụ nữ phát triển kinh tế mở lớp',
  ]
  const { nodes } = growOutline(zonesOf(linesOf(['KẾ HOẠCH', 'Thử', ...lines].join('\n'))))
  giveNames(nodes, false)
  expect(nodes.map(({ words }) => [...(words.names ?? [])])).toEqual([[], [[0, 36]], [], [], [[13, 49]]])
})
