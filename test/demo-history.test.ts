/** The years before the sample round: within their bounds, labelled, never before what is known, and smooth on today's map. */
import { beforeAll, describe, expect, test } from 'vitest'
import { fillEmpty } from '#app/fill.ts'
import { seedDemoRound } from '#modules/collection'
import { byUnitOperation, listIndicatorsOperation, seriesOperation } from '#modules/indicators'
import { renderReport, reportOperation, verifyReport } from '#modules/reports'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { readWorkbook } from '#platform/documents/read-workbook.ts'
import type { Engine } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { demo } from '#test/worlds/demo.ts'
import { hanoi } from '#test/worlds/hanoi.ts'

const operator = operatorCaller('command')
const anybody: Caller = { via: 'web', from: '192.0.2.9' }
const today = '2026-11-23'
let database: Database
let machine: Engine

async function rowsOf<T extends object>(text: string): Promise<T[]> {
  return (await database.pool.query<T>(text)).rows
}

beforeAll(async () => {
  database = await testDatabase(demo)
  machine = await testMachine(database, { clock: handClock(`${today}T02:00:00Z`) })
}, 120_000)

describe('figures of the years before the round', () => {
  test('stand for every unit of their day, labelled, and end at the words that they are a sample', async () => {
    const counts = await rowsOf(
      `select value.year, count(distinct value.unit_id)::int as units, bool_and(value.is_sample) as labelled,
        bool_or(value.submission_id is not null) as sent, max(value.as_of)::text as last
       from indicators.published_value value
       where value.source_kind = 'sample' group by value.year order by value.year`,
    )
    const of = (year: number, units: number) => ({ year, units, labelled: true, sent: false, last: `${year}-12-31` })
    expect(counts).toEqual([of(2021, 580), of(2022, 580), of(2023, 580), of(2025, 127)])
    const [unlabelled] = await rowsOf(
      `select count(*)::int as count from indicators.value where not is_sample and (submission_id is not null or source_id = 'sample')`,
    )
    expect(unlabelled).toEqual({ count: 0 })
  })

  test('exceed no measure that they are part of, and add up where parts are the whole', async () => {
    const samples = `with sample as materialized (
      select unit_id, year, subject, category, amount from indicators.published_value where is_sample)`
    const beyond = await rowsOf(
      `${samples}, part as materialized (
        select sample.*, case category when 'total' then at_most else subject end as whole
        from sample join indicators.published_measure on code = subject)
       select part.*, sample.amount as most from part
       join sample on sample.unit_id = part.unit_id and sample.year = part.year and sample.subject = part.whole
         and sample.category = 'total' and sample.amount < part.amount limit 5`,
    )
    expect(beyond).toEqual([])
    const broken = await rowsOf(
      `${samples}, added as materialized (
        select rule.code, rule.relation, rule.whole, unit_id, year, sum(amount) as parts
        from indicators.measure_rule rule cross join unnest(rule.parts) as part
        join sample on sample.subject = part and sample.category = 'total'
        group by rule.code, unit_id, year having count(*) = cardinality(rule.parts))
       select added.*, sample.amount from added
       join sample on sample.unit_id = added.unit_id and sample.year = added.year and sample.subject = added.whole
         and sample.category = 'total'
       where case relation when '=' then parts <> amount else parts > amount end limit 5`,
    )
    expect(broken).toEqual([])
  })

  test('are shown nowhere before a figure that is known of the city', async () => {
    const series = await perform(machine, seriesOperation, anybody, {})
    const known = series.flatMap(({ points }) => points.filter((point) => point.recorded.some((row) => !row.isSample)))
    expect(known.filter((point) => point.year > 2020).length).toBeGreaterThan(10)
    expect(known.filter((point) => point.isSample)).toEqual([])
    const shares = series.filter(({ indicator }) => indicator.unit === 'percent').flatMap(({ points }) => points)
    expect(shares.filter((point) => point.value > 100)).toEqual([])
  })

  test('give every indicator that the round gives a figure in each year of the plan', async () => {
    const series = await perform(machine, seriesOperation, anybody, {})
    const gaps = series
      .map(({ indicator, points }) => ({ code: indicator.code, years: points.map((point) => point.year) }))
      .filter(({ years }) => years.includes(2026))
      .flatMap(({ code, years }) =>
        [2021, 2022, 2023, 2024, 2025].filter((year) => !years.includes(year)).map((year) => `${code} ${year}`),
      )
    expect(gaps).toEqual([])
  })
})

