/** Pages by key. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutPage, decodeKey, encodeKey, mostCounted, pageOfRows, rowCount, sortInput } from '#kernel/page.ts'

const asIs = (row: string) => row

test('a page names the next one only when there is more, and the previous one only when it is not the first', () => {
  const read = ['a', 'b', 'c']
  const first = { limit: 3, way: 'forward', isFirst: true } as const
  expect(cutPage(read, first, asIs)).toEqual({ rows: read })
  expect(cutPage(read, { ...first, limit: 2 }, asIs)).toEqual({ rows: ['a', 'b'], next: 'b' })
  expect(cutPage(read, { ...first, isFirst: false }, asIs)).toEqual({ rows: read, previous: 'a' })
})

test('backward, the nearest rows are read first and shown last', () => {
  const back = { limit: 2, way: 'backward', isFirst: false } as const
  expect(cutPage(['c', 'b', 'a'], back, asIs)).toEqual({ rows: ['b', 'c'], next: 'c', previous: 'b' })
  expect(cutPage(['b', 'a'], back, asIs)).toEqual({ rows: ['a', 'b'], next: 'b' })
  expect(cutPage([], back, asIs)).toEqual({ rows: [] })
})

test('a count ends where nobody needs to know more', () => {
  expect(rowCount(0)).toEqual({ rows: 0, isOver: false })
  expect(rowCount(mostCounted)).toEqual({ rows: mostCounted, isOver: false })
  expect(rowCount(mostCounted + 1)).toEqual({ rows: mostCounted, isOver: true })
})

test('an order is one of the list, up or down', () => {
  const sort = sortInput(['name', 'due'])
  for (const order of ['name', '-name', 'due', '-due', undefined]) expect(sort.parse(order)).toBe(order)
  for (const order of ['', '-', '--name', 'names']) expect(sort.safeParse(order).success).toBe(false)
})

test('a key comes back as it went, and no other text is taken for one', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.string()), { minLength: 1, maxLength: 3 }), (parts) => {
      expect(decodeKey(encodeKey(parts), parts.length)).toEqual(parts)
      expect(decodeKey(encodeKey(parts), parts.length + 1)).toBeUndefined()
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => decodeKey(text, 2) === undefined || decodeKey(text, 2)?.length === 2))
})

test('rows at hand page as those of the database do: every row once, forward and back', () => {
  const lengths = fc.record({ rows: fc.integer({ min: 0, max: 30 }), limit: fc.integer({ min: 1, max: 31 }) })
  fc.assert(
    fc.property(lengths, ({ rows: most, limit }) => {
      const rows = Array.from({ length: most }, (_, index) => `row ${index}`)
      const forward: string[][] = []
      let page = pageOfRows(rows, asIs, { limit })
      expect(page.previous).toBeUndefined()
      forward.push(page.rows)
      for (; page.next; forward.push(page.rows)) page = pageOfRows(rows, asIs, { limit, after: page.next })
      expect(forward.flat()).toEqual(rows)
      const back = [page.rows]
      for (; page.previous; back.unshift(page.rows)) page = pageOfRows(rows, asIs, { limit, before: page.previous })
      expect(back).toEqual(forward)
    }),
  )
})

test('where a row at hand has gone, the page goes on from its place', () => {
  const rows = ['a', 'b', 'c', 'd', 'e', 'f']
  const { next, previous } = pageOfRows(rows, asIs, { limit: 2, from: 2 })
  expect(pageOfRows(['a', 'b', 'c', 'e', 'f'], asIs, { limit: 2, after: next }).rows).toEqual(['e', 'f'])
  expect(pageOfRows(['a', 'b', 'd', 'e', 'f'], asIs, { limit: 2, before: previous }).rows).toEqual(['a', 'b'])
  expect(pageOfRows([], asIs, { limit: 2, after: next })).toEqual({ rows: [] })
  expect(pageOfRows(rows, asIs, { limit: 2, after: 'x' }).rows).toEqual(['a', 'b'])
  expect(pageOfRows(rows, asIs, { limit: 9, count: true }).count).toEqual({ rows: 6, isOver: false })
})
