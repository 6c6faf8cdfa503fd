/** Writes an official document as a tagged PDF for the archive, from the same words as Word and HTML. Heavy: it runs on another thread. */
import { ProblemError } from '#kernel/problem.ts'
import type { Composed, ComposedAnnex } from './compose.ts'
import { addressTitle, compose, motto, nationalLine, recipientsTitle } from './compose.ts'
import type { ComposedBlock, ComposedTable } from './compose-blocks.ts'
import { groupsOf } from './compose-blocks.ts'
import { barColumns, cellMargin, fitTable } from './fit-table.ts'
import type { OfficialDocument } from './model.ts'
import {
  addressIndent,
  firstLine,
  footColumns,
  headColumns,
  lineSpacing,
  margin,
  paragraphGap,
  ruleLength,
  shareOut,
  signingSpace,
  textWidth,
  titleRule,
  type,
} from './page.ts'
import { problems } from './pdf-problems.ts'
import { typeset } from './typesetting.ts'

/// <reference types="vite/types/importMeta.d.ts" />
const sources: Record<string, string> = import.meta.glob('./official.typ', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Typst takes some 20 KB and 0.1 ms for a cell, in a process of its own: so many take about 800 MB for 4 s. */
const mostCells = 40_000

/**
 * The bytes of the .pdf file (PDF/A-2a, stamped with the document's own date): the same document gives the same bytes.
 * @throws ProblemError `pdf.tooManyCells`.
 */
export function renderPdf(document: OfficialDocument): Uint8Array {
  const words = compose(document)
  const count = cellsOf(words)
  if (count > mostCells) throw new ProblemError(problems.tooManyCells({ count, limit: mostCells }))
  const { portrait } = textWidth
  return typeset(sources['./official.typ'] ?? '', {
    words: {
      ...words,
      body: blocksOf(words.body, portrait),
      annexes: words.annexes.map(annexOf),
    },
    ...fixedWords,
    ...measures,
    name: words.name,
    date: document.date.split('-').map(Number),
    issuerRule: ruleLength(words.issuingBody, type.national, headColumns[0]),
    titleRule: titleRule(words.subject, portrait),
  })
}

function cellsOf({ body, annexes }: Composed): number {
  return [body, ...annexes.map((annex) => annex.body)]
    .flat()
    .reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length * block.columns.length : 1), 0)
}

const fixedWords = { nationalLine, motto, recipientsTitle, addressTitle }

/** In twips, but for sizes of type and the spacing of lines. */
const measures = {
  margin,
  type,
  lineSpacing: lineSpacing / 240,
  firstLine,
  paragraphGap,
  headColumns,
  footColumns,
  cellMargin,
  signingSpace,
  addressIndent,
}

function annexOf(annex: ComposedAnnex) {
  const width = annex.landscape ? textWidth.landscape : textWidth.portrait
  return { ...annex, rule: width / 6, body: blocksOf(annex.body, width) }
}

function blocksOf(blocks: Composed['body'], width: number) {
  return blocks.map((block) => blockOf(block, width))
}

function blockOf(block: ComposedBlock, width: number) {
  switch (block.kind) {
    case 'table':
      return { ...block, head: headOf(block), fitted: fitTable(block, width) }
    case 'bars':
      return { ...block, widths: shareOut(width, barColumns) }
    default:
      return block
  }
}

interface HeadCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
}

/** The rows of a table's head: groups above their columns, a column without one as high as both. */
function headOf(table: ComposedTable): HeadCell[][] {
  const cell = (text: string, { colspan = 1, rowspan = 1 } = {}): HeadCell => ({ text, colspan, rowspan })
  if (!table.columns.some(({ group }) => group)) return [table.columns.map(({ header }) => cell(header))]
  const upper = groupsOf(table).map(({ group, from, to }) =>
    group ? cell(group, { colspan: to - from }) : cell(table.columns[from]?.header ?? '', { rowspan: 2 }),
  )
  const lower = table.columns.flatMap(({ group, header }) => (group ? [cell(header)] : []))
  return [upper, lower]
}
