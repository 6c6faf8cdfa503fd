/** Files on disk, named by their SHA-256: the same content is kept once, and what was read is what was written. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '#kernel/id.ts'

export interface Files {
  /** Keeps the content and returns its name (64 hexadecimal digits). */
  write(content: Uint8Array): Promise<string>
  /** The content of a name; throws when it is missing or no longer what was written. */
  read(name: string): Promise<Uint8Array>
}

export function filesOnDisk(folder: string): Files {
  const place = (name: string) => join(folder, name.slice(0, 2), name)
  return {
    async write(content) {
      const name = hash(content)
      await mkdir(join(folder, name.slice(0, 2)), { recursive: true })
      // Written aside and renamed: a crash leaves no half file under a good name.
      const aside = `${place(name)}.${newId()}`
      await writeFile(aside, content, { mode: 0o600, flush: true })
      await rename(aside, place(name))
      return name
    },
    async read(name) {
      if (!/^[0-9a-f]{64}$/.test(name)) throw new Error(`not the name of a kept file: ${name}`)
      const content = await readFile(place(name))
      if (hash(content) !== name) throw new Error(`file ${name} is not what was written`)
      return content
    },
  }
}

function hash(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
