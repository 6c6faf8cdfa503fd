/** Canonical JSON, what the hash covers, and what is missing before a report is frozen. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Narrative, ReportHead } from './reports.model.ts'
import { canonicalJson, missingParts } from './reports.rules.ts'

describe('canonical JSON', () => {
  test.each([
    [null, 'null'],
    [true, 'true'],
    [-0, '0'],
    [99.5, '99.5'],
    [1e21, '1e+21'],
    ['Hà "Nội"\n', '"Hà \\"Nội\\"\\n"'],
    [[], '[]'],
    [[3, 1, 2], '[3,1,2]'],
    [{}, '{}'],
    [{ b: 1, a: { d: [{ y: 1, x: 2 }], c: null } }, '{"a":{"c":null,"d":[{"x":2,"y":1}]},"b":1}'],
    [{ B: 1, a: 2, é: 3, z: 4 }, '{"B":1,"a":2,"z":4,"é":3}'],
    [{ kept: 1, left: undefined }, '{"kept":1}'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [[undefined]], [() => 1], [1n]])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow('JSON')
  })

  test('is JSON of the same value, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(reversed(value))).toBe(text)
      }),
    )
  })

  test('is the same only for the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const areSame = isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)))
        expect(canonicalJson(a) === canonicalJson(b)).toBe(areSame)
      }),
    )
  })
})

/** The same value with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}

describe('what officers give', () => {
  test('a narrative is tidied, and its empty parts are named', () => {
    const narrative = Narrative.parse({ strengths: ' Tốt.\r\n- Một ', limits: '   ' })
    expect(narrative.strengths).toBe('Tốt.\n- Một')
    expect(missingParts(narrative)).toEqual(['direction', 'limits', 'causes', 'nextYear', 'proposals'])
  })

  const head = {
    number: '5',
    symbol: 'BC-UBND',
    issuedOn: '2026-11-30',
    place: 'Hà Nội',
    authority: 'TM. Ủy ban nhân dân\r\n\n KT. Chủ tịch ',
    position: 'Phó Chủ tịch',
    signatory: 'Nguyễn Văn A',
    recipients: ['Bộ Giáo dục và Đào tạo'],
    keptBy: 'VT',
  }

  test('lines of a text field become a list', () => {
    expect(ReportHead.parse(head)).toMatchObject({ number: 5, authority: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch'] })
  })

  test.each([
    ['number', '0'],
    ['number', 'năm'],
    ['symbol', 'bc-ubnd'],
    ['symbol', 'BC'],
    ['issuedOn', '30/11/2026'],
    ['signatory', ' '],
    ['authority', '\n'],
    ['recipients', []],
  ])('%s %j is refused', (field, value) => {
    const issues = ReportHead.safeParse({ ...head, [field]: value }).error?.issues ?? []
    expect(issues.map((issue) => issue.path[0])).toEqual([field])
  })
})
