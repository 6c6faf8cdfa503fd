/** Writers and readers that never rest while a database goes away, and what must be true of what they were told. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import { operator, operatorCaller } from '#platform/authority.ts'
import { type Engine, operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import type { Database } from './connect.ts'

export const note = operation({
  name: 'test.note',
  summary: 'Publishes an event.',
  effect: 'write',
  may: operator,
  input: z.object({ text: z.string() }),
  output: z.object({ id: z.string() }),
  async run({ newId: id, publish }, { text }) {
    await publish({ name: 'test.noted', payload: { text } })
    return { id: id() }
  },
})

export const look = operation({
  name: 'test.look',
  summary: 'Reads.',
  effect: 'read',
  may: operator,
  input: z.object({}),
  output: z.object({}),
  run: async () => ({}),
})

export const caller = operatorCaller('command')

interface Told {
  readonly text: string
  readonly outcome: 'done' | string
}

/** Writers and readers that never rest until `stop`; what each write was told. */
export function work(engine: Engine) {
  const told: Told[] = []
  const read: string[] = []
  let isOver = false
  const codeOf = (error: unknown) =>
    error instanceof ProblemError ? String(error.problems[0]?.code) : `defect ${error}`
  const write = async (isKeyed: boolean) => {
    while (!isOver) {
      const text = newId()
      const options = isKeyed ? { idempotencyKey: text } : {}
      const outcome = await perform(engine, note, caller, { text }, options).then(() => 'done', codeOf)
      told.push({ text, outcome })
      if (outcome !== 'done') await sleep(20)
    }
  }
  const reads = async () => {
    while (!isOver) {
      read.push(await perform(engine, look, caller, {}).then(() => 'done', codeOf))
      await sleep(5)
    }
  }
  const all = Promise.all([write(false), write(false), write(false), write(true), write(true), write(true), reads()])
  return {
    told,
    read,
    async stop() {
      isOver = true
      await all
    },
  }
}

/** How often each text is kept. */
async function kept(database: Database): Promise<Map<string, number>> {
  const { rows } = await database.pool.query<{ text: string; count: number }>(
    `select payload->>'text' as text, count(*)::int from platform.outbox group by 1`,
  )
  return new Map(rows.map((row) => [row.text, row.count]))
}

const passing = new Set(['done', 'platform.databaseAway', 'platform.outcomeUnknown'])

export async function expectNothingLost(database: Database, { told, read }: ReturnType<typeof work>): Promise<void> {
  expect([...told.map(({ outcome }) => outcome), ...read].filter((outcome) => !passing.has(outcome))).toEqual([])
  const times = await kept(database)
  expect(told.filter(({ text, outcome }) => outcome === 'done' && times.get(text) !== 1)).toEqual([])
  expect(told.filter(({ text, outcome }) => outcome === 'platform.databaseAway' && times.has(text))).toEqual([])
  expect([...times.values()].filter((count) => count > 1)).toEqual([])
  expect(told.filter(({ outcome }) => outcome === 'done').length).toBeGreaterThan(20)
}
