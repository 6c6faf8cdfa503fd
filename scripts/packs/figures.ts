/** Published figures about learning in Hanoi, each with its source and how far to trust it. */
import { join } from 'node:path'
import { type CsvRow, readCsv } from './csv.ts'
import { codes, codesOfPercentages, doubts, notes, sources } from './figure-notes.ts'

/** Aims that others published; they are neither results nor targets of the plan. */
const aims = ['trained_workers_share_target', 'trained_workers_with_certificate_target', 'vocational_trainees_plan']

/** `packs/hanoi/figures.json`; the plan's own targets are kept with the plan. */
export function figuresPack(data: string): object {
  const published = readCsv(join(data, 'hanoi_indicators.csv')).filter(
    (row) => !row.text('indicator').startsWith('target_'),
  )
  const isAim = (row: CsvRow) => aims.includes(row.text('indicator'))
  return {
    columns: ['code', 'unitCode', 'period', 'asOf', 'value', 'qualifier', 'sourceId', 'confidence', 'noteVi', 'noteEn'],
    sources: sourcesOf(published),
    places: { VN: { vi: 'Việt Nam', en: 'Viet Nam' } },
    rows: published.filter((row) => !isAim(row)).map(figureOf),
    otherTargetColumns: ['code', 'unitCode', 'period', 'value', 'valueTo', 'sourceId', 'noteVi', 'noteEn'],
    otherTargets: published.filter(isAim).map(aimOf),
  }
}

function figureOf(row: CsvRow): unknown[] {
  const note = noteOf(row)
  const sign = /^[<>~]/.exec(row.text('value'))?.[0]
  const census = sourceOf(row) === 'census2019'
  return [
    codeOf(row),
    placeOf(row),
    periodOf(row),
    census ? '2019-04-01' : null,
    Number(row.text('value').replace(/^[<>~]/, '')),
    sign ?? note?.qualifier ?? null,
    sourceOf(row),
    row.text('confidence'),
    note?.vi ?? null,
    note?.en ?? null,
  ]
}

function aimOf(row: CsvRow): unknown[] {
  const [from = '', to] = row.text('value').split('-')
  const note = noteOf(row)
  const place = placeOf(row)
  return [
    codeOf(row),
    place,
    row.text('year'),
    Number(from),
    to ? Number(to) : null,
    sourceOf(row),
    note?.vi ?? null,
    note?.en ?? null,
  ]
}

function codeOf(row: CsvRow): string {
  const name = row.text('indicator')
  const percentage = row.text('unit') === 'percent' ? codesOfPercentages[name] : undefined
  return percentage ?? codes[name] ?? name
}

/** A year, a month or a school year; null where the source names none. */
function periodOf(row: CsvRow): string | null {
  const year = row.text('year')
  return year === 'undated' ? null : year.replace(/^(\d{2})(\d{2})\/(\d{2})$/, '$1$2-$1$3')
}

function noteOf(row: CsvRow): { vi: string; en: string; qualifier?: string } | null {
  const remark = row.text('note')
  const known = Object.entries(notes).find(([beginning]) => remark.startsWith(beginning))?.[1]
  if (remark !== '' && !known) throw new Error(`figure-notes.ts has no words for: ${remark}`)
  const note = known ?? doubts[`${row.text('indicator')} ${row.text('year')} ${placeOf(row)}`]
  const whole = / of (\d+)/.exec(row.text('unit'))?.[1]
  if (!whole) return note ?? null
  const said = { vi: `Trên tổng số ${grouped(whole, '.')}`, en: `Of ${grouped(whole, ',')}` }
  return note ? { ...note, vi: `${said.vi}; ${note.vi}`, en: `${said.en}; ${note.en}` } : said
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator)
}

function placeOf(row: CsvRow): string {
  return row.text('area').split(' ')[0] ?? ''
}

function sourceOf(row: CsvRow): string {
  const id = sources.find(([match]) => row.text('source_url').includes(match))?.[1]
  if (!id) throw new Error(`figure-notes.ts has no source for: ${row.text('source_url')}`)
  return id
}

function sourcesOf(rows: CsvRow[]): Record<string, object> {
  return Object.fromEntries(
    sources.map(([, id, title]) => {
      const address = rows.find((row) => sourceOf(row) === id)?.text('source_url') ?? ''
      return [id, address.startsWith('http') ? { title, url: address } : { title }]
    }),
  )
}
