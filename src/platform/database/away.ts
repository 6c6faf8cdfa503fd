/** Which errors mean that the database is away for now: a lost or refused connection, a server that restarts or is full. */
import pg from 'pg'

/** SQLSTATEs that end a connection or refuse one, without any fault of the statement. */
const states = /^(08|28|53|58|57P|3D000$|25P0[34]$)/
/** A server that takes no changes: it copies another, or is being maintained. Nothing was done, and soon another may take them. */
const onlyRead = '25006'
/** What the network says. */
const network =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOST(UNREACH|DOWN)|ENET(UNREACH|DOWN)|ENOTFOUND|EAI_AGAIN)$/
/** What the driver, its pool and the query builder say; they give no codes. */
const driver =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect|timeout expired|Query read timeout|Cannot use a pool after calling end|Postgres connection has been discarded|driver has already been destroyed)/

/** A disk of the database's that takes nothing stays so for now: asked again it would say the same. */
export function diskFault(error: unknown): 'full' | 'read-only' | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined
  // PostgreSQL has a code of its own for the first only; the rest stands in what the file system says.
  if (error.code === '53100' || /No space left on device|Disk quota exceeded/.test(error.message)) return 'full'
  return /Read-only file system/.test(error.message) ? 'read-only' : undefined
}

/** Whether the server refused a change because it can only be read, or because the transaction was begun so. */
export function isOnlyRead(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === onlyRead
}

/** Whether an error says that the database is away; what was asked of it may be asked again, unless it was a commit. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error) || diskFault(error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (isOnlyRead(error)) return true
  return error instanceof pg.DatabaseError ? states.test(code) : network.test(code) || driver.test(error.message)
}
