/** The screens of units: the list on any date with its picker; and the parts of one unit's page, which `portal` puts together. */

import { type ComponentChildren, Fragment } from 'preact'
import { download, formatAsked } from '#platform/documents/download.ts'
import { type Route, type Visit, view } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { DateField, SelectField, TextField } from '#ui/fields.tsx'
import { FilterForm, LinkButton } from '#ui/form.tsx'
import { EmptyState, Facts, PageHeader, Pagination, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import type { Succession, UnitDetail, UnitLink, UnitRow } from './model.ts'
import { search, unitKinds, units } from './operations.ts'
import { texts } from './texts.ts'

export const unitsPath = path('/units')
export const unitPath = path('/units/:code')
export const boundariesPath = path('/boundaries')

/** A link to a unit on the day it is spoken of. */
export function UnitAnchor({ unit }: { unit: UnitLink }) {
  return <a href={unitPath.to({ code: unit.code }, { on: unit.on })}>{unit.name}</a>
}

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
        <Head
          reader={reader}
          on={on}
          isAdministrator={visit.caller.account?.roles?.includes('administrator') ?? false}
        />
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
        {found && <FoundUnits reader={reader} found={found} query={query.query ?? ''} on={on} />}
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

function Head({ reader, on, isAdministrator }: { reader: Reader; on: string; isAdministrator: boolean }) {
  const { say } = reader
  return (
    <PageHeader
      title={say(texts.units)}
      lead={say(texts.unitsLead, { on: reader.date(on) })}
      actions={isAdministrator && <LinkButton href={boundariesPath.to()}>{say(texts.boundariesLink)}</LinkButton>}
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

function FoundUnits(props: {
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

/** Units as a table that links to each on its day. */
export function UnitTable({
  reader,
  rows,
  on,
  kind,
}: {
  reader: Reader
  rows: readonly UnitRow[]
  on: string
  kind?: string
}) {
  const { say } = reader
  const columns: Column<UnitRow>[] = [
    {
      key: 'name',
      label: say(texts.name),
      rowHeader: true,
      render: (row) => <a href={unitPath.to({ code: row.code }, { on })}>{row.name}</a>,
    },
    { key: 'code', label: say(texts.code), explain: say(texts.codeExplained), render: (row) => row.code },
    { key: 'from', label: say(texts.validFrom), render: (row) => lifeStart(reader, row.validFrom) },
    { key: 'to', label: say(texts.validTo), render: (row) => (row.validTo ? reader.date(row.validTo) : '–') },
  ]
  return (
    <DataTable
      reader={reader}
      id="units"
      caption={say(texts.units)}
      captionUnseen
      columns={columns}
      rows={rows}
      keyOf={(row) => `${row.code} ${row.validFrom}`}
      downloads={(['csv', 'xlsx', 'json'] as const).map((format) => ({
        href: unitsPath.to({ on, kind, format }),
        label: format.toUpperCase(),
      }))}
      empty={<EmptyState title={say(texts.noUnits, { on: reader.date(on) })} />}
    />
  )
}

function lifeStart(reader: Reader, validFrom: string | null): string {
  return validFrom ? reader.date(validFrom) : reader.say(texts.sinceRecords)
}

/** What a unit is: kind, parent, validity, area, seat. */
export function UnitFacts({ reader, unit }: { reader: Reader; unit: UnitDetail }) {
  const { say } = reader
  const life = `${lifeStart(reader, unit.validFrom)} – ${unit.validTo ? reader.date(unit.validTo) : say(texts.today)}`
  const items = [
    { label: say(texts.kind), value: unit.kindName[reader.language] },
    { label: say(texts.code), value: unit.code },
    { label: say(texts.parent), value: unit.parent && <UnitAnchor unit={unit.parent} /> },
    { label: say(texts.valid), value: life },
    { label: say(texts.area), value: areaText(reader, unit) },
    { label: say(texts.seat), value: unit.seat },
  ]
  return <Facts items={items.filter((item) => item.value)} />
}

function areaText(reader: Reader, { areaKm2, areaIsEstimate }: UnitDetail): string | undefined {
  if (areaKm2 === null) return undefined
  const area = `${reader.number(areaKm2)} ${reader.say(texts.km2)}`
  return areaIsEstimate ? reader.say(texts.areaEstimate, { area }) : area
}

interface HistoryProps {
  readonly reader: Reader
  readonly unit: UnitDetail
  /** What a module above knows of the decisions of a day. */
  decisionsOn?(day: string): ComponentChildren
}

/** Where a unit came from and what it became: day by day, with the decision where it is known. */
export function UnitHistory({ reader, unit, decisionsOn }: HistoryProps) {
  const { say } = reader
  if (unit.predecessors.length === 0 && unit.successors.length === 0) return null
  const shown = { reader, decisionsOn }
  return (
    <Section id="history" title={say(texts.history)}>
      <Steps {...shown} title={say(texts.predecessors)} steps={unit.predecessors} />
      <Steps {...shown} title={say(texts.successors)} steps={unit.successors} />
    </Section>
  )
}

type StepsProps = Omit<HistoryProps, 'unit'> & { readonly title: string; readonly steps: readonly Succession[] }

function Steps({ reader, title, steps, decisionsOn }: StepsProps) {
  if (steps.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      {[...Map.groupBy(steps, (step) => step.on)].map(([on, ofDay]) => (
        <Fragment key={on}>
          <p class="meta">
            {reader.date(on)} {decisionsOn?.(on)}
          </p>
          <ul class="list">
            {mostFirst(ofDay).map((step) => (
              <li key={step.unit.code}>
                <UnitAnchor unit={step.unit} /> <span class="meta">{aboutStep(reader, step)}</span>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  )
}

/** Whole units first, then by how much of their land passed. */
function mostFirst(steps: readonly Succession[]): Succession[] {
  const share = (step: Succession) => (step.part === 'full' ? 2 : (step.share ?? 0))
  return steps.toSorted((a, b) => share(b) - share(a))
}

function aboutStep(reader: Reader, step: Succession): string {
  const { say } = reader
  const whole = step.part === 'full' ? say(texts.whole) : partOf(reader, step)
  return [whole, step.verified ? undefined : say(texts.unverified)].filter(Boolean).join(' · ')
}

function partOf(reader: Reader, { scope, share, people }: Succession): string {
  const { say } = reader
  if (scope) return scope[reader.language]
  const isTiny = share !== null && share < tinyShare
  const land = share === null ? say(texts.partUnknown) : say(texts.partOf, { share: reader.percent(share, 0) })
  return [isTiny ? say(texts.partTiny) : land, people && say(texts[`people-${people}`])].filter(Boolean).join(', ')
}

/** Less of the land than this would read as nothing. */
const tinyShare = 0.005

/** The units directly under a unit. */
export function UnitChildren({ reader, unit }: { reader: Reader; unit: UnitDetail }) {
  const { say } = reader
  const places = unit.children.filter((child) => child.kind !== 'agency')
  if (places.length === 0) return null
  return (
    <Section id="children" title={say(texts.children)} lead={say(texts.unitCount, { count: places.length })}>
      <ul class="list list-columns">
        {places.map((child) => (
          <li key={child.code}>
            <UnitAnchor unit={child} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
