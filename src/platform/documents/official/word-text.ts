/** The small parts of a Word page: runs, paragraphs, rules and borderless cells. */

import type { IParagraphOptions, IRunOptions } from 'docx'
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  NoBreakHyphen,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Spans } from './compose-blocks.ts'
import { heldHyphen } from './periods.ts'

export interface Type {
  /** Points. */
  readonly size?: number
  readonly bold?: boolean
  readonly italics?: boolean
}

export function runs(spans: Spans, type: Type = {}): TextRun[] {
  return spans.map(
    (span) =>
      new TextRun({
        text: span.text,
        size: type.size && type.size * 2,
        bold: span.bold ?? type.bold,
        italics: span.italic ?? type.italics,
      }),
  )
}

/** One line or more of centred text without the body's indent and spacing. */
export function centred(text: string, type: Type, options: IParagraphOptions = {}): Paragraph {
  const lines = text.split('\n')
  return new Paragraph({
    style: 'Plain',
    alignment: AlignmentType.CENTER,
    children: lines.map(
      (line, index) =>
        new TextRun({
          ...wordsOf(line),
          size: (type.size ?? 14) * 2,
          bold: type.bold,
          italics: type.italics,
          break: index > 0 ? 1 : 0,
        }),
    ),
    ...options,
  })
}

/** In Word a hyphen that holds a line together is a sign of its own; the character for it may be missing from the type. */
function wordsOf(line: string): Pick<IRunOptions, 'text' | 'children'> {
  if (!line.includes(heldHyphen)) return { text: line }
  const [first = '', ...rest] = line.split(heldHyphen)
  return { children: [first, ...rest.flatMap((part) => [new NoBreakHyphen(), part])] }
}

/**
 * A centred rule of a given length: the border of an empty paragraph, narrowed by its indents. Shapes would float
 * differently in Word and LibreOffice; a border stands where it is put in both.
 */
export function rule(length: number, available: number, after = 0): Paragraph {
  const side = Math.max(0, Math.round((available - length) / 2))
  return new Paragraph({
    style: 'Plain',
    indent: { left: side, right: side },
    spacing: { before: 0, after, line: 50, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [new TextRun({ text: '', size: 4 })],
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
export const noMargins = { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 }

/** A table without lines that puts two columns side by side, row by row, no row split over pages. */
export function sideBySide(
  widths: readonly [number, number],
  rows: readonly (readonly [Paragraph[], Paragraph[]])[],
): Table {
  const cell = (children: Paragraph[], width: number) =>
    new TableCell({ children, width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.TOP })
  return new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: noMargins,
    rows: rows.map(
      ([left, right]) => new TableRow({ cantSplit: true, children: [cell(left, widths[0]), cell(right, widths[1])] }),
    ),
  })
}
