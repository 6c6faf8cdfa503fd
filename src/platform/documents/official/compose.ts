/** Turns an official document into the exact words on paper, once, so that Word and HTML cannot differ. */
import { printable } from '../text.ts'
import { type ComposedBlock, capitals, composeBlocks, roman } from './compose-blocks.ts'
import type { OfficialDocument, Signature } from './model.ts'
import { unbroken } from './periods.ts'

/** The fixed words of the form (NĐ 30/2020/NĐ-CP, Phụ lục I), in Vietnamese whatever the reader's language. */
export const nationalLine = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'
export const recipientsTitle = 'Nơi nhận:'
export const addressTitle = 'Kính gửi:'
export interface Composed {
  readonly governingBody?: string
  readonly issuingBody: string
  /** The issuing body in one line, as in running text. */
  readonly issuer: string
  readonly numberLine: string
  /** Of a letter, under the number. */
  readonly subjectLine?: string
  readonly placeAndDate?: string
  readonly typeName?: string
  /** In lists and as the title of a file. */
  readonly name: string
  /** As it is known by. */
  readonly subject: string
  /** As it stands on paper. */
  readonly title: string
  readonly labels: { readonly draft?: string; readonly watermark?: string }
  readonly addressees: readonly string[]
  readonly enacting?: { readonly authority: string; readonly word: string }
  readonly bases: readonly string[]
  readonly body: readonly ComposedBlock[]
  readonly signature: ComposedSignature
  readonly secretary?: ComposedSignature
  readonly recipients: readonly string[]
  readonly annexes: readonly ComposedAnnex[]
}

export interface ComposedSignature {
  readonly lines: readonly string[]
  readonly name?: string
}

export interface ComposedAnnex {
  readonly label: string
  readonly title: string
  readonly reference: string
  readonly landscape: boolean
  readonly body: readonly ComposedBlock[]
}

/** The words of a document. */
export function compose(given: OfficialDocument): Composed {
  const document = writable(given)
  const several = document.annexes.length > 1
  const reference = annexReference(document)
  return {
    governingBody: document.governingBody && capitals(document.governingBody),
    issuingBody: capitals(document.issuingBody),
    numberLine: `Số: ${writtenNumber(document)}/${document.symbol}`,
    subjectLine: document.typeName ? undefined : onPaper(document, `V/v ${document.subject}`),
    placeAndDate: document.secretary ? undefined : `${document.place}, ${writtenDate(document)}`,
    typeName: document.typeName && capitals(document.typeName),
    name: nameOf(document),
    subject: document.subject,
    title: onPaper(document, document.subject),
    issuer: document.issuingBody.replaceAll('\n', ' '),
    labels: {
      draft: document.draft ? 'DỰ THẢO' : undefined,
      watermark: document.watermarkLabel && capitals(document.watermarkLabel),
    },
    addressees: addressed(document.addressees ?? []),
    enacting: document.enacting && {
      authority: capitals(document.enacting.authority),
      word: `${capitals(document.enacting.word)}:`,
    },
    bases: document.bases.map((base, index) => closed(base, index === document.bases.length - 1 ? '.' : ';')),
    body: closeBody(composeBlocks(document.body)),
    signature: signed(document.signature),
    secretary: document.secretary && signed(document.secretary),
    recipients: [...document.recipients.map((to) => `- ${closed(to, ';')}`), `- Lưu: ${closed(document.keptBy, '.')}`],
    annexes: document.annexes.map((annex, index) => ({
      label: several ? `Phụ lục ${roman(index + 1)}` : 'Phụ lục',
      title: onPaper(document, capitals(annex.title)),
      reference,
      landscape: annex.landscape ?? false,
      body: composeBlocks(annex.body),
    })),
  }
}

function nameOf({ typeName, subject }: OfficialDocument): string {
  return `${typeName ? capitals(typeName) : 'V/v'} ${subject.replaceAll('\n', ' ')}`
}

/** One stands in the line of "Kính gửi:" as it is; of several each has a line, with a dash. */
function addressed(addressees: readonly string[]): string[] {
  if (addressees.length < 2) return [...addressees]
  return addressees.map((to, index) => `- ${closed(to, index === addressees.length - 1 ? '.' : ';')}`)
}

function signed({ authority, position, name }: Signature): ComposedSignature {
  return { lines: [...authority, position].map(capitals), name }
}

function onPaper({ keepsPeriods }: OfficialDocument, title: string): string {
  return keepsPeriods ? unbroken(title) : title
}

/** The same value with every text made printable. */
function writable<T>(value: T): T
function writable(value: unknown): unknown {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return value.map((each) => writable(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, writable(each)]))
}

/** Below 10 with a leading zero; blank for the registry's pen when there is none yet. */
function writtenNumber(document: OfficialDocument): string {
  return document.number === undefined ? '\u00a0'.repeat(8) : String(document.number).padStart(2, '0')
}

/** Days below 10 and the months 1 and 2 get a leading zero; the day stays blank until there is a number. */
function writtenDate(document: OfficialDocument): string {
  const [year = '', month = '', day = ''] = document.date.split('-')
  const writtenMonth = Number(month) <= 2 ? month : String(Number(month))
  const writtenDay = document.number === undefined ? '\u00a0'.repeat(6) : day
  return `ngày ${writtenDay} tháng ${writtenMonth} năm ${year}`
}

function annexReference(document: OfficialDocument): string {
  const of = `${document.typeName ?? 'Công văn'} số ${writtenNumber(document)}/${document.symbol} ${writtenDate(document)}`
  return `(Kèm theo ${of} của ${document.issuingBody.replaceAll('\n', ' ')})`
}

/** The body of an official document ends with "./." */
function closeBody(blocks: readonly ComposedBlock[]): ComposedBlock[] {
  const last = blocks.at(-1)
  if (!last || !('spans' in last)) return [...blocks]
  const ending = last.spans.at(-1)
  if (!ending?.text.endsWith('.') || ending.text.endsWith('/.')) return [...blocks]
  const spans = [...last.spans.slice(0, -1), { ...ending, text: `${ending.text}/.` }]
  return [...blocks.slice(0, -1), { ...last, spans }]
}

function closed(text: string, mark: string): string {
  return `${text.trimEnd().replace(/[.;,]+$/, '')}${mark}`
}
