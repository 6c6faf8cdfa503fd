/** What an operation prepares: made for those who may, while no connection is held, and once a call. */
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ProblemError, problemCatalogue } from '#kernel/problem.ts'
import { type Caller, operator, operatorCaller, roleAt, signedIn } from '#platform/authority.ts'
import { type Engine, operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'

const problems = problemCatalogue('test', { unreadable: { status: 422, vi: 'Không đọc được.', en: 'Not to be read.' } })
const hoa: Caller = {
  account: { id: '019a0000-0000-7000-8000-000000000001', name: 'Hoa' },
  via: 'web',
  from: '127.0.0.1',
}
let engine: Engine
/** Ends the reading of every file that is being read. */
let readings: PromiseWithResolvers<string>[] = []
let lines: string[] = []
let mayStill = true

const upload = operation({
  name: 'test.upload',
  summary: 'Reads a file slowly.',
  effect: 'write',
  may: signedIn,
  input: z.object({ text: z.string() }),
  output: z.object({ text: z.string() }),
  async prepare({ tx }, { text }) {
    await sql`select 1`.execute(tx)
    return () => {
      readings.push(Promise.withResolvers<string>())
      return (readings.at(-1)?.promise ?? Promise.reject(new Error('no reading'))).then((read) => `${read} ${text}`)
    }
  },
  async run({ unchanged }, _, text) {
    unchanged()
    lines.push(text)
    return { text }
  },
})

const look = operation({
  name: 'test.look',
  summary: 'Reads.',
  effect: 'read',
  may: operator,
  input: z.object({}),
  output: z.object({}),
  run: async () => ({}),
})

beforeAll(async () => {
  const machine = await testMachine(await testDatabase())
  engine = { ...machine, authority: { holds: async () => (mayStill ? hoa.account : undefined) } }
})

beforeEach(() => {
  readings = []
  lines = []
  mayStill = true
})

const begun = (count: number) => vi.waitFor(() => expect(readings).toHaveLength(count))
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? error.problems[0]?.code : String(error)),
  )

function connectionsHeld(): number {
  const { pool } = engine.database
  return pool.totalCount - pool.idleCount
}

test('more slow uploads than there are connections hold none, and others go on', async () => {
  const count = (engine.database.pool.options.max ?? 0) + 10
  expect(count).toBeGreaterThan(20)
  const uploads = Array.from({ length: count }, (_, n) => perform(engine, upload, hoa, { text: String(n) }))
  await begun(count)
  expect(connectionsHeld()).toBe(0)
  expect(await perform(engine, look, operatorCaller('command'), {})).toEqual({})
  for (const reading of readings) reading.resolve('read')
  const texts = (await Promise.all(uploads)).map(({ text }) => text)
  expect(texts).toEqual(Array.from({ length: count }, (_, n) => `read ${n}`))
})

test('an operation that reads is prepared in the same way', async () => {
  const draw = operation({
    name: 'test.draw',
    summary: 'Draws what it found.',
    effect: 'read',
    may: signedIn,
    input: z.object({}),
    output: z.object({ held: z.number() }),
    prepare: async () => async () => connectionsHeld(),
    run: async (_work, _input, held) => ({ held }),
  })
  expect(await perform(engine, draw, hoa, {})).toEqual({ held: 0 })
})

test('for those who may not nothing is read; who loses the right meanwhile keeps nothing', async () => {
  const guarded = operation({ ...upload, may: roleAt<unknown>('editor', 'unit', async () => hoa.account?.id) })
  mayStill = false
  expect(await codeOf(perform(engine, guarded, hoa, { text: 'a' }))).toBe('platform.forbidden')
  expect(readings).toEqual([])
  mayStill = true
  const late = codeOf(perform(engine, guarded, hoa, { text: 'b' }))
  await begun(1)
  mayStill = false
  readings[0]?.resolve('read')
  expect(await late).toBe('platform.forbidden')
  expect(lines).toEqual([])
})

test('what cannot be read is told, and the call may be made again with its key', async () => {
  const key = { idempotencyKey: 'upload-1' }
  const first = codeOf(perform(engine, upload, hoa, { text: 'a' }, key))
  await begun(1)
  readings[0]?.reject(new ProblemError(problems.unreadable()))
  expect(await first).toBe('test.unreadable')
  const second = perform(engine, upload, hoa, { text: 'a' }, key)
  await begun(2)
  readings[1]?.resolve('read')
  expect(await second).toEqual({ text: 'read a' })
  // Answered: it is told so again, whatever could be read now.
  expect(await perform(engine, upload, hoa, { text: 'a' }, key)).toEqual({ text: 'read a' })
  expect(readings).toHaveLength(2)
  expect(lines).toEqual(['read a'])
})

test('what was read is not read again when the transaction has to be repeated', async () => {
  let conflicts = 2
  const meeting = operation({
    ...upload,
    async run({ tx }, _, ready) {
      if (conflicts-- > 0) await sql`do $$ begin raise exception 'as asked' using errcode = '40001'; end $$`.execute(tx)
      return { text: String(ready) }
    },
  })
  const done = perform(engine, meeting, hoa, { text: 'a' })
  await begun(1)
  readings[0]?.resolve('read')
  expect(await done).toEqual({ text: 'read a' })
  expect(readings).toHaveLength(1)
})
