/** Everything that reads or writes a file on another thread: while that works, no connection to the database is held. */
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { modules } from '#app/modules.ts'
import { openRound } from '#modules/collection'
import { freezeReport, previewReport } from '#modules/reports'
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

const operator = operatorCaller('command')
const content = Buffer.from('a file').toString('base64')
const calls: [string, string, object][] = [
  ['collection.importWorkbook', 'readWorkbook', { round: 2026, unit: '00004', content }],
  ['plan.importPlan', 'readPlanFile', { fileName: 'a.docx', content }],
  ['plan.attachDocument', 'readSigned', { fileName: 'a.docx', content }],
  ['organisation.importBoundaries', 'readBoundaries', { fileName: 'a.json', content, on: '2026-11-02', source: 'x' }],
  ['reorganisation.checkFile', 'sheetsOf', { fileName: 'a.csv', content, on: '2027-01-01' }],
  ['reorganisation.importCsv', 'sheetsOf', { fileName: 'a.csv', content, on: '2027-01-01', title: 'x', basis: 'x' }],
  ['reports.renderDraft', 'renderFile', { year: 2026, format: 'docx' }],
  ['reports.downloadDraft', 'renderFile', { year: 2026, format: 'docx' }],
]

test.each(calls)('%s, thirty at once', (name, task, input) => holdsNone(name, input, Array(30).fill(task)))

const frozen: [string, string, object][] = [
  ['reports.verify', 'hashOf', { year: 2026 }],
  ['reports.render', 'renderFile', { year: 2026, format: 'docx' }],
  ['reports.download', 'renderFile', { year: 2026, format: 'xlsx' }],
]

describe('of a frozen report', () => {
  beforeAll(async () => {
    const { draftVersion } = await perform(engine, previewReport, operator, { year: 2026 })
    const head = { number: 7, symbol: 'BC-UBND', issuedOn: '2026-11-28', place: 'Hà Nội', keptBy: 'VT' }
    const foot = { authority: ['TM. Ủy ban nhân dân'], position: 'Chủ tịch', signatory: 'Mẫu', recipients: ['Bộ'] }
    await perform(engine, freezeReport, operator, {
      year: 2026,
      draftVersion,
      ...head,
      ...foot,
      incompleteIsKnown: true,
    })
  })

  test.each(frozen)('%s, thirty at once, which is done once', (name, task, input) => holdsNone(name, input, [task]))
})

/** Thirty calls at once that all wait for threads: these tasks are begun, and no connection is held. */
async function holdsNone(name: string, input: object, tasks: readonly string[]): Promise<void> {
  const operation = modules.flatMap(({ operations }) => operations).find((each) => each.name === name)
  if (!operation) throw new Error(`no operation ${name}`)
  const all = Array.from({ length: 30 }, () => performAny(engine, operation, operator, input))
  const settled = Promise.allSettled(all)
  try {
    await vi.waitFor(() => {
      expect(threads.tasks.map((each) => each.name)).toEqual(tasks)
      expect(database.pool.totalCount - database.pool.idleCount).toBe(0)
    }, 15_000)
  } finally {
    for (const { fail } of threads.tasks.splice(0)) fail()
    await settled
  }
}
