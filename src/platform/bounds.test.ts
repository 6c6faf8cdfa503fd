/** Inputs that are too large, or no text, are told at their place without parsing them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Code, textEntry } from '#kernel/schema.ts'
import { outOfBounds, unboundedPlaces } from '#platform/bounds.ts'

const schema = z.object({
  name: textEntry(20),
  cells: z.array(z.object({ code: Code, note: textEntry(10).optional() })).max(3),
  version: z.coerce.number().int().optional(),
  amount: z.number().optional(),
  day: z.iso.date().optional(),
  either: z.union([z.array(Code).max(2), Code]).optional(),
  byYear: z.record(z.string().max(4), z.number()).meta({ maxProperties: 2 }).optional(),
})
const told = (input: unknown) => outOfBounds(schema, input).map(({ code, path }) => [code, path?.join('.')])
const pile = `a${'\u0301\u0323'.repeat(10)}`

describe('told at its place', () => {
  test.each([
    ['what fits', { name: 'Hà', cells: [{ code: 'a', note: 'b' }], either: 'x', byYear: { 2025: 1 } }, []],
    ['what is missing or of another kind is for the schema to tell', { cells: 'none', name: 7 }, []],
    ['a long text', { name: 'x'.repeat(61) }, [['platform.tooLong', 'name']]],
    ['letters in pieces are no longer than letters', { name: 'ế'.repeat(20).normalize('NFD') }, []],
    ['a long list', { cells: Array(4).fill({ code: 'a' }) }, [['platform.tooMany', 'cells']]],
    ['a text deep inside', { cells: [{ code: 'a' }, { code: pile }] }, [['platform.notText', 'cells.1.code']]],
    ['half a sign', { name: '\uD800' }, [['platform.notText', 'name']]],
    ['a NUL', { name: 'a\0' }, [['platform.notText', 'name']]],
    ['many names', { byYear: { 1: 1, 2: 2, 3: 3 } }, [['platform.tooMany', 'byYear']]],
    ['a long name', { byYear: { ['x'.repeat(13)]: 1 } }, [['platform.tooLong', `byYear.${'x'.repeat(13)}`]]],
    ['a version past what is kept', { version: 1e15 }, [['platform.tooBig', 'version']]],
    ['a version of an address', { version: '99999999999' }, [['platform.tooBig', 'version']]],
    ['a version below', { version: -(2 ** 40) }, [['platform.tooSmall', 'version']]],
    ['a year that never was', { day: '0000-01-01' }, [['platform.invalid', 'day']]],
    ['the largest amount is no version', { amount: 1e15, version: 2_147_483_647, day: '0001-01-01' }, []],
    ['an option of several', { either: ['a', 'b', 'c'] }, [['platform.tooMany', 'either']]],
  ])('%s', (_name, input, expected) => {
    expect(told(input)).toEqual(expected)
  })

  test('fifty at most', () => {
    const wide = z.object({ all: z.array(Code).max(1000) })
    expect(outOfBounds(wide, { all: Array(1000).fill('\0') })).toHaveLength(50)
  })
})

test('a list of millions is not looked into', () => {
  const cells = Array(5_000_000).fill({ code: '\0' })
  const startedAt = performance.now()
  expect(told({ name: 'x', cells })).toEqual([['platform.tooMany', 'cells']])
  expect(performance.now() - startedAt).toBeLessThan(50)
})

test('whatever is within its bounds is never refused here', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3, noUnicodeString: true }), (input) => {
      const small = JSON.stringify(input).length < 20
      expect(!small || outOfBounds(schema, { name: input }).length === 0).toBe(true)
    }),
  )
})

test('a schema without a bound is found out', () => {
  const open = z.object({
    text: z.string(),
    word: z.string().regex(/^[a-z]+$/),
    key: z.string().regex(/^[a-z]{1,9}$/),
    list: z.array(z.uuid()),
    any: z.unknown(),
    byName: z.record(z.string(), z.iso.date()),
  })
  expect(unboundedPlaces(open, 'x')).toEqual([
    'x.text: text',
    'x.word: text',
    'x.list: list',
    'x.any: anything',
    'x.byName: fields',
    'x.byName names: text',
  ])
})
