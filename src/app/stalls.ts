/** Moments in which the one thread of the program answered nobody: measured, and logged with what ran then. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from '#platform/log.ts'
import { stallSeconds } from './metrics.ts'

const askEveryMs = 20
/** A wait that a person notices. */
const longMs = 200
/** Names in one line of the log. */
const mostNames = 20

/** Looked at by the watch alone, so that a request costs no more than being put on a list. */
let requests: ServerResponse[] = []
let ended: string[] = []
let isWatching = false

/** Notes a request; it is under way until its connection or its answer has ended. */
export function noteRequest(_request: IncomingMessage, response: ServerResponse): void {
  if (isWatching) requests.push(response)
}

/** Notes that something else ended just now. */
export function noteEnded(name: string): void {
  if (isWatching) ended.push(name)
}

/** Watches until the returned function is called; keeps no process alive. */
export function watchForStalls(log: Logger): () => void {
  let askedAt = performance.now()
  isWatching = true
  const timer = setInterval(() => {
    const now = performance.now()
    const stalledMs = now - askedAt - askEveryMs
    askedAt = now
    const ran = { ended, requests }
    ended = []
    requests = requests.filter(({ closed }) => !closed)
    if (stalledMs <= longMs) return
    stallSeconds.observe(stalledMs / 1000)
    const names = [...new Set([...ran.ended, ...ran.requests.map(nameOf)])]
    log.warn({ ms: Math.round(stalledMs), ran: names.slice(0, mostNames) }, 'nobody was answered for a moment')
  }, askEveryMs).unref()
  return () => {
    clearInterval(timer)
    isWatching = false
    requests = []
    ended = []
  }
}

function nameOf({ req }: ServerResponse): string {
  return `${req.method} ${req.url?.split('?')[0]}`
}
