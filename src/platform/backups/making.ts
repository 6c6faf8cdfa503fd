/** Writes a backup to a file of which only a whole one ever bears the name. */
import { createReadStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { backup, type Carried, type Database, readThrough } from '#platform/database/index.ts'
import { isAlive } from '#platform/database/postmaster.ts'
import type { Files } from '#platform/files/index.ts'

interface Source {
  readonly database: Database
  readonly files: Files
}

export interface MakingOptions {
  readonly withFiles: boolean
  readonly passphrase?: string
  /** Reads it back from the disk before it gets its name. */
  readonly isReadBack?: boolean
}

export interface MadeBackup extends Carried {
  /** Of the file. */
  readonly bytes: number
}

/** Written aside, to the disk itself, and renamed: a file of this name is always a whole backup, also when two are made at once. */
export async function makeBackup(source: Source, file: string, options: MakingOptions): Promise<MadeBackup> {
  const { withFiles, passphrase, isReadBack } = options
  await removeLeftovers(dirname(file), (name) => name === basename(file))
  const aside = `${file}.${process.pid}.part`
  try {
    const output = await open(aside, 'w', 0o600)
    const files = withFiles ? source.files : undefined
    const carried = await backup(source.database, output.createWriteStream({ flush: true }), { files, passphrase })
    if (isReadBack) await readThrough(createReadStream(aside), passphrase)
    const { size: bytes } = await stat(aside)
    await rename(aside, file)
    return { ...carried, bytes }
  } finally {
    await rm(aside, { force: true })
  }
}

/** What was begun under a name that `isOurs`, and killed. */
export async function removeLeftovers(folder: string, isOurs: (name: string) => boolean): Promise<void> {
  for (const each of await readdir(folder).catch(() => [])) {
    const [, name = '', pid] = /^(.+)\.(\d+)\.part$/.exec(each) ?? []
    if (pid && isOurs(name) && !isAlive(Number(pid))) await rm(join(folder, each), { force: true })
  }
}
