/** Moments in which the one thread of the program answered nobody: measured, and logged with what ran then. */
import type { Logger } from '#platform/log.ts'
import { stallSeconds } from './metrics.ts'

const askEveryMs = 20
/** A wait that a person notices. */
const longMs = 200
/** Names in one line of the log. */
const mostNames = 20

const underWay = new Set<{ readonly name: string }>()
let ended: string[] = []

/** Notes that something began (a request, a job); call what it returns when it has ended. */
export function began(name: string): () => void {
  const one = { name }
  underWay.add(one)
  return () => {
    if (underWay.delete(one)) noteEnded(name)
  }
}

/** Notes that something ended just now. */
export function noteEnded(name: string): void {
  ended.push(name)
}

/** Watches until the returned function is called; keeps no process alive. */
export function watchForStalls(log: Logger): () => void {
  let askedAt = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    const stalledMs = now - askedAt - askEveryMs
    askedAt = now
    const ran = ended
    ended = []
    if (stalledMs <= longMs) return
    stallSeconds.observe(stalledMs / 1000)
    const names = [...new Set([...ran, ...[...underWay].map(({ name }) => name)])]
    log.warn({ ms: Math.round(stalledMs), ran: names.slice(0, mostNames) }, 'nobody was answered for a moment')
  }, askEveryMs).unref()
  return () => clearInterval(timer)
}
