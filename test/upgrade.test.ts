/**
 * Installations that earlier versions filled, each kept as its backup and its answers: brought up to date they answer as they did,
 * under the names and addresses they had. `KEEP_VERSION=2026-11 npm test -- test/upgrade.test.ts` keeps today's.
 */
import { createReadStream, createWriteStream, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Machine } from '#app/engine.ts'
import { moduleMigrations } from '#app/modules.ts'
import { createApp } from '#app/server.ts'
import { backup, migrate, restore } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { formerRows, type Row, renamedTables, sideBySide } from './upgrades/renamed.ts'
import { answersOf, pages, useIt } from './upgrades/used.ts'

const folder = join(import.meta.dirname, 'upgrades')
const clock = handClock('2026-11-28T02:00:00Z')

interface Answer {
  /** `module/file`, as that version had applied them. */
  readonly migrations: readonly string[]
  readonly answers: Readonly<Record<string, unknown>>
}

const newVersion = process.env.KEEP_VERSION
if (newVersion) test('keeps what this version fills and answers', { timeout: 120_000 }, keepThisVersion)

async function keepThisVersion(): Promise<void> {
  const database = await testDatabase()
  const machine = await testMachine(database, { clock })
  await useIt(machine)
  const { rows } = await database.pool.query<{ name: string }>(
    `select module || '/' || name as name from platform.migration order by 1`,
  )
  const answer: Answer = { migrations: rows.map(({ name }) => name), answers: await answersOf(machine) }
  writeFileSync(join(folder, `${newVersion}.json.br`), brotliCompressSync(JSON.stringify(answer)))
  await backup(database, createWriteStream(join(folder, `${newVersion}.backup`)))
}

const versions = readdirSync(folder).flatMap((name) => (name.endsWith('.backup') ? [name.replace('.backup', '')] : []))

test('there are versions to come from', () => {
  expect(versions.length).toBeGreaterThan(0)
})

describe.each(versions)('an installation of %s', (version) => {
  const kept: Answer = JSON.parse(brotliDecompressSync(readFileSync(join(folder, `${version}.json.br`))).toString())
  let machine: Machine
  let former: ReadonlyMap<string, readonly Row[]>

  beforeAll(async () => {
    const database = await testDatabase('bare')
    await migrate(database, migrationsThen(kept.migrations))
    await restore(database, createReadStream(join(folder, `${version}.backup`)))
    former = await formerRows(database)
    machine = await testMachine(database, { clock })
  }, 120_000)

  test('is brought up to date and answers as before', async () => {
    const now = await answersOf(machine)
    for (const [question, answer] of Object.entries(kept.answers))
      expect({ [question]: inOrder(now[question]) }).toMatchObject({ [question]: inOrder(answer) })
  })

  test.each(renamedTables.map(({ today }) => today))('has every row of %s, whatever it was called', async (table) => {
    const rows = await sideBySide(machine.database, table, former.get(table) ?? [])
    expect(rows.now).toEqual(rows.former)
  })

  test('its tables with another name were not empty', () => {
    const filled = [...former].filter(([, rows]) => rows.length > 0).map(([table]) => table)
    expect(filled).toEqual(
      expect.arrayContaining([
        'collection.cell',
        'collection.sent_cell',
        'organisation.decision',
        'organisation.crosswalk',
        'reorganisation.decision',
        'reorganisation.content',
        'reports.value_usage',
      ]),
    )
  })

  test('its addresses still lead to what they led to', async () => {
    const app = createApp(machine, async () => ({ via: 'web' }))
    const answers = await Promise.all(pages.map(async (page) => [page, (await app.request(page)).status]))
    expect(answers).toEqual(pages.map((page) => [page, 200]))
  })
})

/** The schema as a version had it; views come with what reads them. */
function migrationsThen(applied: readonly string[]) {
  return moduleMigrations.map(({ name, migrations }) => ({
    name,
    migrations: Object.fromEntries(
      Object.entries(migrations).filter(([file]) => applied.includes(`${name}/${basename(file)}`)),
    ),
  }))
}

/** Where rows were told in no certain order, servers differ: what has an id is compared by it. */
function inOrder(answer: unknown): unknown {
  if (Array.isArray(answer)) {
    const items = answer.map(inOrder)
    const idOf = (item: unknown) => (item as { id?: unknown } | null)?.id
    const haveIds = items.every((item) => typeof idOf(item) === 'string')
    return haveIds ? items.toSorted((a, b) => String(idOf(a)).localeCompare(String(idOf(b)))) : items
  }
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, inOrder(value)]))
}
