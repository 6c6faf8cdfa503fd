/** One number on the map of any day, by hand: communes that merged, one that was split, one that lived on and took land. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { putInForce, type UnitChange } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine, Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { smallCity, unitIdOf } from '#test/worlds/small-city.ts'
import { insertValues } from '../indicators.store.ts'
import { byUnit, series, values } from '../series.operations.ts'
import { parts } from '../sums/parts.operations.ts'

let database: Database
let machine: Engine
const at = new Date('2026-11-02T02:00:00Z')
const before = '2025-06-30'
const after = '2025-12-31'

const ask = <I, O>(operation: Operation<I, O>, input: unknown) =>
  perform(machine, operation, operatorCaller('command'), input)

/** 101 and 103 became 201; of 102, 70% became 203, with all of 901, and 30% went to 104, which lived on. */
const changes: UnitChange[] = [
  { kind: 'merge', from: ['101', '103'], into: commune('201', 'Sông Chợ') },
  { kind: 'split', from: '102', into: [part('203', 'Đồi', 0.7), part('104', 'Núi', 0.3)] },
  { kind: 'merge', from: ['901'], into: '203' },
]

function commune(code: string, name: string) {
  const nowhere = { areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null }
  return { code, kind: 'commune', name, type: 'Phường', parent: '01', ...nowhere }
}

function part(code: string, name: string, share: number) {
  return { unit: code === '104' ? code : commune(code, name), share, people: null }
}

beforeAll(async () => {
  database = await testDatabase(smallCity)
  machine = await testMachine(database)
  await database.pool.query(`
    delete from organisation.succession;
    update organisation.unit_version set valid_to = 'infinity' where valid_to = '2025-07-01';
    update organisation.unit set closed_on = 'infinity' where closed_on = '2025-07-01';
    with fresh as (insert into organisation.unit values (gen_random_uuid(), '104', 'commune', '-infinity', 'infinity') returning id)
    insert into organisation.unit_version (unit_id, valid_from, valid_to, name, full_name, type, parent_id, source)
      select fresh.id, '-infinity', 'infinity', 'Núi', 'Xã Núi', 'Xã', city.id, 'test' from fresh, organisation.unit city where code = '01';
    select organisation.rebuild_closure();
    insert into indicators.source (id, kind, rank, title) values ('submission', 'submission', 1, 'Forms'), ('press', 'press', 3, 'Press');
    insert into indicators.measure select code, 1, kind, 'x', 'year', how, 'x', code, code, code, code, null, '{}', true from (values
      ('learning', 'count', 'sum'), ('families', 'count', 'sum'), ('level', 'level', 'none')) as made(code, kind, how);
    insert into indicators.indicator (code, position, kind, unit, numerator, denominator, at_least, unit_kind, direction, decimals,
      name_vi, name_en, explanation_vi, explanation_en) values
      ('share', 1, 'ratio', 'percent', 'learning', 'families', null, 'commune', 'up', 2, 'x', 'x', 'x', 'x'),
      ('met', 2, 'share-of-units', 'percent', 'level', null, 2, 'commune', 'up', 2, 'x', 'x', 'x', 'x'),
      ('districts', 3, 'count', 'units', 'level', null, 2, 'district', 'up', 0, 'x', 'x', 'x', 'x'),
      ('standing', 4, 'level', 'level', 'level', null, null, 'commune', 'up', 0, 'x', 'x', 'x', 'x')`)
  await database.kysely.transaction().execute(async (tx) => {
    const close: UnitChange = { kind: 'close', code: '011' }
    await putInForce(
      tx,
      { id: newId(), on: '2025-07-01', title: 'Sắp xếp', basis: '', changes: [...changes, close] },
      { at, newId },
    )
  })
  await record(2024, {
    '011': [0, 0, 2],
    '101': [50, 100, 3],
    '103': [10, 20, 1],
    '102': [100, 200, 2],
    '104': [7, 40, 3],
    '901': [5, 10, 2],
  })
  await record(2022, { '101': [0, 0, 3] })
  await record(2026, { '201': [80, 160, 2], '203': [90, 180, 3], '104': [30, 60, 1] })
})

type Given = Record<string, readonly number[]>

const subjects = ['learning', 'families', 'level']

