/** Boundaries imported into a small city and into Hanoi: who may, what is kept and replaced, what maps are given, the screens. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PassThrough } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { operatorCaller } from '#platform/authority.ts'
import { backup, type Database, restore } from '#platform/database/index.ts'
import type { Engine } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { projectRoot } from '#platform/root.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi } from '#test/worlds/hanoi.ts'
import { callerOf, smallCity } from '#test/worlds/small-city.ts'
import { boundaryImports } from './boundary-import-list.operations.ts'
import { importBoundaries, shapes } from './boundary-imports.operations.ts'

const operator = operatorCaller('command')
const anybody = { via: 'web' } as const
const today = '2026-11-02'

/** A square of a tenth of a degree, the `column`th from the west. */
function square(code: string, name: string, column: number, size = 0.1) {
  const [west, south] = [105.5 + column * 0.1, 21]
  const ring = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
  return { type: 'Feature', properties: { code, name }, geometry: { type: 'Polygon', coordinates: [ring] } }
}

const communes = [square('101', 'Sông', 0), square('102', 'Đồi', 1), square('103', 'Chợ', 2)]

function fileOf(features: unknown[]) {
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })).toString('base64')
}

function asked(features: unknown[], more: object = {}) {
  return { fileName: 'xa.geojson', content: fileOf(features), on: today, source: 'Bản đồ thử', ...more }
}

async function problemsOf(doing: Promise<unknown>): Promise<string[]> {
  try {
    await doing
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code }) => code.replace('organisation.', ''))
    throw error
  }
  return []
}

