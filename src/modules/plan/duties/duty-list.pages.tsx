/** The screen of all duties with its filters and files. */
import type { Column as FileColumn, Row as FileRow } from '#platform/documents/columns.ts'
import { download, formatAsked } from '#platform/documents/download.ts'
import { type Route, type Visit, view } from '#platform/web/page.ts'
import { SelectField } from '#ui/fields.tsx'
import { FilterForm } from '#ui/form.tsx'
import { Breadcrumbs, PageHeader, Pagination } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { dutiesPath, treePath } from '../paths.ts'
import type { Duty } from '../plan.model.ts'
import { DutyRole } from '../plan.model.ts'
import { texts } from '../plan.texts.ts'
import { agencies, duties, tree } from '../plan-in-force.operations.ts'
import { holderOn } from '../targets.rules.ts'
import { DutyTable, deadlineText } from './duty-table.view.tsx'

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
