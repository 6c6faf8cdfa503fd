/** Kept files on their way into a backup and out of it, piece by piece; each is checked by its name, which is its hash. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { DamagedFileError } from '#platform/files/kept-file.ts'
import { damaged, FileEnd, FileStart, type Frame, type Frames, jsonFrame, readJson } from './backup-format.ts'

/** The store whose files go along. */
export interface FilesToCopy {
  list(): AsyncIterable<{ readonly name: string }>
  open(name: string): Promise<FileToCopy | undefined>
}

interface FileToCopy {
  readonly size: number
  stream(from: number, to: number): AsyncIterable<Uint8Array>
}

/** Where the files of a backup go. */
export interface FilesToFill {
  /** Takes the content of a file to its end; whether it is what its name says. What is not is not kept. */
  take(name: string, content: AsyncIterable<Buffer>): Promise<boolean>
}

/** Files are looked at and go nowhere. */
export const filesLookedAt: FilesToFill = {
  async take(name, content) {
    const sum = createHash('sha256')
    for await (const piece of content) sum.update(piece)
    return sum.digest('hex') === name
  },
}

interface FileCount {
  readonly count: number
  readonly bytes: number
  readonly lost: readonly string[]
}

/** Every file that lies in the store; what the database counts (`named`) and is not there, or not whole, is lost. */
export async function* fileFrames(files: FilesToCopy, named: ReadonlySet<string>): AsyncGenerator<Frame, FileCount> {
  const missing = new Set(named)
  let [count, bytes] = [0, 0]
  for await (const { name } of files.list()) {
    const size = yield* framesOf(files, name)
    if (size === undefined) missing.add(name)
    else missing.delete(name)
    count += size === undefined ? 0 : 1
    bytes += size ?? 0
  }
  return { count, bytes, lost: [...missing].sort() }
}

/** The bytes of the file, or undefined where it is gone or was not what its name says. */
async function* framesOf(files: FilesToCopy, name: string): AsyncGenerator<Frame, number | undefined> {
  const file = await files.open(name)
  if (!file) return undefined
  yield jsonFrame('file', { name })
  const sum = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of file.size > 0 ? file.stream(0, file.size - 1) : []) {
      const body = Buffer.from(piece)
      sum.update(body)
      bytes += body.length
      yield { kind: 'content', body }
    }
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error
    // Whatever came is marked as not the file: a hash of nothing else than it.
    sum.update('damaged')
  }
  const sha256 = sum.digest('hex')
  yield jsonFrame('fileEnd', { bytes, sha256 })
  return sha256 === name ? bytes : undefined
}

/** Takes the file that begins with `start` to its end. */
async function takeFile(frames: Frames, start: Frame, into: FilesToFill): Promise<{ name: string; bytes?: number }> {
  const { name } = readJson(start, FileStart)
  const sum = createHash('sha256')
  let bytes = 0
  let end: z.infer<typeof FileEnd> | undefined
  async function* content() {
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      if (next.value.kind !== 'content') {
        end = readJson(next.value, FileEnd)
        return
      }
      sum.update(next.value.body)
      bytes += next.value.body.length
      yield next.value.body
    }
  }
  const isWhole = await into.take(name, content())
  if (!end) throw damaged(`the end of file ${name} is missing`)
  const sha256 = sum.digest('hex')
  if (end.bytes !== bytes || (end.sha256 !== sha256 && end.sha256 === name)) throw damaged(`file ${name} differs`)
  return isWhole ? { name, bytes } : { name }
}

/** Takes every file that comes after the tables; `first` is the frame after the last table. */
export async function takeFiles(frames: Frames, first: Frame | undefined, into: FilesToFill): Promise<FileCount> {
  let [count, bytes] = [0, 0]
  const lost: string[] = []
  let start = first
  while (start) {
    if (start.kind !== 'file') throw damaged('a file is expected')
    const file = await takeFile(frames, start, into)
    if (file.bytes === undefined) lost.push(file.name)
    else count += 1
    bytes += file.bytes ?? 0
    const next = await frames.next()
    start = next.done ? undefined : next.value
  }
  return { count, bytes, lost }
}
