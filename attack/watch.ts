/** A reader who opens a public page ten times a second while something else goes on, and measures what that costs them. */
import { setTimeout as sleep } from 'node:timers/promises'

export interface Watched {
  readonly asked: number
  /** Answers other than 200, by what they were. */
  readonly others: Readonly<Record<string, number>>
  readonly medianMs: number
  readonly p99Ms: number
  readonly mostMs: number
}

const everyMs = 100
const longestMs = 60_000

/** Watches while `work` goes on. A reader never waits for the one before: requests begin on time. */
export async function watched<T>(url: string, work: () => Promise<T>): Promise<{ done: T; seen: Watched }> {
  const waits: number[] = []
  const others: Record<string, number> = {}
  const open: Promise<void>[] = []
  let isOver = false
  const ask = async () => {
    const startedAt = performance.now()
    const status = await fetch(url, { signal: AbortSignal.timeout(longestMs) }).then(
      async (answer) => {
        await answer.arrayBuffer()
        return answer.status
      },
      (error: Error) => error.name,
    )
    waits.push(performance.now() - startedAt)
    if (status !== 200) others[status] = (others[status] ?? 0) + 1
  }
  const watching = (async () => {
    while (!isOver) {
      open.push(ask())
      await sleep(everyMs)
    }
  })()
  try {
    const done = await work()
    isOver = true
    await watching
    await Promise.all(open)
    return { done, seen: summedUp(waits, others) }
  } finally {
    isOver = true
  }
}

function summedUp(waits: readonly number[], others: Readonly<Record<string, number>>): Watched {
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { asked: sorted.length, others, medianMs: at(0.5), p99Ms: at(0.99), mostMs: at(1) }
}
