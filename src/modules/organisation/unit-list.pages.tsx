/** The screen of units: the list on any date, found by name, kind and day, with its files. */
import type { Words } from '#kernel/language.ts'
import type { Route } from '#platform/web/page.ts'
import { LinkButton } from '#ui/form.tsx'
import { PageHeader } from '#ui/layout.tsx'
import type { List, ListColumn, ListContext } from '#ui/list.tsx'
import { listPage, rowsOf } from '#ui/list-page.ts'
import type { Reader } from '#ui/reader.ts'
import { listBoundaryImports } from './boundaries/boundary-import-list.operations.ts'
import { boundariesPath, unitPath, unitsPath } from './paths.ts'
import type { UnitRow } from './units.model.ts'
import { unitKinds, units } from './units.operations.ts'
import { texts } from './units.texts.ts'
import { lifeStart } from './units.view.tsx'

interface Choices {
  readonly kinds: readonly { readonly code: string; readonly name: Words }[]
}

type Context = ListContext<Choices>

function dayOf({ filter, today }: Context): string {
  return filter.on ?? today
}

export const unitList: List<UnitRow, Choices> = {
  id: 'units',
  caption: texts.units,
  keyOf: (row) => `${row.code} ${row.validFrom}`,
  // All communes of today on one page; the largest list, 579, takes four.
  rowsPerPage: 150,
  fileName: (context) => `units-${dayOf(context)}`,
  empty: emptyText,
  filters: [
    { name: 'query', label: texts.find, hint: texts.findHint, kind: 'search' },
    {
      name: 'kind',
      label: texts.kind,
      kind: 'choice',
      all: texts.kindAll,
      options: ({ reader, extra }) => extra.kinds.map(({ code, name }) => ({ value: code, label: reader.say(name) })),
    },
    { name: 'on', label: texts.on, kind: 'date', initial: ({ today }) => today, isScope: true },
  ],
  columns: [
    {
      key: 'name',
      label: texts.name,
      rowHeader: true,
      sort: 'name',
      render: (row, context) => <a href={unitPath.to({ code: row.code }, { on: dayOf(context) })}>{row.name}</a>,
    },
    { key: 'code', label: texts.code, explain: texts.codeExplained, sort: 'code', render: (row) => row.code },
    { key: 'from', label: texts.validFrom, render: (row, { reader }) => lifeStart(reader, row.validFrom) },
    {
      key: 'to',
      label: texts.validTo,
      render: (row, { reader }) => (row.validTo ? reader.date(row.validTo) : '–'),
    },
    inFile('code', texts.code, 10),
    inFile('name', texts.name, 40),
    inFile('type', texts.type, 14),
    inFile('kind', texts.kind, 14),
    inFile('parentCode', texts.parent, 10),
    inFile('validFrom', texts.validFrom, 14),
    inFile('validTo', texts.validTo, 14),
  ],
}

/** A column of the files, which have more of them than the screen, in another order. */
function inFile(key: keyof UnitRow, label: Words, width: number): ListColumn<UnitRow, Choices> {
  return { key, label, file: { value: (row) => row[key], width } }
}

function emptyText(context: Context) {
  const { reader, filter } = context
  const on = reader.date(dayOf(context))
  const { query } = filter
  return { title: query ? reader.say(texts.nothingFound, { query, on }) : reader.say(texts.noUnits, { on }) }
}

const unitsPage = listPage({
  at: unitsPath,
  list: unitList,
  rows: rowsOf(units),
  extra: async (visit) => ({ kinds: await visit.perform(unitKinds, {}) }),
  frame: async ({ may }, { body, context }) => ({
    title: context.reader.say(texts.units),
    shared: true,
    body: (
      <>
        <Head reader={context.reader} on={dayOf(context)} hasBoundaries={await may(listBoundaryImports)} />
        {body}
      </>
    ),
  }),
})

function Head({ reader, on, hasBoundaries }: { reader: Reader; on: string; hasBoundaries: boolean }) {
  const { say } = reader
  return (
    <PageHeader
      title={say(texts.units)}
      lead={say(texts.unitsLead, { on: reader.date(on) })}
      actions={hasBoundaries && <LinkButton href={boundariesPath.to()}>{say(texts.boundariesLink)}</LinkButton>}
    />
  )
}

export const routes: Route[] = [unitsPage]
