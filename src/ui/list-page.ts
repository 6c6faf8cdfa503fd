/** Reads a list as its address asks: the page of rows, or all of them as a file, slice by slice. */
import type { ComponentChildren } from 'preact'
import { h } from 'preact'
import type { Page } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import type { Column as FileColumn, Row as FileRow } from '#platform/documents/columns.ts'
import { type DownloadFormat, download, formatAsked } from '#platform/documents/download.ts'
import type { Operation } from '#platform/operation.ts'
import { type Answer, type FileAnswer, type Route, type View, type Visit, view } from '#platform/web/page.ts'
import type { Path, Query } from '#platform/web/path.ts'
import { type List, type ListContext, type ListState, ListView, parameterOf } from '#ui/list.tsx'
import { readerOf } from '#ui/reader.ts'

/** What a list operation takes: filters by their names, and where to read from. */
export type ListInput = Readonly<Record<string, unknown>>

/** Reads one page of rows: mostly `rowsOf(operation)`. */
export type ReadRows<Row> = (visit: Visit, input: ListInput) => Promise<Page<Row>>

/** The rows of an operation that takes a `PageInput` and gives a page. */
export function rowsOf<Row>(operation: ListOperation<Row>): ReadRows<Row> {
  return (visit, input) => visit.perform(operation as unknown as Operation<never, Page<Row>>, input)
}

type ListOperation<Row> = Omit<Operation<never, Page<Row>>, 'input'> & { readonly input: unknown }

/** Where a list stands, and where its rows come from. */
export interface ListPlace<Row, Extra> {
  readonly list: List<Row, Extra>
  readonly rows: ReadRows<Row>
  /** What cells and filters look at besides. */
  readonly extra?: Extra
  /** An address of the page with these parameters. */
  hrefOf(query: Query): string
  /** What the operation takes beside the filters, whatever the address says. */
  readonly input?: ListInput
  /** Of one list among several on a page: its parameters begin with it (`tokensAfter`), and its links lead to where it stands. */
  readonly prefix?: string
}

/** A list as it was read. */
export interface Listing<Row, Extra> {
  readonly body: ComponentChildren
  readonly context: ListContext<Extra>
  readonly page: Page<Row>
  /** What is wrong with what the address asks for, said at its fields: the page's status then. */
  readonly status?: number
}

/** The rows that the address asks for, with filters, headings and the ways on and back. */
export async function readList<Row, Extra>(visit: Visit, place: ListPlace<Row, Extra>): Promise<Listing<Row, Extra>> {
  const { list, prefix } = place
  const context = contextOf(visit, place)
  const query = queryOf(visit, place)
  const parameters = parametersOf(visit, place)
  const [after, before] = [parameters.get('after'), parameters.get('before')]
  const isFirst = !after && !before
  const hrefOf = (input: Query) => hrefIn(place, input)
  const state = { context, query, isFirst, hrefOf, prefix, page: { rows: [] }, problems: [] }
  const show = (read: Partial<ListState<Row, Extra>>) => h(ListView<Row, Extra>, { list, state: { ...state, ...read } })
  try {
    const limit = list.rowsPerPage ?? usualRowsPerPage
    const key = defined({ after, before, sort: query.sort })
    const page = await place.rows(visit, { ...inputOf(place, context), ...key, limit, count: true })
    return { body: show({ page }), context, page }
  } catch (error) {
    if (!(error instanceof ProblemError) || !isAboutFilters(list, error)) throw error
    return { body: show({ problems: error.problems }), context, page: { rows: [] }, status: error.status }
  }
}

const usualRowsPerPage = 100

/** All rows of the filter and the order that the address asks for, as a file; undefined when it asks for none. `format` where the path names it. */
export async function fileOfList<Row, Extra>(
  visit: Visit,
  place: ListPlace<Row, Extra>,
  format: DownloadFormat | undefined = formatAsked(parametersOf(visit, place).get('format')),
): Promise<FileAnswer | undefined> {
  const { list } = place
  if (!format || !list.fileName) return undefined
  const context = contextOf(visit, place)
  const columns = list.columns.filter((column) => column.file && column.shows?.(context) !== false)
  const { say } = context.reader
  return download(format, {
    name: list.fileName(context),
    title: list.fileTitle?.(context) ?? say(list.caption),
    note: list.fileNote?.(context),
    columns: columns.map(({ key, label, file }): FileColumn => {
      return { key, header: say(label), width: file?.width ?? 20, kind: file?.kind ?? 'text' }
    }),
    rows: fileRows(visit, place, context),
  })
}

