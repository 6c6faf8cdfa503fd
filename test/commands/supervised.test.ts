/** The supervisor of `npm start`: what it starts again, what it lets end, and what it says about it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'hieuhoc-supervised-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const supervisor = `
  import { supervise } from ${JSON.stringify(join(process.cwd(), 'scripts/supervise.mjs'))}
  process.exit(await supervise(process.execPath, process.argv.slice(1)))`

let programs = 0

/** Runs a program under the supervisor; it finds in `starts` how often it was started before. */
function begin(program: string) {
  const file = join(folder, `${++programs}.mjs`)
  const count = `${file}.starts`
  writeFileSync(count, '')
  const counting = `import { appendFileSync, readFileSync } from 'node:fs'
    const starts = readFileSync(${JSON.stringify(count)}, 'utf8').length
    appendFileSync(${JSON.stringify(count)}, 'x')`
  writeFileSync(file, `${counting}\n${program}`)
  const child = spawn(process.execPath, ['--input-type=module', '-e', supervisor, file])
  let stderr = ''
  let stdout = ''
  child.stderr.on('data', (part) => (stderr += part))
  child.stdout.on('data', (part) => (stdout += part))
  const ended = once(child, 'close').then(([code]) => ({ code, stdout, stderr }))
  return {
    child,
    ended,
    starts: () => readFileSync(count, 'utf8').length,
    async until(condition: () => boolean) {
      while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    said: () =>
      stderr
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
  }
}

test.each([
  ['a crash by its code', 'process.exit(70)', { code: 70, signal: null }],
  [
    'what nobody caught',
    'await Promise.reject(new Error("x")).catch(() => process.exit(7))',
    { code: 7, signal: null },
  ],
  [
    'a signal from outside',
    'process.kill(process.pid, "SIGKILL"); await new Promise(() => setInterval(() => 0, 100))',
    { code: null, signal: 'SIGKILL' },
  ],
  ['an abort, as for want of memory', 'process.abort()', { code: null, signal: 'SIGABRT' }],
])('%s is followed by a new start', async (_, crash, how) => {
  const run = begin(`console.log('greeting'); if (starts < 2) { ${crash} }`)
  const { code, stdout } = await run.ended
  expect({ code, starts: run.starts(), stdout }).toEqual({ code: 0, starts: 3, stdout: 'greeting\n' })
  expect(run.said()).toMatchObject([
    { ...how, level: 'error', againInMs: 200 },
    { ...how, level: 'error', againInMs: 400 },
  ])
})

test.each([
  ['an end in order', 0],
  ['a refusal', 1],
  ['a database that is away from the beginning', 75],
])('%s is the end', async (_, exitCode) => {
  const run = begin(`process.exit(${exitCode})`)
  expect(await run.ended).toMatchObject({ code: exitCode, stderr: '' })
  expect(run.starts()).toBe(1)
})

test('a database that is away after a crash is asked again', async () => {
  const run = begin('process.exit([70, 75, 75, 0][starts])')
  expect((await run.ended).code).toBe(0)
  expect(run.starts()).toBe(4)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s goes on to the program, whose code comes back', async (signal) => {
  const run = begin(`process.on('${signal}', () => process.exit(3)); setInterval(() => 0, 100)`)
  await run.until(() => run.starts() === 1)
  await new Promise((resolve) => setTimeout(resolve, 300))
  run.child.kill(signal)
  expect(await run.ended).toMatchObject({ code: 3, stderr: '' })
  expect(run.starts()).toBe(1)
})

test('told to stop between two starts, it starts nothing more', async () => {
  const run = begin('process.exit(70)')
  await run.until(() => run.said().some(({ againInMs }) => againInMs >= 800))
  const starts = run.starts()
  run.child.kill('SIGTERM')
  expect((await run.ended).code).toBe(0)
  expect(run.starts()).toBe(starts)
})

test('a program whose thread is stuck is killed ten seconds after it was told to stop', async () => {
  const run = begin(`process.on('SIGTERM', () => 0); for (;;);`)
  await run.until(() => run.starts() === 1)
  await new Promise((resolve) => setTimeout(resolve, 200))
  const toldAt = performance.now()
  run.child.kill('SIGTERM')
  expect((await run.ended).code).toBe(137)
  expect(performance.now() - toldAt).toBeLessThan(11_500)
})
