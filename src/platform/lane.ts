/** A lane for work that is heavy on the processor: so much of it at once, so much waiting, and the rest is told to come again. */
import { ProblemError } from '#kernel/problem.ts'
import { problems } from '#platform/problems.ts'

export interface Lane {
  /** Does `work` in its turn. Throws `platform.busy` where too many are waiting already. */
  run<T>(work: () => Promise<T>): Promise<T>
}

export function createLane(room: { readonly atOnce: number; readonly waiting: number }): Lane {
  let running = 0
  const queue: (() => void)[] = []
  const enter = () => {
    if (running < room.atOnce) {
      running += 1
      return undefined
    }
    if (queue.length >= room.waiting) throw new ProblemError(problems.busy())
    return new Promise<void>((resolve) => queue.push(resolve))
  }
  const leave = () => {
    const next = queue.shift()
    // Whoever is next takes the place over.
    if (next) next()
    else running -= 1
  }
  return {
    async run(work) {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