describe('on today’s map', () => {
  test('the years add up to the same city', async () => {
    const indicator = 'learning_families_share'
    for (const year of [2021, 2022, 2023, 2024]) {
      const then = await perform(machine, byUnitOperation, anybody, { indicator, year })
      const now = await perform(machine, byUnitOperation, anybody, { indicator, year, boundaries: today })
      const total = (values: readonly { numerator: number | null; denominator: number | null }[]) => [
        values.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0),
        values.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
      ]
      const [a, b] = [total(then.values), total(now.values)]
      expect([then.values.length, now.values.length]).toEqual([579, 126])
      expect(b[0]).toBeCloseTo(a[0] ?? 0, 3)
      expect(b[1]).toBeCloseTo(a[1] ?? 0, 3)
    }
  })

  test('no commune jumps from what it was made of to itself', async () => {
    const { indicators } = await perform(machine, listIndicatorsOperation, anybody, {})
    const ratios = indicators.filter((indicator) => indicator.kind === 'ratio').map(({ code }) => code)
    const jumps: string[] = []
    const communes = new Set<string>()
    for (const indicator of ratios.filter((code) => followed.includes(code))) {
      const years = [2021, 2022, 2023, 2024, 2025, 2026]
      const input = years.map((year) =>
        perform(machine, byUnitOperation, anybody, { indicator, year, boundaries: today }),
      )
      const result = await Promise.all(input)
      for (const [index, { values }] of result.entries()) {
        const before = new Map(result[index - 1]?.values.map((each) => [each.unitCode, each]))
        for (const { unitCode, value, denominator } of values) {
          const last = before.get(unitCode)
          if (!last?.value || value === null) continue
          communes.add(unitCode)
          // One of a handful more or less is a step of its own.
          const of = Math.min(denominator ?? 0, last.denominator ?? 0)
          const isFar = Math.abs(value - last.value) > 6.5 + 200 / of
          if (isFar || Math.abs((denominator ?? 0) - (last.denominator ?? 0)) > 3 + of / 10) {
            jumps.push(
              `${indicator} ${unitCode} ${years[index]}: ${last.value} -> ${value}, of ${last.denominator} -> ${denominator}`,
            )
          }
        }
      }
    }
    expect(jumps).toEqual([])
    expect(communes.size).toBe(126)
  }, 120_000)
})

/** Of people and households, of a few dozen things, and of a handful of centres. */
const followed = [
  'learning_citizens_share',
  'learning_families_share',
  'working_age_information_share',
  'technical_training_share',
  'learning_units_share',
  'institutions_digital_share',
  'centres_rated_good_share',
]

describe('the report of 2024', () => {
  const year = 2024

  test('stands frozen on 579 communes, says what it is, and is what was frozen', async () => {
    const { snapshot, number, symbol, isSample } = await perform(machine, reportOperation, anybody, { year })
    expect({ number, symbol, isSample }).toEqual({ number: 1, symbol: 'BC-MẪU', isSample: true })
    const communes = snapshot.facts.units.filter((unit) => unit.audience === 'commune')
    expect([communes.length, communes.every((unit) => unit.isCounted && unit.isSample)]).toEqual([579, true])
    expect(await perform(machine, verifyReport, anybody, { year })).toMatchObject({ isIntact: true })
    const [round] = await rowsOf(`select state, is_sample from collection.round where year = ${year}`)
    expect(round).toEqual({ state: 'closed', is_sample: true })
  })

  test('lists each of them in the workbook', async () => {
    const { content } = await perform(machine, renderReport, anybody, { year, format: 'xlsx' })
    const sheets = await readWorkbook(Buffer.from(content, 'base64'))
    const titles = sheets.find((sheet) => sheet.name === 'II. Danh hiệu')
    const text = JSON.stringify(titles?.rows)
    expect(text).toContain('Toàn thành phố (579)')
    const named = await rowsOf<{ name: string }>(
      `select full_name as name from organisation.published_unit
       where kind = 'commune' and valid_from <= '2024-12-31' and valid_to > '2024-12-31'`,
    )
    const rows = (titles?.rows ?? []).filter((row) =>
      named.some(({ name }) => JSON.stringify(row).includes(`"${name}`)),
    )
    expect(rows).toHaveLength(579)
  })
})

describe('a demonstration that an earlier version filled', () => {
  test('gets the years that it has not, and nothing twice', async () => {
    const old = await testDatabase(hanoi)
    const engine = await testMachine(old, { settings: { demo: true }, clock: handClock(`${today}T02:00:00Z`) })
    // The people of this world have the addresses of the demo accounts.
    await seedDemoRound((operation, input) => perform(engine, operation, operator, input))
    const count = async () => {
      const { rows } = await old.pool.query<{ year: number; count: number }>(
        'select year, count(*)::int as count from indicators.value where is_sample group by year order by year',
      )
      return Object.fromEntries(rows.map((row) => [row.year, row.count]))
    }
    const before = await count()
    expect(Object.keys(before)).toEqual(['2025', '2026'])
    await fillEmpty(engine)
    const after = await count()
    expect(after).toMatchObject(before)
    expect(Object.keys(after)).toEqual(['2021', '2022', '2023', '2024', '2025', '2026'])
    await fillEmpty(engine)
    expect(await count()).toEqual(after)
  }, 120_000)
})
