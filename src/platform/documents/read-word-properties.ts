/** What the properties of paragraphs, runs, rows, cells and controls say about their text. */
import type { Cell, Row } from './read-word-lines.ts'
import type { OpenParagraph, Run } from './read-word-paragraphs.ts'
import { fontOf, type Style } from './read-word-styles.ts'

/** What is open where the properties stand. */
export interface Settings {
  readonly paragraph?: OpenParagraph
  readonly run?: Run
  readonly row?: Row
  readonly cell?: Cell
  /** A control around text: one with a table of contents, or with words that ask for text, is left out. */
  readonly control?: { isLeftOut: boolean }
  readonly styles: ReadonlyMap<string, Style>
}

export const propertyElements = new Set(['pPr', 'rPr', 'trPr', 'tcPr', 'sdtPr', 'tblPr', 'sectPr'])

/** One element within the properties named `of`. */
export function openProperty(
  of: string,
  name: string,
  attributes: ReadonlyMap<string, string>,
  { paragraph, run, row, cell, control, styles }: Settings,
): void {
  const value = attributes.get('val') ?? ''
  if (of === 'pPr' && paragraph) setParagraph(paragraph, name, value)
  else if (of === 'rPr' && run) setRun(run, name, { attributes, styles })
  else if (of === 'trPr' && row && name === 'del') row.isDeleted = true
  else if (of === 'tcPr' && cell) setCell(cell, name, value)
  else if (of === 'sdtPr' && control && isLeftOut(name, value)) control.isLeftOut = true
}

/** The mark at its end may be deleted or moved away: the next paragraph goes on with it. */
function setParagraph(paragraph: OpenParagraph, name: string, value: string): void {
  if (name === 'pStyle') paragraph.style = value
  else if (name === 'numId' && paragraph.list === undefined) paragraph.list = value
  else if (name === 'ilvl' && paragraph.level === undefined) paragraph.level = Number(value)
  else if (name === 'del' || name === 'moveFrom') paragraph.isJoined = true
}

function setRun(
  run: Run,
  name: string,
  { attributes, styles }: { attributes: ReadonlyMap<string, string>; styles: ReadonlyMap<string, Style> },
): void {
  const value = attributes.get('val') ?? ''
  if (name === 'vanish') run.isHidden = value !== '0' && value !== 'false' && value !== 'off'
  else if (name === 'rFonts') run.font = fontOf(attributes) ?? run.font
  else if (name === 'rStyle') run.font = styles.get(value)?.font ?? run.font
}

function setCell(cell: Cell, name: string, value: string): void {
  if (name === 'gridSpan') cell.span = Math.min(Math.max(Number(value) || 1, 1), 100)
  else if (name === 'vMerge') cell.isMerged = value !== 'restart'
  else if (name === 'cellDel') cell.isDeleted = true
}

function isLeftOut(name: string, value: string): boolean {
  if (name === 'showingPlcHdr') return value !== '0' && value !== 'false'
  return name === 'docPartGallery' && /^table of/i.test(value)
}
