/** A kept file laid where a thread can read it piece by piece: wherever kept files lie, only `open` knows. */
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Files } from './kept-file.ts'
import { storageProblem } from './problems.ts'

/**
 * Copies a kept file to a path, never more of it in memory than a piece. Returns whether there is such a file. Throws
 * `DamagedFileError` where it is not what was written, and `files.*` where the disk has no room; then nothing lies at the path.
 */
export async function layOut(files: Pick<Files, 'open'>, name: string, path: string): Promise<boolean> {
  const file = await files.open(name)
  if (!file) return false
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const content = file.size === 0 ? Readable.from([]) : Readable.fromWeb(file.stream(0, file.size - 1) as never)
    await pipeline(content, createWriteStream(path, { mode: 0o600 }))
    return true
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined)
    throw storageProblem(error) ?? error
  }
}
