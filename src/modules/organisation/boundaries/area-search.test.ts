/** Places looked up by name: exactly one, several, or none with those that come near. */
import { describe, expect, test } from 'vitest'
import { lookupOf, type NameQuery, type NameResult } from './area-search.rules.ts'
import { oldPlaces } from './geojson.fixture.ts'

const lookup = lookupOf(oldPlaces)

function said(name: string, more: Partial<NameQuery> = {}): NameQuery {
  return { name, type: undefined, aboveCodes: [], above: '', isFileToned: true, ...more }
}

function wordsOf(looked: NameResult): string {
  if ('place' in looked) return `${looked.place.code}${looked.isToneless ? ' toneless' : ''}`
  if ('several' in looked) return `several ${looked.several.map(({ code }) => code).join(' ')}`
  return `no ${looked.none}${looked.near.map(({ code }) => ` ${code}`).join('')}`
}

describe('a name', () => {
  test.each<[string, Partial<NameQuery>, string]>([
    ['Phúc Xá', {}, '00001'],
    ['Phường Phúc Xá', {}, '00001'],
    ['Phuc Xa', {}, '00001 toneless'],
    ['Phúc Thọ', {}, 'several 272 09715'],
    ['Phúc Thọ', { type: 'thi tran' }, '09715'],
    ['Huyện Phúc Thọ', {}, '272'],
    // The type of the name itself goes before that of a property.
    ['Huyện Phúc Thọ', { type: 'thi tran' }, '272'],
    ['Tân Hội', {}, 'several 09730 09740'],
    ['Tân Hội', { aboveCodes: ['272'] }, '09730'],
    ['Tân Hội', { aboveCodes: ['9', '273'] }, '09740'],
    ['Tân Hội', { above: 'Đan Phượng' }, '09740'],
    ['Tân Hội', { above: 'Huyện Đan Phượng' }, '09740'],
    ['Tân Hội', { above: 'dan phuong' }, '09740'],
    ['Tân Hội', { above: 'Quận Đan Phượng' }, 'no above 09730 09740'],
    ['Tân Hội', { above: 'Ba Đình' }, 'no name 09730 09740'],
    ['Tân Hội', { above: 'Ba Vì' }, 'no above 09730 09740'],
    ['Tân Hội', { aboveCodes: ['999'] }, 'no above 09730 09740'],
    ['Tan Hong', {}, 'several 09731 09741'],
    ['Tan Hong', { isFileToned: false }, 'several 09731 09741'],
    ['Phường 1', {}, '00010'],
    ['Phúc Xa', {}, 'no name 00001'],
    ['Trúc Bạch', {}, 'no name'],
    ['', {}, 'no name'],
  ])('%j %j', (name, more, expected) => {
    expect(wordsOf(lookup.find(said(name, more)))).toBe(expected)
  })
})

test('near names are looked for in the first fifty areas that fit nowhere, and no more', () => {
  const own = lookupOf(oldPlaces)
  const near = Array.from({ length: 51 }, () => wordsOf(own.find(said('Phúc Xa'))))
  expect(near.slice(0, 50)).toEqual(Array(50).fill('no name 00001'))
  expect(near[50]).toBe('no name')
})

test('the top is known by its name, and unknown where no unit stands above all others', () => {
  expect(lookup.isTop('TP. Hà Nội')).toBe(true)
  expect(lookup.isTop('Ha Noi')).toBe(true)
  expect(lookup.isTop('Tỉnh Hà Nội')).toBe(false)
  expect(lookup.isTop('Bắc Ninh')).toBe(false)
  expect(lookupOf(oldPlaces.slice(4)).isTop('Hà Nội')).toBeUndefined()
})

test('every place is the answer to its own full name, its district told', () => {
  for (const place of oldPlaces) {
    const above = place.above?.[0]?.fullName ?? ''
    expect(wordsOf(lookup.find(said(place.fullName, { above })))).toBe(place.code)
  }
})
