/** What stands in an uploaded form and is not read: columns and rows that are not the form's, each told with its address. */
import { type Place, shortAddresses } from '#kernel/cell-address.ts'
import type { Words } from '#kernel/language.ts'
import { rowName } from '../submissions/findings.rules.ts'
import { cellKey, fillWords } from '../submissions/submissions.rules.ts'
import type { FileRow, FormSheet, Unread } from './excel.model.ts'
import { unreadWords } from './excel.texts.ts'
import { shortText } from './excel-cells.rules.ts'
import { bodyOf, cellUnder, type FormKnown, isSameFigure, lastIn, prefixOf, sheetRowsOf } from './excel-rows.rules.ts'
import { headingsIn } from './excel-search.rules.ts'

/** Places told one by one; more are counted. */
const mostTold = 30

export function unreadIn(forms: readonly FormSheet[], known: FormKnown): Unread[] {
  const result = forms.flatMap((form) => {
    const prefix = prefixOf(form, forms)
    const own = new Set(sheetRowsOf(form, known.rows).map(({ number }) => number))
    const others = bodyOf(form).filter((row) => !own.has(row.number) && headingsIn(row, known.year) === 0)
    return [
      ...strangeColumns(form, prefix),
      ...strangeRows(form, others, prefix),
      ...otherLastYear(form, known, prefix),
    ]
  })
  const listed = result.slice(0, mostTold)
  const more = result.length - listed.length
  return [
    ...listed,
    ...(more > 0 ? [{ address: null, words: says('more', { count: more }) }] : []),
    ...missing(forms, known),
  ]
}

/** Columns with something in them that are none of the form's. */
function strangeColumns(form: FormSheet, prefix: string): Unread[] {
  const known = new Set(form.columns.values())
  const cells = bodyOf(form).flatMap(({ number, cells }) => cells.map(({ column }) => ({ row: number, column })))
  const byColumn = Map.groupBy(
    cells.filter(({ column }) => !known.has(column)),
    ({ column }) => column,
  )
  return [...byColumn].map(([column, places]) => {
    const heading = form.strange.get(column)
    const words = heading ? says('column', { heading: shortText(heading) }) : says('noHeading')
    return { address: `${prefix}${shortAddresses(places)}`, words }
  })
}

/** Rows without a code of the form: what was typed under this year is named, the rest only placed. */
function strangeRows(form: FormSheet, rows: readonly FileRow[], prefix: string): Unread[] {
  const columns = new Set(form.columns.values())
  const isFilled = (row: FileRow) => cellUnder(form, row, 'now') !== undefined
  const figures = rows.filter(isFilled).map((row) => {
    const cell = cellUnder(form, row, 'now')
    const words = says('row', { row: row.number, entry: shortText(String(cell?.value ?? '')) })
    return { address: `${prefix}${cell?.address ?? ''}`, words }
  })
  const rest: Place[] = rows
    .filter((row) => !isFilled(row))
    .flatMap(({ number, cells }) => cells.map(({ column }) => ({ row: number, column })))
    .filter(({ column }) => columns.has(column))
  const outside = { address: `${prefix}${shortAddresses(rest)}`, words: says('outside') }
  return [...figures, ...(rest.length > 0 ? [outside] : [])]
}

function otherLastYear(form: FormSheet, { rows, previous, year }: FormKnown, prefix: string): Unread[] {
  const column = form.columns.get('last')
  if (column === undefined) return []
  const places = sheetRowsOf(form, rows)
    .filter((own) => !isSameFigure(lastIn(own), previous.get(cellKey(own.row.measure, own.row.category))))
    .map(({ number }) => ({ row: number, column }))
  if (places.length === 0) return []
  return [{ address: `${prefix}${shortAddresses(places)}`, words: says('last', { last: year - 1 }) }]
}

/** Rows of the form that the file lost. */
function missing(forms: readonly FormSheet[], { rows }: FormKnown): Unread[] {
  const there = new Set(forms.flatMap((form) => sheetRowsOf(form, rows).map(({ row }) => row)))
  const gone = rows.filter((row) => !there.has(row))
  if (gone.length === 0) return []
  const named = (language: 'vi' | 'en') => {
    const names = gone.slice(0, 3).map((row) => rowName(language, row))
    return [...names, ...(gone.length > 3 ? ['…'] : [])].join('; ')
  }
  const textIn = (language: 'vi' | 'en') =>
    fillWords(unreadWords.missing[language], { count: gone.length, names: named(language) })
  return [{ address: null, words: { vi: textIn('vi'), en: textIn('en') } }]
}

function says(name: keyof typeof unreadWords, params: Readonly<Record<string, string | number>> = {}): Words {
  return { vi: fillWords(unreadWords[name].vi, params), en: fillWords(unreadWords[name].en, params) }
}
