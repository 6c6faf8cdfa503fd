/** Tables as files: CSV and Excel, sent as they are written. */
import { PassThrough, Readable } from 'node:stream'
import { toCsv } from '#platform/documents/csv.ts'
import { type Sheet, writeWorkbook } from '#platform/documents/workbook.ts'

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A download of one sheet; `format` is `csv` or `xlsx`. */
export function fileOf(format: string, fileName: string, sheet: Sheet): Response {
  const out = format === 'csv' ? Readable.from(encoded(toCsv(sheet.columns, sheet.rows))) : excelOf(sheet)
  return new Response(Readable.toWeb(out) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=UTF-8' : excelType,
      'content-disposition': `attachment; filename="${fileName}.${format}"`,
      'cache-control': 'private, no-cache',
    },
  })
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield encoder.encode(piece)
}

function excelOf(sheet: Sheet): PassThrough {
  const out = new PassThrough()
  writeWorkbook([sheet], out, { creator: 'Hiếu Học' }).catch((error: Error) => out.destroy(error))
  return out
}
