/** The database of the benches: Hanoi's units and the whole catalogue, with five million generated values; made once and kept. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildMachine, type Machine } from '#app/engine.ts'
import { fillEmpty } from '#app/fill.ts'
import { rebuildCrosswalkOperation } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import { openDatabase } from '#platform/database/index.ts'
import { createLogger } from '#platform/log.ts'
import { perform } from '#platform/perform.ts'
import { readSettings, type Settings } from '#platform/settings.ts'

const wanted = 5_000_000

export function benchSettings(): Settings {
  const folder = process.env.HIEUHOC_BENCH_DATA ?? join(tmpdir(), 'hieuhoc-bench')
  return readSettings({ ...process.env, HIEUHOC_DATA: folder, HIEUHOC_DEMO: '0', LOG_LEVEL: 'warn', PORT: '0' })
}

/** Opens the machine of the benches, filling its database the first time (some minutes). */
export async function benchMachine(): Promise<Machine> {
  const settings = benchSettings()
  const database = await openDatabase(settings)
  const machine = await buildMachine(settings, database, createLogger(settings))
  await fillEmpty(machine)
  await ensureCrosswalk(machine)
  const { rows } = await database.pool.query<{ count: string }>(
    "select count(*) from indicators.value where source_id = 'submission'",
  )
  if (Number(rows[0]?.count) < wanted) await generate(machine, { categories: allCategories.length })
  return machine
}

/** A folder made before there was a crosswalk has none. */
async function ensureCrosswalk(machine: Machine): Promise<void> {
  const { rows } = await machine.database.pool.query('select from organisation.published_crosswalk limit 1')
  if (rows.length > 0) return
  await perform(machine, rebuildCrosswalkOperation, operatorCaller('command'), {})
  await machine.database.pool.query('analyze')
}

/** A part of the values: so many of the measures (all where none is said), in the first so many of the categories. */
interface Part {
  readonly measures?: number
  readonly categories: number
}

/**
 * A machine over a database beside the large one, with the same units and catalogue and a part of the values: made once and kept.
 * The caller closes it.
 */
export async function machineWithPart(large: Machine, name: string, part: Part): Promise<Machine> {
  const { rowCount } = await large.database.pool.query('select from pg_database where datname = $1', [name])
  if (!rowCount) await large.database.pool.query(`create database ${name}`)
  const { host, port, user, password } = large.database.pool.options
  const url = new URL(`postgres://${host}:${port}/${name}`)
  Object.assign(url, { username: user, password })
  const database = await openDatabase({ dataFolder: '', databaseUrl: url.href })
  const machine = await buildMachine(large.settings, database, large.log)
  await fillEmpty(machine)
  const { rowCount: count } = await database.pool.query(
    "select from indicators.value where source_id = 'submission' limit 1",
  )
  if (!count) await generate(machine, part)
  return machine
}

const allCategories = [
  'total',
  ...['sex:male', 'sex:female', 'urban-rural:urban', 'urban-rural:rural', 'ethnicity:kinh', 'ethnicity:other'],
  ...['disability:yes', 'disability:no'],
]

/** What the benches ask for is in every part of the measures. */
export const askedMeasures = ['learning_citizens_recognised', 'citizens_18_plus']

/**
 * One value for every measure, category and year of the ten last, for every commune on that year's tree; a ratio's parts fit.
 * Written by SQL, because nothing else writes five million rows while one waits; read only through operations.
 */
async function generate(machine: Machine, { measures, categories }: Part): Promise<void> {
  const client = await machine.database.pool.connect()
  try {
    console.error('generating values, once …')
    await client.query('set statement_timeout = 0')
    await client.query(
      `insert into indicators.value (unit_id, id, subject, category, year, period, as_of, amount, status, confidence, source_id, recorded_at)
      select unit.id, gen_random_uuid(), measure.code, category.code, year, year::text, make_date(year, 11, 30),
        case measure.kind when 'level' then floor(random() * 4) when 'yes-no' then round(random())
          else floor((100 + 900 * random()) * (1 + measure.position % 7)) end,
        'confirmed', 'high', 'submission', make_date(year, 12, 1)
      from generate_series(2017, 2026) as year
      join organisation.published_unit unit on unit.kind = 'commune'
        and unit.valid_from <= make_date(year, 12, 31) and unit.valid_to > make_date(year, 12, 31)
      cross join (select * from indicators.measure order by code = any($1) desc, position limit $2) measure
      cross join unnest($3::text[]) as category(code)`,
      [askedMeasures, measures ?? null, allCategories.slice(0, categories)],
    )
    await client.query('vacuum analyze indicators.value')
  } finally {
    client.release(true)
  }
}
