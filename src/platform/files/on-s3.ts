/** Files kept in an S3 store: Amazon's, MinIO, Ceph or another that speaks its protocol. */
import { openAsBlob } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { SaxesParser } from 'saxes'
import { ProblemError } from '#kernel/problem.ts'
import type { S3Settings } from '#platform/settings.ts'
import { checked, DamagedFileError, type Files, isName, type KeptFile, nameOf, placeOf } from './kept-file.ts'
import { fileProblems } from './problems.ts'

/** Below the store's address; the rest of a key is as on disk, so that the folder `files` can be copied there as it is. */
export const s3Folder = 'files'
const prefix = `${s3Folder}/`

/** A store that answers at all answers a small question within this time, and moves a file within the other. */
const shortMs = 20_000
const longMs = 300_000

/** Keeps files in a store. They arrive in `folder` before they go there: its disk is the one that may be full. */
export function filesOnS3(settings: S3Settings, folder: string): Files {
  const call = caller(settings)
  const put = async (name: string, body: Uint8Array | Blob) => {
    // The store computes the hash too and takes nothing that differs: what is under a good name is whole.
    const headers = { 'x-amz-content-sha256': name, 'content-type': 'application/octet-stream' }
    await done(call(at(name), { method: 'PUT', headers, body: body as BodyInit }, longMs))
  }
  const look = async (name: string): Promise<Stored | undefined> => {
    const head = isName(name) ? await call(at(name), { method: 'HEAD' }) : undefined
    return head && { size: Number(head.headers.get('content-length') ?? 0), tag: head.headers.get('etag') }
  }
  return {
    async write(content) {
      const name = nameOf(content)
      await put(name, content)
      return name
    },
    async add({ hash, path }) {
      await put(hash, await openAsBlob(path))
    },
    async read(name) {
      const answer = await call(at(name), {}, longMs)
      const content = answer && new Uint8Array(await answer.arrayBuffer())
      if (!content || nameOf(content) !== name) throw new DamagedFileError(name)
      return content
    },
    async open(name) {
      const stored = await look(name)
      if (stored === undefined) return undefined
      return { size: stored.size, stream: (from, to) => streamOf(call, name, { from, to, ...stored }) }
    },
    has: async (name) => (await look(name)) !== undefined,
    async remove(name) {
      await done(call(at(name), { method: 'DELETE' }))
    },
    list: () => listAll(call),
    // What was cut off is not there: the store takes a file whole or not at all.
    removeLeftovers: async () => 0,
    async free() {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
  }
}

/** Gives the connection back. */
async function done(answering: Promise<Response | undefined>): Promise<void> {
  const answer = await answering
  await answer?.body?.cancel()
}

function at(name: string): string {
  return `/${keyOf(name)}`
}

function keyOf(name: string): string {
  return prefix + placeOf(name)
}

/** What the store says of a file: its tag changes with its content. */
interface Stored {
  readonly size: number
  readonly tag: string | null
}

interface Part extends Stored {
  readonly from: number
  readonly to: number
}

/** Asked of the store when the reader begins; a whole file is checked on its way, a part by what the store says of it. */
function streamOf(call: Call, name: string, part: Part): ReadableStream<Uint8Array> {
  const { from, to, size } = part
  const isWhole = from === 0 && to === size - 1
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    const headers = isWhole ? undefined : { range: `bytes=${from}-${to}` }
    const answer = await call(at(name), { headers }, longMs)
    if (!answer?.body) throw new Error(`file ${name} is gone`)
    const wrong = wrongOf(answer, part, isWhole)
    if (wrong) {
      await answer.body.cancel()
      throw new DamagedFileError(name, wrong)
    }
    yield* isWhole ? checked(answer.body, name) : answer.body
  }
  return Readable.toWeb(Readable.from(pieces(), { objectMode: false })) as ReadableStream<Uint8Array>
}

/** Why an answer is not the part that was asked for: a hash tells it of a whole file only. */
function wrongOf({ status, headers }: Response, { from, to, size, tag }: Part, isWhole: boolean): string | undefined {
  const [now, length, range] = [headers.get('etag'), headers.get('content-length'), headers.get('content-range')]
  if (tag !== null && now !== null && now !== tag) return `its tag is ${now}, and was ${tag} when it was opened`
  const bytes = to - from + 1
  if (length !== null && Number(length) !== bytes) return `${length} bytes came where ${bytes} were asked for`
  if (isWhole) return undefined
  const isPart = status === 206 && (range === null || range.startsWith(`bytes ${from}-${to}/`))
  return isPart ? undefined : `bytes ${from}-${to} of ${size} were asked for, and ${range ?? 'all'} came`
}

/** Asks at a place below the store's address. Undefined where there is no such file. Throws `files.storeAway` where the store does not answer or cannot. */
type Call = (place: string, init?: RequestInit, ms?: number) => Promise<Response | undefined>

function caller({ url, region, keyId, secret }: S3Settings): Call {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: 2 })
  return async (place, init = {}, ms = shortMs) => {
    const answer = await client
      .fetch(url + place, { ...init, signal: AbortSignal.timeout(ms) })
      .catch((cause: unknown) => {
        throw storeAway(cause)
      })
    if (answer.ok) return answer
    const text = await answer.text()
    if (answer.status >= 500) throw storeAway(new Error(text.slice(0, 500)))
    const isMissing = answer.status === 404 && !text.includes('NoSuchBucket')
    if (isMissing) return undefined
    throw new Error(`the file store refused ${init.method ?? 'GET'} ${place}: ${answer.status} ${text.slice(0, 500)}`)
  }
}

function storeAway(cause: unknown): ProblemError {
  return Object.assign(new ProblemError(fileProblems.storeAway({}, ['file'])), { cause })
}

async function* listAll(call: Call): AsyncGenerator<KeptFile> {
  let after: string | undefined
  do {
    const query = new URLSearchParams({ 'list-type': '2', prefix, ...(after ? { 'continuation-token': after } : {}) })
    const answer = await call(`?${query}`)
    const page = readPage((await answer?.text()) ?? '')
    yield* page.files
    after = page.next
  } while (after)
}

/** One page of ListObjectsV2. */
function readPage(xml: string): { files: KeptFile[]; next?: string } {
  const files: KeptFile[] = []
  const fields = new Map<string, string>()
  let text = ''
  const parser = new SaxesParser()
  parser.on('opentag', () => {
    text = ''
  })
  parser.on('text', (piece) => {
    text += piece
  })
  parser.on('closetag', ({ name }) => {
    fields.set(name, text)
    if (name !== 'Contents') return
    const key = fields.get('Key') ?? ''
    const file = key.split('/').at(-1) ?? ''
    // What others put there is not ours to clear away.
    if (isName(file) && key === keyOf(file)) {
      files.push({ name: file, bytes: Number(fields.get('Size')), at: new Date(fields.get('LastModified') ?? '') })
    }
  })
  parser.write(xml).close()
  const next = fields.get('IsTruncated') === 'true' ? fields.get('NextContinuationToken') : undefined
  return { files, next }
}
