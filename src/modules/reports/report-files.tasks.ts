/** Writes the files of a report: Word, PDF, Excel, and one HTML file that needs nothing else. Heavy, so it runs on another thread. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { OfficialDocument } from '#platform/documents/official.ts'
import { officialCss, renderHtml, renderWord } from '#platform/documents/official.ts'
import { renderPdf } from '#platform/documents/official-pdf.ts'
import { writeWorkbook } from '#platform/documents/workbook.ts'
import { stampEntries } from '#platform/documents/zip.ts'
import { sampleLabel } from './document/document.rules.ts'
import type { Grid } from './document/grids.model.ts'
import { sheetOf } from './document/grids.rules.ts'
import { hrefsOf } from './provenance/figure-links.paths.ts'
import { documentOf, labelsCss, type Rendered } from './report-files.rules.ts'
import type { Format, Snapshot } from './reports.model.ts'

/** The bytes of a report in one format; the same snapshot gives the same bytes. */
export async function renderFile(snapshot: Rendered, format: Format): Promise<Uint8Array> {
  const document = documentOf(snapshot)
  switch (format) {
    case 'docx':
      return renderWord(document)
    case 'pdf':
      return renderPdf(document)
    case 'xlsx':
      return renderSheets(document, snapshot.grids)
    case 'html':
      return new TextEncoder().encode(wholePage(document))
  }
}

/** The document as a part of a page; `year` is the report's, to which its links lead. */
export function renderPaper(snapshot: Pick<Snapshot, 'document'>, year: number): string {
  return renderHtml(documentOf(snapshot), { isPart: true, hrefOf: hrefsOf(year) })
}

async function renderSheets(document: OfficialDocument, grids: readonly Grid[]): Promise<Uint8Array> {
  const out = new PassThrough()
  const kept = buffer(out)
  const createdAt = new Date(`${document.date}T00:00:00Z`)
  const creator = document.issuingBody.replaceAll('\n', ' ')
  await writeWorkbook(
    grids.map((grid) => sheetOf(grid, sheetNote(document))),
    out,
    { creator, createdAt },
  )
  const bytes = new Uint8Array(await kept)
  stampEntries(bytes, document.date)
  return bytes
}

/** What a sheet says of itself when it is read alone. */
function sheetNote(document: OfficialDocument): string {
  const number =
    document.number === undefined ? 'Dự thảo báo cáo' : `Kèm theo Báo cáo số ${document.number}/${document.symbol}`
  const label = document.watermarkLabel ? `${sampleLabel.toUpperCase()}. ` : ''
  return `${label}${number}`
}

/** To be kept and opened from a disk: the style sheet goes along. */
function wholePage(document: OfficialDocument): string {
  const title = `${document.typeName} ${document.subject}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const labels = labelsCss({ isDraft: document.draft === true, isSample: document.watermarkLabel !== undefined })
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>body { margin: 0; background: #e9e7e2 }${officialCss}${labels}@media print { body { background: #fff } }</style></head>
<body>${renderHtml(document)}</body></html>
`
}
