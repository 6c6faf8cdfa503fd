/** A table of a hundred thousand rows coming in, from the kept file to the last row stored, beside a bare COPY of the same rows in the same run. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Machine } from '#app/engine.ts'
import { operatorCaller } from '#platform/authority.ts'
import { copyRows } from '#platform/database/index.ts'
import { writeWorkbook } from '#platform/documents/workbook.ts'
import { perform } from '#platform/perform.ts'
import { workOn } from '#platform/table-import/index.ts'
import { peopleCsv, peopleImport, peopleTable } from '#platform/table-import/people.fixture.ts'
import { sentFile } from '#test/sent-file.ts'
import { type Figure, ms } from './figures.ts'

const count = 100_000
const caller = operatorCaller('command')
const { operations } = peopleImport

export async function benchTableImport(machine: Machine): Promise<Figure[]> {
  const { pool } = machine.database
  await pool.query(peopleTable)
  try {
    const csv = new TextEncoder().encode(peopleCsv(count))
    const bare = await bareCopy(machine)
    const excel = await asExcel()
    const text = await imported(machine, csv, 'a.csv')
    const sheet = await imported(machine, excel, 'a.xlsx')
    return [figureOf('CSV', csv, text, bare), figureOf('Excel', excel, sheet, bare)]
  } finally {
    await pool.query('drop schema people cascade')
  }
}

interface Taken {
  readonly read: number
  readonly stored: number
  readonly megabytes: number
}

function figureOf(what: string, { length }: Uint8Array, { read, stored, megabytes }: Taken, bare: number): Figure {
  const both = read + stored
  return {
    bar: 3,
    what: `${count.toLocaleString('en')} rows from ${what} of ${(length / 1e6).toFixed(1)} MB: read, checked and staged; then stored`,
    measured: `${ms(read)} + ${ms(stored)}, ${Math.round(count / (both / 1000)).toLocaleString('en')} rows a second, ${megabytes.toFixed(0)} MB more memory at most`,
    promised: '>= 10,000 rows a second, < 300 MB more',
    holds: count / (both / 1000) >= 10_000 && megabytes < 300,
    ratio: `${(both / bare).toFixed(0)} times a bare COPY of the rows (${ms(bare)})`,
  }
}

/** The same rows into the same table, from memory, nothing read, checked or kept of where they come from. */
async function bareCopy({ database }: Machine): Promise<number> {
  const rows = peopleCsv(count)
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line, index) => {
      const [code = '', name = '', , , children = ''] = line.split(';')
      return [
        code,
        name,
        '1980-06-15',
        0.5,
        children,
        'pupil',
        `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      ]
    })
  const started = performance.now()
  await database.kysely
    .transaction()
    .execute((tx) =>
      copyRows(tx, 'people.person', ['code', 'name', 'born', 'share', 'children', 'kind', 'import_id'], rows),
    )
  const taken = performance.now() - started
  await database.pool.query('truncate people.person')
  return taken
}

async function asExcel(): Promise<Uint8Array> {
  const [head = '', ...lines] = peopleCsv(count).trim().split('\r\n')
  const columns = head
    .split(';')
    .map((header, index) => ({ header, key: `c${index}`, width: 12, kind: 'text' as const }))
  const rows = lines.map((line) => Object.fromEntries(line.split(';').map((cell, index) => [`c${index}`, cell])))
  const out = new PassThrough()
  const written = buffer(out)
  await writeWorkbook([{ name: 'Danh sách', columns, rows }], out)
  return new Uint8Array(await written)
}

async function imported(machine: Machine, bytes: Uint8Array, fileName: string): Promise<Taken> {
  const kit = {
    perform: <I, O>(operation: Parameters<typeof perform<I, O>>[1], input: unknown) =>
      perform(machine, operation, caller, input),
  }
  const file = await sentFile(machine, operations.take, { name: fileName, content: bytes })
  const { id } = await perform(machine, operations.take, caller, { file })
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const timed = async () => {
    const started = performance.now()
    await workOn(kit, peopleImport)
    return performance.now() - started
  }
  const read = await timed()
  await perform(machine, operations.step, caller, { id, step: 'confirm' })
  const stored = await timed()
  clearInterval(watch)
  const made = await perform(machine, operations.state, caller, { id })
  if (made.state !== 'done' || made.storedCount !== count) throw new Error(`the import is ${made.state}`)
  await perform(machine, operations.step, caller, { id, step: 'undo' })
  return { read, stored, megabytes: (most - before) / 2 ** 20 }
}
