/** Answers with a file that is ready: a strong tag, 304 to who has it, a part to who asks for one. */
import type { Context } from 'hono'

export interface ReadyFile {
  /** Of exactly these bytes, without quotes. */
  readonly tag: string
  readonly size: number
  readonly headers: Readonly<Record<string, string>>
  /** Bytes `from` to `to`, both included. */
  stream(from: number, to: number): ReadableStream
}

export function sendFile(http: Context, file: ReadyFile): Response {
  const { size } = file
  const headers = { ...file.headers, etag: `"${file.tag}"`, 'accept-ranges': 'bytes' }
  if (hasIt(http, file.tag)) return http.body(null, 304, headers)
  if (size === 0) return http.body('', 200, { ...headers, 'content-length': '0' })
  const part = partAsked(http, file)
  if (part === 'beyond') return http.body(null, 416, { ...headers, 'content-range': `bytes */${size}` })
  const { from, to } = part ?? { from: 0, to: size - 1 }
  const sent = { ...headers, 'content-length': String(to - from + 1) }
  // A HEAD request is answered by the same handler, and nobody would read the stream to its end.
  const body = http.req.method === 'HEAD' ? '' : file.stream(from, to)
  if (!part) return http.body(body, 200, sent)
  return http.body(body, 206, { ...sent, 'content-range': `bytes ${from}-${to}/${size}` })
}

/** Whether the reader has these bytes already. */
export function hasIt(http: Context, tag: string): boolean {
  const tags: string[] = http.req.header('if-none-match')?.match(/"[^"]*"|\*/g) ?? []
  return tags.includes(`"${tag}"`) || tags.includes('*')
}

/** One part; of several the whole file is sent, as is allowed. A part of another version would not fit what the reader has. */
function partAsked(http: Context, { tag, size }: ReadyFile): { from: number; to: number } | 'beyond' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(http.req.header('range') ?? '') ?? []
  const ifRange = http.req.header('if-range')
  if (first === '' && last === '') return undefined
  if (ifRange !== undefined && ifRange !== `"${tag}"`) return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > to ? 'beyond' : { from, to }
}
