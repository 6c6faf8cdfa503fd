/** Files on disk, named by their SHA-256: the same content is kept once, and what was read is what was written. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '#kernel/id.ts'

export interface Files {
  /** Keeps the content and returns its name (64 hexadecimal digits). */
  write(content: Uint8Array): Promise<string>
  /** The content of a name; throws when it is missing or no longer what was written. */
  read(name: string): Promise<Uint8Array>
  /** The file of a name, to be sent piece by piece; undefined when it is missing or no longer what was written. */
  open(name: string): Promise<OpenFile | undefined>
}

export interface OpenFile {
  readonly size: number
  /** Bytes `from` to `to`, both included. */
  stream(from: number, to: number): ReadableStream<Uint8Array>
}

export function filesOnDisk(folder: string): Files {
  const place = (name: string) => join(folder, name.slice(0, 2), name)
  return {
    async write(content) {
      const name = hash(content)
      await mkdir(join(folder, name.slice(0, 2)), { recursive: true })
      // Written aside and renamed: a crash leaves no half file under a good name.
      const aside = `${place(name)}.${newId()}`
      await writeFile(aside, content, { mode: 0o600, flush: true })
      await rename(aside, place(name))
      return name
    },
    async read(name) {
      if (!isName(name)) throw new Error(`not the name of a kept file: ${name}`)
      const content = await readFile(place(name))
      if (hash(content) !== name) throw new Error(`file ${name} is not what was written`)
      return content
    },
    async open(name) {
      const path = place(name)
      if (!isName(name) || (await hashOfFile(path)) !== name) return undefined
      const { size } = await stat(path)
      const part = (start: number, end: number) => Readable.toWeb(createReadStream(path, { start, end }))
      return { size, stream: (from, to) => part(from, to) as ReadableStream<Uint8Array> }
    },
  }
}

function isName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name)
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

function hash(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
