/** Which unit a typed code or name means: exactly one, or why none. */
import { describe, expect, test } from 'vitest'
import { describe as tell } from '#kernel/problem.ts'
import type { Ground, GroundUnit } from './entries.model.ts'
import { existingUnit, indexOf, isProblem, typeInName, withoutType } from './entry-units.rules.ts'

const unit = (code: string, type: string, name: string, kind = 'commune'): GroundUnit => {
  return { code, type, name, kind, parentCode: '01' }
}
const ground: Ground = {
  kinds: [
    { code: 'commune', tree: 'place', names: ['Cấp xã'] },
    { code: 'agency', tree: 'agency', names: ['Cơ quan'] },
  ],
  units: [
    unit('00004', 'Phường', 'Phường Sông Đà'),
    unit('00013', 'Xã', 'Xã Minh Khai'),
    unit('00016', 'Phường', 'Phường Minh Khai'),
    unit('00019', 'Thị trấn', 'Thị trấn Chợ'),
    unit('0004', 'Xã', 'Xã Đồi'),
    unit('SO-GD', 'department', 'Sở Giáo dục', 'agency'),
  ],
  opened: new Set(),
}
const index = indexOf(ground)
const meant = (entry: string) => {
  const result = existingUnit(index, entry)
  return isProblem(result) ? `${result.code}: ${tell('en', result)}` : result.code
}

test.each([
  ['00004', '00004'],
  ['so-gd', 'SO-GD'],
  ['Phường Sông Đà', '00004'],
  ['PHUONG SONG DA', '00004'],
  ['sông đà'.normalize('NFD'), '00004'],
  ['phường minh khai', '00016'],
  ['chợ', '00019'],
  ['sở giáo dục', 'SO-GD'],
])('“%s” means %s', (entry, code) => {
  expect(meant(entry)).toBe(code)
})

test.each([
  ['Minh Khai', /00013.*00016/],
  ['4', /0004/],
  ['13', /00013/],
  ['Nơi Nào', /Nơi Nào/],
  ['99999', /99999/],
  ['', /noSuchUnit/],
])('“%s” means none, and says why', (entry, pattern) => {
  expect(meant(entry)).toMatch(/^\w+\.\w+: /)
  expect(meant(entry)).toMatch(pattern)
})

test('more than six of one name are not all listed', () => {
  const many = Array.from({ length: 8 }, (_, at) => unit(`1000${at}`, 'Xã', 'Xã Tân'))
  const result = existingUnit(indexOf({ ...ground, units: many }), 'Tân')
  expect(isProblem(result) && tell('en', result)).toMatch(/8.*10005 Xã Tân, …/)
})

describe('the type in a name', () => {
  test.each([
    ['Phường Ba Đình', { type: 'Phường', name: 'Ba Đình' }],
    ['thị  trấn   Mới', { type: 'Thị trấn', name: 'Mới' }],
    ['XA MỚI', { type: 'Xã', name: 'MỚI' }],
    ['Xã', undefined],
    ['Xảo', undefined],
    ['Sở Nội vụ', undefined],
  ])('%s', (full, result) => {
    expect(typeInName(index, full)).toEqual(result)
  })

  test('of an agency is no type of places', () => {
    expect(index.types.map(({ type }) => type)).toEqual(['Thị trấn', 'Phường', 'Xã'])
  })

  test('is cut from a name once only', () => {
    expect(withoutType('Xã Xã Lùng', 'xã')).toBe('Xã Lùng')
    expect(withoutType('Ba Đình', 'Phường')).toBe('Ba Đình')
    expect(withoutType('Phường', 'Phường')).toBe('Phường')
  })
})
