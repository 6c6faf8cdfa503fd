/** Merged cells filled down and across, and ranges that no table has refused. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filledMerges } from './merged-cells.ts'

const range = (top: number, left: number, bottom: number, right: number) => {
  return { from: { row: top, column: left }, to: { row: bottom, column: right } }
}
const rows = [
  { line: 1, cells: ['a', 'b'] },
  { line: 2, cells: ['', 'c'] },
  { line: 4, cells: [] },
  { line: 5, cells: ['', ''] },
]
const cells = (...merges: ReturnType<typeof range>[]) => filledMerges(rows, merges, '')?.map((row) => row.cells)

test('down over lines that are not there, up to the last line of the range', () => {
  expect(cells(range(1, 1, 4, 1))).toEqual([['a', 'b'], ['a', 'c'], ['a'], ['', '']])
})

test('across, and never over what stands there', () => {
  expect(cells(range(1, 1, 2, 2))).toEqual([['a', 'b'], ['a', 'c'], [], ['', '']])
})

test('an empty first cell, or one of a line that is not there, fills nothing', () => {
  expect(cells(range(2, 1, 5, 1), range(3, 1, 5, 1), range(1, 9, 5, 9))).toEqual(rows.map((row) => row.cells))
})

test('a doubt of the first cell is one of all', () => {
  const faulty = [
    { line: 1, cells: ['#N/A'], faults: [{ place: 0, kind: 'error' as const }] },
    { line: 2, cells: [] },
  ]
  expect(filledMerges(faulty, [range(1, 1, 2, 1)], '')?.[1]?.faults).toEqual([{ place: 0, kind: 'error' }])
})

test('the rows given are left as they were; without ranges nothing changes', () => {
  const before = structuredClone(rows)
  cells(range(1, 1, 5, 2))
  expect(rows).toEqual(before)
  expect(cells()).toEqual(rows.map((row) => row.cells))
})

test('ranges that ask for more looks than any table are refused', () => {
  const many = Array.from({ length: 3000 }, (_, index) => ({ line: index + 1, cells: ['x', 'y'] }))
  const all = Array.from({ length: 400 }, () => range(1, 1, 3000, 2))
  expect(filledMerges(many, all, '')).toBeUndefined()
  expect(filledMerges(many, all.slice(0, 2), '')).toHaveLength(3000)
})

test('filled twice is filled once', () => {
  const at = fc.integer({ min: 1, max: 6 })
  const merge = fc.tuple(at, at, at, at).map(([a, b, c, d]) => range(a, b, a + c, b + d))
  fc.assert(
    fc.property(merge, (given) => {
      const once = filledMerges(rows, [given], '') ?? []
      expect(filledMerges(once, [given], '')).toEqual(once)
    }),
  )
})
