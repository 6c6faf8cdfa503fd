/** Files as operations keep them: counted for their unit in the same transaction, within its share, and gone again when nothing comes of it. */
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Settings } from '#platform/settings.ts'
import { DamagedFileError, type FileAtPath, type Files, nameOf, type OpenFile } from './kept-file.ts'
import { fileProblems } from './problems.ts'
import * as store from './store.ts'

export interface KeptFiles {
  /**
   * Keeps the content for a unit (null: for the installation itself) and returns its name. Throws `files.*` where there is no room.
   */
  write(content: Uint8Array, unitId: string | null): Promise<string>
  /** Keeps a file that somebody sent, without reading it into memory. */
  keep(file: FileAtPath, unitId: string | null): Promise<string>
  /** Counts a file that lies there once more, for another use of it. Throws where it is missing or no longer what was written. */
  keepAgain(name: string, unitId: string | null): Promise<string>
  /** The content of a name; throws when it is missing or no longer what was written. */
  read(name: string): Promise<Uint8Array>
  /** The file of a name, to be sent piece by piece; undefined when it is missing or no longer what was written. */
  open(name: string): Promise<OpenFile | undefined>
  /** All files as they lie there, for whoever clears up. */
  readonly disk: Files
  /** What rows of the modules name. */
  readonly named: store.NamedFiles
}

interface Keeping extends Pick<KeptFiles, 'disk' | 'named'> {
  readonly tx: Tx
  readonly settings: Pick<Settings, 'filesPerUnit' | 'filesInAll'>
  readonly now: Date
  /** Names that were not on the disk before: to be cleared away should the transaction fail. */
  readonly made: string[]
}

export function keptFiles(keeping: Keeping): KeptFiles {
  const { disk, named, tx, made } = keeping
  const keep = async (file: { name: string; bytes: number; unitId: string | null }, put: () => Promise<unknown>) => {
    await store.holdName(tx, file.name)
    await count(keeping, file)
    // It may be there; what lies there damaged is written anew.
    if (await disk.open(file.name)) return file.name
    made.push(file.name)
    await put()
    return file.name
  }
  return {
    write(content, unitId) {
      return keep({ name: nameOf(content), bytes: content.length, unitId }, () => disk.write(content))
    },
    keep: (file, unitId) => keep({ name: file.hash, bytes: file.size, unitId }, () => disk.add(file)),
    async keepAgain(name, unitId) {
      const opened = await disk.open(name)
      if (!opened) throw new DamagedFileError(name)
      return keep({ name, bytes: opened.size, unitId }, async () => {
        throw new Error(`file ${name} is gone`)
      })
    },
    read: (name) => disk.read(name),
    open: (name) => disk.open(name),
    disk,
    named,
  }
}

/** Throws `files.unitFull` or `files.allFull` where the share has no room for it. */
async function count(
  { tx, settings, now }: Keeping,
  { name, bytes, unitId }: { name: string; bytes: number; unitId: string | null },
): Promise<void> {
  const sums = await store.countFile(tx, { id: newId(), name, unitId, bytes, at: now })
  if (unitId && sums.unit > settings.filesPerUnit) {
    const params = {
      used: megabytes(sums.unit - bytes),
      most: megabytes(settings.filesPerUnit),
      size: megabytes(bytes),
    }
    throw new ProblemError(fileProblems.unitFull(params, ['file']))
  }
  if (sums.all > settings.filesInAll) {
    throw new ProblemError(fileProblems.allFull({ most: megabytes(settings.filesInAll) }, ['file']))
  }
}

/**
 * Puts a file that somebody sent into the store before the transaction that counts it, so that no connection waits for the store.
 * Returns whether it was not there before: then `dropUnkept` is to look at it afterwards.
 */
export async function stage(disk: Files, file: FileAtPath): Promise<boolean> {
  if (await disk.open(file.hash)) return false
  await disk.add(file)
  return true
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10
}

/** Clears away a file that a transaction made and did not keep, unless another has kept it since. */
export async function dropUnkept(disk: Files, tx: Tx, name: string): Promise<void> {
  await store.holdName(tx, name)
  const [counted] = await store.isCounted(tx, { name })
  if (!counted?.is) await disk.remove(name)
}
