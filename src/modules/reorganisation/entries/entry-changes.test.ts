/** Typed rows as changes: what each says, and every way in which one can be wrong. */

import { describe, expect, test } from 'vitest'
import { describe as tell } from '#kernel/problem.ts'
import type { Ground, GroundUnit, RowEntry } from './entries.model.ts'
import { changesOfRows } from './entry-changes.rules.ts'

const unit = (code: string, type: string, name: string, kind: string, parentCode: string | null): GroundUnit => {
  return { code, type, name: kind === 'agency' ? name : `${type} ${name}`, kind, parentCode }
}

const ground: Ground = {
  kinds: [
    { code: 'city', tree: 'place', names: ['Thành phố', 'City'] },
    { code: 'district', tree: 'place', names: ['Cấp huyện', 'District'] },
    { code: 'commune', tree: 'place', names: ['Cấp xã', 'Commune'] },
    { code: 'agency', tree: 'agency', names: ['Cơ quan', 'Agency'] },
  ],
  units: [
    unit('01', 'Thành phố', 'Nhỏ', 'city', null),
    unit('001', 'Quận', 'Bắc', 'district', '01'),
    unit('002', 'Huyện', 'Nam', 'district', '01'),
    unit('00004', 'Phường', 'Sông Đà', 'commune', '001'),
    unit('00007', 'Xã', 'Đồi', 'commune', '001'),
    unit('00010', 'Thị trấn', 'Chợ', 'commune', '002'),
    unit('00013', 'Xã', 'Minh Khai', 'commune', '002'),
    unit('00016', 'Phường', 'Minh Khai', 'commune', '001'),
    unit('SO', 'department', 'Sở Giáo dục', 'agency', '01'),
    unit('BAN', 'department', 'Ban Văn hóa', 'agency', '01'),
  ],
  opened: new Set(),
}

const changes = (...rows: RowEntry[]) => {
  const read = changesOfRows(rows, ground)
  return read.problems.length > 0
    ? read.problems.map((each) => `${each.path?.slice(1).join(' ')}: ${tell('en', each)}`)
    : read.changes
}

const measures = { areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null }
const song = { code: '00019', kind: 'commune', name: 'Sông', type: 'Phường', parent: '001', ...measures }

describe('what a row says', () => {
  test.each<[string, RowEntry, unknown]>([
    ['open', { change: 'mở', code: '00019', name: 'Phường Sông', parent: 'quận bắc' }, { kind: 'open', unit: song }],
    [
      'open with everything',
      {
        change: 'open',
        code: '00019',
        name: 'Sông',
        type: 'Phường',
        kind: 'cấp xã',
        parent: '001',
        area_km2: '3,5',
        lon: '105.8',
        lat: '21',
        seat: 'Số 1',
      },
      { kind: 'open', unit: { ...song, areaKm2: 3.5, lon: 105.8, lat: 21, seat: 'Số 1' } },
    ],
    [
      'open an agency',
      { change: 'mo', code: 'MOI', name: 'Sở Mới', type: 'department', kind: 'agency', parent: '01' },
      {
        kind: 'open',
        unit: { code: 'MOI', kind: 'agency', name: 'Sở Mới', type: 'department', parent: '01', ...measures },
      },
    ],
    ['close', { change: 'ket_thuc', code: 'xã đồi' }, { kind: 'close', code: '00007' }],
    [
      'rename, without the type',
      { change: 'Đổi tên', code: '00007', name: 'Xã Đồi Mới' },
      { kind: 'rename', code: '00007', name: 'Đồi Mới' },
    ],
    [
      'retype',
      { change: 'doi_loai', code: '00007', type: 'Phường' },
      { kind: 'retype', code: '00007', type: 'Phường' },
    ],
    ['move', { change: 'chuyen', code: '00007', parent: 'huyen nam' }, { kind: 'move', code: '00007', parent: '002' }],
    [
      'merge into one that stays',
      { change: 'nhap', from: '00007; doi, 00010', to: '00004' },
      { kind: 'merge', from: ['00007', '00007', '00010'], into: '00004' },
    ],
    [
      'merge into a new one, under what was above the old',
      { change: 'merge', from: '00004, 00007', code: '00019', name: 'Phường Sông' },
      { kind: 'merge', from: ['00004', '00007'], into: song },
    ],
    [
      'transfer',
      { change: 'chuyen_mot_phan', from: '00007', to: '00004', share: '51,6%', people: 'một phần' },
      { kind: 'transfer', from: '00007', to: '00004', share: 0.516, people: 'part' },
    ],
    [
      'pass',
      { change: 'giao', from: '00007', to: '00004', part: 'toàn bộ', people: 'tất cả', basis: 'Điều 1' },
      { kind: 'pass', from: '00007', to: '00004', part: 'full', share: null, people: 'all', basis: 'Điều 1' },
    ],
    [
      'succeed',
      { change: 'tiep_nhan', from: 'Sở Giáo dục', to: 'BAN', scope: 'Đào tạo nghề' },
      {
        kind: 'succeed',
        from: 'SO',
        to: 'BAN',
        scope: { code: 'dao-tao-nghe', vi: 'Đào tạo nghề', en: null },
        verified: true,
      },
    ],
  ])('%s', (_, row, said) => {
    expect(changes(row)).toEqual([said])
  })

  test('rows of one split become one change, and rows may speak of units that other rows open', () => {
    const rows = [
      { change: 'tach', from: '00007', to: '00019', share: '0.4' },
      { change: 'mo', code: '00019', name: 'Phường Sông', parent: '001' },
      { change: 'tach', from: '00007', code: '00022', name: 'Xã Gò', share: '0,6', people: 'het' },
    ]
    const read = changesOfRows(rows, ground)
    expect(read.problems).toEqual([])
    expect(read.rowsOf).toEqual([[0, 2], [1]])
    expect(read.changes[0]).toEqual({
      kind: 'split',
      from: '00007',
      into: [
        { unit: '00019', share: 0.4, people: null },
        { unit: { ...song, code: '00022', name: 'Gò', type: 'Xã' }, share: 0.6, people: 'all' },
      ],
    })
  })
})

