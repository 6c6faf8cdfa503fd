/** Reading uploads on threads: what comes back is what the reader gives or throws here, and the event loop goes on. */

import { performance } from 'node:perf_hooks'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { stopHeavy } from '#platform/workers/heavy.ts'
import { documentTasks } from './heavy.ts'
import { readWorkbook, usualLimits } from './read-workbook.ts'
import { writeWorkbook } from './workbook.ts'

afterAll(stopHeavy)

async function workbook(rowCount: number): Promise<Buffer> {
  const out = new PassThrough()
  const kept = buffer(out)
  const columns = ['a', 'b', 'c', 'd'].map((key) => ({ key, header: key, width: 10, kind: 'text' as const }))
  const rows = Array.from({ length: rowCount }, (_, row) => ({ a: `Ô ${row}`, b: 'Phường', c: 'Xã', d: String(row) }))
  await writeWorkbook([{ name: 'Sheet', columns, rows }], out)
  return kept
}

test('a workbook reads the same as here', async () => {
  const bytes = await workbook(20)
  expect(await documentTasks('readWorkbook', bytes)).toEqual(await readWorkbook(bytes))
})

test.each([
  ['not Excel', Buffer.from('no zip at all'), usualLimits, ['documents.textFile']],
  ['too large', Buffer.alloc(100, 'PK'), { ...usualLimits, bytes: 10 }, ['documents.tooLarge']],
])('a file that is %s is told whole, with words and values', async (_, bytes, limits, codes) => {
  const there = await documentTasks('readWorkbook', bytes, limits).catch((error: unknown) => error)
  const here = await readWorkbook(bytes, limits).catch((error: unknown) => error)
  expect(there).toMatchObject({ name: 'ProblemError', problems: codes.map((code) => ({ code })) })
  expect((there as { problems: unknown }).problems).toEqual((here as { problems: unknown }).problems)
})

test('the event loop is left alone while a large workbook is read', async () => {
  const bytes = await workbook(20_000)
  await documentTasks('readWorkbook', await workbook(1))
  const before = performance.eventLoopUtilization()
  const refused = documentTasks('readWorkbook', bytes, { ...usualLimits, cells: 79_000 })
  await expect(refused).rejects.toMatchObject({ problems: [{ code: 'documents.tooManyCells' }] })
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
})
