/** Files as operations keep them: counted for their unit in the same transaction, within its share, and gone again when nothing comes of it. */
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Settings } from '#platform/settings.ts'
import { type Files, nameOf, type OpenFile } from './index.ts'
import { fileProblems } from './problems.ts'
import * as store from './store.ts'

export interface KeptFiles {
  /**
   * Keeps the content for a unit (null: for the installation itself) and returns its name. Throws `files.*` where there is no room.
   */
  write(content: Uint8Array, unitId: string | null): Promise<string>
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

export function keptFiles({ disk, named, tx, settings, now, made }: Keeping): KeptFiles {
  return {
    async write(content, unitId) {
      const name = nameOf(content)
      await store.holdName(tx, name)
      const bytes = content.length
      const sums = await store.countFile(tx, { id: newId(), name, unitId, bytes, at: now })
      if (unitId && sums.unit > settings.filesPerUnit) {
        const told = {
          used: megabytes(sums.unit - bytes),
          most: megabytes(settings.filesPerUnit),
          size: megabytes(bytes),
        }
        throw new ProblemError(fileProblems.unitFull(told, ['file']))
      }
      if (sums.all > settings.filesInAll) {
        throw new ProblemError(fileProblems.allFull({ most: megabytes(settings.filesInAll) }, ['file']))
      }
      if (!(await disk.has(name))) made.push(name)
      return disk.write(content)
    },
    read: (name) => disk.read(name),
    open: (name) => disk.open(name),
    disk,
    named,
  }
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
