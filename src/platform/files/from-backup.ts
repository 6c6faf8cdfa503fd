/** Files of a backup taken back into the store: each laid down whole and checked before it is kept, never more of it in memory than a piece. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { newId } from '#kernel/id.ts'
import type { Files } from './kept-file.ts'
import { storageProblem } from './problems.ts'

/** `folder` is where they lie on their way; what was cut off there is swept like other files that arrive. */
export function filesFromBackup(files: Pick<Files, 'add' | 'open'>, folder: string) {
  return {
    /** Throws `files.*` where there is no room. */
    async take(name: string, content: AsyncIterable<Buffer>): Promise<boolean> {
      // What lies there whole is not written again; what lies there damaged is.
      if (await files.open(name)) return (await hashed(content)).hash === name
      const path = join(folder, newId())
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const { hash, size } = await hashed(content, path)
        if (hash !== name) return false
        await files.add({ hash, path, size })
        return true
      } catch (error) {
        throw storageProblem(error) ?? error
      } finally {
        await rm(path, { force: true }).catch(() => undefined)
      }
    },
  }
}

/** Reads the content to its end, and writes it to a path where one is given. */
async function hashed(content: AsyncIterable<Buffer>, path?: string): Promise<{ hash: string; size: number }> {
  const sum = createHash('sha256')
  let size = 0
  async function* pieces() {
    for await (const piece of content) {
      sum.update(piece)
      size += piece.length
      yield piece
    }
  }
  if (path) await pipeline(pieces(), createWriteStream(path, { mode: 0o600, flags: 'wx' }))
  else for await (const _ of pieces());
  return { hash: sum.digest('hex'), size }
}
