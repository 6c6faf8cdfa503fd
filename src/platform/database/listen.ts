/** Hears what other processes tell through the database, on a connection of its own that is made again for as long as it takes. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '../log.ts'
import type { Database } from './connect.ts'

export interface Listening {
  /** False while something may be said that is not heard. */
  isHearing(): boolean
  stop(): void
}

interface Listener {
  readonly channel: string
  /** Called with what every notification says, and without when hearing begins or ends: something may have been missed. */
  readonly heard: (text?: string) => void
  readonly log: Logger
}

const leastWaitMs = 200
const mostWaitMs = 30_000
/** A connection cut somewhere on the way tells nobody: asked this often, it shows. */
const askEveryMs = 5_000

/** Begins to listen, and goes on until it is stopped: a server that is away is asked again and again, ever more slowly. */
export function listenTo(database: Database, listener: Listener): Listening {
  const stopping = new AbortController()
  const ears = { hearing: false }
  void keepListening(database, listener, ears, stopping.signal)
  return { isHearing: () => ears.hearing, stop: () => stopping.abort() }
}

type Ears = { hearing: boolean }

async function keepListening(database: Database, listener: Listener, ears: Ears, stopping: AbortSignal) {
  let wait = leastWaitMs
  while (!stopping.aborted) {
    const error = await listenOnce(database, listener, ears, stopping)
    if (ears.hearing) {
      ears.hearing = false
      listener.heard()
      wait = leastWaitMs
    }
    if (stopping.aborted) return
    listener.log.warn({ error, againInMs: wait }, 'hears of no changes: no connection to the database')
    await pause(wait, stopping)
    wait = Math.min(2 * wait, mostWaitMs)
  }
}

/** Listens on one connection until it breaks or the listener is stopped; says what broke it. */
async function listenOnce(database: Database, { channel, heard }: Listener, ears: Ears, stopping: AbortSignal) {
  const client = database.newClient({ query_timeout: askEveryMs })
  const ended = new AbortController()
  client.once('end', () => ended.abort())
  const over = AbortSignal.any([stopping, ended.signal])
  try {
    await client.connect()
    client.on('notification', ({ payload }) => heard(payload))
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
    ears.hearing = true
    heard()
    while (!over.aborted) {
      await pause(askEveryMs, over)
      if (!over.aborted) await client.query('select 1')
    }
    return undefined
  } catch (error) {
    return error
  } finally {
    void client.end().catch(() => undefined)
  }
}

/** Waits, but no longer than until the signal; it keeps no process alive. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)
}
