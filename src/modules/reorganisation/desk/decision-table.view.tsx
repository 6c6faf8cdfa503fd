/** Decisions about units in a list, with where each stands. */
import type { ComponentChildren } from 'preact'
import type { Reader } from '#ui/reader.ts'
import { Mark, type Tone } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import type { DecisionHead, DecisionState } from '../decisions.model.ts'
import { texts } from '../decisions.texts.ts'

const tones: Readonly<Record<DecisionState, Tone>> = {
  draft: 'note',
  proposed: 'warn',
  approved: 'good',
  withdrawn: 'none',
  discarded: 'none',
}

/** Where a reform stands; an approved one says from when. */
export function StateMark({
  reader,
  head,
  today,
}: {
  reader: Reader
  head: Pick<DecisionHead, 'state' | 'on'>
  today: string
}) {
  const { say, date } = reader
  const { state, on } = head
  const words = on <= today ? say(texts.inForce) : say(texts.inForceFrom, { on: date(on) })
  return <Mark tone={tones[state]}>{state === 'approved' ? words : say(texts.stateWords, { state })}</Mark>
}

interface TableProps {
  readonly reader: Reader
  readonly id: string
  readonly caption: string
  readonly rows: readonly DecisionHead[]
  readonly today: string
  /** Where one of them is shown. */
  readonly hrefOf: (id: string) => string
  readonly empty: ComponentChildren
}

export function DecisionTable({ reader, id, caption, rows, today, hrefOf, empty }: TableProps) {
  const { say } = reader
  return (
    <DataTable
      {...{ reader, id, caption, rows, empty }}
      captionUnseen
      keyOf={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: say(texts.titleField),
          rowHeader: true,
          render: (row) => <a href={hrefOf(row.id)}>{row.title}</a>,
        },
        { key: 'on', label: say(texts.on), render: (row) => reader.date(row.on) },
        { key: 'basis', label: say(texts.basis), render: (row) => row.basis },
        { key: 'acts', label: say(texts.acts), align: 'end', render: (row) => reader.number(row.acts) },
        {
          key: 'state',
          label: say(texts.state),
          render: (row) => <StateMark reader={reader} head={row} today={today} />,
        },
      ]}
    />
  )
}
