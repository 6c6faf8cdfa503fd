/** The one way in: what `perform` promises about input, rights, transactions, audit, events and repeats. */
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { ProblemError, problemCatalogue } from '#kernel/problem.ts'
import type { Caller } from '#platform/authority.ts'
import { anyone, operator, operatorCaller, signedIn } from '#platform/authority.ts'
import type { Engine } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { mayPerform, perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'

const problems = problemCatalogue('test', { refused: { status: 409, vi: 'Không.', en: 'No.' } })

const note = operation({
  name: 'test.note',
  summary: 'Publishes an event.',
  effect: 'write',
  may: signedIn,
  input: z.object({
    text: z.string().min(1),
    password: z.string().optional(),
    fail: z.enum(['problem', 'defect']).optional(),
  }),
  output: z.object({ id: z.string() }),
  secret: ['password'],
  async run({ newId, publish, audit }, { text, fail }) {
    const id = newId()
    await publish({ name: 'test.noted', payload: { id, text } })
    audit({ subject: 'note', old: null, new: { text } })
    if (fail === 'problem') throw new ProblemError(problems.refused())
    if (fail === 'defect') throw new Error('broken')
    return { id }
  },
})

const someone: Caller = {
  account: { id: '019a0000-0000-7000-8000-000000000001', name: 'Nguyễn Thị Hoa' },
  via: 'web',
  from: '127.0.0.1',
}
let engine: Engine

beforeAll(async () => {
  engine = await testMachine(await testDatabase())
})

async function count(table: 'outbox' | 'audit_entry' | 'idempotency_key'): Promise<number> {
  const counted = await sql<{
    count: number
  }>`select count(*)::int as count from ${sql.table(`platform.${table}`)}`.execute(engine.database.kysely)
  return counted.rows[0]?.count ?? 0
}

async function problemOf(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ProblemError)) throw new Error(`expected a problem, got ${error}`)
  return error
}

