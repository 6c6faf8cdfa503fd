/** The file given back with marks: its table row by row where it stood, with what is wrong at its cells. Heavy: runs on threads. */
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import type { TableRow } from '#kernel/table.ts'
import { type MarkedRow, writeMarked } from '#platform/documents/marked-workbook.ts'
import { storageProblem } from '#platform/files/problems.ts'
import { problems } from './problems.ts'
import { type Cell, type Take, withTables } from './table-source.ts'

export interface MarksAsked {
  /** The uploaded file. */
  readonly path: string
  readonly most: number
  /** Null of a CSV file, which comes back as Excel. */
  readonly sheet: string | null
  readonly headLine: number
  /** Columns of the table, as the file has them. */
  readonly columns: number
  readonly heading: string
  readonly marks: readonly { readonly line: number; readonly column: number | null; readonly text: string }[]
}

export function markedFile(input: MarksAsked, to: string): Promise<void> {
  const { path, most, sheet, headLine, columns, heading } = input
  const byLine = Map.groupBy(input.marks, ({ line }) => line)
  const marked = ({ line, cells }: TableRow<Cell>): MarkedRow => ({ line, cells, marks: byLine.get(line) ?? [] })
  return withTables(path, most, async (sources) => {
    const source = sources.find(({ name }) => name === sheet)
    if (!source) throw new ProblemError(problems.noRows())
    const part = `${to}.${newId()}`
    const out = createWriteStream(part, { mode: 0o600 })
    try {
      const rows = asBatches((take) => source.walk(take))
      const written = finished(out)
      await writeMarked({ name: sheet ?? 'CSV', headLine, columns, heading }, mapped(rows, marked), out)
      await written
    } catch (error) {
      out.destroy()
      throw storageProblem(error) ?? error
    }
    await rename(part, to)
  })
}

async function* mapped<T, U>(batches: AsyncIterable<readonly T[]>, make: (item: T) => U): AsyncGenerator<U[]> {
  for await (const batch of batches) yield batch.map(make)
}

/** What is pushed batch by batch, to be pulled: the walk waits until a batch is taken. */
async function* asBatches(walk: (take: Take) => Promise<void>): AsyncGenerator<readonly TableRow<Cell>[]> {
  let given = Promise.withResolvers<readonly TableRow<Cell>[] | undefined>()
  let taken = Promise.withResolvers<void>()
  let isOver = false
  const walking = walk(async (rows) => {
    if (isOver) return 'enough'
    given.resolve(rows)
    await taken.promise
    taken = Promise.withResolvers<void>()
    return isOver ? 'enough' : 'more'
  }).then(
    () => given.resolve(undefined),
    (error: unknown) => given.reject(error),
  )
  try {
    for (;;) {
      const rows = await given.promise
      if (!rows) break
      given = Promise.withResolvers()
      yield rows
      taken.resolve()
    }
  } finally {
    isOver = true
    taken.resolve()
    await walking
  }
}
