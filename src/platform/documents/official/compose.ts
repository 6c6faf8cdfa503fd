/** Turns an official document into the exact words on paper, once, so that Word and HTML cannot differ. */
import { formatNumber } from '#kernel/language.ts'
import { printable } from '../text.ts'
import type { Bars, Block, Heading, List, OfficialDocument, RichText, Span, Table, TableRow } from './model.ts'
import { unbroken } from './periods.ts'

/** The fixed words of the form (NĐ 30/2020/NĐ-CP, Phụ lục I), in Vietnamese whatever the reader's language. */
export const nationalLine = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'
export const recipientsTitle = 'Nơi nhận:'
/** Written for a figure that exists but was not collected (the sign of statistical yearbooks). */
export const notCollected = '...'

export type Spans = readonly Span[]

export interface Composed {
  readonly governingBody?: string
  readonly issuingBody: string
  /** The issuing body in one line, as in running text. */
  readonly issuer: string
  readonly numberLine: string
  readonly placeAndDate: string
  readonly typeName: string
  /** As it is known by. */
  readonly subject: string
  /** As it stands on paper. */
  readonly title: string
  readonly labels: { readonly draft?: string; readonly watermark?: string }
  readonly bases: readonly string[]
  readonly body: readonly ComposedBlock[]
  readonly signature: { readonly lines: readonly string[]; readonly name?: string }
  readonly recipients: readonly string[]
  readonly annexes: readonly ComposedAnnex[]
}

export interface ComposedAnnex {
  readonly label: string
  readonly title: string
  readonly reference: string
  readonly landscape: boolean
  readonly body: readonly ComposedBlock[]
}

export interface ComposedTable {
  readonly kind: 'table'
  readonly caption?: string
  readonly unit?: string
  readonly columns: readonly {
    readonly header: string
    readonly group?: string
    readonly weight: number
    readonly align: 'left' | 'center' | 'right'
    readonly of?: string
  }[]
  readonly rows: readonly {
    readonly kind: 'plain' | 'total' | 'section'
    readonly cells: readonly string[]
    readonly of?: string
  }[]
  readonly source?: string
}

export interface ComposedBars {
  readonly kind: 'bars'
  readonly caption: string
  /** Shares of a full bar, in whole hundredths. */
  readonly bars: readonly {
    readonly label: string
    readonly figure: string
    readonly length: number
    readonly target?: number
    readonly of?: string
  }[]
  readonly key?: string
  readonly source?: string
}

export type ComposedBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph' | 'note' | 'item' | 'subitem'; readonly spans: Spans; readonly of?: string }
  | ComposedTable
  | ComposedBars

/** The words of a document. */
export function compose(given: OfficialDocument): Composed {
  const document = writable(given)
  const several = document.annexes.length > 1
  const reference = annexReference(document)
  return {
    governingBody: document.governingBody && capitals(document.governingBody),
    issuingBody: capitals(document.issuingBody),
    numberLine: `Số: ${writtenNumber(document)}/${document.symbol}`,
    placeAndDate: `${document.place}, ${writtenDate(document)}`,
    typeName: capitals(document.typeName),
    subject: document.subject,
    title: onPaper(document, document.subject),
    issuer: document.issuingBody.replaceAll('\n', ' '),
    labels: {
      draft: document.draft ? 'DỰ THẢO' : undefined,
      watermark: document.watermarkLabel && capitals(document.watermarkLabel),
    },
    bases: document.bases.map((base, index) => closed(base, index === document.bases.length - 1 ? '.' : ';')),
    body: closeBody(composeBlocks(document.body)),
    signature: {
      lines: [...document.signature.authority, document.signature.position].map(capitals),
      name: document.signature.name,
    },
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
  const of = `${document.typeName} số ${writtenNumber(document)}/${document.symbol} ${writtenDate(document)}`
  return `(Kèm theo ${of} của ${document.issuingBody.replaceAll('\n', ' ')})`
}

function composeBlocks(blocks: readonly Block[]): ComposedBlock[] {
  const counters = [0, 0, 0]
  return blocks.flatMap((block) => composeBlock(block, counters))
}

function composeBlock(block: Block, counters: number[]): ComposedBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level, text: numbered(block, counters) }]
    case 'paragraph':
    case 'note':
      return [{ kind: block.kind, spans: spansOf(block.text) }]
    case 'list':
      return composeList(block)
    case 'table':
      return [composeTable(block)]
    case 'bars':
      return [composeBars(block)]
  }
}

