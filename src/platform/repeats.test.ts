/** The same call twice: the same key and the same input. Anything else is another act, or refused. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { anyone, type Caller, operatorCaller } from '#platform/authority.ts'
import type { Engine } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { canonical } from '#platform/repeats.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'

let done: string[] = []
const write = operation({
  name: 'test.write',
  summary: 'Writes a text down.',
  effect: 'write',
  may: anyone,
  input: z.object({ text: z.string(), more: z.object({ a: z.number(), b: z.number() }).optional() }),
  output: z.object({ id: z.string() }),
  async run({ newId }, { text }) {
    done.push(text)
    return { id: newId() }
  },
})

const account = (last: string): Caller => ({
  account: { id: `019a0000-0000-7000-8000-00000000000${last}`, name: 'Hoa' },
  via: 'web',
  from: '127.0.0.1',
})
const [hoa, lan] = [account('1'), account('2')]
let engine: Engine

beforeAll(async () => {
  engine = await testMachine(await testDatabase())
})

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof ProblemError ? error.problems[0]?.code : String(error)
}

describe('under the key of a call', () => {
  test('another input is refused, and the first answer stays', async () => {
    const key = { idempotencyKey: 'call-1' }
    const first = await perform(engine, write, hoa, { text: 'một' }, key)
    expect(await codeOf(perform(engine, write, hoa, { text: 'hai' }, key))).toBe('platform.keyReused')
    expect(await perform(engine, write, hoa, { text: 'một' }, key)).toEqual(first)
  })

  test('the order of fields and what the schema drops make no other input', async () => {
    const key = { idempotencyKey: 'call-2' }
    const first = await perform(engine, write, hoa, { text: 'x', more: { a: 1, b: 2 } }, key)
    const again = { more: { b: 2, a: 1 }, unknown: true, text: 'x' }
    expect(await perform(engine, write, hoa, again, key)).toEqual(first)
  })

  test.each([
    ['of an API token', 'api' as const],
    ['of a browser', 'web' as const],
  ])('strangers %s are never told the answer of another', async (_, via) => {
    done = []
    const key = { idempotencyKey: `shared-${via}` }
    const strangers: Caller[] = [{ via, from: '10.0.0.1' }, { via, from: '10.0.0.2' }, { via }]
    const answers = await Promise.all(strangers.map((who) => perform(engine, write, who, { text: 'x' }, key)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(3)
    // Two of one address cannot be told apart: it is not done twice, and nothing is told.
    for (const who of strangers) {
      expect(await codeOf(perform(engine, write, who, { text: 'x' }, key))).toBe('platform.alreadyDone')
    }
    expect(done.length).toBe(3)
  })

  test('accounts and the operator have keys of their own', async () => {
    const key = { idempotencyKey: 'same-for-all' }
    const callers = [hoa, lan, operatorCaller('command'), { via: 'api' as const, from: '10.0.0.3' }]
    const answers = await Promise.all(callers.map((who) => perform(engine, write, who, { text: 'x' }, key)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(callers.length)
    await perform(engine, write, lan, { text: 'khác' }, { idempotencyKey: 'same-but-other' })
    expect(await codeOf(perform(engine, write, hoa, { text: 'x' }, { idempotencyKey: 'same-but-other' }))).toBe(
      'undefined',
    )
  })

  test.each([
    ['empty', ''],
    ['4,000 letters', 'k'.repeat(4000)],
    ['201 letters', 'k'.repeat(201)],
    ['a space', 'a b'],
    ['a letter with a mark', 'khoá'],
    ['what no database keeps', 'a\u0000b'],
    ['a new line', 'a\nb'],
  ])('a key of %s is none', async (_, idempotencyKey) => {
    expect(await codeOf(perform(engine, write, hoa, { text: 'x' }, { idempotencyKey }))).toBe('platform.badKey')
  })

  test('200 signs are a key', async () => {
    const key = { idempotencyKey: '~'.repeat(200) }
    expect(await perform(engine, write, hoa, { text: 'x' }, key)).toEqual(
      await perform(engine, write, hoa, { text: 'x' }, key),
    )
  })
})

describe('under the key of a form', () => {
  test('the same again is done once; changed, it is done; and changed back, too', async () => {
    done = []
    const key = { formKey: 'form-1' }
    for (const text of ['một', 'một', 'hai', 'hai', 'một']) await perform(engine, write, hoa, { text }, key)
    expect(done).toEqual(['một', 'hai', 'một'])
  })

  test('sent twice at once it is done once', async () => {
    done = []
    const key = { formKey: 'form-2' }
    const answers = await Promise.all([1, 2, 3].map(() => perform(engine, write, hoa, { text: 'cùng lúc' }, key)))
    expect([done.length, new Set(answers.map(({ id }) => id)).size]).toEqual([1, 1])
  })

  test('a key of any length and signs harms nothing', async () => {
    const key = { formKey: 'ờ\u0000'.repeat(4000) }
    expect(await codeOf(perform(engine, write, hoa, { text: 'x' }, key))).toBe('undefined')
  })
})

test('neither keys nor inputs stand readable in the table', async () => {
  await perform(engine, write, hoa, { text: 'bí mật 1234' }, { idempotencyKey: 'readable-key' })
  const { rows } = await sql<{ t: string }>`select t::text as t from platform.idempotency_key t`.execute(
    engine.database.kysely,
  )
  expect(rows.filter(({ t }) => /readable-key|bí mật/.test(t))).toEqual([])
})

test('every value of an input makes its own text', () => {
  const values = [
    undefined,
    null,
    {},
    [],
    '',
    0,
    { a: 1 },
    { a: '1' },
    { a: [1] },
    new Map([['a', 1]]),
    new Set([1]),
    1n,
    new Date(0),
    JSON.parse('{"__proto__":1}'),
  ]
  expect(new Set(values.map(canonical)).size).toBe(values.length)
})
