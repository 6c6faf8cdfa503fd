/** Files kept on disk. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import { contentAt, DamagedFileError, type Files, isName, type KeptFile, nameOf, placeOf } from './kept-file.ts'
import { fileProblems, storageProblem } from './problems.ts'

/** What a test takes the place of, to be a disk that is full. */
type Put = (path: string, content: Uint8Array | AsyncIterable<Uint8Array>) => Promise<void>

/** To the disk before it returns: what is under a good name is whole, also after a power cut. */
const putOnDisk: Put = (path, content) => writeFile(path, content, { mode: 0o600, flush: true })

/** Keeps files in `folder`; nothing is written that would leave less than `reserve` bytes free on its disk. */
export function filesOnDisk(folder: string, reserve = 0, put: Put = putOnDisk): Files {
  const place = (name: string) => join(folder, placeOf(name))
  const free = async () => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  }
  const keep = async (name: string, size: number, content: Uint8Array | AsyncIterable<Uint8Array>) => {
    // Written aside and renamed: a crash leaves no half file under a good name.
    const aside = `${place(name)}.${newId()}`
    try {
      await mkdir(join(folder, name.slice(0, 2)), { recursive: true })
      if ((await free()) - size < reserve) throw new ProblemError(fileProblems.noRoom({}, ['file']))
      await put(aside, content)
      await rename(aside, place(name))
    } catch (error) {
      await rm(aside, { force: true }).catch(() => undefined)
      throw storageProblem(error) ?? error
    }
    return name
  }
  return {
    write: (content) => keep(nameOf(content), content.length, content),
    async add(file) {
      await keep(file.hash, file.size, contentAt(file))
    },
    async read(name) {
      const content = await readFile(place(name))
      if (nameOf(content) !== name) throw new DamagedFileError(name)
      return content
    },
    async open(name) {
      const path = isName(name) ? place(name) : ''
      if (!path || (await hashOfFile(path)) !== name) return undefined
      const { size } = await stat(path)
      const part = (start: number, end: number) => Readable.toWeb(createReadStream(path, { start, end }))
      return { size, stream: (from, to) => part(from, to) as ReadableStream<Uint8Array> }
    },
    has: (name) =>
      access(place(name)).then(
        () => true,
        () => false,
      ),
    remove: (name) => rm(place(name), { force: true }),
    async *list() {
      for await (const { path: _, ...file } of filesIn(folder)) if (isName(file.name)) yield file
    },
    async removeLeftovers(before) {
      let count = 0
      for await (const { name, path, at } of filesIn(folder)) {
        if (!leftover.test(name) || at >= before) continue
        await rm(path, { force: true })
        count += 1
      }
      return count
    },
    free,
  }
}

async function hashOfFile(path: string): Promise<string | undefined> {
  const sum = createHash('sha256')
  try {
    await pipeline(createReadStream(path), sum)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  return sum.digest('hex')
}

/** What a write that was cut off leaves behind. */
const leftover = /^[0-9a-f]{64}\.[\w-]+$/

async function* filesIn(folder: string): AsyncGenerator<KeptFile & { readonly path: string }> {
  const folders = await readdir(folder).catch(() => [])
  for (const each of folders.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of await readdir(join(folder, each)).catch(() => [])) {
      const path = join(folder, each, name)
      // A file may go while the list is read.
      const file = await stat(path).catch(() => undefined)
      if (file?.isFile()) yield { name, path, bytes: file.size, at: file.mtime }
    }
  }
}
