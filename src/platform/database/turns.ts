/** Taking turns: work that only one process at a time may do on a database. */
import type { Database } from './connect.ts'

const turnLock = 0x68686f65

/** Runs `work` when no other process is at such work; others wait for it. The lock goes with its connection, so it cannot be left behind. */
export function inTurn<T>(database: Database, work: () => Promise<T>): Promise<T> {
  return database.apart(async (client) => {
    await client.query('set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [turnLock])
    return work()
  })
}
