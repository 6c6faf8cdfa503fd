/**
 * The backup file: gzip around frames of one kind byte, four length bytes and a body. A manifest; for each table its name, its
 * rows as COPY text, and their number and hash; for each kept file its name, its content, and their length and hash; at the end a
 * hash over everything before it. A file cut short has no end. With a passphrase the whole is encrypted besides.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { databaseProblems } from './problems.ts'

const kinds = {
  manifest: 'M',
  table: 'T',
  rows: 'R',
  tableEnd: 'E',
  file: 'F',
  content: 'C',
  fileEnd: 'G',
  end: 'Z',
} as const
type Kind = keyof typeof kinds

export interface Frame {
  readonly kind: Kind
  readonly body: Buffer
}

export const Manifest = z.object({
  format: z.literal('hieuhoc-backup'),
  /** The first version had no files. */
  version: z.union([z.literal(1), z.literal(2)]),
  /** Whether the files that people sent are in it. */
  hasFiles: z.boolean().default(false),
  createdAt: z.iso.datetime(),
  /** The server it came from, as PostgreSQL numbers itself. */
  server: z.number(),
  migrations: z.array(z.object({ module: z.string(), name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.object({ name: z.string(), type: z.string() })) })),
  /** The next value each sequence will give, as text: it may be beyond 2^53. */
  sequences: z.array(z.object({ name: z.string(), next: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>
export type Frames = AsyncGenerator<Frame, void, undefined>

export const TableStart = z.object({ name: z.string() })
export const TableEnd = z.object({ rows: z.number(), sha256: z.string() })
export const FileStart = z.object({ name: z.string().regex(/^[0-9a-f]{64}$/) })
/** Of what was read of the file when the backup was made: another hash than its name says that it was damaged then. */
export const FileEnd = z.object({ bytes: z.number(), sha256: z.string() })
const End = z.object({ sha256: z.string() })

const header = 5
/** No honest frame is longer; a damaged length must not ask for all the memory. */
const longest = 64 * 2 ** 20

/** Turns frames into bytes, and adds the end. */
export async function* writeFrames(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  const whole = createHash('sha256')
  for await (const frame of frames) {
    const bytes = encode(frame)
    whole.update(bytes)
    yield bytes
  }
  yield encode(jsonFrame('end', { sha256: whole.digest('hex') }))
}

export function jsonFrame(kind: Kind, value: object): Frame {
  return { kind, body: Buffer.from(JSON.stringify(value)) }
}

function encode({ kind, body }: Frame): Buffer {
  const head = Buffer.alloc(header)
  head.write(kinds[kind], 0, 'latin1')
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

/**
 * Turns bytes back into frames, without the end, which it checks.
 * @throws ProblemError `database.damagedBackup`
 */
export async function* readFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame, void, undefined> {
  const whole = createHash('sha256')
  let ended = false
  for await (const raw of cutFrames(bytes)) {
    if (ended) throw damaged('data after the end')
    const frame = decode(raw)
    if (frame.kind === 'end') {
      if (readJson(frame, End).sha256 !== whole.digest('hex')) throw damaged('the hash of the file differs')
      ended = true
    } else {
      whole.update(raw)
      yield frame
    }
  }
  if (!ended) throw damaged('the end is missing')
}

async function* cutFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    pending.push(chunk)
    size += chunk.length
    if (size < header) continue
    let joined = Buffer.concat(pending)
    for (let length = frameLength(joined); length <= joined.length; length = frameLength(joined)) {
      yield joined.subarray(0, length)
      joined = joined.subarray(length)
    }
    pending = [joined]
    size = joined.length
  }
  if (size > 0) throw damaged('the last part is cut off')
}

function frameLength(bytes: Buffer): number {
  if (bytes.length < header) return Number.POSITIVE_INFINITY
  const length = bytes.readUInt32BE(1)
  if (length > longest) throw damaged('a part is too long')
  return header + length
}

const kindOfByte = new Map(Object.entries(kinds).map(([kind, byte]) => [byte as string, kind as Kind]))

function decode(raw: Buffer): Frame {
  const kind = kindOfByte.get(raw.toString('latin1', 0, 1))
  if (!kind) throw damaged('an unknown part')
  return { kind, body: raw.subarray(header) }
}

/** The body of a frame, checked. */
export function readJson<T>(frame: Frame, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(frame.body.toString('utf8')))
  } catch {
    throw damaged(`the ${frame.kind} cannot be read`)
  }
}

export function damaged(reason: string): ProblemError {
  return new ProblemError(databaseProblems.damagedBackup({ reason }))
}