async function* fileRows<Row, Extra>(
  visit: Visit,
  place: ListPlace<Row, Extra>,
  context: ListContext<Extra>,
): AsyncGenerator<FileRow> {
  const cells = place.list.columns.flatMap(({ key, file }) => (file ? [{ key, value: file.value }] : []))
  const { sort } = queryOf(visit, place)
  let after: string | undefined
  do {
    const input = defined({ ...inputOf(place, context), sort, after })
    const page = await place.rows(visit, { ...input, limit: rowsInSlice })
    for (const row of page.rows) yield Object.fromEntries(cells.map(({ key, value }) => [key, value(row, context)]))
    after = page.next
  } while (after)
}

const rowsInSlice = 1000

/** What the address says, by the names that the list has for it. */
function parametersOf<Row, Extra>({ query }: Visit, { list, prefix }: ListPlace<Row, Extra>) {
  const names = [...(list.filters ?? []).map(({ name }) => name), 'sort', 'after', 'before', 'format']
  return new Map(names.map((name) => [name, query[parameterOf(prefix, name)] || undefined]))
}

function hrefIn<Row, Extra>({ list, prefix, hrefOf }: ListPlace<Row, Extra>, query: Query): string {
  if (prefix === undefined) return hrefOf(query)
  const named = Object.entries(query).map(([name, value]) => [parameterOf(prefix, name), value])
  return `${hrefOf(Object.fromEntries(named))}#${list.id}`
}

function contextOf<Row, Extra>(visit: Visit, place: ListPlace<Row, Extra>): ListContext<Extra> {
  const known = { reader: readerOf(visit.language), today: visit.today, extra: place.extra as Extra }
  const parameters = parametersOf(visit, place)
  const filter = (place.list.filters ?? []).map(({ name, initial }) => [name, parameters.get(name) ?? initial?.(known)])
  return { ...known, filter: Object.fromEntries(filter) }
}

/** What the address says of the list; an empty filter is none. */
function queryOf<Row, Extra>(visit: Visit, place: ListPlace<Row, Extra>) {
  const parameters = parametersOf(visit, place)
  const { filters = [], columns } = place.list
  const filter = filters.map(({ name }) => [name, parameters.get(name)] as const)
  return { ...Object.fromEntries(filter), sort: orderOf(parameters.get('sort'), columns) }
}

/** An order that the list does not have, or has no longer, is none. */
function orderOf<Row, Extra>(order: string | undefined, columns: List<Row, Extra>['columns']): string | undefined {
  const name = order?.replace(/^-/, '')
  return columns.some(({ sort }) => sort !== undefined && sort === name) ? order : undefined
}

function inputOf<Row, Extra>({ input }: ListPlace<Row, Extra>, { filter }: ListContext<Extra>): ListInput {
  return defined({ ...filter, ...input })
}

function defined(fields: Readonly<Record<string, unknown>>): ListInput {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function isAboutFilters<Row, Extra>({ filters = [] }: List<Row, Extra>, error: ProblemError): boolean {
  const names = filters.map(({ name }) => name)
  return (
    error.status === 422 && error.problems.every(({ path }) => path?.length === 1 && names.includes(String(path[0])))
  )
}

/** A page that is a list: `frame` puts the listing under its heading. */
export function listPage<P extends string, Row, Extra>(definition: {
  readonly at: Path<P>
  readonly list: List<Row, Extra>
  readonly rows: ReadRows<Row>
  /** What cells and filters look at besides; read before the rows. */
  readonly extra?: (visit: Visit<P>) => Promise<Extra>
  readonly frame: (visit: Visit<P>, listing: Listing<Row, Extra>) => Promise<View> | View
}): Route {
  const { at, list, rows, frame } = definition
  return view(at, async (visit): Promise<Answer> => {
    const place = {
      list,
      rows,
      hrefOf: (query: Query) => at.here(visit.params, query),
      extra: await definition.extra?.(visit),
    }
    const file = await fileOfList(visit, place)
    if (file) return file
    const listing = await readList(visit, place)
    return { ...(await frame(visit, listing)), ...(listing.status && { status: listing.status, isInvalid: true }) }
  })
}
