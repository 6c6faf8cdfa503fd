/** Duties in a table, wherever they are listed: what each asks, of whom, until when. */
import { EmptyState } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import { refName } from '../clause-names.rules.ts'
import { agencyPath, dutyPath } from '../paths.ts'
import type { Duty } from '../plan.model.ts'
import { texts } from '../plan.texts.ts'
import { holderOn } from '../targets.rules.ts'

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
