/** Fields under the names of the version before: taken in, given back, described. */
import { describe, expect, test } from 'vitest'
import { isCalled, underTodaysNames, withFormerNames, withFormerSchema } from './former-names.ts'

const former = { name: 'units.acts', fields: { changes: 'acts', boundaries: 'tree' } }

test('an operation answers to both its names', () => {
  const operation = { name: 'units.changes', former }
  expect(['units.changes', 'units.acts', 'units.other'].map((name) => isCalled(operation, name))).toEqual([
    true,
    true,
    false,
  ])
})

test('an input may use either name, at any place', () => {
  const today = { boundaries: '2025-07-01', rows: [{ changes: [1] }] }
  expect(underTodaysNames({ tree: '2025-07-01', rows: [{ acts: [1] }] }, former)).toEqual(today)
  expect(underTodaysNames(today, former)).toEqual(today)
})

test('a field under both its names is a problem: nobody knows which is meant', () => {
  expect(() => underTodaysNames({ tree: 'then', boundaries: '2025-07-01' }, former)).toThrow(
    expect.objectContaining({
      problems: [expect.objectContaining({ code: 'platform.twoNames', path: ['boundaries'] })],
    }),
  )
})

test.each([null, 'text', 7, [1, 'acts'], new Date(0)])('%s stays what it is', (value) => {
  expect(underTodaysNames(value, former)).toEqual(value)
  expect(withFormerNames(value, former)).toEqual(value)
})

test('an answer has both names', () => {
  expect(withFormerNames([{ changes: [{ tree: 1 }] }], former)).toEqual([
    { changes: [{ tree: 1 }], acts: [{ tree: 1 }] },
  ])
})

test('whatever depth somebody sends, it is not followed', () => {
  const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)
  expect(() => underTodaysNames(deep, former)).not.toThrow()
})

test('the schema names the former field as deprecated', () => {
  const schema = {
    type: 'object',
    properties: { changes: { type: 'array', items: { properties: { boundaries: {} } } } },
  }
  expect(withFormerSchema(schema, former)).toMatchObject({
    properties: {
      changes: { type: 'array', items: { properties: { boundaries: {}, tree: { deprecated: true } } } },
      acts: { type: 'array', deprecated: true, description: 'The former name of `changes`.' },
    },
  })
  expect(withFormerSchema(schema, undefined)).toBe(schema)
})

describe('a field that only things of one list have under another name', () => {
  const ofChanges = { fields: { changes: 'acts', 'changes.kind': 'act' } }
  const change = { kind: 'open', unit: { kind: 'commune' } }

  test('is taken in under both', () => {
    expect(underTodaysNames({ acts: [{ act: 'open', unit: { kind: 'commune' } }] }, ofChanges)).toEqual({
      changes: [change],
    })
    expect(() => underTodaysNames({ changes: [{ ...change, act: 'open' }] }, ofChanges)).toThrow()
  })

  test('is given under both, and what is called so elsewhere is left alone', () => {
    const both = { ...change, act: 'open' }
    expect(withFormerNames({ kind: 'x', changes: [change] }, ofChanges)).toEqual({
      kind: 'x',
      changes: [both],
      acts: [both],
    })
  })

  test('is described under both', () => {
    const unit = { properties: { kind: {} } }
    const schema = { properties: { changes: { items: { anyOf: [{ properties: { kind: {}, unit } }] } } } }
    const { properties } = withFormerSchema(schema, ofChanges) as typeof schema
    const [item] = properties.changes.items.anyOf
    expect(item?.properties).toMatchObject({ kind: {}, act: { deprecated: true }, unit })
    expect(Object.keys(item?.properties.unit.properties ?? {})).toEqual(['kind'])
  })
})
