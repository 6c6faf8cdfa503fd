/** The screen of all duties with its filters and files. */
import type { Words } from '#kernel/language.ts'
import { PageInput, pageOfRows } from '#kernel/page.ts'
import { DateText } from '#modules/organisation'
import type { Route, Visit } from '#platform/web/page.ts'
import { Breadcrumbs, PageHeader } from '#ui/layout.tsx'
import type { List } from '#ui/list.tsx'
import { type ListInput, listPage } from '#ui/list-page.ts'
import { dutiesPath, treePath } from '../paths.ts'
import type { Duty } from '../plan.model.ts'
import { DutyRole } from '../plan.model.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { agencies, duties, tree } from '../plan-in-force.operations.ts'
import { texts } from './duties.texts.ts'
import { type DutyContext, dutyColumns } from './duty-table.view.tsx'

interface Choices extends DutyContext {
  readonly tasks: readonly { readonly ref: string; readonly title: Words }[]
  readonly holders: readonly { readonly code: string; readonly name: string }[]
}

const dutyList: List<Duty, Choices> = {
  id: 'duty-table',
  caption: planTexts.duties,
  keyOf: (row) => row.id,
  rowsPerPage: 200,
  fileName: ({ extra }) => `duties-${extra.on}`,
  empty: ({ reader }) => ({ title: reader.say(planTexts.noDuties), hint: reader.say(texts.noDutiesHint) }),
  filters: [
    {
      name: 'agency',
      label: planTexts.agency,
      kind: 'choice',
      options: ({ extra }) => extra.holders.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'role',
      label: planTexts.role,
      kind: 'choice',
      options: ({ reader }) =>
        DutyRole.options.map((role) => ({ value: role, label: reader.say(planTexts[`role-${role}`]) })),
    },
    {
      name: 'task',
      label: texts.taskGroup,
      kind: 'choice',
      options: ({ reader, extra }) =>
        extra.tasks.map(({ ref, title }) => ({ value: ref, label: `${ref} ${reader.say(title)}` })),
    },
    { name: 'on', label: planTexts.lookOn, kind: 'date', initial: ({ today }) => today, isScope: true },
  ],
  columns: dutyColumns,
}

/** A plan gives some hundred duties, which the operation gives all at once: its pages are cut from these. */
async function readDuties(visit: Visit, { agency, role, task, on, ...page }: ListInput) {
  const rows = await visit.perform(duties, { agency, role, task, on })
  return pageOfRows(rows, ({ id }) => id, PageInput.parse(page))
}

async function choicesOf(visit: Visit): Promise<Choices> {
  // A day that is none is told at its field.
  const on = DateText.safeParse(visit.query.on).data ?? visit.today
  const { clauses } = await visit.perform(tree, {})
  const tasks = clauses.filter((clause) => clause.parentRef === 'III')
  return { on, tasks, holders: await visit.perform(agencies, { on }) }
}

const dutiesPage = listPage({
  at: dutiesPath,
  list: dutyList,
  rows: readDuties,
  extra: choicesOf,
  frame: ({ say }, { body, context: { reader } }) => ({
    title: say(planTexts.duties),
    shared: true,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[{ href: treePath.to(), label: say(planTexts.plan) }, { label: say(planTexts.duties) }]}
        />
        <PageHeader title={say(planTexts.duties)} lead={say(texts.dutiesLead)} />
        {body}
      </>
    ),
  }),
})

export const routes: Route[] = [dutiesPage]
