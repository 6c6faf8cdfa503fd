/** The history of one number, on screen. */
import type { ComponentChildren } from 'preact'
import type { Reader } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import type { HistoryRow } from './indicators.model.ts'
import { texts } from './indicators.texts.ts'

interface HistoryProps {
  readonly reader: Reader
  /** Newest first. */
  readonly rows: readonly HistoryRow[]
  /** The row that the page is about. */
  readonly shownId: string
  amountOf(row: HistoryRow): string
  /** The address of a row's own page. */
  hrefOf(row: HistoryRow): string
  /** Leads to the form it came by, where a module above has one. */
  submissionHref(row: HistoryRow): string | undefined
  /** Names by the id of the row; undefined where the reader may not see them. */
  readonly recorders: ReadonlyMap<string, string> | undefined
  /** What a module above says of a row: where it was used. */
  usedIn(row: HistoryRow): ComponentChildren
}

/** Everything recorded in one place, newest first: each with its source, its reason, and where it was used. */
export function ValueHistory(props: HistoryProps) {
  const { reader, rows, shownId } = props
  return (
    <DataTable
      reader={reader}
      id="history"
      caption={reader.say(texts.history)}
      rows={rows}
      keyOf={(row) => row.id}
      isCurrent={(row) => row.id === shownId}
      empty={null}
      columns={columnsOf(props)}
    />
  )
}

function columnsOf(props: HistoryProps): Column<HistoryRow>[] {
  const { reader, shownId, amountOf, hrefOf, submissionHref, recorders, usedIn } = props
  const { say } = reader
  const amount = (row: HistoryRow) => (row.isWithdrawn ? say(texts.withdrawn) : amountOf(row))
  return [
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
      render: (row) => <strong>{row.id === shownId ? amount(row) : <a href={hrefOf(row)}>{amount(row)}</a>}</strong>,
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
    { key: 'source', label: say(texts.source), render: (row) => sourceOf(row, submissionHref(row)) },
    { key: 'reason', label: say(texts.reason), render: (row) => reasonText(reader, row) },
    ...(recorders
      ? [{ key: 'by', label: say(texts.recordedBy), render: (row: HistoryRow) => recorders.get(row.id) ?? '–' }]
      : []),
    { key: 'used', label: say(texts.usedIn), render: (row) => usedIn(row) ?? '–' },
  ]
}

/** Why it took the place of the one before, in the reader's words where a form was sent again. */
function reasonText({ say }: Reader, row: HistoryRow): string {
  if (!row.replaces) return say(texts.firstRecord)
  if (!row.submissionId) return row.reason ?? ''
  return row.isWithdrawn ? say(texts.emptied) : say(texts.sentAgain, { version: row.submissionVersion ?? 0 })
}

function sourceOf({ source: { title, url } }: HistoryRow, href: string | undefined): ComponentChildren {
  const source = href ?? (url && URL.canParse(url) ? url : undefined)
  return source ? <a href={source}>{title}</a> : title
}
