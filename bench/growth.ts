/** Bars 1 and 2: how the cost of a figure grows with years, units and values, as reported then and re-based. */
import { sql } from 'kysely'
import type { Machine } from '#app/engine.ts'
import { byUnitOperation, seriesFor } from '#modules/indicators'
import { rootUnit } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { perform } from '#platform/perform.ts'
import { exponentOf, type Figure, medianOfEach, ms, type Sized } from './figures.ts'
import { askedMeasures, machineWithPart } from './world.ts'

const indicator = 'learning_citizens_share'
/** A day of the 126 communes; years before 2025 are carried over from 579. */
const today = '2026-11-01'
const years = { first: 2017, last: 2026 }
const rounds = 7
const then = { boundaries: undefined, told: 'as reported then' }
const conversion = { boundaries: today, told: 're-based' }
type Mode = typeof then | typeof conversion

export async function benchGrowth(machine: Machine): Promise<Figure[]> {
  return [
    await withYears(machine, then),
    await withYears(machine, conversion),
    await withMaps(machine),
    ...(await withUnits(machine)),
    ...(await withValues(machine)),
  ]
}

/** The series of the city, as an operation asks for it. */
async function askCity(tx: Tx, { boundaries: boundaryDay }: Mode, until = years.last): Promise<void> {
  const city = await rootUnit(tx, today)
  const [result] = await seriesFor(tx, [indicator], city.id, until, boundaryDay)
  const last = result?.points.find((point) => point.year === until)
  if (!last?.rolledUp?.reported) throw new Error(`the city has no figure for ${until}`)
}

function askedOf(machine: Machine, mode: Mode, until?: number): Sized['ask'] {
  return () => machine.database.kysely.transaction().execute((tx) => askCity(tx, mode, until))
}

async function withYears(machine: Machine, mode: Mode): Promise<Figure> {
  const sizes = [1, 2, 5, 10].map((size) => ({ size, ask: askedOf(machine, mode, years.first + size - 1) }))
  return figureOf(`years, city, ${mode.told}`, sizes, await medianOfEach(sizes, rounds))
}

/** One year of 579 communes, by the units of three maps. */
async function withMaps(machine: Machine): Promise<Figure> {
  const sizes = Object.entries({ 126: today, 526: '2025-03-01', 579: '2024-12-31' }).map(
    ([size, boundaryDay]): Sized => {
      const input = { indicator, year: 2024, boundaries: boundaryDay }
      return { size: Number(size), ask: () => perform(machine, byUnitOperation, operatorCaller('command'), input) }
    },
  )
  return figureOf('units of the map, each by itself, one year, re-based', sizes, await medianOfEach(sizes, rounds))
}

/** The communes as they are, and so many times as many, with what they counted. */
async function withUnits(machine: Machine): Promise<Figure[]> {
  const sizes = [1, 2, 4, 8].map((times) => ({ size: 579 * times, times }))
  const costs: number[][] = []
  for (const { size, times } of sizes) {
    const each = (tx: Tx) => [then, conversion].map((mode): Sized => ({ size, ask: () => askCity(tx, mode) }))
    costs.push(await inMultiple(machine, times, (tx) => medianOfEach(each(tx), rounds)))
  }
  return [then, conversion].map((mode, index) => {
    const ofMode = costs.map((cost) => cost[index] ?? 0)
    return figureOf(`units (communes of 2024), city, 10 years, ${mode.told}`, sizes, ofMode)
  })
}

