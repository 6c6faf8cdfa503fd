/** Files made to exhaust memory or time: each is answered with its own problem, soon, by a process as small as the server's. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Bomb, bombs } from './bombs.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'bombs-'))
afterAll(() => rmSync(folder, { recursive: true }))

const mostUpload = 12 * 1_048_576
/** The server has 768 MB for everything; a file gets a part of it. */
const mostMegabytes = 450
/** Of a core, whatever else the machine does: with the start of a process about three seconds at most. */
const mostMilliseconds = 8000

function tried({ kind, build }: Bomb): { answer: string; milliseconds: number; megabytes: number } {
  const path = join(folder, 'bomb')
  const bytes = build()
  expect(bytes.length).toBeLessThan(mostUpload)
  writeFileSync(path, bytes)
  const reader = join(import.meta.dirname, 'read-bomb.fixture.ts')
  const heap = ['--max-old-space-size=768', '--max-semi-space-size=8']
  return JSON.parse(
    execFileSync(process.execPath, [...heap, reader, path, kind], { encoding: 'utf8', timeout: 60_000 }),
  )
}

test.each(bombs)('$name ($kind): $answer', { timeout: 120_000 }, (bomb) => {
  const { answer, milliseconds, megabytes } = tried(bomb)
  if (process.env.SHOW_BOMBS) console.info(bomb.name, answer, `${milliseconds} ms`, `${megabytes} MB`)
  expect(answer).toBe(bomb.answer)
  expect(megabytes).toBeLessThan(mostMegabytes)
  expect(milliseconds).toBeLessThan(mostMilliseconds)
})
