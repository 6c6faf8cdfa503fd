/** The pool: an event loop that stays free, a bounded line, tasks ended at their limits, threads replaced. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { TaskInput } from './pool.fixture.ts'
import { createPool, type Pool, type PoolLimits } from './pool.ts'

const usual: PoolLimits = { threads: 1, waiting: 2, waitMs: 10_000, heapMegabytes: 64 }
let pool: Pool | undefined

function open(limits: Partial<PoolLimits> = {}): (input: TaskInput, limitMs?: number) => Promise<unknown> {
  const made = createPool(join(import.meta.dirname, 'pool.fixture.ts'), { ...usual, ...limits })
  pool = made
  return (input, limitMs = 15_000) => made.run(input, limitMs)
}

afterEach(async () => {
  await pool?.close()
})

const codesOf = (error: unknown) => (error as { problems?: { code: string }[] }).problems?.map(({ code }) => code)

async function outcomeOf(run: Promise<unknown>): Promise<unknown> {
  return run.catch((error: unknown) => codesOf(error) ?? (error as Error).message)
}

describe('heavy work', () => {
  test('runs beside the event loop', async () => {
    const run = open()
    await run({ do: 'add', numbers: [] })
    let ticks = 0
    const clock = setInterval(() => {
      ticks += 1
    }, 10)
    expect(await run({ do: 'spin', ms: 500 })).toBe('spun')
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(10)
  })

  test('is refused in words when the line before it is full, and the line moves on', async () => {
    const run = open()
    const runs = Array.from({ length: 5 }, () => outcomeOf(run({ do: 'spin', ms: 200 })))
    expect(await Promise.all(runs)).toEqual(['spun', 'spun', 'spun', ['workers.busy'], ['workers.busy']])
    expect(await run({ do: 'add', numbers: [1, 2] })).toBe(3)
  })

  test('waits only so long for a thread', async () => {
    const run = open({ waitMs: 100 })
    const long = run({ do: 'spin', ms: 800 })
    expect(await outcomeOf(run({ do: 'add' }))).toEqual(['workers.busy'])
    expect(await long).toBe('spun')
    expect(await run({ do: 'add', numbers: [4] })).toBe(4)
  })

  test('whose file a newer build took away is refused, and the program lives', async () => {
    const gone = createPool(join(import.meta.dirname, 'no-such-file.js'), usual)
    expect(await outcomeOf(gone.run({ do: 'add' }, 10_000))).toEqual(['workers.busy'])
    expect(gone.isBroken()).toBe(true)
    expect(await outcomeOf(gone.run({ do: 'add' }, 10_000))).toEqual(['workers.busy'])
    await gone.close()
  })

  test('is ended past its time, and its thread replaced', async () => {
    const run = open()
    expect(await outcomeOf(run({ do: 'spin' }, 300))).toEqual(['workers.tooSlow'])
    expect(await run({ do: 'add', numbers: [5] })).toBe(5)
  })

  test('that spins when the pool is closed is ended at once, and refused as is what waits behind it', async () => {
    const run = open()
    const runs = [outcomeOf(run({ do: 'spin' })), outcomeOf(run({ do: 'add' }))]
    await sleep(500)
    const closedAt = performance.now()
    await pool?.close()
    expect(performance.now() - closedAt).toBeLessThan(2_000)
    expect(await Promise.all(runs)).toEqual([['workers.busy'], ['workers.busy']])
  })

  test('that outgrows its memory ends its thread, not the process', async () => {
    const run = open()
    expect(await outcomeOf(run({ do: 'fill' }))).toEqual(['workers.tooHeavy'])
    expect(await run({ do: 'add', numbers: [6] })).toBe(6)
  })

  test.each(['throw', 'exit'] as const)(
    'that ends by %s is a defect of its own, and nothing else stops',
    async (how) => {
      const run = open()
      const message = await outcomeOf(run({ do: how }))
      expect(typeof message).toBe('string')
      expect(await run({ do: 'add', numbers: [7] })).toBe(7)
    },
  )
})
