/** A list as one value, and how it looks: filters, table, the way to the next page and back. `list-page.ts` reads it and makes its files. */
import type { ComponentChildren } from 'preact'
import type { Words } from '#kernel/language.ts'
import type { Page, RowCount } from '#kernel/page.ts'
import type { Problem } from '#kernel/problem.ts'
import type { CellValue, ColumnKind } from '#platform/documents/columns.ts'
import type { Query } from '#platform/web/path.ts'
import { DateField, SelectField, TextField } from '#ui/fields.tsx'
import { FilterForm, type FormState, Hidden } from '#ui/form.tsx'
import { EmptyState, Pagination } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import type { Link } from '#ui/shell-props.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import { words } from '#ui/words.ts'

/** What a cell, a filter and an empty list may look at beside the row. */
export interface ListContext<Extra = undefined> {
  readonly reader: Reader
  readonly today: string
  /** The filters as they are in force: what the address says, else what they begin with. */
  readonly filter: Readonly<Record<string, string | undefined>>
  /** What the page knows besides: choices of a filter, rights. */
  readonly extra: Extra
}

/** One column, on the screen and in files. */
export interface ListColumn<Row, Extra = undefined>
  extends Pick<Column<Row>, 'key' | 'align' | 'rowHeader' | 'size' | 'phone' | 'labelUnseen'> {
  readonly label: Words
  /** What the word of the heading means. */
  readonly explain?: Words
  /** The operation's order of this name; the heading then sorts. */
  readonly sort?: string
  /** Absent: only in files. */
  readonly render?: (row: Row, context: ListContext<Extra>) => ComponentChildren
  /** Absent: only on the screen. */
  readonly file?: {
    readonly value: (row: Row, context: ListContext<Extra>) => CellValue
    /** In characters, as Excel counts. */
    readonly width: number
    /** `text` unless told. */
    readonly kind?: ColumnKind
  }
  /** Whether it is there at all; it is unless told. */
  readonly shows?: (context: ListContext<Extra>) => boolean
}

/** One filter: a field of the operation's input, a parameter of the address, a field above the table. */
export interface ListFilter<Extra = undefined> {
  readonly name: string
  readonly label: Words
  readonly hint?: Words
  readonly kind: 'text' | 'short' | 'search' | 'email' | 'date' | 'choice'
  /** Of a choice. */
  readonly options?: (context: ListContext<Extra>) => readonly { readonly value: string; readonly label: string }[]
  /** Of a choice: what no choice means ("all"). */
  readonly all?: Words
  /** What it begins with when the address says nothing. */
  readonly initial?: (context: Omit<ListContext<Extra>, 'filter'>) => string | undefined
  /** What the list is of (a day, a unit): "clear filters" leaves it. */
  readonly isScope?: boolean
}

/** A list as one value. Nothing here looks at a request: rows and filters come by the context. */
export interface List<Row, Extra = undefined> {
  /** Of the table; unique on its page. */
  readonly id: string
  readonly caption: Words
  readonly keyOf: (row: Row) => string
  /** In the order of the screen; the row header first to be read. */
  readonly columns: readonly ListColumn<Row, Extra>[]
  readonly filters?: readonly ListFilter<Extra>[]
  /** Said when there is no row; `hint` says what to do. */
  readonly empty: (context: ListContext<Extra>) => { readonly title: string; readonly hint?: string }
  readonly rowsPerPage?: number
  readonly isCurrent?: (row: Row, context: ListContext<Extra>) => boolean
  /** Files: their name without its ending, in ASCII. Absent: the list has none. */
  readonly fileName?: (context: ListContext<Extra>) => string
  /** Their title; the caption unless told. */
  readonly fileTitle?: (context: ListContext<Extra>) => string
  /** Above the table in Excel, and in JSON: "Số liệu mẫu", the source. */
  readonly fileNote?: (context: ListContext<Extra>) => string | undefined
}

/** A page of a list as it was read, for one reader. */
export interface ListState<Row, Extra = undefined> {
  readonly context: ListContext<Extra>
  readonly page: Page<Row>
  /** What is wrong with a filter; then there are no rows. */
  readonly problems: readonly Problem[]
  /** What the address says: filters, the order. */
  readonly query: Readonly<Record<string, string | undefined>>
  /** The address names no page: it is the first. */
  readonly isFirst: boolean
  /** What its parameters begin with, beside other lists of a page. */
  readonly prefix?: string
  /** An address of this list. */
  hrefOf(query: Query): string
}

