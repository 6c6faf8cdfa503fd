/** Duties in a table, wherever they are listed: what each asks, of whom, until when. */
import { EmptyState } from '#ui/layout.tsx'
import { type ListColumn, tableColumns } from '#ui/list.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { refName } from '../clause-names.rules.ts'
import { agencyPath, dutyPath } from '../paths.ts'
import type { Duty } from '../plan.model.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { holderOn } from '../targets.rules.ts'
import { texts } from './duties.texts.ts'

/** When a duty is due, in words. */
export function deadlineText(reader: Reader, { deadline }: Pick<Duty, 'deadline'>): string {
  if (!deadline) return '–'
  if ('by' in deadline) return reader.say(texts.dueBy, { date: reader.date(deadline.by) })
  if (!deadline.before) return reader.say(texts.dueYearly)
  const [month, day] = deadline.before.split('-')
  return reader.say(texts.dueYearlyBefore, { date: `${day}/${month}` })
}

/** What a table of duties looks at: the day it is of, and whether it is about one agency. */
export interface DutyContext {
  readonly on: string
  readonly hidesHolder?: boolean
}

export const dutyColumns: readonly ListColumn<Duty, DutyContext>[] = [
  {
    key: 'ref',
    label: planTexts.clause,
    size: 'narrow',
    phone: 'plain',
    render: (row, { reader }) => <span class="soft">{refName(reader.say, row.ref)}</span>,
    file: { value: (row) => row.ref, width: 10 },
  },
  {
    key: 'title',
    label: planTexts.duty,
    rowHeader: true,
    render: (row, { reader }) => <a href={dutyPath.to({ id: row.id })}>{reader.say(row.title)}</a>,
    file: { value: (row, { reader }) => reader.say(row.title), width: 60 },
  },
  {
    key: 'role',
    label: planTexts.role,
    explain: texts.roleExplained,
    size: 'narrow',
    render: (row, { reader }) => reader.say(planTexts[`role-${row.role}`]),
    file: { value: (row, { reader }) => reader.say(planTexts[`role-${row.role}`]), width: 14 },
  },
  {
    key: 'agency',
    label: planTexts.agency,
    shows: ({ extra }) => !extra.hidesHolder,
    render: (row, { extra }) => <HolderOf row={row} on={extra.on} />,
    file: { value: (row, { extra }) => holderOn(row.holders, extra.on)?.name, width: 40 },
  },
  {
    key: 'deadline',
    label: planTexts.deadline,
    render: (row, { reader }) => row.deadline && deadlineText(reader, row),
    file: { value: (row, { reader }) => deadlineText(reader, row), width: 24 },
  },
  { key: 'tasks', label: texts.taskGroup, file: { value: (row) => row.tasks.join(', '), width: 20 } },
  { key: 'indicators', label: texts.indicators, file: { value: (row) => row.indicators.join(', '), width: 40 } },
]

/** Some duties in the order of the plan, on a page about something else; `hideHolder` where that is one agency. */
export function DutyTable(props: {
  reader: Reader
  rows: readonly Duty[]
  on: string
  id?: string
  hideHolder?: boolean
}) {
  const { reader, rows, on, id = 'duty-table', hideHolder } = props
  const { say } = reader
  const context = { reader, today: on, filter: {}, extra: { on, hidesHolder: hideHolder } }
  return (
    <DataTable
      reader={reader}
      id={id}
      caption={say(planTexts.duties)}
      captionUnseen
      rows={rows}
      keyOf={(row) => row.id}
      empty={<EmptyState title={say(planTexts.noDuties)}>{say(texts.noDutiesHint)}</EmptyState>}
      columns={tableColumns(dutyColumns, context)}
    />
  )
}

/** Who answers for a duty on a day. */
export function HolderOf({ row, on }: { row: Duty; on: string }) {
  const held = holderOn(row.holders, on)
  return held ? <a href={agencyPath.to({ code: held.code }, { on })}>{held.name}</a> : <>–</>
}
