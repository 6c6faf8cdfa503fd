/** The parts of a document's body in their exact words: numbers of headings and articles, figures as they are written. */
import { formatNumber } from '#kernel/language.ts'
import type { Article, Bars, Block, Heading, List, RichText, Span, Table, TableRow } from './model.ts'

/** Written for a figure that exists but was not collected (the sign of statistical yearbooks). */
export const notCollected = '...'

export type Spans = readonly Span[]

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

/** Headings and articles are numbered from the first one of these blocks. */
export function composeBlocks(blocks: readonly Block[]): ComposedBlock[] {
  const counters = [0, 0, 0]
  let articles = 0
  return blocks.flatMap((block): ComposedBlock[] => {
    if (block.kind !== 'article') return composeBlock(block, counters)
    articles += 1
    const label = { text: `Điều ${articles}. `, bold: true }
    return [{ kind: 'paragraph', spans: [label, ...spansOf(block.text)] }]
  })
}

function composeBlock(block: Exclude<Block, Article>, counters: number[]): ComposedBlock[] {
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

function spansOf(text: RichText): Spans {
  return typeof text === 'string' ? [{ text }] : text
}

export function capitals(text: string): string {
  return text.toLocaleUpperCase('vi')
}

export function roman(value: number): string {
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
