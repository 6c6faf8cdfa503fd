/** Compares packs with the installation, and takes over what is new: all kinds in the caller's transaction, or nothing of them. */
import { createHash } from 'node:crypto'
import type { Tx } from '#platform/database/index.ts'
import type { Work } from '#platform/operation.ts'
import { readPack, readPackHead } from '#platform/packs.ts'
import type { Place } from '#platform/place.ts'
import type { Application, KindState, PackFile, PackKind, PackRows, ReadPack, RowDifference } from './model.ts'
import { differenceOf } from './pack-difference.rules.ts'
import * as store from './store.ts'

interface PacksOf {
  readonly kinds: readonly PackKind[]
  readonly place: Place
  readonly folder: string
}

interface Compared extends KindState {
  readonly pack: PackRows
  readonly settled: readonly string[]
  /** Applied for the first time: what is there is as the pack left it that filled the installation. */
  readonly isFirst: boolean
  readonly base: PackRows
}

/** Where each kind stands: what would be taken over, and what the city has of its own. */
export async function comparePacks(tx: Tx, packs: PacksOf): Promise<KindState[]> {
  return (await compared(tx, packs)).map(({ kind, words, files, isOlder, rows }) => {
    return { kind, words, files, isOlder, rows }
  })
}

async function compared(tx: Tx, { kinds, place, folder }: PacksOf): Promise<Compared[]> {
  const applied = new Map((await store.listFiles(tx, undefined)).map((row) => [row.file, row]))
  const known = new Set((await store.listKnownKinds(tx, undefined)).map(({ kind }) => kind))
  const read = readerOf(folder)
  const result: Compared[] = []
  for (const kind of kinds.toSorted((a, b) => a.order - b.order)) {
    const files: PackFile[] = []
    for (const file of kind.files(place)) {
      const before = applied.get(file)
      const last = before && { version: before.version, checksum: before.checksum, at: before.at }
      files.push({ file, ...(await readPackHead(file, folder)), applied: last ?? null })
    }
    const [pack, own] = [await kind.inPack(read, place), await kind.inDatabase(tx)]
    const isFirst = !known.has(kind.name)
    const base = isFirst ? own : await store.readBase(tx, kind.name)
    const isOlder = files.some(({ version, applied: last }) => last !== null && version < last.version)
    const difference = isOlder ? { rows: [], settled: [] } : differenceOf({ base, pack, own })
    const rows = difference.rows.map((row) => ({ ...row, version: versionOf(row) }))
    const { settled } = difference
    result.push({ kind: kind.name, words: kind.words, files, isOlder, rows, pack, base, settled, isFirst })
  }
  return result
}

function versionOf({ pack, own }: Omit<RowDifference, 'version'>): string {
  return createHash('sha256')
    .update(JSON.stringify([pack, own]))
    .digest('hex')
}

function readerOf(folder: string): ReadPack {
  return (name, schema) => readPack(name, schema, folder)
}

/** Writes every row of a kind into an empty installation. */
export async function fill(work: Work, kind: PackKind, place: Place): Promise<void> {
  const read = readerOf(work.settings.packFolder)
  const written = await kind.inPack(read, place)
  const positions = new Map([...written.keys()].map((key, index) => [key, index + 1]))
  await kind.apply(work, { written, ended: [], positions }, { read, place })
}

/** Rows of the city's own that are to become the pack's after all, as `kind key`. */
export type Taken = ReadonlySet<string>

/** Takes over what packs have that is new; returns what was done, a kind at a time, and nothing where nothing was. */
export async function applyPacks(work: Work, packs: PacksOf, taken: Taken): Promise<Application[]> {
  await store.lockPacks(work.tx)
  const applications: Application[] = []
  const byName = new Map(packs.kinds.map((kind) => [kind.name, kind]))
  for (const state of await compared(work.tx, packs)) {
    const kind = byName.get(state.kind)
    if (!kind || state.isOlder) continue
    const application = await applyKind(work, kind, { state, packs, taken })
    if (application) applications.push(application)
  }
  return applications
}

interface Applying {
  readonly state: Compared
  readonly packs: PacksOf
  readonly taken: Taken
}

async function applyKind(
  work: Work,
  kind: PackKind,
  { state, packs, taken }: Applying,
): Promise<Application | undefined> {
  const { tx, now, newId } = work
  const { pack, rows, settled, files, isFirst } = state
  const followed = rows.filter(({ state: how, key }) => how !== 'own' || taken.has(`${kind.name} ${key}`))
  const isNewFile = files.some(({ checksum, applied }) => applied?.checksum !== checksum)
  if (followed.length === 0 && settled.length === 0 && !isFirst && !isNewFile) return undefined
  const written = new Map(followed.flatMap((row) => (row.pack ? [[row.key, row.pack] as const] : [])))
  const ended = followed.filter((row) => !row.pack && row.own).map(({ key }) => key)
  if (written.size > 0 || ended.length > 0) {
    const positions = new Map([...pack.keys()].map((key, index) => [key, index + 1]))
    await kind.apply(work, { written, ended, positions }, { read: readerOf(packs.folder), place: packs.place })
  }
  await keepBase(tx, state, followed)
  for (const { file, version, checksum } of files) await store.writeFile(tx, { file, version, checksum, at: now })
  const application = { id: newId(), at: now, kind: kind.name, files: filesText(files), ...countsOf(rows, followed) }
  await store.insertApplication(tx, application)
  return application
}

async function keepBase(tx: Tx, { kind, pack, base, settled, isFirst }: Compared, followed: readonly RowDifference[]) {
  const next = new Map(isFirst ? base : [])
  const gone: string[] = []
  for (const key of [...settled, ...followed.map((row) => row.key)]) {
    const content = pack.get(key)
    if (content) next.set(key, content)
    else {
      next.delete(key)
      gone.push(key)
    }
  }
  await store.writeBase(tx, kind, next)
  await store.dropBase(tx, kind, gone)
}

function filesText(files: readonly PackFile[]): string {
  return files.map(({ file, version }) => `${file} ${version}`).join(', ')
}

function countsOf(rows: readonly RowDifference[], followed: readonly RowDifference[]) {
  const isOver = new Set(followed.map(({ key }) => key))
  const count = (test: (row: RowDifference) => boolean) => followed.filter(test).length
  return {
    newRows: count((row) => row.pack !== null && row.own === null),
    changedRows: count((row) => row.pack !== null && row.own !== null),
    endedRows: count((row) => row.pack === null),
    ownRows: rows.filter(({ key }) => !isOver.has(key)).length,
  }
}
