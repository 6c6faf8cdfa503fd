/** Writes an official document as a Word file in the layout of NĐ 30/2020/NĐ-CP: the same document gives the same bytes. */

import type { ISectionOptions } from 'docx'
import {
  AlignmentType,
  Document,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
} from 'docx'
import { stampEntries } from '../zip.ts'
import type { Composed, ComposedAnnex } from './compose.ts'
import { compose } from './compose.ts'
import type { ComposedBlock } from './compose-blocks.ts'
import type { OfficialDocument } from './model.ts'
import { firstLine, fontName, lineSpacing, margin, paper, paragraphGap, textWidth, type } from './page.ts'
import { addressLines, documentFoot, documentHead, documentTitle, enactingLine, runningHeader } from './word-head.ts'
import { wordBars, wordTable } from './word-table.ts'
import { centred, rule, runs } from './word-text.ts'

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

/** The bytes of the .docx file. */
export async function renderWord(document: OfficialDocument): Promise<Uint8Array> {
  const words = compose(document)
  const file = new Document({
    title: words.name,
    creator: words.issuer,
    styles: documentStyles(),
    compatibility: { version: 15 },
    sections: [mainSection(words), ...words.annexes.map((annex) => annexSection(annex, words.labels))],
  })
  const core = { path: 'docProps/core.xml', data: coreProperties(document, words) }
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file, false, [core]))
  stampEntries(bytes, document.date)
  return bytes
}

function mainSection(words: Composed): ISectionOptions {
  const width = textWidth.portrait
  return {
    properties: { page: { size: paper, margin }, titlePage: true },
    headers: {
      first: runningHeader(words.labels, width, false),
      default: runningHeader(words.labels, width, true),
    },
    children: [
      documentHead(words),
      ...documentTitle(words),
      ...addressLines(words),
      ...(words.enacting ? [enactingLine(words.enacting.authority)] : []),
      ...words.bases.map((base) => bodyParagraph([{ text: base, italic: true }])),
      ...(words.enacting ? [enactingLine(words.enacting.word)] : []),
      ...words.body.flatMap((block, index) => wordBlock(block, width, index === words.body.length - 1)),
      centred('', { size: 6 }, { keepNext: true }),
      documentFoot(words),
    ],
  }
}

function annexSection(annex: ComposedAnnex, labels: Composed['labels']): ISectionOptions {
  const width = annex.landscape ? textWidth.landscape : textWidth.portrait
  const orientation = annex.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { size: { ...paper, orientation }, margin } },
    headers: { default: runningHeader(labels, width, true) },
    children: [
      centred(annex.label, { size: type.body, bold: true }, { keepNext: true }),
      centred(
        annex.title,
        { size: type.head, bold: true },
        { keepNext: true, heading: HeadingLevel.HEADING_1, style: 'Plain' },
      ),
      centred(annex.reference, { size: type.head, italics: true }, { keepNext: true }),
      rule(width / 6, width, 120),
      ...annex.body.flatMap((block) => wordBlock(block, width, false)),
    ],
  }
}

function wordBlock(block: ComposedBlock, width: number, last: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], children: runs([{ text: block.text }]) })]
    case 'table':
      return wordTable(block, width)
    case 'bars':
      return wordBars(block, width)
    case 'note':
      return [bodyParagraph(block.spans, { size: 12, italics: true })]
    case 'subitem':
      return [bodyParagraph(block.spans, {}, firstLine + 280, last)]
    default:
      return [bodyParagraph(block.spans, {}, firstLine, last)]
  }
}

/** The last paragraph stays on the page of the signature, which must not stand alone. */
function bodyParagraph(
  spans: Parameters<typeof runs>[0],
  kind: Parameters<typeof runs>[1] = {},
  indent = firstLine,
  last = false,
) {
  return new Paragraph({ indent: { firstLine: indent }, keepNext: last || undefined, children: runs(spans, kind) })
}

function documentStyles() {
  const black = { font: fontName, color: '000000', size: type.body * 2, language: { value: 'vi-VN' } }
  const heading = (bold: boolean) => ({
    run: { ...black, bold },
    paragraph: {
      alignment: AlignmentType.BOTH,
      keepNext: true,
      keepLines: true,
      indent: { firstLine },
      spacing: { before: paragraphGap, after: paragraphGap, ...lines(lineSpacing) },
    },
  })
  return {
    default: {
      document: {
        run: black,
        paragraph: {
          alignment: AlignmentType.BOTH,
          spacing: { before: 0, after: paragraphGap, ...lines(lineSpacing) },
        },
      },
      heading1: heading(true),
      heading2: heading(true),
      heading3: heading(false),
    },
    paragraphStyles: [
      { id: 'Plain', name: 'Plain', basedOn: 'Normal', paragraph: { spacing: { before: 0, after: 0, ...lines(240) } } },
    ],
  }
}

function lines(line: number) {
  return { line, lineRule: LineRuleType.AUTO }
}

/** `docx` writes the time of packing; the document's own date is the true one. */
function coreProperties(document: OfficialDocument, words: Composed): string {
  const instant = `${document.date}T00:00:00Z`
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`
  const issuer = escapeXml(words.issuer)
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(words.name)}</dc:title>`,
    `<dc:creator>${issuer}</dc:creator><cp:lastModifiedBy>${issuer}</cp:lastModifiedBy><dc:language>vi-VN</dc:language>`,
    `${time('created')}${time('modified')}</cp:coreProperties>`,
  ].join('')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