/** The same question over more and more values that it does not ask for. */
async function withValues(machine: Machine): Promise<Figure[]> {
  const parts = [
    await machineWithPart(machine, 'growth_100k', { measures: 21, categories: 1 }),
    await machineWithPart(machine, 'growth_500k', { categories: 1 }),
    await machineWithPart(machine, 'growth_1m', { categories: 2 }),
  ]
  const machines = [...parts, machine]
  const counts = await Promise.all(machines.map(countValues))
  const figures: Figure[] = []
  for (const mode of [then, conversion]) {
    const sizes = machines.map((each, index) => ({ size: counts[index] ?? 0, ask: askedOf(each, mode) }))
    figures.push(figureOf(`values, city, 10 years, ${mode.told}`, sizes, await medianOfEach(sizes, rounds)))
  }
  await Promise.all(parts.map(({ database }) => database.close()))
  return figures
}

async function countValues({ database }: Machine): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>('select count(*)::int as count from indicators.value')
  return rows[0]?.count ?? 0
}

function figureOf(what: string, sizes: readonly { readonly size: number }[], costs: readonly number[]): Figure {
  const counts = sizes.map(({ size }) => size)
  const exponent = exponentOf(counts, costs)
  const text = counts.map((size, index) => `${size.toLocaleString('en')}: ${ms(costs[index] ?? 0)}`).join(', ')
  return {
    bar: 1,
    what: `growth with ${what}`,
    measured: `${text}; cost ~ size^${exponent.toFixed(2)}, twice the size costs ${(2 ** exponent).toFixed(2)} x`,
    promised: 'at most linear',
    // What is measured is never quite straight.
    holds: exponent < 1.1,
  }
}

/** Does `work` where there are so many times as many communes, of which nothing is kept. */
async function inMultiple<T>(machine: Machine, times: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  const transaction = await machine.database.kysely.startTransaction().execute()
  try {
    await sql`set local statement_timeout = 0`.execute(transaction)
    if (times > 1) for (const statement of copiesOf(times - 1)) await statement.execute(transaction)
    return await work(transaction)
  } finally {
    await transaction.rollback().execute()
  }
}

/** Every commune so many times more, with its place in the tree, its crosswalk, and what it counted of the asked measures. */
function copiesOf(copies: number) {
  const copy = sql`generate_series(1, ${sql.lit(copies)}) copy`
  const idOf = (column: string) => sql`md5(${sql.ref(column)}::text || copy)::uuid`
  return [
    sql`create temporary table communes on commit drop as select id from organisation.unit where kind = 'commune'`,
    sql`insert into organisation.unit (id, code, kind, opened_on, closed_on)
      select ${idOf('id')}, code || 'x' || copy, kind, opened_on, closed_on
      from organisation.unit, ${copy} where kind = 'commune'`,
    sql`insert into organisation.unit_version (unit_id, valid_from, valid_to, name, type, parent_id, source, full_name)
      select ${idOf('unit_id')}, valid_from, valid_to, name, type, parent_id, source, full_name
      from organisation.unit_version, ${copy} where unit_id in (select id from communes)`,
    sql`insert into organisation.closure (ancestor_id, descendant_id, depth, valid_from, valid_to)
      select case depth when 0 then ${idOf('ancestor_id')} else ancestor_id end, ${idOf('descendant_id')}, depth, valid_from, valid_to
      from organisation.closure, ${copy} where descendant_id in (select id from communes)`,
    sql`insert into organisation.crosswalk (from_id, from_start, from_end, to_id, to_start, to_end, weight, basis)
      select ${idOf('from_id')}, from_start, from_end, ${idOf('to_id')}, to_start, to_end, weight, basis
      from organisation.crosswalk, ${copy} where from_id in (select id from communes)`,
    sql`insert into indicators.value (unit_id, id, subject, category, year, period, as_of, amount, status, confidence, source_id, recorded_at)
      select ${idOf('unit_id')}, ${idOf('id')}, subject, category, year, period, as_of, amount, status, confidence, source_id, recorded_at
      from indicators.value, ${copy}
      where subject = any(${askedMeasures}) and category = 'total' and unit_id in (select id from communes)`,
    sql`analyze organisation.unit, organisation.unit_version, organisation.closure, organisation.crosswalk, indicators.value`,
  ]
}
