/** The tree of a document: its headings, points, rows and closing words, each with its ref. */
import { expect, test } from 'vitest'
import { linesOf } from '../lines/lines.rules.ts'
import { growOutline } from './outline.rules.ts'
import { zonesOf } from './zones.rules.ts'

const grown = (body: readonly string[]) =>
  growOutline(zonesOf(linesOf(['KẾ HOẠCH', 'Thử giai đoạn 2026-2030', ...body].join('\n'))))
const refs = (body: readonly string[]) => grown(body).nodes.map(({ ref, style }) => `${ref} ${style}`)

test.each([
  [
    ['I. A', '1. B', '1.1. 50% xã', 'a) C', '- D', 'II. E'],
    ['I roman', 'I.1 decimal', 'I.1.1 level', 'I.1.1.a letter', 'I.1.1.a.1 dash', 'II roman'],
  ],
  [
    ['PHẦN THỨ NHẤT', 'MỤC TIÊU', 'I. A', 'PHẦN THỨ HAI', 'I. B'],
    ['P1 part', 'P1.I roman', 'P2 part', 'P2.I roman'],
  ],
  [
    ['I. A', '1- 75% hộ', '2- 60% xã'],
    ['I roman', 'I.1 decimal', 'I.2 decimal'],
  ],
  [
    ['I. A', 'TT\tViệc\tNăm 2030', '1\tB\t90%'],
    ['I roman', 'I.1 row'],
  ],
  [
    ['I. A', '1. B', 'Yêu cầu các Sở thực hiện Kế hoạch này./.'],
    ['I roman', 'I.1 decimal', 'I.KL closing'],
  ],
])('%j', (body, expected) => {
  expect(refs(body)).toEqual(expected)
})

test('a line that begins small goes on with the one before, which is told', () => {
  const { nodes, noticed } = grown(['I. A', '1. Mở lớp xóa mù chữ', 'cho người dân.', '2. B.'])
  expect(nodes[1]?.words.text).toBe('Mở lớp xóa mù chữ cho người dân.')
  expect(noticed.map(({ kind }) => kind)).toEqual(['broken-sentence'])
})

test('numbers that are skipped or said twice are told', () => {
  expect(grown(['I. A', 'II. B', 'IV. C']).noticed.map(({ kind }) => kind)).toEqual(['skipped-number'])
  expect(grown(['I. A', 'II. B', 'II. C']).noticed.map(({ kind }) => kind)).toEqual(['repeated-number'])
})
