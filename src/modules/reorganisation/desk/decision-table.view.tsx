/** Decisions about units in a list, with where each stands. */
import type { ListColumn } from '#ui/list.tsx'
import type { Reader } from '#ui/reader.ts'
import { Mark, type Tone } from '#ui/status.tsx'
import type { DecisionHead, DecisionState } from '../decisions.model.ts'
import { texts } from '../decisions.texts.ts'

const tones: Readonly<Record<DecisionState, Tone>> = {
  draft: 'note',
  proposed: 'warn',
  approved: 'good',
  withdrawn: 'none',
  discarded: 'none',
}

interface StateProps {
  readonly reader: Reader
  readonly head: Pick<DecisionHead, 'state' | 'on'>
  readonly today: string
}

/** Where a decision stands; an approved one says from when. */
export function StateMark({ reader, head, today }: StateProps) {
  return <Mark tone={tones[head.state]}>{stateText(reader, head, today)}</Mark>
}

function stateText({ say, date }: Reader, { state, on }: StateProps['head'], today: string): string {
  if (state !== 'approved') return say(texts.stateWords, { state })
  return on <= today ? say(texts.inForce) : say(texts.inForceFrom, { on: date(on) })
}

/** Decisions as a table; `hrefOf` leads to the page of one. */
export function decisionColumns(hrefOf: (id: string) => string): readonly ListColumn<DecisionHead>[] {
  return [
    {
      key: 'title',
      label: texts.titleField,
      rowHeader: true,
      render: (row) => <a href={hrefOf(row.id)}>{row.title}</a>,
      file: { value: (row) => row.title, width: 60 },
    },
    {
      key: 'on',
      label: texts.on,
      render: (row, { reader }) => reader.date(row.on),
      file: { value: (row) => row.on, width: 14, kind: 'date' },
    },
    { key: 'basis', label: texts.basis, render: (row) => row.basis, file: { value: (row) => row.basis, width: 40 } },
    {
      key: 'acts',
      label: texts.changes,
      align: 'end',
      render: (row, { reader }) => reader.number(row.changes),
      file: { value: (row) => row.changes, width: 12, kind: 'integer' },
    },
    {
      key: 'state',
      label: texts.state,
      render: (row, { reader, today }) => <StateMark reader={reader} head={row} today={today} />,
      file: { value: (row, { reader, today }) => stateText(reader, row, today), width: 24 },
    },
  ]
}