describe('a write', () => {
  test('sends no statement that it need not', async () => {
    const query = vi.spyOn(pg.Client.prototype, 'query')
    try {
      await perform(engine, note, someone, { text: 'xin chào' }, { formKey: newId() })
      const texts = query.mock.calls.map(([input]) => (typeof input === 'string' ? input : String(Object(input).text)))
      expect(
        texts.map((text) =>
          text
            .replace(/\/\*.*?\*\//, '')
            .trim()
            .split(/\s+/)
            .slice(0, 3)
            .join(' '),
        ),
      ).toEqual([
        'begin',
        'insert into platform.idempotency_key',
        'insert into platform.outbox',
        'with kept as',
        'commit',
      ])
    } finally {
      query.mockRestore()
    }
  })

  test('leaves its event and one audit entry with what changed, and no secret', async () => {
    const before = { outbox: await count('outbox'), audit: await count('audit_entry') }
    await perform(engine, note, someone, { text: 'xin chào', password: 'bí mật' })
    expect(await count('outbox')).toBe(before.outbox + 1)
    expect(await count('audit_entry')).toBe(before.audit + 1)
    const last = await sql<{ actor: string; detail: unknown; address: string }>`
      select actor, detail, address from platform.audit_entry order by seq desc limit 1`.execute(engine.database.kysely)
    expect(last.rows[0]).toEqual({
      actor: 'Nguyễn Thị Hoa',
      address: '127.0.0.1',
      detail: {
        field: 'all',
        input: { text: 'xin chào', password: '***' },
        changes: [{ subject: 'note', old: null, new: { text: 'xin chào' } }],
      },
    })
  })

  test.each(['problem', 'defect'] as const)('that ends in a %s keeps nothing', async (fail) => {
    const before = { outbox: await count('outbox'), audit: await count('audit_entry') }
    await expect(perform(engine, note, someone, { text: 'a', fail })).rejects.toThrow()
    expect({ outbox: await count('outbox'), audit: await count('audit_entry') }).toEqual(before)
  })

  test('repeated with its key is done once and answers the same', async () => {
    const before = await count('outbox')
    const key = { idempotencyKey: 'key-1' }
    const answers = await Promise.all([1, 2, 3].map(() => perform(engine, note, someone, { text: 'một lần' }, key)))
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    expect(await count('outbox')).toBe(before + 1)
  })

  test('that answers once keeps no answer, and refuses the repeat', async () => {
    const secretive = operation({ ...note, name: 'test.token', may: signedIn, answersOnce: true })
    await perform(engine, secretive, someone, { text: 'x' }, { idempotencyKey: 'key-2' })
    const repeat = await problemOf(perform(engine, secretive, someone, { text: 'x' }, { idempotencyKey: 'key-2' }))
    expect(repeat.problems[0]?.code).toBe('platform.alreadyDone')
    const result = await sql<{
      answer: unknown
    }>`select answer from platform.idempotency_key where operation = 'test.token'`.execute(engine.database.kysely)
    expect(result.rows[0]?.answer).toBeNull()
  })

  test('that failed may be tried again with the same key', async () => {
    const key = { idempotencyKey: 'key-3' }
    await problemOf(perform(engine, note, someone, { text: 'a', fail: 'problem' }, key))
    await expect(perform(engine, note, someone, { text: 'a' }, key)).resolves.toHaveProperty('id')
  })
})

describe('rights', () => {
  const nobody: Caller = { via: 'web' }
  const limited: Caller = { ...someone, via: 'api', scopes: ['other'] }

  test.each([
    ['nobody is asked to sign in', signedIn, nobody, 401],
    ['an account is no operator', operator, someone, 403],
    ['a token outside its scope', signedIn, limited, 403],
  ])('%s', async (_, may, caller, status) => {
    const guarded = operation({ ...note, name: 'test.guarded', may })
    expect((await problemOf(perform(engine, guarded, caller, { text: 'x' }))).status).toBe(status)
  })

  test('a token within its scope, the operator and a public operation pass', async () => {
    const open = operation({ ...note, name: 'test.open', may: anyone })
    const inScope: Caller = { ...someone, via: 'api', scopes: ['test'] }
    await expect(perform(engine, note, inScope, { text: 'x' })).resolves.toBeDefined()
    await expect(perform(engine, note, operatorCaller('command'), { text: 'x' })).resolves.toBeDefined()
    await expect(perform(engine, open, nobody, { text: 'x' })).resolves.toBeDefined()
  })
})

test('whether one may is asked without running, and with the same look at the input', async () => {
  const before = await count('outbox')
  expect(await mayPerform(engine, note, someone, { text: 'x' })).toBe(true)
  expect(await mayPerform(engine, note, { via: 'web' }, { text: '' })).toBe(false)
  const wrong = await problemOf(mayPerform(engine, note, someone, { text: '' }))
  expect(wrong.problems.map((problem) => problem.code)).toEqual(['platform.missing'])
  expect(await count('outbox')).toBe(before)
})

test('input that does not fit gives every problem at its place', async () => {
  const error = await problemOf(perform(engine, note, someone, { text: '', fail: 'no' }))
  expect(error.problems.map((problem) => [problem.code, problem.path])).toEqual([
    ['platform.missing', ['text']],
    ['platform.notOneOf', ['fail']],
  ])
})

test('a value of the wrong kind is invalid, not missing', async () => {
  const error = await problemOf(perform(engine, note, someone, { text: 5 }))
  expect(error.problems.map((problem) => problem.code)).toEqual(['platform.invalid'])
})

test('output that was not declared never leaves', async () => {
  const leaky = operation({
    ...note,
    name: 'test.leaky',
    output: z.object({ id: z.string() }),
    run: async () => ({ id: 'a', inner: 'b' }),
  })
  expect(await perform(engine, leaky, someone, { text: 'x' })).toEqual({ id: 'a' })
})

test('a read cannot write', async () => {
  const sly = operation({ ...note, name: 'test.sly', effect: 'read' })
  await expect(perform(engine, sly, someone, { text: 'x' })).rejects.toThrow(/read-only/)
})

test('attempts beyond the limit are refused with the time to wait', async () => {
  const scarce = operation({ ...note, name: 'test.scarce', perMinute: 2 })
  for (const _ of [1, 2]) await perform(engine, scarce, someone, { text: 'x' })
  const error = await problemOf(perform(engine, scarce, someone, { text: 'x' }))
  expect([error.status, error.problems[0]?.params]).toEqual([429, { seconds: 60 }])
})
