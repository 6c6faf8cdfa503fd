/** The head, the signature block and the running header of an official document in Word. */
import type { IParagraphOptions } from 'docx'
import { AlignmentType, BorderStyle, Header, PageNumber, Paragraph, type Table, TabStopType, TextRun } from 'docx'
import type { Composed, ComposedSignature } from './compose.ts'
import { addressTitle, motto, nationalLine, recipientsTitle } from './compose.ts'
import {
  addressIndent,
  boldLength,
  footColumns,
  headColumns,
  ruleLength,
  signingSpace,
  textWidth,
  titleRule,
  type,
} from './page.ts'
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
      [
        centred(words.numberLine, { size: type.head }, below),
        ...(words.subjectLine ? [centred(words.subjectLine, { size: type.national }, below)] : []),
      ],
      [...(words.placeAndDate ? [centred(words.placeAndDate, { size: type.head, italics: true }, below)] : [])],
    ],
  ])
}

/** The name of the type in capitals, the subject under it, a short rule; a letter has no title. */
export function documentTitle(words: Composed): Paragraph[] {
  const width = textWidth.portrait
  if (!words.typeName) return [centred('', { size: type.table })]
  return [
    centred(words.typeName, { size: type.body, bold: true }, { spacing: { before: 360, after: 0 }, keepNext: true }),
    centred(words.title, { size: type.body, bold: true }, { spacing: { before: 0, after: 0 }, keepNext: true }),
    rule(titleRule(words.subject, width), width, 240),
  ]
}

/** "Kính gửi:" with one name beside it, or with several below, each dash under the colon. */
export function addressLines({ addressees }: Composed): (Paragraph | Table)[] {
  const [first, ...others] = addressees
  if (!first) return []
  const around = { spacing: { before: 120, after: 240 } }
  if (others.length === 0) return [centred(`${addressTitle} ${first}`, { size: type.body }, around)]
  const hanging = addressIndent - colonWidth
  return [
    plain(
      addressTitle,
      { size: type.body },
      { alignment: AlignmentType.RIGHT, indent: { right: textWidth.portrait - addressIndent } },
    ),
    ...addressees.map((line) =>
      plain(line, { size: type.body }, { indent: { left: hanging + dashWidth, hanging: dashWidth } }),
    ),
    plain('', { size: type.table }),
  ]
}

/** Of Times at 14 points, in twips. */
const colonWidth = 78
const dashWidth = 163

/** A line of a decision that stands alone: who issues it, and the word that enacts. */
export function enactingLine(line: string): Paragraph {
  return centred(line, { size: type.body, bold: true }, { spacing: { before: 120, after: 240 }, keepNext: true })
}

/** "Nơi nhận" on the left, the signature on the right; one row, so they never part. Of minutes the secretary signs on the left. */
export function documentFoot(words: Composed): Table {
  const { secretary, signature } = words
  const recipients = [
    plain(recipientsTitle, { size: type.recipientsTitle, bold: true, italics: true }),
    ...words.recipients.map((recipient) => plain(recipient, { size: type.recipients })),
  ]
  if (!secretary) return sideBySide(footColumns, [[recipients, signatureLines(signature)]])
  const halves = [textWidth.portrait / 2, textWidth.portrait / 2] as const
  return sideBySide(halves, [
    [[...signatureLines(secretary), plain('', { size: type.recipients }), ...recipients], signatureLines(signature)],
  ])
}

function signatureLines({ lines, name }: ComposedSignature): Paragraph[] {
  return [
    ...lines.map((line) => centred(line, { size: type.body, bold: true })),
    centred(name ?? '', { size: type.body, bold: true }, { spacing: { before: signingSpace, after: 0 } }),
  ]
}

function plain(
  text: string,
  options: { size: number; bold?: boolean; italics?: boolean },
  more: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    style: 'Plain',
    alignment: AlignmentType.LEFT,
    children: [new TextRun({ ...options, text, size: options.size * 2 })],
    ...more,
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
