/** Clearing up: files that no row names any more, or never did, go; files kept before they were counted are counted. */
import type { Tx } from '#platform/database/index.ts'
import type { Files, KeptFile } from './kept-file.ts'
import type { NamedFile, NamedFiles } from './store.ts'
import * as store from './store.ts'

interface Sweeping {
  readonly tx: Tx
  readonly disk: Files
  readonly now: Date
  readonly newId: () => string
  readonly named: NamedFiles
}

export interface Swept {
  readonly removed: number
  readonly counted: number
}

/** A file that was checked but not taken in yet waits so long for its person. */
const graceMs = 86_400_000

/** Locks taken in one go; the rest waits for the next night. */
const mostRemoved = 500

export async function sweepFiles({ tx, disk, now, newId, named }: Sweeping): Promise<Swept> {
  const lying: KeptFile[] = []
  for await (const file of disk.list()) lying.push(file)
  const holders = Map.groupBy(await named(tx, { name: undefined }), ({ name }) => name)
  const counted = new Set((await store.listCounted(tx, undefined)).map(keyOf))
  let added = 0
  for (const { name, bytes, at } of lying) {
    for (const holder of holders.get(name) ?? []) {
      if (counted.has(keyOf(holder))) continue
      await store.countFile(tx, { id: newId(), ...holder, bytes, at })
      added += 1
    }
  }
  const before = new Date(now.getTime() - graceMs)
  const orphans = lying.filter(({ name, at }) => !holders.has(name) && at < before).slice(0, mostRemoved)
  let removed = 0
  for (const { name } of orphans) {
    const [lock] = await store.tryHoldName(tx, { name })
    // Held, nobody is keeping it now; named since, somebody did before.
    if (!lock?.held || (await named(tx, { name })).length > 0) continue
    await store.forgetFile(tx, name)
    await disk.remove(name)
    removed += 1
  }
  return { removed, counted: added }
}

function keyOf({ name, unitId }: NamedFile): string {
  return `${name} ${unitId ?? ''}`
}
