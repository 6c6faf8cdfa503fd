/** What a pack would change, for each way in which the pack, the city and what was applied last can differ. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Content } from './model.ts'
import { differenceOf } from './pack-difference.rules.ts'

const [one, two, three]: Content[] = [
  { name: 'a', unit: 'people' },
  { name: 'b', unit: 'people' },
  { name: 'c', unit: 'people' },
]

const rowsOf = (content: Content | undefined) => new Map(content ? [['key', content]] : [])

function outcomeOf(base?: Content, pack?: Content, own?: Content): string {
  const { rows, settled } = differenceOf({ base: rowsOf(base), pack: rowsOf(pack), own: rowsOf(own) })
  return rows[0]?.state ?? (settled.length > 0 ? 'settled' : 'nothing')
}

test.each<[string, Content | undefined, Content | undefined, Content | undefined, string]>([
  ['a row that nobody had', undefined, one, undefined, 'new'],
  ['the pack changed it', one, two, one, 'changed'],
  ['the pack dropped it', one, undefined, one, 'ended'],
  ['the city changed it', one, one, two, 'nothing'],
  ['the city ended it', one, one, undefined, 'nothing'],
  ['both changed it', one, two, three, 'own'],
  ['both changed it to the same', one, two, two, 'settled'],
  ['the pack changed what the city ended', one, two, undefined, 'own'],
  ['the pack dropped what the city changed', one, undefined, two, 'own'],
  ['the pack dropped what the city ended', one, undefined, undefined, 'settled'],
  ['the city has one of its own under the key', undefined, one, two, 'own'],
  ['nothing changed', one, one, one, 'nothing'],
])('%s', (_, base, pack, own, outcome) => {
  expect(outcomeOf(base, pack, own)).toBe(outcome)
})

test('the order of keys is no difference, nor what is null; the fields that differ are named', () => {
  expect(outcomeOf(one, { unit: 'people', name: 'a', note: null }, one)).toBe('nothing')
  const { rows } = differenceOf({ base: rowsOf(one), pack: rowsOf({ name: 'b', unit: 'people' }), own: rowsOf(one) })
  expect(rows[0]?.fields).toEqual(['name'])
})

test('once applied, the same pack changes nothing more, and what the city has of its own is left', () => {
  const content = fc.record({ name: fc.constantFrom('a', 'b') })
  const side = fc
    .array(fc.tuple(fc.constantFrom('x', 'y', 'z'), content))
    .map((entries) => new Map<string, Content>(entries))
  fc.assert(
    fc.property(side, side, side, (base, pack, own) => {
      const { rows, settled } = differenceOf({ base, pack, own })
      const [nextBase, nextOwn] = [new Map(base), new Map(own)]
      const put = (map: Map<string, Content>, key: string, value: Content | null | undefined) =>
        value ? map.set(key, value) : map.delete(key)
      for (const key of settled) put(nextBase, key, pack.get(key))
      for (const row of rows.filter(({ state }) => state !== 'own')) {
        put(nextBase, row.key, row.pack)
        put(nextOwn, row.key, row.pack)
      }
      const again = differenceOf({ base: nextBase, pack, own: nextOwn })
      expect(again.rows.filter(({ state }) => state !== 'own')).toEqual([])
      expect(again.settled).toEqual([])
      expect(again.rows.map(({ key }) => key)).toEqual(
        rows.filter(({ state }) => state === 'own').map(({ key }) => key),
      )
    }),
  )
})