async function record(year: number, given: Given, sourceId = 'submission', of = subjects, category = 'total') {
  const firm = { status: 'confirmed', confidence: 'high', isSample: false } as const
  const when = { year, period: String(year), asOf: `${year}-11-20` }
  const rows = await Promise.all(
    Object.entries(given).map(async ([code, amounts]) => {
      const unitId = await unitIdOf(database, code)
      const valueAt = (index: number) => ({ id: newId(), unitId, category, amount: amounts[index] ?? 0, sourceId })
      return of.map((subject, index) => ({ ...valueAt(index), subject, ...when, ...firm }))
    }),
  )
  await database.kysely.transaction().execute((tx) => insertValues(tx, rows.flat(), { at, reason: 'test' }))
}

async function sumOf(indicator: string, unit: string, year: number, boundaryDay: string) {
  const [answer] = await ask(series, { indicators: [indicator], unit, boundaries: boundaryDay })
  const point = answer?.points.find((each) => each.year === year)
  const { numerator, denominator, reported, expected } = point?.rolledUp ?? {}
  return {
    value: point?.value,
    status: point?.status,
    made: point?.conversion,
    sums: [numerator, denominator, reported, expected],
  }
}

describe('a ratio', () => {
  const exact = { on: after, pieces: 0, basis: 'whole' }
  test.each([
    ['of whole units that merged is exact', '201', 2024, after, 50, [60, 120, 2, 2], { ...exact, sources: 2 }],
    [
      'of a unit that took a part is an estimate',
      '104',
      2024,
      after,
      37,
      [37, 100, 2, 2],
      { on: after, sources: 2, pieces: 1, basis: 'share' },
    ],
    [
      'read back, is what the later unit had',
      '101',
      2026,
      before,
      50,
      [40, 80, 1, 1],
      { on: before, sources: 1, pieces: 1, basis: 'even' },
    ],
    [
      'of the city is the same, and exact',
      '01',
      2024,
      after,
      (100 * 172) / 370,
      [172, 370, 5, 5],
      { ...exact, sources: 5 },
    ],
    ['of the city read back is too', '01', 2026, before, 50, [200, 400, 3, 3], { ...exact, on: before, sources: 3 }],
    ['on its own tree was not made from others', '201', 2026, after, 50, [80, 160, 1, 1], null],
  ] as const)('%s', async (_, unit, year, boundaryDay, value, sums, made) => {
    const result = await sumOf('share', unit, year, boundaryDay)
    expect(result.value).toBeCloseTo(value, 10)
    for (const [index, sum] of result.sums.entries()) expect(sum).toBeCloseTo(sums[index] ?? Number.NaN, 10)
    expect(result.made).toEqual(made)
    expect(result.status).toBe(made?.pieces ? 'estimate' : 'confirmed')
  })
})

describe('a level', () => {
  const partly = { on: after, sources: 2, pieces: 1, basis: 'share' }
  test.each([
    ['is the lowest of the units that merged', '201', 2024, 1, 'confirmed', { ...partly, pieces: 0, basis: 'whole' }],
    ['is the lowest of those it has land of, not its own of before', '104', 2024, 2, 'estimate', partly],
    ['of the unit as it is, is its own', '104', 2026, 1, 'confirmed', null],
    ['is not known until all have one', '201', 2022, undefined, undefined, undefined],
  ] as const)('%s', async (_, unit, year, value, status, made) => {
    const [answer] = await ask(series, { indicators: ['standing'], unit, boundaries: after })
    const point = answer?.points.find((each) => each.year === year)
    expect([point?.value, point?.status, point?.conversion]).toEqual([value, status, made])
    const points = await ask(values, { indicator: 'level', unit, boundaries: after, period: year })
    expect(points.map((each) => each.value)).toEqual(value === undefined ? [] : [value])
  })

  test('a condition is judged for every unit of the map, and counted', async () => {
    const made = { on: after, sources: 5, pieces: 1, basis: 'share' }
    expect(await sumOf('met', '01', 2024, after)).toMatchObject({ sums: [2, 3, 5, 5], status: 'estimate', made })
    // 101 has a level, 103 has none: of 201 nothing is known, nor of the others.
    const { values: each } = await ask(byUnit, { indicator: 'met', year: 2022, boundaries: after })
    expect(each.map(({ unitCode, value, reported, expected }) => [unitCode, value, reported, expected])).toEqual([
      ['104', null, 0, 2],
      ['201', null, 1, 2],
      ['203', null, 0, 2],
    ])
  })
})

