/** Boundaries in time: which hold on a day, what an import replaces, what is shown around a unit, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { decide, mergedOn, newCommune, unitOn } from '#test/worlds/small-round.ts'
import { bothWays, openStores } from '#test/worlds/stores.ts'
import type { Level, Shape } from './boundaries.model.ts'
import * as store from './boundary-imports.store.ts'

const { database, within, unit } = await openStores()
const [river, market, hill, merged] = [unit('101'), unit('103'), unit('102'), unit('101', mergedOn)]
const forever = ['-infinity', 'infinity'] as const

async function addImport(more: Partial<Parameters<typeof store.insertImport>[1]> = {}): Promise<string> {
  const id = newId()
  const usual = { on: '2026-11-01', fileName: 'ranh-gioi.geojson', file: 'a'.repeat(64), source: 'Sở', licence: null }
  const made = { id, ...usual, features: 1, findings: [], by: undefined, at: new Date('2026-11-01T02:00:00Z'), ...more }
  await within((tx) => store.insertImport(tx, made))
  return id
}

interface Square {
  readonly unitId: string
  readonly from?: string
  readonly to?: string
  readonly west?: number
  readonly south?: number
  readonly size?: number
  readonly areaKm2?: number
}

/** A square; each level of its shape can be told from the others. */
function boundary({ unitId, from = '-infinity', to = 'infinity', west = 0, south = 0, size = 4, areaKm2 = 1 }: Square) {
  const box = { west, south, east: west + size, north: south + size }
  const shape = (mark: number): Shape => [[[[mark, mark]]]]
  const place = { id: unitId, from, to } as store.NewBoundary['place']
  return { place, areaKm2, shape: shape(0), far: shape(1), middle: shape(2), near: shape(3), ...box }
}
const keep = (importId: string, ...squares: Square[]) =>
  within((tx) => store.replaceBoundaries(tx, importId, squares.map(boundary)))
const codes = async (on: string, more: { kind?: string; codes?: string[]; near?: string; level?: Level } = {}) =>
  (await within((tx) => store.listShapes(tx, { on, level: 'far', ...more }))).map(({ code }) => code)

describe('the places of a day', () => {
  const placesOn = (on: string) => within((tx) => store.placesOn(tx, { on }))
  test('come by level and code, with those above them from the nearest up', async () => {
    const places = await placesOn('2025-06-30')
    expect(places.map(({ code, above }) => [code, above.map((each) => each.code)])).toEqual([
      ['01', []],
      ['011', ['01']],
      ['101', ['01']],
      ['102', ['01']],
      ['103', ['01']],
      ['901', ['011', '01']],
    ])
  })
  test('have the days on which their land stayed the same: until a step changed it, also where they lived on', async () => {
    const days = async (on: string, code: string) =>
      (await placesOn(on)).filter((place) => place.code === code).map(({ from, to }) => [from, to])
    expect(await days('2025-06-30', '102')).toEqual([['-infinity', '2025-07-01']])
    expect(await days('2025-07-01', '102')).toEqual([['2025-07-01', 'infinity']])
    expect(await days('2026-11-14', '101')).toEqual([['-infinity', mergedOn]])
    expect(await days(mergedOn, '101')).toEqual([[mergedOn, 'infinity']])
    await decide(database, '2030-01-01', [{ kind: 'merge', from: ['101'], into: '102' }])
    expect(await days('2029-12-31', '102')).toEqual([['2025-07-01', '2030-01-01']])
  })
  test('have a point only where both its numbers are known', async () => {
    const set = (lon: number | null, lat: number | null) =>
      database.pool.query('update organisation.unit_version set lon = $2, lat = $3 where unit_id = $1', [
        hill,
        lon,
        lat,
      ])
    const point = async () => (await placesOn(mergedOn)).find(({ code }) => code === '102')?.point
    await set(105.8, null)
    expect(await point()).toBeNull()
    await set(105.8, 21.1)
    expect(await point()).toEqual([105.8, 21.1])
  })
})

