/** Names of places as files write them, and the ways to read each. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasMarks, readingsOf, typeOf } from './area-names.rules.ts'

/** Each reading as `type: name`, the name without tones. */
const plain = (name: string) => readingsOf(name).map((reading) => `${reading.type ?? ''}: ${reading.plain}`)

describe('a name is read with its type and without', () => {
  test.each([
    ['Ba Đình', [': ba dinh']],
    ['Phường Ba Đình', [': phuong ba dinh', 'phuong: ba dinh']],
    ['P. Ba Đình', [': p ba dinh', 'phuong: ba dinh']],
    ['PHƯỜNG BA ĐÌNH', [': phuong ba dinh', 'phuong: ba dinh']],
    ['phuong ba dinh', [': phuong ba dinh', 'phuong: ba dinh']],
    ['TT. Sóc Sơn', [': tt soc son', 'thi tran: soc son']],
    ['T.T Sóc Sơn', [': t t soc son', 'thi tran: soc son']],
    ['T.P Hà Nội', [': t p ha noi', 'thanh pho: ha noi']],
    ['Thị xã Sơn Tây', [': thi xa son tay', 'thi xa: son tay']],
    ['Đặc khu Phú Quốc', [': dac khu phu quoc', 'dac khu: phu quoc']],
    ['Ba Dinh Ward', [': ba dinh ward', 'phuong: ba dinh']],
    ['Soc Son District', [': soc son district', ': soc son']],
    ['BaĐình', [': ba dinh']],
    ['P12', [': p 12', 'phuong: 12']],
    ['Phường 01', [': phuong 1', 'phuong: 1']],
    ['Văn Miếu - Quốc Tử Giám', [': van mieu quoc tu giam']],
    // Another word than the type: "Xà" is no "Xã".
    ['Xà Bang', [': xa bang']],
    ['Xã', [': xa']],
    ['', []],
    [' – ', []],
  ])('%j', (name, expected) => {
    expect(plain(name)).toEqual(expected)
  })
})

test('tones in the old place and in the new are one, other tones are another name', () => {
  const toned = (name: string) => readingsOf(name)[0]?.toned
  expect(toned('Thịnh Hoà')).toBe(toned('Thịnh Hòa'))
  expect(toned('Tản Lĩnh')).not.toBe(toned('Tân Lĩnh'))
  expect(toned('Ba Đình')).toBe(toned('Ba Đình'.normalize('NFD')))
})

describe('a type alone', () => {
  test.each([
    ['Phường', 'phuong'],
    ['phuong', 'phuong'],
    ['TT', 'thi tran'],
    ['Thị xã', 'thi xa'],
    ['Xà', undefined],
    ['Phường Ba Đình', undefined],
    ['commune', undefined],
    ['', undefined],
  ])('%j is %s', (text, type) => {
    expect(typeOf(text)).toBe(type)
  })
})

test.each([
  ['Ba Dinh', false],
  ['Đan', true],
  ['đan', true],
  ['Tân', true],
  ['Tan'.concat('\u0301'), true],
  ['12', false],
])('%j is written with marks: %s', (name, expected) => {
  expect(hasMarks(name)).toBe(expected)
})

test('whatever a file holds is read in bounded time, and every reading has letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (name) => {
      for (const reading of readingsOf(name)) {
        expect(reading.plain).not.toBe('')
        expect(reading.toned).not.toBe('')
      }
    }),
  )
  expect(readingsOf('Xã '.repeat(100_000))[0]?.plain.length).toBeLessThanOrEqual(200)
})