function numbered(heading: Heading, counters: number[]): string {
  const place = heading.level - 1
  const count = (counters[place] ?? 0) + 1
  counters.splice(place, counters.length - place, count, ...Array(counters.length - place - 1).fill(0))
  const number = [`${roman(count)}.`, `${count}.`, `${letter(count)})`][place]
  return `${number} ${heading.level === 1 ? capitals(heading.text) : heading.text}`
}

function composeList(list: List): ComposedBlock[] {
  return list.items.flatMap((item): ComposedBlock[] => [
    { kind: 'item', spans: [{ text: '- ' }, ...spansOf(item.text)], ...(item.of && { of: item.of }) },
    ...(item.items ?? []).map(
      (text): ComposedBlock => ({ kind: 'subitem', spans: [{ text: '+ ' }, ...spansOf(text)] }),
    ),
  ])
}

function composeTable(table: Table): ComposedTable {
  return {
    kind: 'table',
    caption: table.caption,
    unit: table.unit && `Đơn vị tính: ${table.unit}`,
    columns: table.columns.map((column, index) => ({
      header: column.header,
      group: column.group,
      weight: column.weight,
      align: column.align ?? (holdsNumbers(table.rows, index) ? 'right' : 'left'),
      ...(column.of && { of: column.of }),
    })),
    rows: table.rows.map((row) => ({
      kind: row.kind ?? 'plain',
      ...(row.of && { of: row.of }),
      cells: row.cells.map((cell, index) => {
        if (cell === null) return notCollected
        return typeof cell === 'number' ? written(cell, table.columns[index]?.decimals) : cell
      }),
    })),
    source: table.source,
  }
}

/** Neighbouring columns of one group as `from` to before `to`; a column without a group stands alone. */
export function groupsOf(table: ComposedTable): { group?: string; from: number; to: number }[] {
  const groups: { group?: string; from: number; to: number }[] = []
  for (const [index, { group }] of table.columns.entries()) {
    const last = groups.at(-1)
    if (group && last?.group === group) last.to = index + 1
    else groups.push({ group, from: index, to: index + 1 })
  }
  return groups
}

/** With `decimals` exactly so many, that a column lines up; without, two at most. */
function written(value: number, decimals?: number): string {
  const text = formatNumber('vi', value, decimals ?? 2)
  if (!decimals) return text
  const [whole, fraction = ''] = text.split(',')
  return `${whole},${fraction.padEnd(decimals, '0')}`
}

function holdsNumbers(rows: readonly TableRow[], index: number): boolean {
  return rows.some((row) => row.kind !== 'section' && typeof row.cells[index] === 'number')
}

function composeBars(chart: Bars): ComposedBars {
  const largest = Math.max(0, ...chart.bars.flatMap((bar) => [bar.value ?? 0, bar.target ?? 0]))
  const full = chart.full ?? largest
  const share = (value: number) => (full > 0 ? Math.min(100, Math.max(0, Math.round((value / full) * 100))) : 0)
  const suffix = chart.suffix ?? ''
  const figure = (value: number) => `${written(value, chart.decimals)}${suffix}`
  return {
    kind: 'bars',
    caption: chart.caption,
    bars: chart.bars.map((bar) => ({
      label: bar.label,
      figure: `${bar.value === null ? notCollected : figure(bar.value)}${bar.target === undefined ? '' : ` / ${figure(bar.target)}`}`,
      length: share(bar.value ?? 0),
      target: bar.target === undefined ? undefined : share(bar.target),
      ...(bar.of && { of: bar.of }),
    })),
    key: chart.targetName && `Vạch đen và số sau dấu gạch chéo: ${chart.targetName}.`,
    source: chart.source,
  }
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

function spansOf(text: RichText): Spans {
  return typeof text === 'string' ? [{ text }] : text
}

function closed(text: string, mark: string): string {
  return `${text.trimEnd().replace(/[.;,]+$/, '')}${mark}`
}

function capitals(text: string): string {
  return text.toLocaleUpperCase('vi')
}

function roman(value: number): string {
  const signs: [number, string][] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  const sign = signs.find(([worth]) => worth <= value)
  return sign ? sign[1] + roman(value - sign[0]) : ''
}

/** a, b, c, d, đ, e, g, ...: the order of points in Vietnamese legal texts, without f, j, w, z. */
function letter(count: number): string {
  const points = 'abcdđeghiklmnopqrstuvxy'
  return points[(count - 1) % points.length] ?? ''
}