describe('a boundary', () => {
  test('holds from its day to its end', async () => {
    await keep(await addImport(), { unitId: river, from: '2026-01-01', to: mergedOn })
    expect([
      await codes('2025-12-31'),
      await codes('2026-01-01'),
      await codes('2026-11-14'),
      await codes(mergedOn),
    ]).toEqual([...[[], ['101'], ['101'], []]])
  })
  test('holds no longer once a step has changed the land, though nobody ended it', async () => {
    await keep(await addImport(), { unitId: hill, from: '2025-01-01' })
    expect([await codes('2025-06-30'), await codes('2025-07-01')]).toEqual([['102'], []])
    // One that begins with the step is of the land after it.
    await keep(await addImport(), { unitId: hill, from: '2025-07-01' })
    expect([await codes('2025-06-30'), await codes('2025-07-01')]).toEqual([['102'], ['102']])
  })
  test('is shown as finely as it is asked for', async () => {
    await keep(await addImport(), { unitId: hill, from: '2025-07-01' })
    const shapes = async (level: Level) =>
      (await within((tx) => store.listShapes(tx, { on: mergedOn, level }))).map(({ coordinates }) => coordinates)
    const marks = await Promise.all((['far', 'middle', 'near'] as const).map(shapes))
    expect(marks).toEqual([1, 2, 3].map((mark) => [[[[[mark, mark]]]]]))
  })
})

describe('shapes', () => {
  const on = '2026-11-14'
  test('come from the north down, then from the west, then by code; of kinds and codes asked for', async () => {
    const squares = [
      { unitId: hill, from: '2025-07-01', south: 10 },
      { unitId: market, south: 20, west: 5 },
      { unitId: river, south: 20, west: 5 },
      { unitId: unit('01'), south: 20, west: 6 },
    ]
    await keep(await addImport(), ...squares)
    expect(await codes(on)).toEqual(['101', '103', '01', '102'])
    expect(await codes(on, { kind: 'commune' })).toEqual(['101', '103', '102'])
    expect(await codes(on, { codes: ['102', '101', '901'] })).toEqual(['101', '102'])
    expect(await codes(on, { codes: [] })).toEqual([])
  })
  test.each<[string, Partial<Square>, boolean]>([
    ['beside it', { west: 4 }, true],
    ['within a quarter of its size to the east', { west: 4.9 }, true],
    ['no nearer than that', { west: 5 }, false],
    ['to the west', { west: -4.9 }, true],
    ['no nearer than that to the west', { west: -5 }, false],
    ['to the north', { south: 4.9 }, true],
    ['no nearer than that to the north', { south: 5 }, false],
    ['to the south', { south: -4.9 }, true],
    ['no nearer than that to the south', { south: -5 }, false],
  ])('around a unit are those near it: %s', async (_, where, isNear) => {
    const city = { unitId: unit('01'), west: -50, south: -50, size: 100 }
    await keep(await addImport(), { unitId: river }, { unitId: market, ...where }, city)
    // The city is no neighbour of a commune.
    expect((await codes(on, { near: river })).sort()).toEqual(isNear ? ['101', '103'] : ['101'])
  })
})

describe('an import', () => {
  const standing = async () => {
    const { rows } = await database.pool.query<{ line: string }>(
      `select concat_ws(' ', unit.code, boundary.valid_from, boundary.valid_to, boundary.measured_area_km2) as line
       from organisation.boundary join organisation.unit on unit.id = boundary.unit_id order by line`,
    )
    return rows.map(({ line }) => line)
  }
  const first = { unitId: hill, from: '2026-01-01', to: '2027-01-01', areaKm2: 1 }
  test.each<[string, Square, number, string[]]>([
    ['of the same days takes the place', { ...first, areaKm2: 2 }, 1, ['102 2026-01-01 2027-01-01 2']],
    [
      'of later days ends what was there',
      { ...first, from: '2026-06-01', to: 'infinity', areaKm2: 2 },
      1,
      ['102 2026-01-01 2026-06-01 1', '102 2026-06-01 infinity 2'],
    ],
    [
      'of earlier days removes what began in them',
      { ...first, from: '-infinity', to: '2026-06-01', areaKm2: 2 },
      1,
      ['102 -infinity 2026-06-01 2'],
    ],
    [
      'of days after it leaves it',
      { ...first, from: '2027-01-01', to: 'infinity', areaKm2: 2 },
      0,
      ['102 2026-01-01 2027-01-01 1', '102 2027-01-01 infinity 2'],
    ],
    [
      'of another unit leaves it',
      { unitId: river, areaKm2: 2 },
      0,
      ['101 -infinity infinity 2', '102 2026-01-01 2027-01-01 1'],
    ],
  ])('%s', async (_, next, replaced, expected) => {
    await keep(await addImport(), first)
    expect(await keep(await addImport(), next)).toBe(replaced)
    expect(await standing()).toEqual(expected)
  })

  test('counts a unit once, however many boundaries of it go', async () => {
    const [from, to] = forever
    await keep(await addImport(), { unitId: hill, from, to: '2026-01-01' })
    await keep(await addImport(), { unitId: hill, from: '2026-01-01', to })
    expect(await keep(await addImport(), { unitId: hill, from, to }, { unitId: river, from, to })).toBe(1)
    expect(await keep(await addImport())).toBe(0)
  })

  test('takes many at once', async () => {
    const open = Array.from({ length: 51 }, (_, index) => newCommune(`N${index}`, `Nơi ${index}`))
    await decide(
      database,
      '2030-01-01',
      open.map((each) => ({ kind: 'open', unit: each })),
    )
    const ids = []
    for (const { code } of open) ids.push(await unitOn(database, code, '2030-01-01'))
    await keep(await addImport(), ...ids.map((unitId) => ({ unitId, from: '2030-01-01' })))
    expect(await codes('2030-01-01')).toHaveLength(51)
  })
})

