/** Taking turns: work that only one process at a time may do on a database. */
import type { Database } from './connect.ts'

const turnLock = 0x68686f65
/** Whoever has a temporary database. */
export const temporaryLock = 0x68686f66
/** Whoever makes the daily backup. */
export const backupLock = 0x68686f67

/** Runs `work` when no other process is at such work; others wait for it. The lock goes with its connection, so it cannot be left behind. */
export function inTurn<T>(database: Database, work: () => Promise<T>, lock: number = turnLock): Promise<T> {
  return database.apart(async (client) => {
    await client.query('set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [lock])
    return work()
  })
}

/** Runs `work` unless another process is at it. */
export function whereNobodyIs(database: Database, lock: number, work: () => Promise<void>): Promise<void> {
  return database.apart(async (client) => {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [lock])
    if (rows[0]?.free) await work()
  })
}
