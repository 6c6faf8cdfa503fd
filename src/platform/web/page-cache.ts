/** Pages that look the same to every reader, kept ready and compressed while the data they were made from stay. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { type CachedAnswer, createKeptAnswers, type MadeFrom } from './kept-answers.ts'
import { hasIt } from './send-file.ts'

type Body = Buffer<ArrayBuffer>
type Encoding = 'br' | 'gzip'

interface Ready extends CachedAnswer {
  readonly tag: string
  /** As it was made, or in an encoding: made when first asked for, once, because what nobody fetches twice is not worth more. */
  body(encoding?: Encoding): Promise<Body>
}

export interface PageCache {
  find(http: Context, key: string, isFresh: (made: MadeFrom) => boolean): Promise<Response> | undefined
  /** Keeps a page, unless it has no key. */
  keep(http: Context, key: string | undefined, html: string, made: MadeFrom): Promise<Response>
  /** Of everything kept, compressed bodies too. */
  bytes(): number
}

const megabyte = 1_048_576

/** A page made from older data is made anew. */
export function createPageCache(mostBytes = 64 * megabyte): PageCache {
  const pages = createKeptAnswers<Ready>(mostBytes)
  return {
    find(http, key, isFresh) {
      const ready = pages.get(key)
      return ready && isFresh(ready.made) ? answer(http, ready) : undefined
    },
    keep(http, key, html, made) {
      const ready = prepare(html, made, pages.trim)
      if (key !== undefined) pages.set(key, ready)
      return answer(http, ready)
    },
    bytes: pages.bytes,
  }
}

// Not on the event loop, which 2.5 MB would hold up for a tenth of a second.
const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)]
/** The smallest pages for the time they take: 6 and above take twice as long for a hundredth less. */
const brotliQuality = 5

function prepare(html: string, madeFrom: MadeFrom, grown: () => void): Ready {
  const plain = Buffer.from(html)
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const bodies = new Map<Encoding, Promise<Body>>()
  let bytes = plain.length
  const compressed = async (encoding: Encoding): Promise<Body> => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
    const body = encoding === 'br' ? await brotli(plain, { params }) : await gzipped(plain)
    bytes += body.length
    grown()
    return body
  }
  return {
    made: madeFrom,
    tag,
    bytes: () => bytes,
    async body(encoding) {
      if (!encoding) return plain
      const body = bodies.get(encoding) ?? compressed(encoding)
      bodies.set(encoding, body)
      return body
    },
  }
}

async function answer(http: Context, ready: Ready): Promise<Response> {
  const accepts = http.req.header('accept-encoding') ?? ''
  const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : undefined
  // Cookies choose language and theme, so a shared cache in front must ask again; 'no-cache' still allows 304.
  const headers = { 'cache-control': 'no-cache', vary: 'Cookie, Accept-Encoding', etag: `"${ready.tag}"` }
  if (hasIt(http, ready.tag)) return http.body(null, 304, headers)
  const html = { ...headers, 'content-type': 'text/html; charset=UTF-8' }
  const body = await ready.body(encoding)
  return http.body(body, 200, encoding ? { ...html, 'content-encoding': encoding } : html)
}
