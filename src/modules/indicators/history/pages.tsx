/** The history of one number, on screen. */
import type { Reader } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import type { HistoryRow } from '../model.ts'
import { texts } from '../texts.ts'

/** What was recorded, newest first. `submissionHref` leads to the form it came by, where a module above has one. */
export function ValueHistory(props: {
  reader: Reader
  rows: readonly HistoryRow[]
  amountOf(row: HistoryRow): string
  submissionHref(row: HistoryRow): string | undefined
}) {
  const { reader, rows, amountOf, submissionHref } = props
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="history"
      caption={say(texts.history)}
      rows={rows}
      keyOf={(row) => row.id}
      isCurrent={(row) => row === rows[0]}
      empty={null}
      columns={[
        {
          key: 'at',
          label: say(texts.recordedAt),
          rowHeader: true,
          render: (row) => reader.instant(new Date(row.recordedAt)),
        },
        {
          key: 'amount',
          label: say(texts.value),
          align: 'end',
          render: (row) => <strong>{row.isWithdrawn ? say(texts.withdrawn) : amountOf(row)}</strong>,
        },
        {
          key: 'status',
          label: say(texts.status),
          render: (row) => (
            <>
              <StatusMark reader={reader} status={row.status} /> {row.isSample && <SampleLabel reader={reader} />}
            </>
          ),
        },
        { key: 'source', label: say(texts.source), render: (row) => <SourceOf row={row} href={submissionHref(row)} /> },
        { key: 'reason', label: say(texts.reason), render: (row) => row.reason ?? say(texts.firstRecord) },
      ]}
    />
  )
}

function SourceOf({ row, href }: { row: HistoryRow; href: string | undefined }) {
  const { title, url } = row.source
  const source = href ?? (url && URL.canParse(url) ? url : undefined)
  return (
    <>
      {source ? <a href={source}>{title}</a> : title}
      {row.submissionId && <small class="number">{row.submissionId}</small>}
    </>
  )
}
