/** Hanoi's units, successions and figures: the counts of each date, no unit lost, and the same as the source they are keyed from. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formatPack } from '../../scripts/packs/format.ts'
import { hanoiPacks } from '../../scripts/packs/hanoi.ts'
import { code, codesOf, Day, named, readPack, readTable, repeated, root } from './read.ts'

const Unit = z.object({
  code,
  kind: z.enum(['city', 'district', 'commune']),
  name: code,
  type: code,
  parentCode: code.nullable(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  areaKm2: z.number().positive().nullable(),
  areaIsEstimate: z.boolean(),
  seat: code.nullable(),
  lon: z.number().min(105.2).max(106.1).nullable(),
  lat: z.number().min(20.5).max(21.5).nullable(),
})
type Unit = z.infer<typeof Unit>
const units = readTable('hanoi/units.json', Unit)
const successions = readTable(
  'hanoi/successions.json',
  z.object({
    on: Day,
    fromCode: code,
    toCode: code,
    part: z.enum(['full', 'partial']),
    share: z.number().min(0).max(1).nullable(),
    populationMoves: z.enum(['all', 'part', 'none']).nullable(),
    basis: code,
  }),
)

const validOn = (day: string) => (unit: Unit) =>
  (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || unit.validTo > day)
const unitOn = (unitCode: string, day: string) => units.find((unit) => unit.code === unitCode && validOn(day)(unit))

describe('units of Hanoi', () => {
  test.each([
    ['2024-06-30', 579, 383, 175, 21, 30],
    ['2025-03-01', 526, 345, 160, 21, 30],
    ['2025-06-30', 526, 345, 160, 21, 30],
    ['2025-07-01', 126, 75, 51, 0, 0],
    ['2026-01-01', 126, 75, 51, 0, 0],
  ])('on %s: %i communes (%i xã, %i phường, %i thị trấn), %i districts', (day, all, xa, phuong, thiTran, districts) => {
    const then = units.filter(validOn(day))
    const ofType = (type: string) => then.filter((unit) => unit.kind === 'commune' && unit.type === type).length
    expect(then.filter((unit) => unit.kind === 'commune')).toHaveLength(all)
    expect([ofType('Xã'), ofType('Phường'), ofType('Thị trấn')]).toEqual([xa, phuong, thiTran])
    expect(then.filter((unit) => unit.kind === 'district')).toHaveLength(districts)
    expect(new Set(then.map((unit) => unit.code)).size).toBe(then.length)
  })

  test('every unit has its parent for as long as it lives', () => {
    for (const unit of units.filter((each) => each.parentCode !== null)) {
      const first = unit.validFrom ?? '2019-04-01'
      const parent = unitOn(unit.parentCode ?? '', first)
      expect(parent, `${unit.code} ${unit.name}`).toBeDefined()
      expect((parent?.validTo ?? '9999-12-31') >= (unit.validTo ?? '9999-12-31'), `${unit.code} ${unit.name}`).toBe(
        true,
      )
    }
  })

  test('names leave the type out, and each current commune has an area, a seat and a point', () => {
    for (const unit of units) expect(unit.name.startsWith(`${unit.type} `), unit.name).toBe(false)
    for (const unit of units.filter((each) => each.validFrom === '2025-07-01'))
      expect([unit.areaKm2, unit.seat, unit.lon, unit.lat], unit.name).not.toContain(null)
  })

  test.each([
    ['2025-06-30', true],
    ['2025-07-01', false],
  ])('on %s every commune has an area, an estimate: %s, and together they cover the city', (day, areaIsEstimate) => {
    const communes = units.filter((unit) => unit.kind === 'commune' && validOn(day)(unit))
    expect(communes.filter((unit) => unit.areaIsEstimate !== areaIsEstimate)).toEqual([])
    const covered = communes.reduce((sum, unit) => sum + (unit.areaKm2 ?? Number.NaN), 0)
    expect(Math.abs(covered - 3359.8) / 3359.8).toBeLessThan(0.005)
  })
})

describe('successions', () => {
  test('join a unit that ends to one that lives from that day', () => {
    for (const { on, fromCode, toCode } of successions) {
      expect(
        units.some((unit) => unit.code === fromCode && unit.validTo === on),
        `${on} ${fromCode}`,
      ).toBe(true)
      expect(unitOn(toCode, on), `${on} ${toCode}`).toBeDefined()
    }
  })

  test('cover every commune that ended and every one that began', () => {
    for (const unit of units.filter((each) => each.kind === 'commune')) {
      const went = successions.some(({ on, fromCode }) => on === unit.validTo && fromCode === unit.code)
      const came = successions.some(({ on, toCode }) => on === unit.validFrom && toCode === unit.code)
      if (unit.validTo !== null) expect(went, `${unit.code} ${unit.name} ended`).toBe(true)
      if (unit.validFrom !== null && unit.validFrom > '2020-03-01') expect(came, `${unit.code} ${unit.name}`).toBe(true)
    }
    expect(successions.filter(({ on }) => on === '2025-07-01')).toHaveLength(795)
    expect(repeated(successions.map(({ on, fromCode, toCode }) => `${on} ${fromCode} ${toCode}`))).toEqual([])
  })

  test('of the splits of 2025-01-01 one has a published share; the other stays unknown', () => {
    const split = successions.filter(({ on, part }) => on === '2025-01-01' && part === 'partial')
    expect(split.map(({ fromCode, toCode, share }) => [fromCode, toCode, share])).toEqual([
      ['00142', '00136', 0.849],
      ['00142', '00151', 0.151],
      ['00226', '00226', null],
      ['00226', '00229', null],
    ])
  })

  test('shares of a split add up to one, and a whole unit goes to one place', () => {
    const groups = Map.groupBy(successions, ({ on, fromCode }) => `${on} ${fromCode}`)
    for (const [key, rows] of groups) {
      if (rows.some(({ part }) => part === 'full'))
        expect(
          rows.map(({ share }) => share),
          key,
        ).toEqual([1])
      else expect(rows.length, key).toBeGreaterThan(1)
      const shares = rows.map(({ share }) => share)
      if (!shares.includes(null))
        expect(
          shares.reduce((sum: number, share) => sum + (share ?? 0), 0),
          key,
        ).toBeCloseTo(1, 2)
    }
  })
})

const Count = z.object({
  unitCode: code,
  unitValidFrom: Day.nullable(),
  asOf: Day,
  measure: code,
  value: z.int().min(0),
  sourceId: code,
  confidence: z.enum(['high', 'medium', 'low']),
})
const population = readTable('hanoi/population.json', Count)
const unassigned = readPack('hanoi/population.json', z.object({ unassigned: z.array(z.array(z.unknown())) })).unassigned

describe('population', () => {
  const counted = (day: string, kind: string, measure: string) =>
    population.filter((row) => row.asOf === day && row.measure === measure && kindOf(row) === kind)
  const kindOf = (row: z.infer<typeof Count>) =>
    units.find((unit) => unit.code === row.unitCode && unit.validFrom === row.unitValidFrom)?.kind
  const sum = (rows: z.infer<typeof Count>[]) => rows.reduce((total, row) => total + row.value, 0)

  test('belongs to units that exist, each figure once', () => {
    expect(population.filter((row) => !kindOf(row))).toEqual([])
    expect(
      repeated(population.map((row) => `${row.unitCode} ${row.unitValidFrom} ${row.asOf} ${row.measure}`)),
    ).toEqual([])
  })

  test.each(['population', 'population_urban', 'population_rural', 'households'])(
    'the census of districts, and of communes with the one that was split, adds up to the city: %s',
    (measure) => {
      const city = sum(counted('2019-04-01', 'city', measure))
      const index = ['population', 'population_urban', 'population_rural', 'households'].indexOf(measure)
      const apart = unassigned.reduce((total, row) => total + Number(row[index + 3]), 0)
      expect(sum(counted('2019-04-01', 'district', measure))).toBe(city)
      expect(sum(counted('2019-04-01', 'commune', measure)) + apart).toBe(city)
    },
  )

  test('the census has 8,053,663 people; 126 communes are registered in 2025, Lĩnh Nam not to be trusted', () => {
    expect(sum(counted('2019-04-01', 'city', 'population'))).toBe(8_053_663)
    const registered = counted('2025-07-01', 'commune', 'population')
    expect(registered).toHaveLength(126)
    expect(registered.filter((row) => row.confidence === 'low').map((row) => row.unitCode)).toEqual(['00328'])
  })

  test('age groups add up to the people of the census', () => {
    const { ageGroups } = readPack('hanoi/population-age.json', z.object({ ageGroups: z.array(code) }))
    const Ages = z.object({ unitCode: code, area: code, peopleByAgeGroup: z.array(z.int()).length(ageGroups.length) })
    const measureOf: Record<string, string> = {
      total: 'population',
      urban: 'population_urban',
      rural: 'population_rural',
    }
    for (const { unitCode, area, peopleByAgeGroup } of readTable('hanoi/population-age.json', Ages)) {
      const known = population.find(
        (row) => row.unitCode === unitCode && row.asOf === '2019-04-01' && row.measure === measureOf[area],
      )
      expect(
        peopleByAgeGroup.reduce((total, people) => total + people, 0),
        `${unitCode} ${area}`,
      ).toBe(known?.value)
    }
  })
})

describe('published figures', () => {
  const Figures = z.object({
    columns: z.array(code),
    sources: z.record(code, z.object({ title: code })),
    rows: z.array(z.array(z.unknown())),
    otherTargetColumns: z.array(code),
    otherTargets: z.array(z.array(z.unknown())),
    places: z.record(code, z.unknown()),
  })
  const Catalogue = z.object({ rows: z.array(z.object({ code, unit: code })) })
  const pack = readPack('hanoi/figures.json', Figures)
  const catalogue = ['measures', 'indicators'].flatMap((name) => readPack(`vietnam/${name}.json`, Catalogue).rows)

  test('are in the catalogue, with a unit that exists, a source and both notes or none', () => {
    const figures = named(pack.columns, pack.rows)
    expect(figures.length).toBeGreaterThan(80)
    for (const row of [...figures, ...named(pack.otherTargetColumns, pack.otherTargets)]) {
      expect(codesOf(catalogue)).toContain(row.code)
      expect([...codesOf(units), ...Object.keys(pack.places)]).toContain(row.unitCode)
      expect(Object.keys(pack.sources)).toContain(row.sourceId)
      expect(row.noteVi === null).toBe(row.noteEn === null)
      expect(typeof row.value).toBe('number')
    }
  })

  test('keep what was published: December 2024, learning citizens and families', () => {
    const figure = (of: string) =>
      named(pack.columns, pack.rows).find((row) => row.code === of && row.period === '2024-12')
    expect(figure('learning_citizens_recognised')?.value).toBe(3_830_096)
    expect(figure('learning_citizens_share')).toMatchObject({ value: 60.09, confidence: 'medium' })
    expect(figure('learning_families_recognised')?.value).toBe(1_669_074)
  })

  test('a share is between 0 and 100', () => {
    const percentages = new Set(codesOf(catalogue.filter((row) => row.unit === 'percent')))
    const shares = named(pack.columns, pack.rows).filter((row) => percentages.has(String(row.code)))
    expect(shares.filter((row) => Number(row.value) < 0 || Number(row.value) > 100)).toEqual([])
  })
})

const sharedData = resolve(root, '../shared/data')
describe.skipIf(!existsSync(sharedData))(
  `keyed from ${existsSync(sharedData) ? 'the source data' : 'data not here: skipped'}`,
  () => {
    const made = existsSync(sharedData) ? Object.entries(hanoiPacks(sharedData)) : []
    test.each(made)('%s is what the script makes', (name, pack) => {
      expect(readFileSync(resolve(root, 'packs/hanoi', name), 'utf8')).toBe(formatPack(pack).normalize('NFC'))
    })
  },
)
