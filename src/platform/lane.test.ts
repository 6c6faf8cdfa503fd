/** A lane: so many at once, so many waiting, in order, whatever becomes of each. */
import { expect, test } from 'vitest'
import { createLane } from './lane.ts'

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
  const lane = createLane({ atOnce: 2, waiting: 2 })
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
  const lane = createLane({ atOnce: 1, waiting: 0 })
  for (let round = 0; round < 3; round += 1) {
    await expect(
      lane.run(() => {
        throw new Error('at once')
      }),
    ).rejects.toThrow('at once')
  }
  expect(await lane.run(async () => 'done')).toBe('done')
})
