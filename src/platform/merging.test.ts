/** Two who write at once lose nothing. */
import { expect, test } from 'vitest'
import { mergeTexts } from '#platform/merging.ts'

const fields = ['a', 'b'] as const
const seen = { a: 'một', b: 'hai' }

test.each([
  ['different fields: both stay', { a: 'MỘT', b: 'hai' }, { a: 'một', b: 'HAI' }, false, { a: 'MỘT', b: 'HAI' }, []],
  ['the same field: told', { a: 'MỘT', b: 'hai' }, { a: 'uno', b: 'hai' }, false, { a: 'MỘT', b: 'hai' }, ['a']],
  [
    'the same field alike: nothing to tell',
    { a: 'x', b: 'hai' },
    { a: 'x', b: 'hai' },
    false,
    { a: 'x', b: 'hai' },
    [],
  ],
  ['emptied is changed', { a: '', b: 'hai' }, { a: 'uno', b: 'hai' }, false, { a: '', b: 'hai' }, ['a']],
  ['both mine: the last stays', { a: 'MỘT', b: 'hai' }, { a: 'uno', b: 'HAI' }, true, { a: 'MỘT', b: 'HAI' }, []],
])('%s', (_, mine, theirs, isMine, texts, conflicts) => {
  expect(mergeTexts(fields, { seen, mine, theirs, isMine })).toEqual({ texts, conflicts })
})
