/** Answers with a kept file that somebody sent: saved by the browser, never shown by it as a page of ours, and able to run nothing. */
import type { Context } from 'hono'
import { ProblemError } from '#kernel/problem.ts'
import type { Files } from '#platform/files/index.ts'
import { mediaTypes } from '#platform/files/media-types.ts'
import { problems } from '#platform/problems.ts'
import { sendFile } from './send-file.ts'

/** A kept file and what it is called. */
export interface StoredFile {
  /** The name under which it is kept. */
  readonly file: string
  readonly fileName: string
  readonly mediaType: string
  /** Made by the program itself: what it is called is what it is. */
  readonly isOwn?: boolean
}

const isStored = 'isStoredFile'

/** Sends it whole or in part. Throws `platform.notFound` where the store has lost it. */
export async function sendStored(http: Context, files: Files, stored: StoredFile): Promise<Response> {
  const opened = await files.open(stored.file)
  if (!opened) throw new ProblemError(problems.notFound())
  http.set(isStored, true)
  return sendFile(http, {
    ...opened,
    tag: stored.file,
    headers: {
      'content-type': stored.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encoded(downloadName(stored))}`,
      'cache-control': 'private, no-cache',
    },
  })
}

/** Whoever saves it opens it by how its name ends: that is as the content is, whatever its sender called it. */
export function downloadName({ fileName, mediaType, isOwn }: StoredFile): string {
  if (isOwn) return fileName
  const ending = Object.values(mediaTypes).find(({ type }) => type === mediaType)?.ending ?? 'bin'
  const own = fileName.toLowerCase()
  const isRight = own.endsWith(`.${ending}`) || (ending === 'jpg' && own.endsWith('.jpeg'))
  return isRight ? fileName : `${fileName}.${ending}`
}

/** RFC 8187 leaves fewer signs as they are than an address does. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}

/** A reader that opens the answer in place is given a document that may load nothing, send nothing and run nothing. */
export async function sandboxed(http: Context, next: () => Promise<void>): Promise<void> {
  await next()
  if (!http.get(isStored)) return
  http.res.headers.set('content-security-policy', "sandbox; default-src 'none'")
  http.res.headers.set('x-content-type-options', 'nosniff')
  http.res.headers.set('cross-origin-resource-policy', 'same-origin')
}
