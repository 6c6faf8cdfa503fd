/** A lane for heavy work: so much of it at once, so much waiting, for so long; the rest is told to come again. */
import { ProblemError } from '#kernel/problem.ts'
import { problems } from '#platform/problems.ts'

export interface Lane {
  /** Does `work` in its turn, first come, first served. Refuses where too many are waiting, and who has waited too long. */
  run<T>(work: () => Promise<T>): Promise<T>
}

export interface Room {
  readonly atOnce: number
  readonly waiting: number
  readonly waitMs: number
  /** What the refused are told: `platform.busy` where the owner of the lane knows nothing better. */
  readonly refuse?: () => ProblemError
}

const usualRefusal = () => new ProblemError(problems.busy())

export function createLane({ atOnce, waiting, waitMs, refuse = usualRefusal }: Room): Lane {
  let running = 0
  const line = new Set<() => void>()
  const enter = () => {
    if (running < atOnce) {
      running += 1
      return undefined
    }
    if (line.size >= waiting) throw refuse()
    return new Promise<void>((resolve, reject) => {
      const begin = () => {
        clearTimeout(tired)
        line.delete(begin)
        resolve()
      }
      const tired = setTimeout(() => {
        line.delete(begin)
        reject(refuse())
      }, waitMs)
      line.add(begin)
    })
  }
  const leave = () => {
    const [next] = line
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