describe('in the small city', () => {
  let database: Database
  let engine: Engine
  const codesOn = async (on: string, more: object = {}) =>
    (await perform(engine, shapes, anybody, { on, ...more })).shapes.map(({ code }) => code)

  beforeAll(async () => {
    database = await testDatabase(smallCity)
    engine = await testMachine(database)
  })

  test('only administrators of the city import', async () => {
    for (const person of ['pho-duyet', 'song-quan-tri', 'khach'] as const) {
      const caller = await callerOf(database, person)
      expect(await problemsOf(perform(engine, importBoundaries, caller, asked(communes)))).toHaveLength(1)
    }
    expect(await problemsOf(perform(engine, boundaryImports, anybody, {}))).toHaveLength(1)
  })

  test('a check keeps nothing; an import keeps shapes for the days the land stood', async () => {
    const caller = await callerOf(database, 'pho-quan-tri')
    const checked = await perform(engine, importBoundaries, caller, asked(communes, { dryRun: true }))
    expect(checked).toMatchObject({ ok: true, imported: false, features: 3, kinds: [{ boundaries: 3, units: 3 }] })
    expect(await codesOn(today)).toEqual([])

    const { content: _, ...rest } = asked(communes, { file: checked.file, licence: 'CC BY 4.0' })
    const done = await perform(engine, importBoundaries, caller, rest)
    expect(done).toMatchObject({ imported: true, replaced: 0, codeProperty: 'code', nameProperty: 'name' })
    expect(done.findings.map(({ code }) => code)).toEqual(['organisation.turnedRings'])
    expect(await codesOn(today)).toEqual(['101', '102', '103'])
    // 102 took in 901 on 1/7/2025: before that day its land was other.
    expect(await codesOn('2025-06-30')).toEqual(['101', '103'])
    const { sources } = await perform(engine, shapes, anybody, {})
    expect(sources).toEqual([{ source: 'Bản đồ thử', licence: 'CC BY 4.0' }])
  })

  test('the same day again replaces; what was there is counted, the record of it stays', async () => {
    const again = await perform(
      engine,
      importBoundaries,
      operator,
      asked(communes.slice(0, 2), { source: 'Bản đồ mới' }),
    )
    expect(again.replaced).toBe(2)
    expect(again.findings.map(({ code }) => code)).toContain('organisation.without')
    const imports = await perform(engine, boundaryImports, operator, {})
    expect(imports.map(({ source, kinds }) => [source, kinds[0]?.boundaries])).toEqual([
      ['Bản đồ mới', 2],
      ['Bản đồ thử', 1],
    ])
    expect(imports[0]?.kinds[0]).toMatchObject({ units: 3, from: '2025-07-01', to: null })
    const { rows } = await database.pool.query(
      `select count(*)::int as entries from platform.audit_entry where operation = 'organisation.importBoundaries'`,
    )
    expect(rows[0]?.entries).toBe(3)
  })

  test('a unit that lies upon one whose boundary is in use is told, though the file leaves that one out', async () => {
    const wide = asked([square('101', 'Sông', 0.5)], { dryRun: true })
    const { findings } = await perform(engine, importBoundaries, operator, wide)
    const overlaps = findings.filter(({ code }) => code.startsWith('organisation.overlap'))
    expect(overlaps.map(({ code }) => code)).toEqual(['organisation.overlapsStanding'])
    expect(overlaps[0]?.words.vi).toMatch(/ranh giới đang dùng của .*Đồi.* \(50%/)
    const fitting = asked([square('101', 'Sông', 0)], { dryRun: true })
    const fits = await perform(engine, importBoundaries, operator, fitting)
    expect(fits.findings.filter(({ code }) => code.startsWith('organisation.overlap'))).toEqual([])
  })

  test('an old day takes the units of that day', async () => {
    const old = [square('901', 'Cũ', 4), square('102', 'Đồi', 1, 0.05)]
    await perform(engine, importBoundaries, operator, asked(old, { on: '2024-06-30' }))
    expect((await codesOn('2024-06-30')).sort()).toEqual(['101', '102', '103', '901'])
    expect(await codesOn(today)).not.toContain('901')
    const [small, large] = await Promise.all(
      ['2024-06-30', today].map(async (on) => (await perform(engine, shapes, anybody, { on, near: '102' })).shapes),
    )
    const of = (result: typeof small) => result?.find(({ code }) => code === '102')?.coordinates
    expect(of(small)).not.toEqual(of(large))
  })

  test('around a unit there are its neighbours; kinds and codes choose', async () => {
    await perform(engine, importBoundaries, operator, asked([...communes, square('01', 'Nhỏ', 0, 0.3)]))
    expect((await codesOn(today, { near: '101' })).sort()).toEqual(['101', '102'])
    expect((await codesOn(today, { kind: 'commune' })).sort()).toEqual(['101', '102', '103'])
    expect(await codesOn(today, { codes: '101' })).toEqual(['101'])
    expect((await codesOn(today, { codes: ['103', '01', 'x'] })).sort()).toEqual(['01', '103'])
    expect(await problemsOf(codesOn(today, { near: '999' }))).toEqual(['unknownUnit'])
  })

  test.each<[string, string[], object]>([
    ['an agency', ['noSuchUnit'], asked([square('SO', 'Giáo dục', 0)])],
    ['two areas wrong', ['noSuchUnit', 'otherName'], asked([square('9', 'x', 0), square('101', 'Khác hẳn', 1)])],
    ['no JSON', ['boundariesNotJson'], asked([], { content: Buffer.from('[').toString('base64') })],
    ['no text', ['boundariesNotText'], asked([], { content: Buffer.from([0xff, 0xfe, 0]).toString('base64') })],
    ['a file that was never checked', ['boundaryFileGone'], { ...asked([]), content: undefined, file: '0'.repeat(64) }],
    ['too much', ['boundariesTooLarge'], asked([], { content: 'A'.repeat(40_000_000) })],
  ])('%s stops it, and nothing is kept', async (_, codes, input) => {
    const before = await perform(engine, boundaryImports, operator, {})
    expect(await problemsOf(perform(engine, importBoundaries, operator, input))).toEqual(codes)
    expect(await perform(engine, boundaryImports, operator, {})).toEqual(before)
  })

  test('a backup carries it, however large', async () => {
    const round = Array.from({ length: 60_000 }, (_, step) => [
      105.8 + 0.2 * Math.cos(step / 9549.3),
      21 + 0.2 * Math.sin(step / 9549.3),
    ])
    const large = square('101', 'Sông', 0)
    large.geometry.coordinates = [[...round, round[0] ?? []]]
    await perform(engine, importBoundaries, operator, asked([large]))
    const stream = new PassThrough()
    const other = await testDatabase('migrated')
    const [, restored] = await Promise.all([backup(database, stream), restore(other, stream)])
    expect(restored.rows).toBeGreaterThan(0)
    const sizes = `select unit_id, length(geometry::text) as size, md5(middle::text) as middle
      from organisation.boundary order by unit_id, valid_from`
    const [here, there] = [await database.pool.query(sizes), await other.pool.query(sizes)]
    expect(there.rows).toEqual(here.rows)
    expect(Math.max(...here.rows.map((row) => Number(row.size)))).toBeGreaterThan(2_000_000)
  }, 60_000)
})

const data = resolve(projectRoot, '../shared/data')
describe.skipIf(!existsSync(data))(
  `Hanoi${existsSync(data) ? '' : ' (its boundary files are not here: skipped)'}`,
  () => {
    let engine: Engine
    const read = async (name: string) => (await readFile(resolve(data, name))).toString('base64')

    beforeAll(async () => {
      engine = await testMachine(await testDatabase(hanoi))
    })

    test.each([
      ['hanoi_communes_2025_boundaries.geojson', '2025-07-01', 126, ['Xã Hòa Lạc', 'Xã Yên Xuân']],
      ['hanoi_communes_526_boundaries_lowres.geojson', '2025-01-01', 526, []],
      ['hanoi_communes_579_boundaries_lowres.geojson', '2024-06-30', 579, undefined],
      ['hanoi_districts_boundaries_lowres_mit.geojson', '2024-06-30', 30, undefined],
    ])(
      '%s of %s: %d boundaries, nothing else that is wrong',
      async (name, on, count, differing) => {
        const input = { fileName: name, content: await read(name), on, source: 'github', licence: 'MIT' }
        const report = await perform(engine, importBoundaries, operator, input)
        expect(report.kinds.map(({ boundaries, units }) => [boundaries, units])).toEqual([[count, count]])
        expect(report.findings.filter(({ code }) => /without|Name/.test(code))).toEqual([])
        if (!differing) return
        const off = report.findings
          .filter(({ code }) => code.includes('areaDiffers'))
          .map(({ words }) => words.vi.split(':')[0])
        expect(off.sort()).toEqual(differing)
      },
      30_000,
    )

    test('the areas that the 126 disagree on are told with both figures', async () => {
      const [report] = (await perform(engine, boundaryImports, operator, {})).filter(({ on }) => on === '2025-07-01')
      const text = report?.findings.map(({ words }) => words.vi).join('\n')
      expect(text).toMatch(/Xã Yên Xuân: ranh giới đo được 70,\d km², diện tích chính thức 78,0 km²/)
      expect(text).toMatch(/Xã Hòa Lạc: ranh giới đo được 43,\d km², diện tích chính thức 35,4 km²/)
      expect(report?.kinds[0]?.areaKm2).toBeCloseTo(3359, -1)
    })

    test('each day has its own map', async () => {
      const count = async (on: string, kind: string) =>
        (await perform(engine, shapes, anybody, { on, kind, level: 'far' })).shapes.length
      expect(await count(today, 'commune')).toBe(126)
      expect(await count('2025-03-01', 'commune')).toBe(526)
      expect(await count('2024-12-31', 'commune')).toBe(579)
      expect(await count('2024-12-31', 'district')).toBe(30)
      expect(await count(today, 'district')).toBe(0)
    })

    test('boundaries under the codes of another day are refused', async () => {
      const name = 'hanoi_communes_526_boundaries_lowres.geojson'
      const input = { fileName: name, content: await read(name), on: today, source: 'github' }
      const codes = await problemsOf(perform(engine, importBoundaries, operator, input))
      expect(new Set(codes)).toEqual(new Set(['noSuchUnit', 'otherName']))
    })
  },
)
