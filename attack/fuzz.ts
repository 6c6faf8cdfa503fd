/** Sends many malformed requests one after the other and keeps what went wrong. */
import { randomFrom } from './random.ts'
import { type Attack, inTurn, makeRequest, type Target, type Targets } from './requests.ts'

export interface Fault {
  /** With it and the number the request is made again. */
  readonly seed: number
  readonly number: number
  readonly attack: Attack
  readonly status: number
  readonly body: string
}

export interface FuzzResult {
  readonly sent: number
  /** Every operation and route got as many, or more. */
  readonly fewest: number
  readonly byStatus: Readonly<Record<string, number>>
  /** Answers of 5xx that do not say what passes by itself. */
  readonly faults: readonly Fault[]
  readonly slowestMs: number
  readonly slowest: string
}

export interface FuzzOptions {
  readonly count: number
  readonly seed: number
  readonly origin: string
  readonly targets: Targets
  /** Adds what tells who calls: a session's cookie. */
  readonly send: (attack: Attack) => Promise<Response>
}

/** 503, 507: too busy, full; told in words, and no fault of the request's. */
const passing = new Set([503, 507])
const mostFaults = 20
/** What a request breaks it breaks before this much of an answer; each address is read to its end once. */
const mostRead = 2 ** 20
/** Of an answer's text, enough to tell a fault by. */
const mostText = 300

export async function fuzz({ count, seed, origin, targets, send }: FuzzOptions): Promise<FuzzResult> {
  const random = randomFrom(seed)
  const byStatus: Record<string, number> = {}
  const faults = new Map<string, Fault>()
  const readWhole = new Set<string>()
  const turns = inTurn(targets, random)
  const times = new Map<Target, number>([...targets.routes, ...targets.operations].map((target) => [target, 0]))
  let slowestMs = 0
  let slowest = ''
  for (let number = 0; number < count; number++) {
    const target = turns.next().value
    times.set(target, (times.get(target) ?? 0) + 1)
    const attack = makeRequest(target, random, origin)
    const startedAt = performance.now()
    const answer = await send(attack)
    const place = `${attack.method} ${attack.path.split('?')[0]}`
    const body = await readText(answer, answer.ok && readWhole.has(place) ? mostRead : Number.POSITIVE_INFINITY)
    if (answer.ok) readWhole.add(place)
    const took = performance.now() - startedAt
    if (took > slowestMs) [slowestMs, slowest] = [took, `${attack.method} ${attack.path.slice(0, 200)}`]
    byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1
    if (answer.status < 500 || passing.has(answer.status)) continue
    // One of a kind: the same address fails for the same reason.
    if (!faults.has(place))
      faults.set(place, { seed, number, attack, status: answer.status, body: body.slice(0, mostText) })
  }
  return {
    sent: count,
    fewest: Math.min(...times.values()),
    byStatus,
    faults: [...faults.values()].slice(0, mostFaults),
    slowestMs,
    slowest,
  }
}

/** The text of an answer, of one longer than `most` bytes its beginning: the reader leaves, as readers do. */
async function readText({ body }: Response, most: number): Promise<string> {
  if (!body) return ''
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  for await (const part of body) {
    size += part.length
    if (text.length < mostText) text += decoder.decode(part, { stream: true })
    if (size > most) break
  }
  return text
}
