/** A database of its own for a while, on the same server: made empty, and dropped whatever becomes of it. */
import { ProblemError } from '#kernel/problem.ts'
import { type Database, openDatabase } from './connect.ts'
import { databaseProblems } from './problems.ts'
import { inTurn, temporaryLock } from './turns.ts'

/** One at a time for each database; what one that was killed left behind goes first. */
export function withTemporaryDatabase<T>(database: Database, work: (temporary: Database) => Promise<T>): Promise<T> {
  return inTurn(
    database,
    async () => {
      const name = `hieuhoc_check_${await oidOf(database)}`
      await drop(database, name)
      await make(database, name)
      try {
        const temporary = await openDatabase({ dataFolder: '', databaseUrl: urlOf(database, name) })
        try {
          return await work(temporary)
        } finally {
          await temporary.close()
        }
      } finally {
        await drop(database, name)
      }
    },
    temporaryLock,
  )
}

async function oidOf(database: Database): Promise<string> {
  const text = 'select oid::text as oid from pg_database where datname = current_database()'
  const { rows } = await database.pool.query<{ oid: string }>(text)
  return rows[0]?.oid ?? ''
}

async function make(database: Database, name: string): Promise<void> {
  await database
    .apart((client) => client.query(`create database ${name} encoding 'UTF8' template template0`))
    .catch((error: Error) => {
      throw new ProblemError(databaseProblems.noTemporaryDatabase({ reason: error.message }))
    })
}

async function drop(database: Database, name: string): Promise<void> {
  await database.apart((client) => client.query(`drop database if exists ${name} with (force)`))
}

function urlOf({ pool }: Database, name: string): string {
  const { connectionString, user, password, host, port } = pool.options
  const url = new URL(connectionString ?? `postgres://${host}:${port}/`)
  if (!connectionString) {
    url.username = user ?? ''
    url.password = typeof password === 'string' ? password : ''
  }
  url.pathname = `/${name}`
  return url.href
}
