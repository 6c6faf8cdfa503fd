/** The control room: who stands where, whom to call first, and the totals that move as forms are approved. */
import { newId } from '#kernel/id.ts'
import { fold } from '#kernel/text.ts'
import { unitKindsOperation } from '#modules/organisation'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { DateField, SelectField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { Columns, EmptyState, PageHeader, Pagination, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { KeyFigures, SampleLabel, StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { texts } from '../collection.texts.ts'
import { formStatusFilePath, roundPath, submissionPath } from '../paths.ts'
import { shownState } from '../submissions/submission-workflow.rules.ts'
import { Filters, states } from './control-filters.view.tsx'
import { CallTable, TotalTable } from './control-tables.view.tsx'
import type { FormStatus, Round } from './rounds.model.ts'
import { control, editRound } from './rounds.operations.ts'
import { RoundMark } from './rounds.pages.tsx'
import { callFirst, completeness, hasBegun } from './rounds.rules.ts'

type Query = Readonly<Record<string, string | undefined>>

const sorts = ['name', 'state', 'due', 'complete', 'touched'] as const

async function showControl(visit: Visit, year: string, form: Omit<FormState, 'reader'> = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { round, formStatuses: standings, totals } = await visit.perform(control, { year })
  const { query, today } = visit
  const reporting = new Set(standings.map((standing) => standing.kind))
  const kinds = (await visit.perform(unitKindsOperation, {})).filter((kind) => reporting.has(kind.code))
  const filtered = filterFormStatuses(standings, query, today)
  const calls = hasBegun(round, today) ? callFirst(standings, today).slice(0, mostCalls) : []
  const title = say(texts.controlRoom)
  return {
    title: `${title} · ${round.title[reader.language]}`,
    width: 'wide',
    body: (
      <>
        <PageHeader
          kicker={say(texts.controlKicker, { year, due: reader.date(round.dueOn) })}
          title={title}
          actions={
            <>
              <RoundMark reader={reader} round={round} today={today} />
              {round.isSample && <SampleLabel reader={reader} />}
            </>
          }
        />
        <KeyFigures items={states.map(([state, words]) => figure(reader, standings, state, say(words), year))} />
        <Columns>
          <Section id="call" title={say(texts.callFirst)}>
            <CallTable reader={reader} year={year} calls={calls} today={today} />
          </Section>
          <Section
            id="totals"
            title={say(texts.totals)}
            lead={say(texts.totalsLead)}
            actions={totals.every((total) => total.isSample) && <SampleLabel reader={reader} />}
          >
            <TotalTable reader={reader} year={round.year} totals={totals} />
          </Section>
        </Columns>
        <Section id="units" title={say(texts.allUnits)}>
          <Filters reader={reader} year={year} query={query} kinds={kinds} />
          <FormStatusPage {...{ reader, year, query, today }} rows={filtered} />
        </Section>
        {(await visit.may(editRound)) && <EditForm form={{ reader, ...form }} round={round} />}
      </>
    ),
  }
}

const mostCalls = 8

function figure(reader: Reader, standings: readonly FormStatus[], state: string, label: string, year: string) {
  const count = standings.filter((standing) => standing.state === state).length
  return { label, value: reader.number(count), href: `${roundPath.to({ year }, { state })}#units` }
}

/** The rows that the address asks for, in the order it asks for. */
export function filterFormStatuses(standings: readonly FormStatus[], query: Query, today: string): FormStatus[] {
  const wanted = fold(query.query ?? '')
  const rows = standings.filter(
    (standing) =>
      (!wanted || fold(standing.name).includes(wanted) || standing.code === query.query) &&
      (!query.kind || standing.kind === query.kind) &&
      (!query.state || standing.state === query.state || shownState(standing, today) === query.state),
  )
  const [, minus, key] = /^(-?)(\w+)$/.exec(query.sort ?? '') ?? []
  const compare = comparisons.get(key ?? '')
  if (!compare) return rows
  return rows.sort((a, b) => (minus ? -1 : 1) * compare(a, b))
}

const comparisons = new Map(
  Object.entries({
    name: (a: FormStatus, b: FormStatus) => fold(a.name).localeCompare(fold(b.name)),
    state: (a: FormStatus, b: FormStatus) => stateOrder(a) - stateOrder(b),
    due: (a: FormStatus, b: FormStatus) => a.dueOn.localeCompare(b.dueOn),
    complete: (a: FormStatus, b: FormStatus) => completeness(a) - completeness(b),
    touched: (a: FormStatus, b: FormStatus) => (a.touchedAt?.getTime() ?? 0) - (b.touchedAt?.getTime() ?? 0),
  }),
)

function stateOrder(standing: FormStatus): number {
  return states.findIndex(([state]) => state === standing.state)
}

interface TableProps {
  readonly reader: Reader
  readonly year: string
  readonly query: Query
  readonly today: string
  readonly rows: readonly FormStatus[]
}

const rowsOnPage = 50

/** So many rows at a time; the file of the table has them all. */
function FormStatusPage(props: TableProps) {
  const { reader, year, query, rows } = props
  const page = Math.max(1, Math.floor(Number(query.page)) || 1)
  const start = (page - 1) * rowsOnPage
  const shown = rows.slice(start, start + rowsOnPage)
  const { page: _, ...asked } = query
  const hrefOf = (to?: number) => `${roundPath.to({ year }, { ...asked, page: to })}#units`
  return (
    <>
      <FormStatusTable {...props} rows={shown} />
      {rows.length > rowsOnPage && (
        <Pagination
          reader={reader}
          shown={shown.length}
          total={rows.length}
          firstHref={page > 1 ? hrefOf() : undefined}
          nextHref={start + rowsOnPage < rows.length ? hrefOf(page + 1) : undefined}
        />
      )}
    </>
  )
}

function FormStatusTable({ reader, year, query, today, rows }: TableProps) {
  const { say } = reader
  const asked = askedIn(query)
  const file = (name: string) => formStatusFilePath.to({ year, file: name }, asked)
  return (
    <DataTable
      reader={reader}
      id="standings"
      caption={say(texts.allUnits)}
      captionUnseen
      columns={columnsOf({ reader, year, query, today })}
      rows={rows}
      keyOf={(row) => row.code}
      empty={<EmptyState title={say(texts.noUnitFits)}>{say(texts.noUnitFitsDo)}</EmptyState>}
      downloads={[
        { href: file('csv'), label: 'CSV' },
        { href: file('xlsx'), label: 'XLSX' },
      ]}
    />
  )
}

function askedIn({ query, state, kind, sort }: Query) {
  return { query, state, kind, sort }
}

function columnsOf({ reader, year, query, today }: Omit<TableProps, 'rows'>): Column<FormStatus>[] {
  const { say } = reader
  const { sort } = query
  const sortable = (key: (typeof sorts)[number]) => ({
    sortHref: `${roundPath.to({ year }, { ...askedIn(query), sort: sort === key ? `-${key}` : key })}#units`,
    sorted: sort === key ? ('ascending' as const) : sort === `-${key}` ? ('descending' as const) : undefined,
  })
  return [
    {
      key: 'name',
      label: say(texts.unit),
      rowHeader: true,
      ...sortable('name'),
      render: (row) => <a href={submissionPath.to({ year, code: row.code })}>{row.name}</a>,
    },
    {
      key: 'state',
      label: say(texts.state),
      ...sortable('state'),
      render: (row) => (
        <>
          <StatusMark reader={reader} status={shownState(row, today)} />
          {row.isLate && <small>{say(texts.lateSent)}</small>}
        </>
      ),
    },
    { key: 'due', label: say(texts.due), ...sortable('due'), render: (row) => reader.date(row.dueOn) },
    {
      key: 'complete',
      label: say(texts.complete),
      explain: say(texts.completeExplained),
      align: 'end',
      ...sortable('complete'),
      render: (row) => reader.percent(completeness(row), 0),
    },
    {
      key: 'touched',
      label: say(texts.lastTouched),
      ...sortable('touched'),
      render: (row) => (row.touchedAt ? reader.instant(row.touchedAt) : '–'),
    },
  ]
}

function EditForm({ form, round }: { form: FormState; round: Round }) {
  const { say } = form.reader
  const options = [
    { value: 'open', label: say(texts.open) },
    { value: 'closed', label: say(texts.closed) },
  ]
  return (
    <Section id="edit" title={say(texts.editRound)}>
      <Form form={form} action={roundPath.to({ year: String(round.year) })} formKey={newId()}>
        <Hidden name="version" value={round.version} />
        <DateField form={form} name="opensOn" label={say(texts.opens)} value={round.opensOn} />
        <DateField form={form} name="dueOn" label={say(texts.due)} value={round.dueOn} />
        <SelectField form={form} name="state" label={say(texts.state)} value={round.state} options={options} />
        <div class="actions">
          <SubmitButton tone="quiet">{say(texts.save)}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

const controlPage = view(roundPath, (visit) => showControl(visit, visit.params.year))

const editAction = action(roundPath, (visit) =>
  submit(visit, {
    operation: editRound,
    input: ({ fields }) => ({
      year: visit.params.year,
      version: fields.version,
      opensOn: fields.opensOn || undefined,
      dueOn: fields.dueOn || undefined,
      state: fields.state || undefined,
    }),
    done: () => visit.go(roundPath.to({ year: visit.params.year }), texts.roundSaved),
    again: (problems, values) => showControl(visit, visit.params.year, { problems, values }),
  }),
)

export const routes: Route[] = [controlPage, editAction]
