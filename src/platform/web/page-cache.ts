/** Pages that look the same to every reader, kept ready and compressed for one version of the data. */
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { languageOf, themeOf } from '#platform/web/visit.ts'

interface Ready {
  readonly version: string
  readonly tag: string
  readonly plain: Body
  /** Compressed when first asked for: what nobody fetches twice is not worth more. */
  brotli?: Body
  gzip?: Body
}
type Body = Buffer<ArrayBuffer>

export interface PageCache {
  find(http: Context): Response | undefined
  /** Keeps a page that was made from data not older than `version`. */
  keep(http: Context, html: string, version: string): Response
}

/** About 50 MB at most. */
const maxPages = 500

/** Keeps at most 500 pages; a page made from older data is made anew. */
export function createPageCache(version: () => string): PageCache {
  const pages = new Map<string, Ready>()
  return {
    find(http) {
      const ready = pages.get(keyOf(http))
      return ready && ready.version === version() ? answer(http, ready) : undefined
    },
    keep(http, html, madeFrom) {
      const ready = prepare(html, madeFrom)
      if (pages.size >= maxPages) pages.delete(pages.keys().next().value ?? '')
      pages.set(keyOf(http), ready)
      return answer(http, ready)
    },
  }
}

function keyOf(http: Context): string {
  const url = new URL(http.req.url)
  return `${languageOf(http)} ${themeOf(http) ?? ''} ${url.pathname}${url.search}`
}

function prepare(html: string, version: string): Ready {
  const plain = Buffer.from(html)
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { version, tag, plain }
}

const brotliQuality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }

function answer(http: Context, ready: Ready): Response {
  // Cookies choose language and theme, so a shared cache in front must ask again; 'no-cache' still allows 304.
  const headers = { 'cache-control': 'no-cache', vary: 'Cookie, Accept-Encoding', etag: ready.tag }
  if (http.req.header('if-none-match') === ready.tag) return http.body(null, 304, headers)
  const html = { ...headers, 'content-type': 'text/html; charset=UTF-8' }
  const accepts = http.req.header('accept-encoding') ?? ''
  if (accepts.includes('br')) {
    ready.brotli ??= brotliCompressSync(ready.plain, brotliQuality)
    return http.body(ready.brotli, 200, { ...html, 'content-encoding': 'br' })
  }
  if (accepts.includes('gzip')) {
    ready.gzip ??= gzipSync(ready.plain)
    return http.body(ready.gzip, 200, { ...html, 'content-encoding': 'gzip' })
  }
  return http.body(ready.plain, 200, html)
}
