/** Files on their way in: streamed to a place on disk while they are counted and hashed, and gone again when the call is over. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { newId } from '#kernel/id.ts'
import type { Problem } from '#kernel/problem.ts'
import { composed } from '#kernel/text.ts'
import type { MediaKind } from './media-types.ts'
import { fileProblems, storageProblem } from './problems.ts'
import { type FileUse, Upload } from './upload.ts'

export interface Incoming {
  /**
   * Takes a file in. What is too much, or finds no room, is no error: the upload carries its problem, and the rest of it is read and
   * thrown away, so that whatever comes after it in the form is read too.
   */
  receive(content: AsyncIterable<Uint8Array>, about: { name: string; use: FileUse }): Promise<Upload>
  /** A file that lies on this machine already, where it stays. */
  take(path: string, use: FileUse): Promise<Upload>
  release(upload: Upload): Promise<void>
  /** Removes what calls that were cut off before then have left behind. Returns how many there were. */
  removeLeftovers(before: Date): Promise<number>
}

export interface IncomingOptions {
  readonly folder: string
  /** Bytes of the disk that stay free. */
  readonly reserve: number
  /** What a file is, by looking into it. */
  readonly look: (path: string) => Promise<MediaKind>
}

export function createIncoming({ folder, reserve, look }: IncomingOptions): Incoming {
  const finish = async (
    facts: { name: string; size: number; hash: string; path: string; problem?: Problem },
    use: FileUse,
  ) => {
    const isLookedAt = use.kinds !== undefined && !facts.problem
    return new Upload({ ...facts, kind: isLookedAt ? await look(facts.path) : 'other' })
  }
  const receive: Incoming['receive'] = async (content, { name: given, use }) => {
    const path = join(folder, newId())
    const name = nameIn(given)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const written = await write(content, { path, reserve, use })
      if (written.problem) await rm(path, { force: true })
      return await finish({ name, path, ...written }, use)
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined)
      throw error
    }
  }
  return {
    receive,
    async take(path, use) {
      const info = await stat(path)
      const name = nameIn(path)
      // What comes through a pipe can be read once only.
      if (!info.isFile()) return receive(createReadStream(path), { name, use })
      const { size } = info
      if (size > use.maxBytes) return finish({ name, path, size, hash: '', problem: use.tooLarge() }, use)
      const sum = createHash('sha256')
      for await (const piece of createReadStream(path)) sum.update(piece)
      return finish({ name, path, size, hash: sum.digest('hex') }, use)
    },
    // What a person brought to the command line is theirs.
    release: async ({ path }) => (path.startsWith(join(folder, '/')) ? rm(path, { force: true }) : undefined),
    removeLeftovers: (before) => removeOld(folder, before),
  }
}

interface Written {
  readonly size: number
  readonly hash: string
  readonly problem?: Problem
}

interface Target {
  readonly path: string
  readonly reserve: number
  readonly use: FileUse
}

async function write(content: AsyncIterable<Uint8Array>, { path, reserve, use }: Target): Promise<Written> {
  const sum = createHash('sha256')
  let size = 0
  let problem: Problem | undefined
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => {
    problem = problemOf(error)
    return undefined
  })
  try {
    for await (const piece of content) {
      size += piece.length
      if (size > use.maxBytes) problem ??= use.tooLarge()
      if (problem) continue
      sum.update(piece)
      problem = await put(handle, piece, { path, reserve })
    }
  } finally {
    await handle?.close()
  }
  return { size, hash: sum.digest('hex'), problem }
}

type Handle = Awaited<ReturnType<typeof open>>

async function put(
  handle: Handle | undefined,
  piece: Uint8Array,
  { path, reserve }: Omit<Target, 'use'>,
): Promise<Problem | undefined> {
  try {
    const { bavail, bsize } = await statfs(path)
    if (bavail * bsize - piece.length < reserve) return fileProblems.noRoom()
    await handle?.writeFile(piece)
    return undefined
  } catch (error) {
    return problemOf(error)
  }
}

/** Throws what is no fault of the disk. */
function problemOf(error: unknown): Problem {
  const [problem] = storageProblem(error)?.problems ?? []
  if (!problem) throw error
  return problem
}

/** The last part of whatever path a browser or a program gave. */
function nameIn(given: string): string {
  // Composing is bounded before it is begun; a longer name is refused as too long by whoever takes the file.
  return composed(basename(given.slice(-mostOfName).replaceAll('\\', '/'))).trim()
}

const mostOfName = 4_000

async function removeOld(folder: string, before: Date): Promise<number> {
  let count = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const entry = await stat(path).catch(() => undefined)
    if (!entry?.isFile() || entry.mtime >= before) continue
    await rm(path, { force: true })
    count += 1
  }
  return count
}
