/** Tables of former units and what they became: who stays, who is new, who ended, and what can be wrong. */

import { describe, expect, test } from 'vitest'
import { describe as tell } from '#kernel/problem.ts'
import type { Ground } from '../entries/entries.model.ts'
import type { LevelAbove, MappingRow } from './former-units.model.ts'
import { changesOfCorrespondence, spelling } from './former-units.rules.ts'

const commune = (code: string, name: string, parentCode = '001') => {
  return { code, name, type: name.split(' ')[0] ?? '', kind: 'commune', parentCode }
}

const ground: Ground = {
  kinds: [
    { code: 'city', tree: 'place', names: ['Thành phố'] },
    { code: 'district', tree: 'place', names: ['Cấp huyện'] },
    { code: 'commune', tree: 'place', names: ['Cấp xã'] },
  ],
  units: [
    { code: '01', name: 'Thành phố Nhỏ', type: 'Thành phố', kind: 'city', parentCode: null },
    { code: '001', name: 'Quận Bắc', type: 'Quận', kind: 'district', parentCode: '01' },
    { code: '002', name: 'Huyện Nam', type: 'Huyện', kind: 'district', parentCode: '01' },
    commune('1', 'Phường Hoà Bình'),
    commune('2', 'Xã Đồi'),
    commune('3', 'Xã Chợ', '002'),
    commune('4', 'Xã Gò', '002'),
  ],
  opened: new Set(),
}

const row = (old_code: string, new_code: string, new_name: string, part: string, more: MappingRow = {}): MappingRow => {
  return { old_code, new_code, new_name, part, ...more }
}

const told = (rows: readonly MappingRow[], levelAbove: LevelAbove = 'stays') => {
  const { changes, problems } = changesOfCorrespondence(rows, ground, levelAbove)
  if (problems.length > 0) return problems.map((each) => `${each.path?.slice(1).join(' ')}: ${tell('en', each)}`)
  return changes.map((change) => {
    if (change.kind === 'open')
      return `open ${change.unit.code} ${change.unit.type}/${change.unit.name} under ${change.unit.parent}`
    if (change.kind === 'close') return `close ${change.code}`
    if (change.kind === 'move') return `move ${change.code} under ${change.parent}`
    return change.kind === 'pass'
      ? `pass ${change.from} ${change.to} ${change.part} ${change.share} ${change.people} ${change.basis}`
      : change.kind
  })
}

describe('what a table says', () => {
  test.each<[string, MappingRow[], LevelAbove, string[]]>([
    [
      'one that keeps code and name stays, however its tone is written, and takes others',
      [row('1', '1', 'Phường Hòa Bình', 'full'), row('2', '1', 'Phường Hòa Bình', 'full')],
      'stays',
      ['close 2', 'pass 2 1 full 1 null undefined'],
    ],
    [
      'another name is a new unit, also with the old code',
      [row('1', '1', 'Phường Mới', 'full', { population_moves: 'all' }), row('2', '1', 'Phường Mới', 'full')],
      'stays',
      [
        'open 1 Phường/Mới under 001',
        'close 1',
        'close 2',
        'pass 1 1 full 1 all undefined',
        'pass 2 1 full 1 null undefined',
      ],
    ],
    [
      'parts, and the rest of one that stays',
      [
        row('2', '1', 'Phường Hoà Bình', 'partial', { share: '0.3' }),
        row('2', '2', 'Xã Đồi', 'partial', { remainder: '1' }),
      ],
      'stays',
      ['pass 2 1 partial 0.3 null undefined'],
    ],
    [
      'parts of one that ends',
      [
        row('2', '1', 'Phường Hoà Bình', 'partial', { share: '0.3' }),
        row('2', '9', 'Xã Mới', 'partial', { remainder: '1', share: '0.7' }),
      ],
      'stays',
      [
        'open 9 Xã/Mới under 001',
        'close 2',
        'pass 2 1 partial 0.3 null undefined',
        'pass 2 9 partial 0.7 null remainder',
      ],
    ],
    [
      'districts end: all are new and under the city, but for one that nothing touches',
      [row('1', '1', 'Phường Hoà Bình', 'full'), row('3', '4', 'Xã Gò', 'full'), row('4', '4', 'Xã Gò', 'full')],
      'ends',
      [
        'move 1 under 01',
        'open 4 Xã/Gò under 01',
        'close 3',
        'close 4',
        'close 001',
        'close 002',
        'pass 3 4 full 1 null undefined',
        'pass 4 4 full 1 null undefined',
      ],
    ],
    [
      'a type in its own column, and a parent',
      [row('3', '9', 'Mới', 'full', { new_type: 'Phường', parent: 'Quận Bắc' })],
      'stays',
      ['open 9 Phường/Mới under 001', 'close 3', 'pass 3 9 full 1 null undefined'],
    ],
  ])('%s', (_, rows, levelAbove, texts) => {
    expect(told(rows, levelAbove)).toEqual(texts)
  })
})

