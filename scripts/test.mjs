/** `npm test`: types, lint, build and all tests, summed up in one last line `N passed, N failed`. */
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { install } from './install.mjs'
import { node, run } from './process.mjs'

const checks = [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['build', ['scripts/run.mjs', 'build']],
]

/** Everything; further arguments go to Vitest. Returns the exit code. */
export async function testAll(args) {
  await install({ dev: true })
  const results = [await browserReady()]
  for (const [name, command] of checks) results.push(await check(name, command))
  results.push(await vitest(args))
  return close(results)
}

/** Vitest alone, for a second run on another database. Returns the exit code. */
export async function testOnly(args) {
  await install({ dev: true })
  return close([await browserReady(), await vitest(args)])
}

/** What goes by chance and for which `npm test` has a short form only, in its long form. Returns the exit code. */
export async function testLong() {
  process.env.LONG_TESTS = '1'
  return close([await vitest(byChance)])
}

const byChance = [
  'test/fuzz.test.ts',
  'src/modules/official-texts/broken-documents.test.ts',
  'src/platform/documents/read-word.test.ts',
]

/** Without a browser its tests are skipped and say so; in CI that is a failure. */
async function browserReady() {
  const browser = await findBrowser()
  if (browser) process.env.CHROMIUM_PATH = browser
  else delete process.env.CHROMIUM_PATH
  if (browser) return tally()
  console.error('Browser tests are skipped.')
  return process.env.CI === 'true' ? tally({ failed: 1 }) : tally()
}

async function check(name, command) {
  const startedAt = performance.now()
  const code = await run(node, command)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${name} (${seconds} s)`)
  return code === 0 ? tally({ passed: 1 }) : tally({ failed: 1 })
}

/** The disk in memory, where Linux has one. */
const memoryDisk = '/dev/shm'
/** What a run of the tests may leave of the memory: browsers and threads need theirs too. */
const room = 8 * 2 ** 30

/**
 * What tests write lies in memory where there is room: each has a database of its own, a thousand files made anew, and on a disk
 * making them takes ten times as long.
 */
function keepFilesInMemory() {
  if (process.env.TMPDIR || freemem() < room) return
  try {
    const { bavail, bsize } = statfsSync(memoryDisk)
    if (bavail * bsize >= room) process.env.TMPDIR = memoryDisk
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

async function vitest(args) {
  keepFilesInMemory()
  const folder = mkdtempSync(join(tmpdir(), 'hieuhoc-test-'))
  const report = join(folder, 'report.json')
  try {
    // What V8 compiled of what is started again and again is kept for as long as the run goes on.
    process.env.NODE_COMPILE_CACHE ??= join(folder, 'compiled')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args])
    return count(report, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Counts Vitest's report; a file that could not run, or a failure outside every test, counts as one failed test. */
function count(report, code) {
  const files = readReport(report)
  const statuses = files.flatMap((file) => file.assertionResults.map((test) => test.status))
  const passed = statuses.filter((status) => status === 'passed').length
  const failed = statuses.filter((status) => status === 'failed').length
  const broken = files.filter((file) => file.status === 'failed' && !hasFailedTest(file)).length
  const unexplained = code !== 0 && failed + broken === 0 ? 1 : 0
  return tally({ passed, failed: failed + broken + unexplained, skipped: statuses.length - passed - failed })
}

function hasFailedTest(file) {
  return file.assertionResults.some((test) => test.status === 'failed')
}

function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults
  } catch {
    return []
  }
}

function tally({ passed = 0, failed = 0, skipped = 0 } = {}) {
  return { passed, failed, skipped }
}

function close(results) {
  const sum = (part) => results.reduce((total, result) => total + result[part], 0)
  const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : ''
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
  return sum('failed') === 0 ? 0 : 1
}
