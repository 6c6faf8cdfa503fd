/** Files as operations keep them: shares that cannot be passed by racing, nothing left of what was rolled back, and the nightly sweep. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { sweepKeptFiles } from '#app/system/operations.ts'
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import { operator, operatorCaller } from '#platform/authority.ts'
import { nameOf } from '#platform/files/index.ts'
import { listCounted } from '#platform/files/store.ts'
import { operation, type Work } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'

const database = await testDatabase('migrated')
const dataFolder = await mkdtemp(join(tmpdir(), 'hieuhoc-kept-'))
const built = await testMachine(database, { settings: { dataFolder, filesPerUnit: 100_000, filesInAll: 250_000 } })
const caller = operatorCaller('command')
const units = [newId(), newId(), newId()] as const

/** As if rows of a module named what the second unit keeps. */
const namedFiles: typeof built.namedFiles = async (tx, { name }) => {
  const counted = await listCounted(tx, undefined)
  return counted.filter((file) => file.unitId === units[1] && (name === undefined || file.name === name))
}
const machine = { ...built, namedFiles }

afterAll(() => rm(dataFolder, { recursive: true, force: true }))
beforeEach(async () => {
  await database.pool.query('truncate platform.kept_file, platform.kept_bytes')
  for (const name of await lying()) await machine.files.remove(name)
})

/** Keeps files, then does what the test wants. */
function keep(
  contents: readonly Uint8Array[],
  unitId: string | null,
  then: (work: Work) => Promise<void> = async () => {},
) {
  const keeping = operation({
    name: 'test.keep',
    summary: 'Keeps files.',
    effect: 'write',
    may: operator,
    input: z.object({}),
    output: z.object({ names: z.array(z.string()) }),
    async run(work) {
      const names: string[] = []
      for (const content of contents) names.push(await work.files.write(content, unitId))
      await then(work)
      return { names }
    },
  })
  return perform(machine, keeping, caller, {})
}

const outcome = (doing: Promise<unknown>) =>
  doing.then(
    () => 'kept',
    (error: unknown) => (error instanceof ProblemError ? error.problems[0]?.code : String(error)),
  )

async function lying(): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of machine.files.list()) names.push(name)
  return names
}

async function sums() {
  const { rows } = await database.pool.query<{ holder: string; bytes: string }>(
    'select holder, bytes::int as bytes from platform.kept_bytes order by holder <> $1, bytes',
    ['all'],
  )
  return rows.map(({ bytes }) => Number(bytes))
}

test('32 at once never pass the share of a unit, and each is told why', async () => {
  const outcomes = await Promise.all(Array.from({ length: 32 }, () => outcome(keep([randomBytes(10_000)], units[0]))))
  expect(outcomes.filter((each) => each === 'kept')).toHaveLength(10)
  expect(outcomes.filter((each) => each === 'files.unitFull')).toHaveLength(22)
  expect(await sums()).toEqual([100_000, 100_000])
  expect(await lying()).toHaveLength(10)
  // Others still have theirs.
  expect(await outcome(keep([randomBytes(10_000)], units[1]))).toBe('kept')
}, 60_000)

test('nor the share of all', async () => {
  const holders = Array.from({ length: 32 }, (_, index) => units[index % 3] ?? null)
  const outcomes = await Promise.all(holders.map((unit) => outcome(keep([randomBytes(10_000)], unit))))
  expect(outcomes.filter((each) => each === 'kept')).toHaveLength(25)
  expect(outcomes.filter((each) => each === 'files.allFull').length).toBeGreaterThan(5)
  expect((await sums())[0]).toBe(250_000)
  expect(await outcome(keep([randomBytes(10)], null))).toBe('files.allFull')
}, 60_000)

test('what was rolled back leaves neither file nor count', async () => {
  const fail = async () => {
    throw new ProblemError({ code: 'test.no', status: 422, words: { vi: 'Không', en: 'No' } })
  }
  expect(await outcome(keep([randomBytes(10), randomBytes(10)], units[0], fail))).toBe('test.no')
  expect(await outcome(keep([randomBytes(10), randomBytes(200_000)], units[0]))).toBe('files.unitFull')
  expect(await lying()).toEqual([])
  expect(await sums()).toEqual([])
})

test('the same content kept by one and rolled back by another stays, whoever comes first', async () => {
  const same = randomBytes(10)
  const fail = (ms: number) => async () => {
    await sleep(ms)
    throw new Error('no')
  }
  for (const [before, after] of [
    [0, 60],
    [60, 0],
  ] as const) {
    const [, text] = await Promise.all([
      sleep(before).then(() => outcome(keep([same], units[0], fail(80)))),
      sleep(after).then(() => outcome(keep([same], units[1], () => sleep(80)))),
    ])
    expect(text).toBe('kept')
    expect(await lying()).toHaveLength(1)
  }
})

test('every night files go that nobody names, a day old; what is being kept stays', async () => {
  const [orphan, young, held] = [randomBytes(10), randomBytes(11), randomBytes(12)]
  const sweep = () => perform(machine, sweepKeptFiles, caller, {})
  const old = async (name: string) => utimes(join(dataFolder, 'files', name.slice(0, 2), name), 1, 1)
  const { names } = await keep([orphan], units[0])
  await old(names[0] ?? '')
  await keep([young], units[0])
  const ended: { removed: number }[] = []
  let running: Promise<unknown> = Promise.resolve()
  await keep([held], units[1], async ({ files }) => {
    await old(await files.write(held, units[1]))
    // By another connection, while this transaction holds the name.
    running = sweep().then((swept) => ended.push(swept))
    await Promise.race([running, sleep(500)])
  })
  await running
  expect(ended).toEqual([{ removed: 1, counted: 0 }])
  expect((await lying()).sort()).toEqual([nameOf(young), nameOf(held)].sort())
  expect((await sums())[0]).toBe(11 + 12 + 12)
})

test('files kept before they were counted are counted for whoever names them', async () => {
  const content = randomBytes(1000)
  await keep([content], units[1])
  await database.pool.query(
    'insert into platform.kept_file select gen_random_uuid(), name, $1, 1, kept_at from platform.kept_file',
    [units[2]],
  )
  const legacy: typeof namedFiles = async () => units.map((unitId) => ({ name: nameOf(content), unitId }))
  const sweep = () => perform({ ...machine, namedFiles: legacy }, sweepKeptFiles, caller, {})
  expect(await sweep()).toEqual({ removed: 0, counted: 1 })
  expect(await sweep()).toEqual({ removed: 0, counted: 0 })
  expect((await sums())[0]).toBe(2000)
})
