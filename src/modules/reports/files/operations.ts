/** The files of a report: written on another thread from its document and grids, as Word, Excel and HTML. */
import type { OfficialDocument } from '#platform/documents/official.ts'
import { heavy } from '#platform/workers/heavy.ts'
import { sampleLabel } from '../document/rules.ts'
import type { Format, Snapshot } from '../model.ts'

export const mediaTypes: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=UTF-8',
}

const fileTasks = heavy<typeof import('./tasks.ts')>('modules/reports/files', 60_000)

/** The bytes of a report in one format; the same snapshot gives the same bytes. */
export function renderFile({ document, grids }: Rendered, format: Format): Promise<Uint8Array> {
  return fileTasks('renderFile', { document, grids }, format)
}

export type Rendered = Pick<Snapshot, 'document' | 'grids'>

/** Drawn once for as long as the snapshot is held: the same snapshot gives the same paper. */
const papers = new WeakMap<Snapshot, Promise<string>>()

/** The document as a part of a page, its figures leading to where they come from. Made on another thread. */
export function renderPaper(snapshot: Snapshot): Promise<string> {
  const paper = papers.get(snapshot) ?? fileTasks('renderPaper', { document: snapshot.document }, snapshot.facts.year)
  papers.set(snapshot, paper)
  // What failed is tried anew by who asks next.
  paper.catch(() => papers.delete(snapshot))
  return paper
}

/** A snapshot keeps the document as JSON; it was typed when it was composed. */
export function documentOf({ document }: Pick<Snapshot, 'document'>): OfficialDocument {
  return document as unknown as OfficialDocument
}

/** The labels of the document in the margin of every printed page but the first, which has them in its head. */
export function labelsCss({ isDraft, isSample }: { isDraft: boolean; isSample: boolean }): string {
  const box = (place: string, text: string) =>
    `@${place} { content: "${text}"; font: bold 11pt "Times New Roman", Tinos, serif }`
  const boxes = [isDraft ? box('top-left', 'DỰ THẢO') : '', isSample ? box('top-right', sampleLabel.toUpperCase()) : '']
  const none = '@top-left { content: none } @top-right { content: none }'
  return isDraft || isSample ? `@page { ${boxes.join(' ')} } @page :first { ${none} }\n` : ''
}
