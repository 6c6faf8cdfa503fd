/** Everything that reads or writes a file on another thread: while that works, no connection to the database is held. */
import { beforeAll, expect, test, vi } from 'vitest'
import { modules } from '#app/modules.ts'
import { openRound } from '#modules/collection'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine } from '#platform/operation.ts'
import { perform, performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'

/** Tasks on the threads, by name: each works until the test ends it. */
const threads = vi.hoisted(() => ({ tasks: [] as { name: string; fail: () => void }[] }))

vi.mock('#platform/workers/heavy.ts', () => ({
  heavy: () => (name: string) =>
    new Promise((_, reject) => threads.tasks.push({ name, fail: () => reject(new Error('ended by the test')) })),
}))

let database: Database
let engine: Engine
let officer: Caller

beforeAll(async () => {
  database = await testDatabase(hanoi)
  engine = await testMachine(database)
  officer = await hanoiCaller(database, 'quan-tri')
  await perform(engine, openRound, officer, { year: 2026 })
})

const content = Buffer.from('a file').toString('base64')
const calls: [string, string, object][] = [
  ['collection.importWorkbook', 'readWorkbook', { round: 2026, unit: '00004', content }],
  ['plan.importPlan', 'readPlanFile', { fileName: 'a.docx', content }],
  ['plan.attachDocument', 'readSigned', { fileName: 'a.docx', content }],
  ['organisation.importBoundaries', 'readBoundaries', { fileName: 'a.json', content, on: '2026-11-02', source: 'x' }],
  ['reorganisation.checkFile', 'sheetsOf', { fileName: 'a.csv', content, on: '2027-01-01' }],
  ['reorganisation.importCsv', 'sheetsOf', { fileName: 'a.csv', content, on: '2027-01-01', title: 'x', basis: 'x' }],
  ['reports.renderDraft', 'renderFile', { year: 2026, format: 'docx' }],
]

test.each(calls)('%s, thirty at once', async (name, task, input) => {
  const operation = modules.flatMap(({ operations }) => operations).find((each) => each.name === name)
  if (!operation) throw new Error(`no operation ${name}`)
  const all = Array.from({ length: 30 }, () => performAny(engine, operation, operatorCaller('command'), input))
  const settled = Promise.allSettled(all)
  try {
    await vi.waitFor(() => expect(threads.tasks.map((each) => each.name)).toEqual(Array(30).fill(task)), 15_000)
    expect(database.pool.totalCount - database.pool.idleCount).toBe(0)
  } finally {
    for (const { fail } of threads.tasks.splice(0)) fail()
    await settled
  }
})
