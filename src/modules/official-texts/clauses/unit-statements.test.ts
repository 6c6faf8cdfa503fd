/** What one unit of a clause gives. */
import { expect, test } from 'vitest'
import { wholeOf, wordsOf } from '../lines/spans.rules.ts'
import { labelledDuties } from './unit-statements.rules.ts'

test('what labels give is due when their line is', () => {
  const words = wordsOf([{ line: 1, text: 'Đơn vị chủ trì: Sở Y tế; phối hợp: các trường. Thời gian: quý I/2026' }])
  expect(labelledDuties(words, wholeOf(words), null)).toMatchObject([
    { agency: { name: 'Sở Y tế' }, role: 'lead', due: { by: '2026-03-31' }, isHelper: false, confidence: 0.9 },
    { agency: { name: 'các trường' }, role: 'coordinate', due: { by: '2026-03-31' }, isHelper: true, confidence: 0.7 },
  ])
})
