/** The screen of all duties with its filters and files, and their table wherever duties are listed. */
import type { Column as FileColumn, Row as FileRow } from '#platform/documents/columns.ts'
import { download, formatAsked } from '#platform/documents/download.ts'
import { type Route, type Visit, view } from '#platform/web/page.ts'
import { SelectField } from '#ui/fields.tsx'
import { FilterForm } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, PageHeader, Pagination } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import type { Duty } from '../model.ts'
import { DutyRole } from '../model.ts'
import { refName } from '../naming/rules.ts'
import { agencies, duties, tree } from '../operations.ts'
import { agencyPath, dutiesPath, dutyPath, treePath } from '../pages.tsx'
import { holderOn } from '../rules.ts'
import { texts } from '../texts.ts'

/** When a duty is due, in words. */
export function deadlineText(reader: Reader, { deadline }: Pick<Duty, 'deadline'>): string {
  if (!deadline) return '–'
  if ('by' in deadline) return reader.say(texts.dueBy, { date: reader.date(deadline.by) })
  if (!deadline.before) return reader.say(texts.dueYearly)
  const [month, day] = deadline.before.split('-')
  return reader.say(texts.dueYearlyBefore, { date: `${day}/${month}` })
}

/** Duties in the order of the plan; `hideHolder` where the page is about one agency. */
export function DutyTable(props: {
  reader: Reader
  rows: readonly Duty[]
  on: string
  id?: string
  hideHolder?: boolean
  downloads?: readonly { href: string; label: string }[]
}) {
  const { reader, rows, on, id = 'duty-table', hideHolder, downloads } = props
  const { say } = reader
  const holder: Column<Duty> = {
    key: 'holder',
    label: say(texts.agency),
    render: (row) => <HolderOf row={row} on={on} />,
  }
  return (
    <DataTable
      reader={reader}
      id={id}
      caption={say(texts.duties)}
      captionUnseen
      rows={rows}
      keyOf={(row) => row.id}
      empty={<EmptyState title={say(texts.noDuties)}>{say(texts.noDutiesHint)}</EmptyState>}
      downloads={downloads}
      columns={[
        {
          key: 'ref',
          label: say(texts.clause),
          size: 'narrow',
          phone: 'plain',
          render: (row) => <span class="soft">{refName(say, row.ref)}</span>,
        },
        {
          key: 'title',
          label: say(texts.duty),
          rowHeader: true,
          render: (row) => <a href={dutyPath.to({ id: row.id })}>{say(row.title)}</a>,
        },
        {
          key: 'role',
          label: say(texts.role),
          explain: say(texts.roleExplained),
          size: 'narrow',
          render: (row) => say(texts[`role-${row.role}`]),
        },
        ...(hideHolder ? [] : [holder]),
        { key: 'deadline', label: say(texts.deadline), render: (row) => row.deadline && deadlineText(reader, row) },
      ]}
    />
  )
}

/** Who answers for a duty on a day. */
export function HolderOf({ row, on }: { row: Duty; on: string }) {
  const held = holderOn(row.holders, on)
  return held ? <a href={agencyPath.to({ code: held.code }, { on })}>{held.name}</a> : <>–</>
}

const dutiesPage = view(dutiesPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const asked = filtersOf(visit)
  const rows = await visit.perform(duties, asked)
  const format = formatAsked(visit.query.format)
  if (format) {
    const head = { name: `duties-${asked.on}`, title: say(texts.duties) }
    return download(format, { ...head, ...dutiesFile(reader, rows, asked.on) })
  }
  const isFiltered = Boolean(asked.agency || asked.role || asked.task)
  return {
    title: say(texts.duties),
    shared: true,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[{ href: treePath.to(), label: say(texts.plan) }, { label: say(texts.duties) }]}
        />
        <PageHeader title={say(texts.duties)} lead={say(texts.dutiesLead)} />
        <Filters
          reader={reader}
          visit={visit}
          asked={asked}
          isFiltered={isFiltered}
          {...(await choicesOf(visit, asked.on))}
        />
        <DutyTable
          reader={reader}
          rows={rows}
          on={asked.on}
          downloads={['csv', 'xlsx', 'json'].map((each) => ({
            href: dutiesPath.to({ ...asked, format: each }),
            label: each.toUpperCase(),
          }))}
        />
        <Pagination reader={reader} shown={rows.length} />
      </>
    ),
  }
})

interface Asked {
  readonly agency: string | undefined
  readonly role: DutyRole | undefined
  readonly task: string | undefined
  readonly on: string
}

function filtersOf({ query, today }: Visit): Asked {
  const role = DutyRole.safeParse(query.role).data
  return { agency: query.agency || undefined, role, task: query.task || undefined, on: query.on || today }
}

async function choicesOf(visit: Visit, on: string) {
  const { clauses } = await visit.perform(tree, {})
  const tasks = clauses.filter((clause) => clause.parentRef === 'III')
  return { tasks, holders: await visit.perform(agencies, { on }) }
}

function Filters(
  props: Awaited<ReturnType<typeof choicesOf>> & { reader: Reader; visit: Visit; asked: Asked; isFiltered: boolean },
) {
  const { reader, asked, isFiltered, tasks, holders } = props
  const { say } = reader
  const form = { reader }
  const all = { optional: true, emptyLabel: say(texts.all) }
  return (
    <FilterForm reader={reader} action={dutiesPath.to()} clearHref={isFiltered ? dutiesPath.to() : undefined}>
      <SelectField
        form={form}
        name="agency"
        label={say(texts.agency)}
        value={asked.agency}
        {...all}
        options={holders.map((each) => ({ value: each.code, label: each.name }))}
      />
      <SelectField
        form={form}
        name="role"
        label={say(texts.role)}
        value={asked.role}
        {...all}
        options={DutyRole.options.map((role) => ({ value: role, label: say(texts[`role-${role}`]) }))}
      />
      <SelectField
        form={form}
        name="task"
        label={say(texts.taskGroup)}
        value={asked.task}
        {...all}
        options={tasks.map((task) => ({ value: task.ref, label: `${task.ref} ${say(task.title)}` }))}
      />
    </FilterForm>
  )
}

function dutiesFile(reader: Reader, duties: readonly Duty[], on: string): { columns: FileColumn[]; rows: FileRow[] } {
  const { say } = reader
  const columns: FileColumn[] = [
    { key: 'ref', header: say(texts.clause), width: 10, kind: 'text' },
    { key: 'title', header: say(texts.duty), width: 60, kind: 'text' },
    { key: 'role', header: say(texts.role), width: 14, kind: 'text' },
    { key: 'agency', header: say(texts.agency), width: 40, kind: 'text' },
    { key: 'deadline', header: say(texts.deadline), width: 24, kind: 'text' },
    { key: 'tasks', header: say(texts.taskGroup), width: 20, kind: 'text' },
    { key: 'indicators', header: say(texts.indicators), width: 40, kind: 'text' },
  ]
  const rows = duties.map((row) => ({
    ref: row.ref,
    title: say(row.title),
    role: say(texts[`role-${row.role}`]),
    agency: holderOn(row.holders, on)?.name,
    deadline: deadlineText(reader, row),
    tasks: row.tasks.join(', '),
    indicators: row.indicators.join(', '),
  }))
  return { columns, rows }
}

export const routes: Route[] = [dutiesPage]
