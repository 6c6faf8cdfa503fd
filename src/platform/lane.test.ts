/** A lane: so many at once, so many waiting, in order, whatever becomes of each. */
import { afterEach, expect, test, vi } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { createLane } from './lane.ts'
import { problems } from './problems.ts'

const usual = { atOnce: 1, waiting: 2, waitMs: 10_000 }

afterEach(() => vi.useRealTimers())

/** Work that ends when told. */
function handWork() {
  const ends: { resolve(): void; reject(): void }[] = []
  const begun: number[] = []
  const work = (name: number) => () => {
    begun.push(name)
    return new Promise<number>((resolve, reject) => {
      ends.push({ resolve: () => resolve(name), reject: () => reject(new Error(`no ${name}`)) })
    })
  }
  return { work, ends, begun }
}

test('does so much at once, the rest in order, and refuses what does not fit', async () => {
  const lane = createLane({ ...usual, atOnce: 2, waiting: 2 })
  const { work, ends, begun } = handWork()
  const [one, two, three, four] = [1, 2, 3, 4].map((name) => lane.run(work(name)))
  await expect(lane.run(work(5))).rejects.toMatchObject({ status: 503, problems: [{ code: 'platform.busy' }] })
  expect(begun).toEqual([1, 2])
  ends[1]?.resolve()
  expect(await two).toBe(2)
  expect(begun).toEqual([1, 2, 3])
  ends[0]?.reject()
  await expect(one).rejects.toThrow('no 1')
  expect(begun).toEqual([1, 2, 3, 4])
  ends[2]?.resolve()
  ends[3]?.resolve()
  expect(await Promise.all([three, four])).toEqual([3, 4])
})

test('is free again after all, also after work that fails at once', async () => {
  const lane = createLane({ ...usual, waiting: 0 })
  for (let round = 0; round < 3; round += 1) {
    await expect(
      lane.run(() => {
        throw new Error('at once')
      }),
    ).rejects.toThrow('at once')
  }
  expect(await lane.run(async () => 'done')).toBe('done')
})

test('waits only so long, and who has left is neither begun nor counted', async () => {
  vi.useFakeTimers()
  const lane = createLane({ ...usual, waitMs: 100 })
  const { work, ends, begun } = handWork()
  const one = lane.run(work(1))
  const tired = Promise.allSettled([lane.run(work(2)), lane.run(work(3))])
  await vi.advanceTimersByTimeAsync(100)
  const busy = { status: 'rejected', reason: { problems: [{ code: 'platform.busy' }] } }
  expect(await tired).toMatchObject([busy, busy])
  const [four, five] = [lane.run(work(4)), lane.run(work(5))]
  ends[0]?.resolve()
  expect(await one).toBe(1)
  await vi.advanceTimersByTimeAsync(99)
  expect(begun).toEqual([1, 4])
  ends[1]?.resolve()
  expect(await four).toBe(4)
  // Begun in its last moment, it is not ended by the end of its wait.
  await vi.advanceTimersByTimeAsync(1_000)
  ends[2]?.resolve()
  expect(await five).toBe(5)
  expect(vi.getTimerCount()).toBe(0)
})

test('refuses in the words of its owner', async () => {
  const lane = createLane({
    ...usual,
    waiting: 0,
    refuse: () => new ProblemError(problems.tooManyRequests({ seconds: 7 })),
  })
  const { work, ends } = handWork()
  const one = lane.run(work(1))
  await expect(lane.run(work(2))).rejects.toMatchObject({ problems: [{ code: 'platform.tooManyRequests' }] })
  ends[0]?.resolve()
  expect(await one).toBe(1)
})
