/** What a request brings, read once: the fields of a form in their order, and files, streamed to disk while they come. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import type { Context } from 'hono'
import { ProblemError } from '#kernel/problem.ts'
import { bodyKilobytes } from '#platform/body.ts'
import type { Incoming } from '#platform/files/receiving.ts'
import type { FileUse, Upload } from '#platform/files/upload.ts'
import { problems } from '#platform/problems.ts'

export interface Sent {
  /** The text fields as they were sent, in order, each as often as it came. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly files: ReadonlyMap<string, Upload>
}

/** Where files go, and what the field `file` takes; without it no file is taken, whoever sends one. */
export interface Taking {
  readonly incoming: Incoming
  readonly use: FileUse
}

/** More than the cells of the largest form have fields: each more costs time, and nobody needs it. */
const mostFields = 10_000
/** Forms have one file; whoever sends more is not asked which one. */
const mostFiles = 1

const sent = new WeakMap<Context, Promise<Sent>>()
/** What a request has brought to disk, and where it goes from. */
const held = new WeakMap<Context, (readonly [Incoming, Upload])[]>()

/** The form of a request, read at the first call, which says whether a file is taken. */
export function readSent(http: Context, taking?: Taking): Promise<Sent> {
  const known = sent.get(http)
  if (known) return known
  const read = readNow(http, taking)
  sent.set(http, read)
  return read
}

export function isMultipart(http: Context): boolean {
  return /^multipart\/form-data\s*(?:;|$)/i.test(http.req.header('content-type') ?? '')
}

/** Takes text that a form brought as if it were a file. */
export async function takeText(http: Context, text: string, name: string, { incoming, use }: Taking): Promise<Upload> {
  const upload = await incoming.receive(Readable.from([Buffer.from(text)]), { name, use })
  hold(http, incoming, upload)
  return upload
}

/** Clears away what the request has brought, once it is answered. */
export async function releaseSent(http: Context): Promise<void> {
  await sent.get(http)?.catch(() => undefined)
  for (const [incoming, upload] of held.get(http) ?? []) await incoming.release(upload)
  held.delete(http)
}

function hold(http: Context, incoming: Incoming, upload: Upload): void {
  held.set(http, [...(held.get(http) ?? []), [incoming, upload]])
}

async function readNow(http: Context, taking?: Taking): Promise<Sent> {
  if (isMultipart(http)) return readParts(http, taking)
  if (!/^application\/x-www-form-urlencoded/i.test(http.req.header('content-type') ?? ''))
    return { fields: [], files: new Map() }
  const body = await http.req.text()
  const count = countFields(body)
  if (count > mostFields) throw tooMany(count)
  return { fields: [...new URLSearchParams(body)], files: new Map() }
}

function tooMany(count: number): ProblemError {
  return new ProblemError(problems.tooMany({ maximum: mostFields, found: count }))
}

function countFields(body: string): number {
  let count = 1
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) count += 1
  return count
}

async function readParts(http: Context, taking?: Taking): Promise<Sent> {
  const fields: [string, string][] = []
  const files = new Map<string, Upload>()
  const arriving: Promise<void>[] = []
  const streams: BusboyFileStream[] = []
  const { busboy, refusal } = parserOf(http)
  busboy.on('field', (name, value) => void fields.push([name, value]))
  busboy.on('file', (name, stream, fileName) => {
    // The parser ends a file that is cut off with an error, which its reader meets; without one it would end the program.
    stream.on('error', () => undefined)
    streams.push(stream)
    // A file field that was left empty comes as a file without a name.
    if (name !== 'file' || !taking || !fileName) return void stream.resume()
    arriving.push(takeFile(http, stream, { ...taking, name: named(fileName) }).then((upload) => keep(files, upload)))
  })
  try {
    await pipeline(bounded(http.req.raw.body), busboy)
    await Promise.all(arriving)
  } catch (error) {
    // What the parser did not end nobody would ever end.
    for (const stream of streams) stream.destroy(new Error('cut off'))
    await Promise.allSettled(arriving)
    // What cannot be read is no form of ours.
    throw error instanceof ProblemError ? error : (refusal() ?? new ProblemError(problems.notForm()))
  }
  const refused = refusal()
  if (refused) throw refused
  return { fields, files }
}

function keep(files: Map<string, Upload>, upload: Upload): void {
  if (upload.size > 0) files.set('file', upload)
}

function parserOf(http: Context) {
  const limits = {
    fieldNameSize: 200,
    fieldSize: bodyKilobytes.long * 1024,
    fields: mostFields,
    files: mostFiles,
    parts: mostFields + mostFiles,
    headerPairs: 20,
    headerSize: 8_192,
  }
  const busboy = newParser({ headers: { 'content-type': http.req.header('content-type') ?? '' }, limits })
  let refused: ProblemError | undefined
  const refuse = (error: ProblemError) => {
    refused ??= error
  }
  busboy.on('fieldsLimit', () => refuse(tooMany(mostFields + 1)))
  busboy.on('partsLimit', () => refuse(tooMany(mostFields + 1)))
  busboy.on('filesLimit', () =>
    refuse(new ProblemError(problems.tooMany({ maximum: mostFiles, found: mostFiles + 1 }))),
  )
  busboy.on('field', (_name, _value, isNameCut, isValueCut) => {
    const kilobytes = bodyKilobytes.long
    if (isNameCut || isValueCut)
      refuse(new ProblemError(problems.tooLarge({ kilobytes, megabytes: Math.floor(kilobytes / 1024) })))
  })
  return { busboy, refusal: () => refused }
}

function newParser(config: ConstructorParameters<typeof Busboy>[0]) {
  try {
    return new Busboy(config)
  } catch {
    // As where the boundary is missing.
    throw new ProblemError(problems.notForm())
  }
}

async function takeFile(
  http: Context,
  stream: BusboyFileStream,
  { incoming, use, name }: Taking & { name: string },
): Promise<Upload> {
  const upload = await incoming.receive(stream, { name, use })
  hold(http, incoming, upload)
  return upload
}

/** Browsers write what would end a name in another way. */
function named(fileName: string): string {
  return fileName.replace(/%22/g, '"').replace(/%0[AD]/gi, ' ')
}

const most = bodyKilobytes.file * 1024

/** Nobody has to say how long a body is. */
async function* bounded(body: Request['body']): AsyncGenerator<Uint8Array> {
  let size = 0
  if (!body) return
  for await (const piece of Readable.fromWeb(body as ReadableStream)) {
    size += piece.length
    if (size > most) {
      throw new ProblemError(
        problems.tooLarge({ kilobytes: bodyKilobytes.file, megabytes: Math.floor(bodyKilobytes.file / 1024) }),
      )
    }
    yield piece
  }
}