describe('what can be wrong', () => {
  test.each<[string, RowEntry[], string[]]>([
    ['no change', [{ code: '00007' }], ['0 change: Missing: the kind of change.']],
    [
      'an unknown change',
      [{ change: 'bay' }],
      [
        '0 change: “bay” is no kind of change. Use one of: mo, ket_thuc, doi_ten, doi_loai, chuyen, nhap, tach, chuyen_mot_phan, giao, tiep_nhan.',
      ],
    ],
    [
      'an unknown code',
      [{ change: 'close', code: '99999' }],
      ['0 code: On the day before there is no unit with the code or name “99999”.'],
    ],
    [
      'zeros that Excel took',
      [{ change: 'close', code: '7' }],
      [
        '0 code: The code “7” has lost its leading zeros (00007?). In Excel make the column of codes Text and write it again.',
      ],
    ],
    [
      'a longer code that merely ends like another',
      [{ change: 'close', code: '0000007' }],
      ['0 code: On the day before there is no unit with the code or name “0000007”.'],
    ],
    [
      'two units of one name',
      [{ change: 'close', code: 'minh khai' }],
      ['0 code: 2 units are called “minh khai”: 00013 Xã Minh Khai, 00016 Phường Minh Khai. Write the code.'],
    ],
    [
      'an unknown parent',
      [{ change: 'move', code: '00007', parent: '009' }],
      ['0 parent: On the day before there is no unit with the code or name “009”.'],
    ],
    [
      'a share over 1',
      [{ change: 'transfer', from: '00007', to: '00004', share: '1.2' }],
      ['0 share: The share “1.2” has to be from 0 to 1 (or 0% to 100%).'],
    ],
    [
      'a share that is none',
      [{ change: 'transfer', from: '00007', to: '00004', share: 'nửa' }],
      ['0 share: “nửa” is not a number.'],
    ],
    [
      'a wrong part',
      [{ change: 'pass', from: '00007', to: '00004', part: 'nửa' }],
      ['0 part: “nửa” is not understood: write full or partial.'],
    ],
    [
      'wrong people',
      [{ change: 'transfer', from: '00007', to: '00004', people: 'ít' }],
      ['0 people: “ít” is not understood: write all, part or none.'],
    ],
    [
      'a code opened twice',
      [
        { change: 'open', code: 'X1', name: 'Xã A', parent: '001' },
        { change: 'open', code: 'X1', name: 'Xã B', parent: '001' },
      ],
      ['1 code: The code X1 is opened twice (first in row 1).'],
    ],
    [
      'a unit ended twice',
      [
        { change: 'close', code: '00007' },
        { change: 'close', code: 'xa doi' },
      ],
      ['1 code: The unit 00007 ends twice (first in row 1).'],
    ],
    [
      'a name without a type',
      [{ change: 'open', code: 'X1', name: 'Gò', parent: '001' }],
      [
        '0 type: The name “Gò” begins with no type of unit that is known: write the type (Thành phố, Thị trấn, Phường, Huyện, Quận, Xã).',
      ],
    ],
    [
      'a kind nobody knows',
      [{ change: 'open', code: 'X1', name: 'Gò', type: 'Ấp', parent: '001' }],
      ['0 kind: It is not known of which kind “Ấp” is: write the kind (Thành phố, Cấp huyện, Cấp xã, Cơ quan).'],
    ],
    [
      'former units under different ones',
      [{ change: 'merge', from: '00007, 00010', code: 'X1', name: 'Xã A' }],
      ['0 parent: The former units stood under different ones: write what X1 stands under.'],
    ],
    [
      'both a standing unit and a new one',
      [{ change: 'merge', from: '00007', to: '00004', code: 'X1', name: 'Xã A' }],
      ['0 to: Write either the unit that takes it, or the code and name of a new one.'],
    ],
    [
      'one part of a split',
      [{ change: 'split', from: '00007', to: '00004' }],
      ['0 from: A unit that is split needs two rows or more, one for each part.'],
    ],
    [
      'a code that is none',
      [{ change: 'open', code: 'a b', name: 'Xã A', parent: '001' }],
      ['0 code: “a b” cannot be a code: letters, digits, dots and dashes only, at most 20.'],
    ],
    [
      'several at once',
      [
        { change: 'move', code: '9' },
        { change: 'rename', code: '00007' },
      ],
      [
        '0 code: On the day before there is no unit with the code or name “9”.',
        '0 parent: Missing: the unit above.',
        '1 name: Missing: the name.',
      ],
    ],
  ])('%s', (_, rows, texts) => {
    expect(changes(...rows)).toEqual(texts)
  })

  test('a code that the draft opens already', () => {
    const draft = { ...ground, opened: new Set(['X1']) }
    const { problems } = changesOfRows([{ change: 'open', code: 'X1', name: 'Xã A', parent: '001' }], draft)
    expect(problems.map((each) => each.code)).toEqual(['reorganisation.alreadyOpened'])
  })
})
