/**
 * One database server for a whole run of the tests: an embedded one in a temporary folder, or the one TEST_DATABASE_URL names
 * (an account that may create databases). It holds a template database with every migration, which test files clone.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, globSync, statSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { moduleMigrations } from '#app/modules.ts'
import { startEmbedded } from '#platform/database/embedded.ts'
import { migrate, openDatabase } from '#platform/database/index.ts'
import { isAlive, readPidFile, stopPostmaster } from '#platform/database/postmaster.ts'
import { projectRoot } from '#platform/root.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database of the test server to create others from; its URL with `pathname` exchanged opens those. */
    testServerUrl: string
    /** Starts the name of every database of this run. */
    testDatabasePrefix: string
    /** A folder of this run, which is removed at its end; a system user may pass through. */
    testFolder: string
  }
}

/** The one place that says which migrations the template has. */
const migrationsUnderTest = moduleMigrations

let finish: (() => Promise<void>) | undefined

export async function setup(project: TestProject): Promise<void> {
  await buildWhatIsOld()
  const folder = await ownFolder()
  const server = await startServer()
  const prefix = `hieuhoc_test_${randomBytes(4).toString('hex')}`
  await onServer(server.url, (client) => client.query(`create database ${prefix}`))
  const database = await openDatabase({ dataFolder: '', databaseUrl: withName(server.url, prefix) })
  await migrate(database, migrationsUnderTest)
  await database.close()
  project.provide('testServerUrl', server.url)
  project.provide('testDatabasePrefix', prefix)
  project.provide('testFolder', folder)
  finish = async () => {
    await onServer(server.url, (client) => dropAll(client, prefix))
    await server.close()
    await rm(folder, { recursive: true })
  }
}

/** Threads and browsers run what is built: tests must not meet an older program there than they test here. */
async function buildWhatIsOld(): Promise<void> {
  const stamp = join(projectRoot, 'dist/.built')
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
  const sources = globSync(['src/**/*.{ts,tsx,css,sql}', 'vite.config.ts', 'package.json'], { cwd: projectRoot })
  const isOld = sources.some(
    (file) => !/\.test\.tsx?$/.test(file) && statSync(join(projectRoot, file)).mtimeMs > builtAt,
  )
  if (isOld) await promisify(execFile)(process.execPath, ['scripts/run.mjs', 'build'], { cwd: projectRoot })
}

export async function teardown(): Promise<void> {
  await finish?.()
}

async function startServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, close: async () => undefined }
  await sweepKilledRuns()
  const dataFolder = await ownFolder()
  const server = await startEmbedded({ dataFolder, fsync: false })
  const { host, port, user, password } = server.address()
  const url = `postgres://${user}:${password}@${host}:${port}/postgres`
  await onServer(url, hasten)
  return {
    url,
    async close() {
      await server.close()
      await rm(dataFolder, { recursive: true })
    },
  }
}

/**
 * What is lost with the run need not survive its end: a clone begins with a checkpoint, after which every page would go into the log
 * whole. Nobody tidies databases that live for seconds; worlds are analysed when they are filled.
 */
async function hasten(client: pg.Client): Promise<void> {
  for (const setting of ['full_page_writes', 'synchronous_commit', 'autovacuum'])
    await client.query(`alter system set ${setting} = off`)
  await client.query('select pg_reload_conf()')
}

/** As root servers run as a system user, who has to pass through. */
async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`))
  await chmod(folder, 0o711)
  return folder
}

const folderPrefix = 'hieuhoc-test-'

/** A run that was killed leaves its server: stopped here, and its folder removed. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(folderPrefix) ? Number(name.slice(folderPrefix.length).split('-')[0]) : 0
    if (!pid || isAlive(pid)) continue
    const cluster = join(tmpdir(), name, 'postgres', 'cluster')
    const server = await readPidFile(cluster)
    if (server) await stopPostmaster(cluster, server.pid)
    await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

async function dropAll(client: pg.Client, prefix: string): Promise<void> {
  const names = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { name } of names.rows) await client.query(`drop database if exists ${name} with (force)`)
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await work(client).finally(() => client.end())
}

function withName(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
