/** One number on the map of any day, by hand: communes that merged, one that was split, one that lived on and took land. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { type Act, enactReform } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { type Engine, type Operation, perform } from '#platform/operation.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { smallCity, unitIdOf } from '#test/worlds/small-city.ts'
import { series } from '../operations.ts'
import { insertValues } from '../store.ts'

let database: Database
let machine: Engine
const at = new Date('2026-11-02T02:00:00Z')
const before = '2025-06-30'
const after = '2025-12-31'

const ask = <I, O>(operation: Operation<I, O>, input: unknown) =>
  perform(machine, operation, operatorCaller('command'), input)

/** Besides 901, which went into 102: 101 and 103 became 201; 102 gave 30% of its land to 202, which is 104 and that. */
const acts: Act[] = [
  { act: 'merge', from: ['101', '103'], into: commune('201', 'Sông Chợ') },
  { act: 'split', from: '102', into: [part('203', 'Đồi', 0.7), part('104', 'Núi', 0.3)] },
  { act: 'merge', from: ['901'], into: '203' },
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
    const close: Act = { act: 'close', code: '011' }
    await enactReform(
      tx,
      { id: newId(), on: '2025-07-01', title: 'Sắp xếp', basis: '', acts: [...acts, close] },
      { at, newId },
    )
  })
  await record(2024, {
    '101': [50, 100, 3],
    '103': [10, 20, 1],
    '102': [100, 200, 2],
    '104': [7, 40, 3],
    '901': [5, 10, 2],
  })
  await record(2026, { '201': [80, 160, 2], '203': [90, 180, 3], '104': [30, 60, 1] })
})

type Given = Record<string, readonly [learning: number, families: number, level: number]>

async function record(year: number, given: Given, sourceId = 'submission') {
  const rows = await Promise.all(
    Object.entries(given).map(async ([code, amounts]) => {
      const unitId = await unitIdOf(database, code)
      return ['learning', 'families', 'level'].map((subject, index) => ({
        ...{ id: newId(), unitId, subject, category: 'total', year, period: String(year), asOf: `${year}-11-20` },
        ...{ amount: amounts[index] ?? 0, status: 'confirmed', confidence: 'high', sourceId, isSample: false },
      })) as Parameters<typeof insertValues>[1]
    }),
  )
  await database.kysely.transaction().execute((tx) => insertValues(tx, rows.flat(), { at, reason: 'test' }))
}

async function sumOf(indicator: string, unit: string, year: number, tree: string) {
  const [found] = await ask(series, { indicators: [indicator], unit, tree })
  const point = found?.points.find((each) => each.year === year)
  const { numerator, denominator, reported, expected } = point?.rolledUp ?? {}
  return {
    value: point?.value,
    status: point?.status,
    made: point?.rebased,
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
  ] as const)('%s', async (_, unit, year, tree, value, sums, made) => {
    const found = await sumOf('share', unit, year, tree)
    expect(found.value).toBeCloseTo(value, 10)
    for (const [index, sum] of found.sums.entries()) expect(sum).toBeCloseTo(sums[index] ?? Number.NaN, 10)
    expect(found.made).toEqual(made)
    expect(found.status).toBe(made?.pieces ? 'estimate' : 'confirmed')
  })
})
