/** Pages by key. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutPage, decodeKey, encodeKey } from '#kernel/page.ts'

test('a page names the next one only when there is more', () => {
  const rows = ['a', 'b', 'c']
  expect(cutPage(rows, 3, (row) => [row])).toEqual({ rows })
  const page = cutPage(rows, 2, (row) => [row])
  expect(page.rows).toEqual(['a', 'b'])
  expect(decodeKey(page.next ?? '', 1)).toEqual(['b'])
})

test('a key comes back as it went, and no other text is taken for one', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 3 }), (parts) => {
      expect(decodeKey(encodeKey(parts), parts.length)).toEqual(parts)
      expect(decodeKey(encodeKey(parts), parts.length + 1)).toBeUndefined()
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => decodeKey(text, 2) === undefined || decodeKey(text, 2)?.length === 2))
})