describe('on the map of a day', () => {
  test('what is counted over districts is read as reported, where there are none any more', async () => {
    expect(await sumOf('districts', '01', 2024, after)).toMatchObject({ value: 1, status: 'confirmed', made: null })
    expect(await sumOf('districts', '01', 2024, before)).toMatchObject({ value: 1, made: null })
  })

  test('a count of the unit’s own land of before stands for itself then, and not for what it is now', async () => {
    const families = async (boundaryDay: string) =>
      (
        await ask(values, { indicator: 'families', unit: '104', on: before, boundaries: boundaryDay, period: 2024 })
      ).map(({ value }) => value)
    expect([await families('then'), await families(before), await families(after)]).toEqual([[40], [40], [100]])
  })

  test('a published percentage is not carried over, and stands while the land is the same', async () => {
    const { sums } = await sumOf('share', '104', 2024, after)
    await record(2024, { '104': [11, 22, 1] }, 'press', ['share'])
    await record(2026, { '104': [33, 44, 1] }, 'press', ['share'])
    const [answer] = await ask(series, { indicators: ['share'], unit: '104', boundaries: after })
    const told = answer?.points.filter(({ year }) => year > 2022).map(({ year, recorded }) => [year, recorded.length])
    expect(told).toEqual([
      [2024, 0],
      [2026, 1],
    ])
    expect((await sumOf('share', '104', 2024, after)).sums).toEqual(sums)
  })

  test('a code names the unit of that day; a unit of another day is not on it', async () => {
    const input = { indicators: ['share'], unit: '901' }
    await expect(ask(series, { ...input, boundaries: after })).rejects.toThrow('organisation.unknownUnitThen')
    await expect(ask(series, { ...input, on: before, boundaries: after })).rejects.toThrow('indicators.notOnTree')
    await expect(ask(series, { ...input, boundaries: 'yesterday' })).rejects.toThrow('platform.')
  })
})

describe('the parts of a total', () => {
  test('lead back to the places of the year, with what each gave and how much of it', async () => {
    const { on, parts: result } = await ask(parts, { indicator: 'share', year: 2024, boundaries: after })
    expect(on).toBe(after)
    const told = result.map(({ unitCode, value, numerator, sources }) => [
      unitCode,
      value,
      numerator?.amount,
      sources.map((source) => [source.unitCode, source.numerator?.amount, source.weight, source.basis]),
    ])
    expect(told.sort()).toEqual([
      [
        '104',
        37,
        37,
        [
          ['104', 7, 1, 'whole'],
          ['102', 100, 0.3, 'share'],
        ],
      ],
      [
        '201',
        50,
        60,
        [
          ['103', 10, 1, 'whole'],
          ['101', 50, 1, 'whole'],
        ],
      ],
      [
        '203',
        50,
        75,
        [
          ['901', 5, 1, 'whole'],
          ['102', 100, 0.7, 'share'],
        ],
      ],
    ])
    expect(result.map(({ numerator }) => [numerator?.id, numerator?.status]).slice(0, 1)).toEqual([[null, 'estimate']])
  })

  test('are its own figures where it is what it was', async () => {
    const { parts: result } = await ask(parts, { indicator: 'share', year: 2026, unit: '104', boundaries: after })
    expect(result).toMatchObject([{ unitCode: '104', value: 50, conversion: null, sources: [] }])
    expect(result[0]?.numerator?.id).toEqual(expect.any(String))
  })

  test('of a level are the places it is the lowest of', async () => {
    const input = { indicator: 'standing', year: 2024, unit: '104', boundaries: after }
    const { parts: result } = await ask(parts, input)
    expect(result).toMatchObject([
      { value: 2, numerator: { amount: 2 }, sources: [{ unitCode: '104' }, { unitCode: '102' }] },
    ])
    expect((await ask(parts, { ...input, boundaries: 'then' })).parts).toEqual([])
  })

  test('by category are re-based too', async () => {
    await database.pool.query(`
      insert into indicators.dimension values ('sex', 1, 'x', 'Sex');
      insert into indicators.category values ('sex', 'female', 1, 'x', 'Female')`)
    await record(2024, { '102': [60, 120, 0], '104': [3, 20, 0] }, 'submission', subjects, 'sex:female')
    const femaleOf = async (unit: string) =>
      (await ask(parts, { indicator: 'share', year: 2024, unit, boundaries: after })).categories.map((sum) => [
        sum.numerator,
        sum.denominator,
      ])
    expect([await femaleOf('104'), await femaleOf('01')]).toEqual([[[21, 56]], [[63, 140]]])
  })
})
