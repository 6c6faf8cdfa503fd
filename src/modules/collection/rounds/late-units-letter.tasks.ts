/** Writes the letter to late units as a file. Heavy, so it runs on another thread. */
import { type OfficialDocument, renderWord } from '#platform/documents/official.ts'
import { renderPdf } from '#platform/documents/official-pdf.ts'

/** The bytes of the letter in one format. */
export function renderLetter(document: OfficialDocument, format: 'docx' | 'pdf'): Uint8Array | Promise<Uint8Array> {
  return format === 'pdf' ? renderPdf(document) : renderWord(document)
}