describe('what can be wrong', () => {
  test.each<[string, MappingRow[], string[]]>([
    [
      'an unknown code',
      [row('77', '1', 'Phường Hoà Bình', 'full')],
      ['0 old_code: On the day before there is no unit with the code or name “77”.'],
    ],
    [
      'a code of another unit',
      [row('2', '1', 'Phường Hoà Bình', 'full', { old_name: 'Xã Chợ' })],
      ['0 old_code: The code 2 is Xã Đồi on the day before, not “Xã Chợ”.'],
    ],
    [
      'a wrong part',
      [row('2', '1', 'Phường Hoà Bình', 'half')],
      ['0 part: “half” is not understood: write full or partial.'],
    ],
    [
      'cells that lack',
      [{ old_code: '2' }],
      ['0 new_code: Missing: the code.', '0 new_name: Missing: the name.', '0 part: Missing: all or a part.'],
    ],
    [
      'a row twice',
      [row('2', '9', 'Xã A', 'full'), row('2', '9', 'Xã A', 'full')],
      ['1 old_code: 2 Xã Đồi → 9 Xã A stands in row 1 already.'],
    ],
    [
      'two names of one new code',
      [row('1', '9', 'Xã A', 'full'), row('2', '9', 'Xã B', 'full')],
      ['1 new_name: The new code 9 is “Xã B” here, but “Xã A” in row 1.'],
    ],
    [
      'a share over 1',
      [row('2', '9', 'Xã A', 'partial', { share: '1.5' })],
      ['0 share: The share “1.5” has to be from 0 to 1 (or 0% to 100%).'],
    ],
    [
      'parts that leave a rest',
      [
        row('2', '9', 'Xã A', 'partial', { share: '0.5' }),
        row('2', '1', 'Phường Hoà Bình', 'partial', { share: '0.2' }),
      ],
      ['0 share: The parts of Xã Đồi come to 70% only: write where the rest goes, or a row in which it stays itself.'],
    ],
    [
      'one part alone',
      [row('2', '9', 'Xã A', 'partial')],
      [
        '0 share: Only one part of Xã Đồi goes somewhere: write where the rest goes, or a row in which it stays itself.',
      ],
    ],
    [
      'an unknown parent',
      [row('2', '9', 'Xã A', 'full', { parent: '055' })],
      ['0 parent: On the day before there is no unit with the code or name “055”.'],
    ],
    [
      'former units under different ones',
      [row('2', '9', 'Xã A', 'full'), row('3', '9', 'Xã A', 'full')],
      ['0 parent: The former units stood under different ones: write what 9 stands under.'],
    ],
    [
      'no type',
      [row('2', '9', 'Mới', 'full')],
      [
        '0 new_type: The name “Mới” begins with no type of unit that is known: write the type (Thành phố, Phường, Huyện, Quận, Xã).',
      ],
    ],
  ])('%s', (_, rows, texts) => {
    expect(told(rows)).toEqual(texts)
  })
})

test('names are one however the tone is placed, and two where a tone differs', () => {
  expect(spelling('Phường Hoà Bình')).toBe(spelling('phường Hòa Bình'))
  expect(spelling('Xã Đồng')).not.toBe(spelling('Xã Đông'))
  expect(spelling('Xã Đông')).not.toBe(spelling('Xã Dông'))
})
