/** The head, the signature block and the running header of an official document in Word. */
import { AlignmentType, BorderStyle, Header, PageNumber, Paragraph, type Table, TabStopType, TextRun } from 'docx'
import type { Composed } from './compose.ts'
import { motto, nationalLine, recipientsTitle } from './compose.ts'
import { boldLength, footColumns, headColumns, ruleLength, textWidth, type } from './page.ts'
import { centred, rule, sideBySide } from './word-text.ts'

/** Issuing body and number on the left, national line, motto, place and date on the right. */
export function documentHead(words: Composed): Table {
  const [left, right] = headColumns
  const { governingBody, issuingBody } = words
  const below = { spacing: { before: 120, after: 0 } }
  return sideBySide(headColumns, [
    [
      [
        ...(governingBody ? [centred(governingBody, { size: type.national })] : []),
        centred(issuingBody, { size: type.national, bold: true }),
        rule(ruleLength(issuingBody, type.national, left), left),
      ],
      [
        centred(nationalLine, { size: type.national, bold: true }),
        centred(motto, { size: type.motto, bold: true }),
        rule(boldLength(motto, type.motto), right),
      ],
    ],
    [
      [centred(words.numberLine, { size: type.head }, below)],
      [centred(words.placeAndDate, { size: type.head, italics: true }, below)],
    ],
  ])
}

/** The name of the type in capitals, the subject under it, a short rule. */
export function documentTitle(words: Composed): Paragraph[] {
  const width = textWidth.portrait
  return [
    centred(words.typeName, { size: type.body, bold: true }, { spacing: { before: 360, after: 0 }, keepNext: true }),
    centred(words.title, { size: type.body, bold: true }, { spacing: { before: 0, after: 0 }, keepNext: true }),
    rule(Math.min(ruleLength(words.subject, type.body, width), width / 3), width, 240),
  ]
}

/** "Nơi nhận" on the left, the signature on the right; one row, so they never part. */
export function documentFoot(words: Composed): Table {
  const { lines, name } = words.signature
  return sideBySide(footColumns, [
    [
      [
        plain(recipientsTitle, { size: type.recipientsTitle, bold: true, italics: true }),
        ...words.recipients.map((recipient) => plain(recipient, { size: type.recipients })),
      ],
      [
        ...lines.map((line) => centred(line, { size: type.body, bold: true })),
        centred(name ?? '', { size: type.body, bold: true }, { spacing: { before: signingSpace, after: 0 } }),
      ],
    ],
  ])
}

/** Room for a signature and a seal: five lines. */
const signingSpace = 1600

function plain(text: string, options: { size: number; bold?: boolean; italics?: boolean }): Paragraph {
  return new Paragraph({
    style: 'Plain',
    alignment: AlignmentType.LEFT,
    children: [new TextRun({ ...options, text, size: options.size * 2 })],
  })
}

/** The page number in the middle of the top margin, with the labels of the document at its sides. */
export function runningHeader(labels: Composed['labels'], width: number, numbered: boolean): Header {
  return new Header({
    children: [
      new Paragraph({
        style: 'Plain',
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(width / 2) },
          { type: TabStopType.RIGHT, position: width },
        ],
        children: [
          ...label(labels.draft),
          new TextRun({ text: '\t', size: type.head * 2 }),
          ...(numbered ? [new TextRun({ children: [PageNumber.CURRENT], size: type.head * 2 })] : []),
          new TextRun({ text: '\t', size: type.head * 2 }),
          ...label(labels.watermark),
        ],
      }),
    ],
  })
}

function label(text: string | undefined): TextRun[] {
  if (!text) return []
  const border = { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' }
  return [new TextRun({ text: `\u00a0${text}\u00a0`, size: type.recipients * 2, bold: true, border })]
}
