/** What the files of a report are written from, and the labels on their printed pages. */
import type { OfficialDocument } from '#platform/documents/official.ts'
import { sampleLabel } from './document/document.rules.ts'
import type { Snapshot } from './reports.model.ts'

export type Rendered = Pick<Snapshot, 'document' | 'grids'>

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
