/** Every kind of change on a real database, in force in the past, today and in the future. */
import { describe, expect, test, vi } from 'vitest'
import { future, openDesk, today } from '#test/worlds/desk.ts'
import { callerOf, type SmallCityPerson, smallCity } from '#test/worlds/small-city.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const drafter = 'pho-quan-tri'
const desk = openDesk<SmallCityPerson>({
  world: smallCity,
  drafter,
  approver: { person: 'so-nhap', email: 'so-nhap@nho.example' },
  callerOf,
})

const { does, approved, rowsOf, unitsOn } = desk

const newUnit = { code: '201', kind: 'commune', name: 'Mới', type: 'Xã', parent: '01' }
const stands = ['101 Phường Sông 01', '102 Xã Đồi 01', '103 Phường Chợ 01']

const cases: [string, object[], string[]][] = [
  [
    'merge into a new one',
    [{ kind: 'merge', from: ['102', '103'], into: newUnit }],
    ['101 Phường Sông 01', '201 Xã Mới 01'],
  ],
  [
    'merge into one that stays',
    [{ kind: 'merge', from: ['103'], into: '101' }],
    ['101 Phường Sông 01', '102 Xã Đồi 01'],
  ],
  [
    'split',
    [
      {
        kind: 'split',
        from: '103',
        into: [
          { unit: newUnit, share: 0.6 },
          { unit: '101', share: 0.4 },
        ],
      },
    ],
    ['101 Phường Sông 01', '102 Xã Đồi 01', '201 Xã Mới 01'],
  ],
  ['transfer', [{ kind: 'transfer', from: '101', to: '102', share: 0.1 }], stands],
  [
    'rename',
    [{ kind: 'rename', code: '101', name: 'Suối' }],
    ['101 Phường Suối 01', '102 Xã Đồi 01', '103 Phường Chợ 01'],
  ],
  [
    'retype',
    [{ kind: 'retype', code: '102', type: 'Phường' }],
    ['101 Phường Sông 01', '102 Phường Đồi 01', '103 Phường Chợ 01'],
  ],
  [
    'open, move and pass',
    [
      { kind: 'open', unit: { code: '012', kind: 'district', name: 'Mới', type: 'Huyện', parent: '01' } },
      { kind: 'move', code: '103', parent: '012' },
    ],
    ['101 Phường Sông 01', '102 Xã Đồi 01', '103 Phường Chợ 012'],
  ],
  [
    'close and pass, with the code used again',
    [
      { kind: 'close', code: '103' },
      { kind: 'open', unit: { ...newUnit, code: '103' } },
      { kind: 'pass', from: '103', to: '103', part: 'full', people: 'all' },
    ],
    ['101 Phường Sông 01', '102 Xã Đồi 01', '103 Xã Mới 01'],
  ],
]

describe.each([
  ['past', '2026-05-01'],
  ['today', today],
  ['future', future],
])('every kind of change, in force in the %s', (_, on) => {
  test.each(cases)('%s', async (_, changes, after) => {
    const id = await approved(on, changes)
    expect(await unitsOn(on)).toEqual(after)
    const eve = on === future ? '2026-12-31' : '2026-04-30'
    expect(await unitsOn(eve)).toEqual(stands)
    const { counts, isDecided } = await does<{ counts: object; isDecided: boolean }>(drafter, 'preview', { id })
    expect(isDecided).toBe(true)
    expect(Object.values(counts).some((count) => count > 0)).toBe(true)
    const [row] = await rowsOf<{ settled: boolean }>(
      'select settled_at is not null as settled from reorganisation.decision where id = $1',
      [id],
    )
    expect(row?.settled).toBe(on <= today)
  })

  test('an agency is succeeded', async () => {
    const agency = { code: 'BAN', kind: 'agency', name: 'Ban mới', type: 'Ban', parent: 'SO' }
    const changes = [
      { kind: 'open', unit: agency },
      { kind: 'succeed', from: 'TRUONG', to: 'BAN' },
      { kind: 'close', code: 'TRUONG' },
    ]
    const id = await approved(on, changes)
    const { lists } = await does<{ lists: { passings: { from: { name: string } }[] } }>(drafter, 'preview', { id })
    expect(lists.passings.map((each) => each.from.name)).toHaveLength(1)
  })
})
