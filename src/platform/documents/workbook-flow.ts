/** Begins a workbook, and makes exceljs wait for the reader: its row writer buffers without limit when what takes the file is slow. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { stream, Worksheet } from 'exceljs'

export type Book = stream.xlsx.WorkbookWriter

/** A workbook that goes to `out` row by row. exceljs is loaded by the first: it takes a quarter of the time that a command needs to begin. */
export async function beginBook(out: Writable): Promise<Book> {
  const { default: exceljs } = await import('exceljs')
  return new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
}

/** Rows that may be written between two looks at the buffers. */
export const rowsBetweenWaits = 200

/** The stream between a sheet's writer and the zip, which exceljs keeps to itself. */
interface Inside {
  readonly stream?: { readonly pipes?: readonly (NodeJS.EventEmitter & Buffered)[] }
}

interface Buffered {
  readonly _writableState?: { readonly needDrain?: boolean }
}

/** Waits until the rows written so far have gone on to the zip. @throws the reason of `closed` when nobody takes them any more. */
export async function waitForRoom(page: Worksheet, closed: AbortSignal): Promise<void> {
  closed.throwIfAborted()
  // The types of exceljs leave this stream out; the test with a slow reader fails should it ever move.
  const buffer = (page as unknown as Inside).stream?.pipes?.[0]
  if (buffer?._writableState?.needDrain) await once(buffer, 'drain', { signal: closed })
  else await setImmediate()
}
