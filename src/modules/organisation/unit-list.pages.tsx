/** The screen of units: the list on any date, with its picker and its files. */
import { download, formatAsked } from '#platform/documents/download.ts'
import { type Route, type Visit, view } from '#platform/web/page.ts'
import { DateField, SelectField, TextField } from '#ui/fields.tsx'
import { FilterForm, LinkButton } from '#ui/form.tsx'
import { EmptyState, PageHeader, Pagination } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { boundaryImports } from './boundaries/boundary-imports.operations.ts'
import { boundariesPath, unitsPath } from './paths.ts'
import type { UnitLink, UnitRow } from './units.model.ts'
import { search, unitKinds, units } from './units.operations.ts'
import { texts } from './units.texts.ts'
import { UnitAnchor, UnitTable } from './units.view.tsx'

/** All communes of today on one page; the largest list, 579, takes four. */
const rowsPerPage = 150

const unitsPage = view(unitsPath, async (visit) => {
  const { query, today, language } = visit
  const reader = readerOf(language)
  const on = query.on || today
  const kind = query.kind || undefined
  const format = formatAsked(query.format)
  if (format) return download(format, unitsFile(reader, await everyUnit(visit, { on, kind }), on))
  const kinds = await visit.perform(unitKinds, {})
  const found = query.query ? await visit.perform(search, { query: query.query, on, kind, limit: 50 }) : undefined
  const page = found ? undefined : await visit.perform(units, { on, kind, after: query.after, limit: rowsPerPage })
  const form = { reader }
  return {
    title: reader.say(texts.units),
    shared: true,
    body: (
      <>
        <Head reader={reader} on={on} hasBoundaries={await visit.may(boundaryImports)} />
        <FilterForm
          reader={reader}
          action={unitsPath.to()}
          clearHref={query.query || kind ? unitsPath.to({ on: query.on }) : undefined}
        >
          <TextField
            form={form}
            name="query"
            label={reader.say(texts.find)}
            hint={reader.say(texts.findHint)}
            type="search"
            value={query.query}
            optional
          />
          <SelectField
            form={form}
            name="kind"
            label={reader.say(texts.kind)}
            value={kind}
            optional
            emptyLabel={reader.say(texts.kindAll)}
            options={kinds.map((each) => ({ value: each.code, label: each.name[language] }))}
          />
          <DateField form={form} name="on" label={reader.say(texts.on)} value={on} />
        </FilterForm>
        {found && <UnitResults reader={reader} found={found} query={query.query ?? ''} on={on} />}
        {page && <UnitTable reader={reader} rows={page.rows} on={on} kind={kind} />}
        {page && (
          <Pagination
            reader={reader}
            shown={page.rows.length}
            firstHref={query.after ? unitsPath.to({ on: query.on, kind }) : undefined}
            nextHref={page.next && unitsPath.to({ on: query.on, kind, after: page.next })}
          />
        )}
      </>
    ),
  }
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

/** Every unit of a list, page after page. */
async function* everyUnit(visit: Visit, asked: { on: string; kind?: string }): AsyncGenerator<UnitRow> {
  let after: string | undefined
  do {
    const page = await visit.perform(units, { ...asked, after, limit: 1000 })
    yield* page.rows
    after = page.next
  } while (after)
}

function unitsFile({ say }: Reader, rows: AsyncIterable<UnitRow>, on: string) {
  const columns = [
    { key: 'code', header: say(texts.code), width: 10, kind: 'text' as const },
    { key: 'name', header: say(texts.name), width: 40, kind: 'text' as const },
    { key: 'type', header: say(texts.type), width: 14, kind: 'text' as const },
    { key: 'kind', header: say(texts.kind), width: 14, kind: 'text' as const },
    { key: 'parentCode', header: say(texts.parent), width: 10, kind: 'text' as const },
    { key: 'validFrom', header: say(texts.validFrom), width: 14, kind: 'text' as const },
    { key: 'validTo', header: say(texts.validTo), width: 14, kind: 'text' as const },
  ]
  return { name: `units-${on}`, title: say(texts.units), columns, rows }
}

export const routes: Route[] = [unitsPage]

function UnitResults(props: {
  reader: Reader
  found: readonly (UnitLink & { parent: string | null })[]
  query: string
  on: string
}) {
  const { reader, found, query, on } = props
  if (found.length === 0) return <EmptyState title={reader.say(texts.nothingFound, { query, on: reader.date(on) })} />
  return (
    <ul class="list">
      {found.map((unit) => (
        <li key={unit.code}>
          <UnitAnchor unit={unit} /> <span class="meta">{[unit.code, unit.parent].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