describe('imports', () => {
  test('are listed newest first or by the day they are of, page by page both ways', async () => {
    const days = ['2026-02-01', '2026-01-01', '2026-02-01', '2026-03-01']
    for (const [index, on] of days.entries()) await addImport({ on, source: String(index) })
    const list = async (sort?: 'on' | '-on') => {
      const [forward, back] = await bothWays((page) =>
        within((tx) => store.listImports(tx, undefined, { ...page, ...(sort && { sort }) })),
      )
      expect(back).toEqual(forward)
      return forward.map(({ source }) => source)
    }
    expect(await list()).toEqual(['3', '2', '1', '0'])
    expect(await list('on')).toEqual(['1', '2', '0', '3'])
    expect(await list('-on')).toEqual(['3', '0', '2', '1'])
  })

  test('tell of each kind what is still in use of them, beside what is covered and how many units there are', async () => {
    const old = await addImport({ on: '2026-11-01' })
    await keep(
      old,
      { unitId: river, areaKm2: 2, to: mergedOn },
      { unitId: market, areaKm2: 3, to: mergedOn },
      { unitId: unit('01'), areaKm2: 9 },
    )
    await keep(await addImport({ on: mergedOn }), { unitId: merged, from: mergedOn, areaKm2: 5 })
    await keep(await addImport({ on: '2026-11-01' }), { unitId: market, to: mergedOn })
    const [row] = await within((tx) => store.findImports(tx, { ids: [old] }))
    expect(row?.kinds).toMatchObject([
      { kind: 'city', boundaries: 1, from: null, to: null, areaKm2: 9, covered: 1, units: 1 },
      { kind: 'commune', boundaries: 1, from: null, to: mergedOn, areaKm2: 2, covered: 2, units: 3 },
    ])
  })

  test('are read newest first, with their findings; lists only count those', async () => {
    const findings = [{ severity: 'warning' as const, feature: 1, unit: '101', code: 'x', words: { vi: 'a', en: 'b' } }]
    const ids = [await addImport({ findings }), await addImport()]
    const rows = await within((tx) => store.findImports(tx, { ids }))
    expect(rows.map(({ id, findings: all }) => [ids.indexOf(id), all.length])).toEqual([
      [1, 0],
      [0, 1],
    ])
    const page = await within((tx) => store.listImports(tx, undefined, { limit: 9 }))
    expect(page.rows.map(({ warnings }) => warnings)).toEqual([0, 1])
  })

  test('are the sources of what holds on a day, each once, of the kinds asked for', async () => {
    const [a, b] = [await addImport({ source: 'B', licence: 'CC' }), await addImport({ source: 'A' })]
    await keep(a, { unitId: river, to: mergedOn }, { unitId: market, to: mergedOn })
    await keep(b, { unitId: unit('01') })
    await keep(await addImport({ source: 'C' }), { unitId: merged, from: mergedOn })
    const sources = async (on: string, kinds: string[]) =>
      (await within((tx) => store.listSources(tx, { on, kinds }))).map(({ source, licence }) => [source, licence])
    expect(await sources('2026-11-14', ['commune', 'city'])).toEqual([
      ['A', null],
      ['B', 'CC'],
    ])
    expect(await sources('2026-11-14', ['commune'])).toEqual([['B', 'CC']])
    expect(await sources(mergedOn, ['commune'])).toEqual([['C', null]])
  })

  test('name their files, each once', async () => {
    for (const file of ['a', 'b', 'a']) await addImport({ file: file.repeat(64) })
    const names = async (name?: string) =>
      (await within((tx) => store.importFiles(tx, { name }))).map((row) => row.name[0])
    expect([(await names()).sort(), await names('b'.repeat(64)), await names('c')]).toEqual([['a', 'b'], ['b'], []])
  })
})