/** What an address calls a parameter of a list: `after`, or `tokensAfter` of one among several. */
export function parameterOf(prefix: string | undefined, name: string): string {
  return prefix === undefined ? name : `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

interface ListProps<Row, Extra> {
  readonly list: List<Row, Extra>
  readonly state: ListState<Row, Extra>
}

/** Filters, table and pages of a list. */
export function ListView<Row, Extra>({ list, state }: ListProps<Row, Extra>) {
  return (
    <>
      <Filters list={list} state={state} />
      {state.problems.length === 0 && <Rows list={list} state={state} />}
      {state.problems.length === 0 && <Pages {...state} />}
    </>
  )
}

function Rows<Row, Extra>({ list, state }: ListProps<Row, Extra>) {
  const { context, page, query } = state
  const { reader } = context
  const { title, hint } = list.empty(context)
  const formats = list.fileName ? fileFormats : []
  return (
    <DataTable
      reader={reader}
      id={list.id}
      caption={reader.say(list.caption)}
      captionUnseen
      columns={list.columns.flatMap((column) => columnOf(column, context, (sort) => sortOf(sort, state)))}
      rows={page.rows}
      keyOf={list.keyOf}
      isCurrent={(row) => list.isCurrent?.(row, context) ?? false}
      empty={<EmptyState title={title}>{hint}</EmptyState>}
      downloads={formats.map((format) => fileLink(format, state.hrefOf({ ...query, format })))}
    />
  )
}

const fileFormats = ['csv', 'xlsx', 'json'] as const

function fileLink(format: string, href: string): Link {
  return { href, label: format.toUpperCase() }
}

/** The columns of a list in a table that is none: a few rows on a page about something else. */
export function tableColumns<Row, Extra>(columns: readonly ListColumn<Row, Extra>[], context: ListContext<Extra>) {
  return columns.flatMap((column) => columnOf(column, context))
}

function columnOf<Row, Extra>(
  column: ListColumn<Row, Extra>,
  context: ListContext<Extra>,
  sorting?: (sort: string) => Pick<Column<Row>, 'sortHref' | 'sorted'>,
): Column<Row>[] {
  const { label, explain, sort, render, file: _, shows, ...look } = column
  if (!render || shows?.(context) === false) return []
  const { say } = context.reader
  return [
    {
      ...look,
      label: say(label),
      explain: explain && say(explain),
      ...(sort && sorting?.(sort)),
      render: (row) => render(row, context),
    },
  ]
}

/** The heading leads to the list in this order, from its first page; once more, the other way round. */
function sortOf<Row, Extra>(sort: string, { query, hrefOf }: ListState<Row, Extra>) {
  const { sort: order } = query
  return {
    sortHref: hrefOf({ ...query, sort: order === sort ? `-${sort}` : sort }),
    sorted: order === sort ? ('ascending' as const) : order === `-${sort}` ? ('descending' as const) : undefined,
  }
}

function Filters<Row, Extra>({ list, state }: ListProps<Row, Extra>) {
  const { context, problems, query, prefix, hrefOf } = state
  const filters = list.filters ?? []
  if (filters.length === 0) return null
  const { filter, reader } = context
  const form = { reader, problems: problems.map((each) => ({ ...each, path: pathOf(prefix, each) })) }
  const scope = filters.flatMap(({ name, isScope }) => (isScope ? [[name, query[name]] as const] : []))
  const isFiltered = filters.some(({ name, isScope }) => !isScope && query[name])
  return (
    <FilterForm
      reader={reader}
      action={hrefOf({})}
      clearHref={isFiltered ? hrefOf({ sort: query.sort, ...Object.fromEntries(scope) }) : undefined}
    >
      {besides(hrefOf({})).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      {query.sort && <Hidden name={parameterOf(prefix, 'sort')} value={query.sort} />}
      {filters.map((each) => (
        <FilterField
          key={each.name}
          form={form}
          filter={{ ...each, name: parameterOf(prefix, each.name) }}
          value={filter[each.name]}
          context={context}
        />
      ))}
    </FilterForm>
  )
}

/** What a page is of, in its address: a form that is sent by its address would lose it. */
function besides(href: string): [string, string][] {
  return [...new URL(href, 'http://list').searchParams]
}

function pathOf(prefix: string | undefined, { path = [] }: Problem): Problem['path'] {
  return path.map((name, index) => (index === 0 ? parameterOf(prefix, String(name)) : name))
}

interface FilterFieldProps<Extra> {
  readonly form: FormState
  readonly filter: ListFilter<Extra>
  readonly value: string | undefined
  readonly context: ListContext<Extra>
}

function FilterField<Extra>({ form, filter, value, context }: FilterFieldProps<Extra>) {
  const { say } = form.reader
  const { name, kind, hint, options, all } = filter
  const field = { form, name, label: say(filter.label), hint: hint && say(hint), value, optional: true }
  if (kind === 'date') return <DateField {...field} />
  if (kind === 'choice')
    return <SelectField {...field} emptyLabel={say(all ?? words.all)} options={options?.(context) ?? []} />
  if (kind === 'short') return <TextField {...field} short />
  return <TextField {...field} type={kind} />
}

/** How many rows there are, and the ways to the pages beside this one. */
function Pages<Row, Extra>({ context: { reader }, page, isFirst, query, hrefOf }: ListState<Row, Extra>) {
  const { rows, next, previous } = page
  if (rows.length === 0 && isFirst) return null
  // Rows may have gone meanwhile: then there is nothing to go back by, but the first page.
  const leadsToFirst = previous !== undefined || rows.length === 0
  return (
    <Pagination
      reader={reader}
      text={shownText(reader, page)}
      firstHref={leadsToFirst ? hrefOf(query) : undefined}
      previousHref={previous && hrefOf({ ...query, before: previous })}
      nextHref={next && hrefOf({ ...query, after: next })}
    />
  )
}

function shownText(reader: Reader, { rows, next, previous, count }: Page<unknown>): string {
  const isWhole = !next && !previous
  if (isWhole || !count) return reader.say(isWhole ? words.rowsInAll : words.shown, { count: rows.length })
  return reader.say(words.shownOf, { count: reader.number(rows.length), total: countText(reader, count) })
}

/** "1.234", or "hơn 10.000" where nobody counted on. */
export function countText(reader: Reader, { rows, isOver }: RowCount): string {
  return isOver ? reader.say(words.moreThan, { count: reader.number(rows) }) : reader.number(rows)
}
