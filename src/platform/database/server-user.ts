/** Whom the server runs as: PostgreSQL refuses root, so root hands it to a system user; anyone else runs it as themselves. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ProblemError } from '#kernel/problem.ts'
import { databaseProblems } from './problems.ts'

const run = promisify(execFile)

/** Spread into spawn options; empty for an ordinary account. */
export type ServerUser = { readonly uid: number; readonly gid: number } | Record<string, never>

/** The user and group to start a new server with. As root: `postgres` where it exists, else `hieuhoc`, made when missing. */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {}
  const known = (await lookUp('postgres')) ?? (await lookUp('hieuhoc'))
  if (known) return known
  const reason = await createUser('hieuhoc')
  const made = await lookUp('hieuhoc')
  if (made) return made
  throw new ProblemError(databaseProblems.noServerUser({ reason }))
}

/** Whether `user` can enter a folder: asked of the kernel, which also knows access lists and mount options. */
export async function mayEnter(user: ServerUser, folder: string): Promise<boolean> {
  return succeeds('/bin/sh', ['-c', 'cd "$0"', folder], user)
}

/** Whether a program runs to its end without an error, as `user`. */
export async function succeeds(program: string, args: readonly string[], user: ServerUser): Promise<boolean> {
  return run(program, [...args], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  )
}

async function lookUp(name: string): Promise<ServerUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/** Debian and Red Hat know useradd, Alpine adduser. Gives the reason when neither worked. */
async function createUser(name: string): Promise<string> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
    return ''
  } catch (error) {
    if (await succeeds('adduser', ['-S', '-D', '-H', name], {})) return ''
    return (error as Error).message.trim()
  }
}
