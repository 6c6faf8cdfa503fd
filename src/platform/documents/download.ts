/** Answers with a table as a file: CSV, Excel or JSON, streamed as it is made. */
import { PassThrough, Readable } from 'node:stream'
import { newId } from '#kernel/id.ts'
import type { Column, Row, Rows } from './columns.ts'
import { toCsv } from './csv.ts'
import { writeWorkbook } from './workbook.ts'

export const downloadFormats = ['csv', 'xlsx', 'json'] as const
export type DownloadFormat = (typeof downloadFormats)[number]

export interface Download {
  /** Without its ending, in ASCII: `learning_citizens_share-2026`. */
  readonly name: string
  readonly title: string
  /** Above the table in Excel, and the first field of the JSON: "Số liệu mẫu", the date, the source. */
  readonly note?: string
  readonly columns: readonly Column[]
  readonly rows: Rows
}

const types: Record<DownloadFormat, string> = {
  csv: 'text/csv; charset=UTF-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=UTF-8',
}

/** The format that an address asks for; undefined when it asks for none of ours. */
export function formatAsked(text: string | undefined): DownloadFormat | undefined {
  return downloadFormats.find((format) => format === text)
}

/**
 * The file, as a response that the browser saves. Memory stays flat however many rows there are. The first row is drawn before
 * the answer begins, so that a question nobody can answer is told as a problem and not as half a file.
 */
export async function download(format: DownloadFormat, file: Download): Promise<{ file: Response }> {
  const rows = await begun(file.rows)
  const headers = {
    ...headersOf(types[format]),
    'content-disposition': `attachment; filename="${file.name}.${format}"`,
  }
  return { file: new Response(bodyOf(format, { ...file, rows }), { headers }) }
}

/** A JSON document that is not a table, to be read in place. */
export function jsonFile(value: unknown): { file: Response } {
  return { file: new Response(JSON.stringify(value), { headers: headersOf(types.json) }) }
}

function headersOf(type: string) {
  // A tag of its own: to make one, the whole file would have to be read first.
  return { 'content-type': type, 'cache-control': 'no-store', etag: `W/"${newId()}"` }
}

async function begun(rows: Rows): Promise<AsyncGenerator<Row>> {
  const drawn = (async function* () {
    yield* rows
  })()
  const first = await drawn.next()
  return (async function* () {
    if (!first.done) yield first.value
    yield* drawn
  })()
}

function bodyOf(format: DownloadFormat, file: Download): ReadableStream {
  if (format === 'xlsx') return workbook(file)
  return asStream(format === 'csv' ? toCsv(file.columns, file.rows) : toJson(file))
}

function workbook({ name, title, note, columns, rows }: Download): ReadableStream {
  const out = new PassThrough()
  // What goes wrong destroys `out`, and so ends the response; there is nobody else to tell.
  writeWorkbook([{ name, title, note, columns, rows }], out).catch((error: Error) => out.destroy(error))
  return Readable.toWeb(out) as ReadableStream
}

/** `{title, note, rows: [...]}`, one row a line. */
async function* toJson({ title, note, rows }: Download): AsyncGenerator<string> {
  yield `${JSON.stringify({ title, note }).slice(0, -1)},"rows":[`
  let piece = ''
  let isFirst = true
  for await (const row of rows) {
    piece += `${isFirst ? '' : ','}\n${JSON.stringify(row)}`
    isFirst = false
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield `${piece}\n]}\n`
}

const pieceLength = 65_536

function asStream(pieces: AsyncGenerator<string>): ReadableStream {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
