/** Downloads that are the same for every reader: made once while the data they are made from stay, kept on disk, also compressed. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Context } from 'hono'
import { newId } from '#kernel/id.ts'
import { type CachedAnswer, createKeptAnswers, type MadeFrom } from './kept-answers.ts'
import { sendFile } from './send-file.ts'

interface CachedFile extends CachedAnswer {
  readonly tag: string
  readonly path: string
  readonly size: number
  /** Of the compressed one beside it, for what is not compressed already. */
  readonly gzipSize?: number
  readonly headers: Readonly<Record<string, string>>
  /** Costly files are not made anew for every change. */
  readonly goodUntil: number
}

export interface FileCache {
  /**
   * What is fresh, or was costly and made a moment ago. `count` is called for a file that is found, before its answer
   * is begun: when it throws, nothing of the file has gone into the answer.
   */
  find(
    http: Context,
    key: string,
    isFresh: (made: MadeFrom) => boolean,
    count: () => void,
  ): Promise<Response | undefined>
  /** Writes a response to disk as it comes, answers from there, and keeps it unless it has no key. */
  keep(http: Context, key: string | undefined, response: Response, made: MadeFrom): Promise<Response>
}

const megabyte = 1_048_576
/** Making a file that takes longer than this is worth waiting with. */
const costlyMs = 1_000
/** A costly file is good for so many times the time it took: making it never takes more than a twentieth of the server. */
const restFactor = 20

/** Files live in `folder`, each process's under its own number; what dead processes left is removed. */
export function createFileCache(folder: string, mostBytes = 512 * megabyte): FileCache {
  const files = createKeptAnswers<CachedFile>(mostBytes)
  const own = join(folder, String(process.pid))
  sweep(folder)
  return {
    async find(http, key, isFresh, count) {
      const file = files.get(key)
      if (!file || (!isFresh(file.made) && file.goodUntil < performance.now())) return undefined
      count()
      return answer(http, file)
    },
    async keep(http, key, response, made) {
      mkdirSync(own, { recursive: true, mode: 0o700 })
      const file = await write(join(own, newId()), response, made)
      // Opened before others can push it out; what is too large for a share is sent and forgotten.
      const sent = await answer(http, file)
      if (key === undefined || !files.set(key, file)) file.release?.()
      return sent ?? response
    },
  }
}

function sweep(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) if (!isAlive(Number(name))) rmSync(join(folder, name), { recursive: true })
}

function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function write(path: string, response: Response, made: MadeFrom): Promise<CachedFile> {
  const startedAt = performance.now()
  const type = response.headers.get('content-type') ?? ''
  const disposition = response.headers.get('content-disposition')
  const sum = createHash('sha256')
  const summed = new Transform({
    transform(piece: Uint8Array, _, done) {
      sum.update(piece)
      done(null, piece)
    },
  })
  const release = () => void Promise.all([rm(path, { force: true }), rm(`${path}.gz`, { force: true })])
  try {
    const body = response.body
      ? Readable.fromWeb(response.body as import('node:stream/web').ReadableStream)
      : Readable.from([])
    await pipeline(body, summed, createWriteStream(path, { mode: 0o600 }))
    const isText = /^text\/|json/.test(type)
    if (isText) await pipeline(createReadStream(path), createGzip(), createWriteStream(`${path}.gz`, { mode: 0o600 }))
    const size = (await stat(path)).size
    const gzipSize = isText ? (await stat(`${path}.gz`)).size : undefined
    const took = performance.now() - startedAt
    return {
      ...{ made, path, size, gzipSize, release },
      tag: sum.digest('base64url').slice(0, 22),
      headers: { 'content-type': type, ...(disposition ? { 'content-disposition': disposition } : {}) },
      goodUntil: took > costlyMs ? performance.now() + took * restFactor : 0,
      bytes: () => size + (gzipSize ?? 0),
    }
  } catch (error) {
    release()
    throw error
  }
}

/** Undefined when the file was pushed out in between. */
async function answer(http: Context, file: CachedFile): Promise<Response | undefined> {
  // A part is one of the file itself: of a part of a compressed body most readers can make nothing.
  const isPart = http.req.header('range') !== undefined
  const accepts = /\bgzip\b/.test(http.req.header('accept-encoding') ?? '')
  const isZipped = file.gzipSize !== undefined && accepts && !isPart
  const handle = await open(isZipped ? `${file.path}.gz` : file.path).catch(() => undefined)
  if (!handle) return undefined
  let isSent = false
  const headers = { ...file.headers, 'cache-control': 'public, no-cache', vary: 'Cookie, Accept-Encoding' }
  const response = sendFile(http, {
    tag: isZipped ? `${file.tag}-gz` : file.tag,
    size: isZipped ? (file.gzipSize ?? 0) : file.size,
    headers: isZipped ? { ...headers, 'content-encoding': 'gzip' } : headers,
    stream(start, end) {
      isSent = true
      return Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream
    },
  })
  if (!isSent) await handle.close()
  return response
}
