/** The files of a report: written on another thread from its document and grids, as Word, PDF, Excel and HTML. */
import { heavy } from '#platform/workers/heavy.ts'
import type { Rendered } from './report-files.rules.ts'
import type { Format, Snapshot } from './reports.model.ts'

export const mediaTypes: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=UTF-8',
}

const fileTasks = heavy<typeof import('./report-files.tasks.ts')>('modules/reports/report-files.tasks', 60_000)

/** The bytes of a report in one format; the same snapshot gives the same bytes. */
export function renderFile({ document, grids }: Rendered, format: Format): Promise<Uint8Array> {
  return fileTasks('renderFile', { document, grids }, format)
}

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
