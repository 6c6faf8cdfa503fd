/** What a reader of a public page meets while something else goes on. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { projectRoot } from '#platform/root.ts'

export interface Watched {
  readonly asked: number
  /** Answers other than 200, by what they were. */
  readonly others: Readonly<Record<string, number>>
  readonly medianMs: number
  readonly p99Ms: number
  readonly mostMs: number
}

/** Watches while `work` goes on. */
export async function watched<T>(url: string, work: () => Promise<T>): Promise<{ done: T; seen: Watched }> {
  const reader = spawn(process.execPath, [join(projectRoot, 'attack/reader.mjs'), url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const output = text(reader.stdout)
  try {
    const done = await work()
    reader.stdin.end()
    return { done, seen: summedUp(JSON.parse(await output)) }
  } finally {
    reader.stdin.end()
  }
}

function summedUp({ waits, others }: { waits: number[]; others: Record<string, number> }): Watched {
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { asked: sorted.length, others, medianMs: at(0.5), p99Ms: at(0.99), mostMs: at(1) }
}
