/** Tables and bar charts of an official document in Word: fixed widths that LibreOffice and Word keep alike. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { ComposedBars, ComposedTable } from './compose-blocks.ts'
import { groupsOf } from './compose-blocks.ts'
import { barColumns, cellMargin, fitTable } from './fit-table.ts'
import { shareOut, type } from './page.ts'
import { noBorders, noMargins } from './word-text.ts'

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const lines = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }
const headerShade = 'E7E6E6'
const barShade = '7F7F7F'
const trackShade = 'E7E6E6'
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }
const cellMargins = {
  marginUnitType: WidthType.DXA,
  top: cellMargin.block,
  bottom: cellMargin.block,
  left: cellMargin.inline,
  right: cellMargin.inline,
}

/** Caption, unit, the table itself with its header rows repeated on every page and no row split, source. */
export function wordTable(table: ComposedTable, width: number): (Paragraph | Table)[] {
  const { widths, size } = fitTable(table, width)
  return [
    ...(table.caption ? [around(table.caption, { bold: true, alignment: AlignmentType.CENTER })] : []),
    ...(table.unit ? [around(table.unit, { italics: true, alignment: AlignmentType.RIGHT })] : []),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: lines,
      margins: cellMargins,
      rows: [...headerRows(table, widths, size), ...table.rows.map((row) => bodyRow(table, row, widths, size))],
    }),
    after(table.source),
  ]
}

function headerRows(table: ComposedTable, widths: readonly number[], size: number): TableRow[] {
  const cell = (
    text: string,
    width: number,
    more: { columnSpan?: number; verticalMerge?: 'restart' | 'continue' } = {},
  ) =>
    new TableCell({
      children: [cellText(text, AlignmentType.CENTER, { bold: true, size })],
      width: { size: width, type: WidthType.DXA },
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: headerShade },
      verticalAlign: VerticalAlignTable.CENTER,
      ...more,
    })
  const row = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children })
  if (!table.columns.some((column) => column.group)) {
    return [row(table.columns.map((column, index) => cell(column.header, widths[index] ?? 0)))]
  }
  const upper = groupsOf(table).map(({ group, from, to }) => {
    const width = widths.slice(from, to).reduce((sum, each) => sum + each, 0)
    if (group) return cell(group, width, { columnSpan: to - from })
    return cell(table.columns[from]?.header ?? '', width, { verticalMerge: VerticalMergeType.RESTART })
  })
  const lower = table.columns.map((column, index) =>
    column.group
      ? cell(column.header, widths[index] ?? 0)
      : cell('', widths[index] ?? 0, { verticalMerge: VerticalMergeType.CONTINUE }),
  )
  return [row(upper), row(lower)]
}

function bodyRow(
  table: ComposedTable,
  row: ComposedTable['rows'][number],
  widths: readonly number[],
  size: number,
): TableRow {
  const bold = row.kind !== 'plain'
  if (row.kind === 'section') {
    const width = widths.reduce((sum, each) => sum + each, 0)
    const children = [cellText(row.cells[0] ?? '', AlignmentType.LEFT, { bold, size })]
    const cell = new TableCell({ children, columnSpan: widths.length, width: { size: width, type: WidthType.DXA } })
    return new TableRow({ cantSplit: true, children: [cell] })
  }
  const cells = table.columns.map(
    (column, index) =>
      new TableCell({
        children: [cellText(row.cells[index] ?? '', alignments[column.align], { bold, size })],
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
      }),
  )
  return new TableRow({ cantSplit: true, children: cells })
}

/**
 * A bar chart as a table: every bar is a shaded cell as long as its share. Word and LibreOffice draw it alike, it
 * prints, it copies, and a screen reader reads label and figure; a native chart would write numbers in the language
 * of the reader's Office and cut long names off.
 */
export function wordBars(chart: ComposedBars, width: number): (Paragraph | Table)[] {
  const [labelWidth = 0, trackWidth = 0, figureWidth = 0] = shareOut(width, barColumns)
  const steps = [...new Set([0, 100, ...chart.bars.flatMap(({ length, target }) => [length, target ?? 0])])].sort(
    (a, b) => a - b,
  )
  const edges = steps.map((step) => Math.round((step / 100) * trackWidth))
  const tracks = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0))
  const rows = chart.bars.map((bar, index) => {
    // A chart is read as a whole, so its rows stay on one page: each is kept with the next.
    const keepNext = index < chart.bars.length - 1
    const cells = [
      fixedCell(bar.label, labelWidth, { alignment: AlignmentType.LEFT, keepNext }),
      ...barCells(bar, steps, tracks),
      fixedCell(bar.figure, figureWidth, { alignment: AlignmentType.RIGHT, keepNext }),
    ]
    return new TableRow({ cantSplit: true, children: cells })
  })
  return [
    around(chart.caption, { bold: true, alignment: AlignmentType.CENTER }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: [labelWidth, ...tracks, figureWidth],
      layout: TableLayoutType.FIXED,
      borders: { ...noBorders, insideHorizontal: { style: BorderStyle.SINGLE, size: 24, color: 'FFFFFF' } },
      margins: noMargins,
      rows,
    }),
    ...(chart.key ? [around(chart.key, { italics: true, alignment: AlignmentType.LEFT })] : []),
    after(chart.source),
  ]
}

function barCells(bar: ComposedBars['bars'][number], steps: readonly number[], tracks: readonly number[]): TableCell[] {
  const cuts = [...new Set([0, bar.length, bar.target ?? 0, 100])].sort((a, b) => a - b)
  return cuts.slice(1).map((cut, index) => {
    const from = steps.indexOf(cuts[index] ?? 0)
    const to = steps.indexOf(cut)
    const mark = { style: BorderStyle.SINGLE, size: 18, color: '000000' }
    return new TableCell({
      children: [cellText('', AlignmentType.LEFT, {})],
      columnSpan: to - from,
      width: { size: tracks.slice(from, to).reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: cut <= bar.length ? barShade : trackShade },
      borders: bar.target === cut ? { right: mark } : undefined,
    })
  })
}

function fixedCell(
  text: string,
  width: number,
  { alignment, keepNext }: { alignment: (typeof AlignmentType)[keyof typeof AlignmentType]; keepNext: boolean },
): TableCell {
  return new TableCell({
    children: [cellText(text, alignment, { keepNext })],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { ...noMargins, left: 60, right: 60 },
  })
}

function cellText(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  options: { bold?: boolean; size?: number; keepNext?: boolean },
): Paragraph {
  const children = [new TextRun({ text, size: (options.size ?? type.table) * 2, bold: options.bold })]
  return new Paragraph({ style: 'Plain', alignment, keepNext: options.keepNext, children })
}

function around(
  text: string,
  options: { bold?: boolean; italics?: boolean; alignment: (typeof AlignmentType)[keyof typeof AlignmentType] },
): Paragraph {
  return new Paragraph({
    style: 'Plain',
    alignment: options.alignment,
    keepNext: true,
    spacing: { before: options.bold ? 160 : 40, after: 60 },
    children: [new TextRun({ text, size: (options.bold ? 13 : 12) * 2, bold: options.bold, italics: options.italics })],
  })
}

/** Two tables that touch become one, so a table is always followed by a paragraph. */
function after(source: string | undefined): Paragraph {
  return new Paragraph({
    style: 'Plain',
    spacing: { before: 60, after: 120 },
    children: source ? [new TextRun({ text: source, size: 24, italics: true })] : [],
  })
}
