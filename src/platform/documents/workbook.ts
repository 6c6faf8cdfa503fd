/** Writes Excel files row by row: memory stays flat however many rows there are. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Worksheet } from 'exceljs'
import type { Column, Rows } from './columns.ts'
import { sheetNames, writeHead, writeRow } from './workbook-cells.ts'
import { type Book, beginBook, rowsBetweenWaits, waitForRoom } from './workbook-flow.ts'

/** Rows that one sheet of Excel can hold. */
const mostRows = 1_048_576

export interface Sheet {
  /** Signs that Excel forbids are replaced and long names cut. */
  readonly name: string
  /** Above the table, in bold. */
  readonly title?: string
  /** Under the title and at the foot of every printed page: "Số liệu mẫu", the date, the source. */
  readonly note?: string
  readonly columns: readonly Column[]
  /** More than one sheet can hold continue on further sheets of the same name. */
  readonly rows: Rows
}

export interface WorkbookOptions {
  /** Who wrote it, in the file's properties. */
  readonly creator?: string
  /** The time in the file's properties. */
  readonly createdAt?: Date
}

/**
 * Writes sheets to `out` and ends it. Rows are drawn from each sheet only as fast as `out` takes them.
 * @throws what the rows or `out` throw; `out` is then destroyed, so that half a file is never taken for a whole one.
 */
export async function writeWorkbook(
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  out: Writable,
  options: WorkbookOptions = {},
): Promise<void> {
  const closed = new AbortController()
  out.once('close', () => closed.abort())
  out.once('error', (error) => closed.abort(error))
  const nameOf = sheetNames()
  try {
    const book = await beginBook(out)
    if (options.creator) book.creator = book.lastModifiedBy = options.creator
    if (options.createdAt) book.created = book.modified = options.createdAt
    for await (const sheet of sheets) await writeSheet(book, nameOf, sheet, closed.signal)
    await Promise.race([book.commit(), rejectedOn(closed.signal, out)])
  } catch (error) {
    const cause = closed.signal.aborted ? closed.signal.reason : error
    out.destroy()
    throw cause
  }
}

/** Rejects when `out` closes before all was written; never resolves. */
async function rejectedOn(signal: AbortSignal, out: Writable): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort')
  if (out.writableFinished) return new Promise(() => undefined)
  throw signal.reason
}

async function writeSheet(book: Book, nameOf: (name: string) => string, sheet: Sheet, closed: AbortSignal) {
  const rows = (async function* () {
    yield* sheet.rows
  })()
  let next = await rows.next()
  do {
    const { page, top } = openPage(book, nameOf(sheet.name), sheet)
    let number = top
    while (!next.done && number < mostRows) {
      number += 1
      writeRow(page, number, sheet.columns, next.value)
      if (number % rowsBetweenWaits === 0) await waitForRoom(page, closed)
      next = await rows.next()
    }
    if (sheet.columns.length > 0) page.autoFilter = `A${top}:${page.getColumn(sheet.columns.length).letter}${number}`
    page.commit()
  } while (!next.done)
}

/** A new sheet with its head written; `top` is the row of the column headers, which stays in sight and on every page. */
function openPage(book: Book, name: string, sheet: Sheet): { page: Worksheet; top: number } {
  const explained = sheet.columns.some((column) => column.explain)
  const top = [sheet.title, sheet.note, explained].filter(Boolean).length + 1
  const page = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: top }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${explained ? top - 1 : top}:${top}`,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.4, footer: 0.4 },
    },
    headerFooter: { oddHeader: '&C&P', oddFooter: sheet.note ? `&L${sheet.note.replaceAll('&', '&&')}` : undefined },
  })
  page.columns = sheet.columns.map((column) => ({ width: column.width }))
  writeHead(page, sheet)
  return { page, top }
}
