/** Two tables of the control room: whom to call first, and the city's totals. */
import { newId } from '#kernel/id.ts'
import { measurePath } from '#modules/indicators'
import { Hidden } from '#ui/form.tsx'
import { EmptyState } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { SampleLabel } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { texts as collectionTexts } from '../collection.texts.ts'
import { remindPath, submissionPath } from '../paths.ts'
import { daysUntil } from '../submissions/submissions.rules.ts'
import type { FormStatus, Total } from './rounds.model.ts'
import { type CallReason, silentDays } from './rounds.rules.ts'
import { texts } from './rounds.texts.ts'

type Call = FormStatus & { readonly reason: CallReason }

interface CallProps {
  readonly reader: Reader
  readonly year: string
  readonly calls: readonly Call[]
  readonly today: string
}

export function CallTable({ reader, year, calls, today }: CallProps) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="calls"
      caption={say(texts.callFirst)}
      captionUnseen
      rows={calls}
      keyOf={(row) => row.code}
      empty={<EmptyState title={say(texts.callFirstEmpty)}>{say(texts.callFirstEmptyDo)}</EmptyState>}
      columns={[
        {
          key: 'unit',
          label: say(collectionTexts.unit),
          rowHeader: true,
          render: (row) => <a href={submissionPath.to({ year, code: row.code })}>{row.name}</a>,
        },
        { key: 'why', label: say(texts.why), render: (row) => whyText(reader, row, today) },
        {
          key: 'remind',
          label: say(texts.remind),
          labelUnseen: true,
          size: 'narrow',
          render: (row) => <Remind reader={reader} year={year} row={row} today={today} />,
        },
      ]}
    />
  )
}

function whyText(reader: Reader, row: Call, today: string): string {
  switch (row.reason) {
    case 'late':
      return reader.say(texts.whyLate, { days: -daysUntil(row.dueOn, today) })
    case 'returned-idle':
      return reader.say(texts.whyReturned)
    case 'not-started':
      return reader.say(texts.whyNotStarted)
    case 'silent':
      return reader.say(texts.whySilent, { days: silentDays(row, today) })
  }
}

function Remind({ reader, year, row, today }: { reader: Reader; year: string; row: Call; today: string }) {
  const { say } = reader
  if (row.remindedOn === today) return <span class="meta">{say(texts.reminded)}</span>
  return (
    <form class="inline-form" method="post" action={remindPath.to({ year, code: row.code })}>
      <Hidden name="_key" value={newId()} />
      <button class="button button-plain" type="submit" aria-label={say(texts.remindUnit, { unit: row.name })}>
        {say(texts.remind)}
      </button>
    </form>
  )
}

export function TotalTable({ reader, year, totals }: { reader: Reader; year: number; totals: readonly Total[] }) {
  const { say, language } = reader
  const isAllSample = totals.every((total) => total.isSample)
  const amount = ({ measure }: Total, value: number | null, of: number) =>
    value === null ? (
      '–'
    ) : (
      <a href={`${measurePath.to({ code: measure }, { year: of })}#units`}>{reader.number(value, 0)}</a>
    )
  return (
    <DataTable
      reader={reader}
      id="city-totals"
      caption={say(texts.totals)}
      captionUnseen
      rows={totals}
      keyOf={(row) => row.measure}
      empty={null}
      columns={[
        {
          key: 'measure',
          label: say(collectionTexts.measure),
          rowHeader: true,
          render: (row) => (
            <>
              {row.name[language]} {row.isSample && !isAllSample && <SampleLabel reader={reader} />}
            </>
          ),
        },
        { key: 'last', label: String(year - 1), align: 'end', render: (row) => amount(row, row.last, year - 1) },
        { key: 'now', label: String(year), align: 'end', render: (row) => amount(row, row.now, year) },
        {
          key: 'coverage',
          label: say(texts.coverage),
          explain: say(texts.coverageExplained),
          align: 'end',
          render: (row) => (row.expected === 0 ? '–' : reader.percent(row.reported / row.expected, 1)),
        },
      ]}
    />
  )
}
