/** What an import keeps on the disk while it is read: a copy of its file where it can be read piece by piece, and its rows once written out. */
import { createReadStream } from 'node:fs'
import { access, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ProblemError } from '#kernel/problem.ts'
import { type Files, layOut } from '#platform/files/index.ts'
import { problems as platformProblems } from '#platform/problems.ts'

export interface ImportPlaces {
  readonly folder: string
  /** A copy of the uploaded file. */
  readonly source: string
  /** Its rows, a line of JSON each. */
  readonly rows: string
  /** The file with marks. */
  readonly marked: string
}

export function placesOf(dataFolder: string, importId: string): ImportPlaces {
  const folder = join(dataFolder, 'imports', importId)
  return {
    folder,
    source: join(folder, 'file'),
    rows: join(folder, 'rows'),
    marked: join(folder, 'marked.xlsx'),
  }
}

/** Lays the uploaded file where a thread reads it. */
export async function laySource(files: Pick<Files, 'open'>, name: string, { source }: ImportPlaces): Promise<void> {
  if (!(await layOut(files, name, source))) throw new ProblemError(platformProblems.notFound())
}

export async function clearOut({ folder }: ImportPlaces): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

export function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

const lineFeed = 10

/** Some lines of a file from a byte on, and the byte after the last. Only a line feed ends one: texts may hold every other sign. */
export async function linesFrom(path: string, start: number, most: number): Promise<{ lines: string[]; end: number }> {
  const lines: string[] = []
  let end = start
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of createReadStream(path, { start }) as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    let from = 0
    for (let at = rest.indexOf(lineFeed); at >= 0; at = rest.indexOf(lineFeed, from)) {
      lines.push(rest.toString('utf8', from, at))
      end += at + 1 - from
      from = at + 1
      if (lines.length === most) return { lines, end }
    }
    rest = rest.subarray(from)
  }
  return { lines, end }
}

/** Removes what imports that were left long ago have laid out. Returns how many there were. */
export async function sweepImportFolders(dataFolder: string, before: Date): Promise<number> {
  const { folder } = placesOf(dataFolder, '')
  let count = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const made = await stat(path).catch(() => undefined)
    if (!made || made.mtime >= before) continue
    await rm(path, { recursive: true, force: true })
    count += 1
  }
  return count
}
