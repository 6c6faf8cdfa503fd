/** My work: where every signed-in person lands. */
import { RoleMoves } from '#modules/access'
import { type Route, view } from '#platform/web/page.ts'
import { LinkButton } from '#ui/form.tsx'
import { EmptyState, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { texts } from './collection.texts.ts'
import { roundPath, roundsPath, submissionPath, workPath } from './paths.ts'
import { listRounds } from './rounds/rounds.operations.ts'
import { leftText } from './submissions/submission-head.view.tsx'
import { shownState } from './submissions/submission-workflow.rules.ts'
import type { Submission } from './submissions/submissions.model.ts'
import { type MyWork, myWork } from './work.operations.ts'

type Row = Submission & { readonly year: number }

const workPage = view(workPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const work = await visit.perform(myWork, {})
  const rounds = work.seesCity ? await visit.perform(listRounds, {}) : []
  const current = rounds.find((round) => round.state === 'open')
  const { today } = visit
  return {
    title: say(texts.myWork),
    body: (
      <>
        <PageHeader
          title={say(texts.myWork)}
          lead={say(texts.myWorkLead)}
          actions={
            work.seesCity && (
              <LinkButton href={current ? roundPath.to({ year: String(current.year) }) : roundsPath.to()}>
                {current ? say(texts.toControlRoom, { year: String(current.year) }) : say(texts.rounds)}
              </LinkButton>
            )
          }
        />
        <RoleMoves reader={reader} moves={work.moves} fields={visit.engine.fields} />
        {(work.toFill.length > 0 || !work.seesCity) && <ToFill reader={reader} work={work} today={today} />}
        {work.seesCity && <ToReview reader={reader} work={work} today={today} />}
        {work.sent.length > 0 && (
          <Section id="sent" title={say(texts.mySent)}>
            <Forms reader={reader} id="sent-forms" title={say(texts.mySent)} rows={work.sent} today={today} />
          </Section>
        )}
      </>
    ),
  }
})

export const routes: Route[] = [workPage]

interface PartProps {
  readonly reader: Reader
  readonly work: MyWork
  readonly today: string
}

function ToFill({ reader, work, today }: PartProps) {
  const { say } = reader
  return (
    <Section id="to-fill" title={say(texts.toFill)}>
      {work.toFill.length === 0 ? (
        <EmptyState title={say(texts.toFillEmpty)}>{say(texts.toFillEmptyDo)}</EmptyState>
      ) : (
        <Forms
          reader={reader}
          id="forms-to-fill"
          title={say(texts.toFill)}
          rows={work.toFill}
          today={today}
          verb={say(texts.fill)}
        />
      )}
    </Section>
  )
}

function ToReview({ reader, work, today }: PartProps) {
  const { say } = reader
  return (
    <Section id="to-review" title={say(texts.toReview)} lead={say(texts.toReviewLead, { count: work.waiting })}>
      {work.toReview.length > 0 && (
        <Forms
          reader={reader}
          id="forms-to-review"
          title={say(texts.toReview)}
          rows={work.toReview}
          today={today}
          verb={say(texts.review)}
        />
      )}
    </Section>
  )
}

interface FormsProps {
  readonly reader: Reader
  readonly id: string
  readonly title: string
  readonly rows: readonly Row[]
  readonly today: string
  readonly verb?: string
}

function Forms({ reader, id, title, rows, today, verb }: FormsProps) {
  const { say } = reader
  const hrefOf = (row: Row) => submissionPath.to({ year: String(row.year), code: row.unitCode })
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      label: say(texts.unit),
      rowHeader: true,
      render: (row) => (
        <>
          <a href={hrefOf(row)}>{row.unitName}</a>
          <small>{say(texts.roundOf, { year: String(row.year) })}</small>
          {row.state === 'returned' && (
            <span class="cell-error">{say(texts.cameBack, { reason: row.returnReason ?? '' })}</span>
          )}
        </>
      ),
    },
    {
      key: 'state',
      label: say(texts.state),
      render: (row) => (
        <>
          <StatusMark reader={reader} status={shownState(row, today)} />{' '}
          {row.isSample && <SampleLabel reader={reader} />}
        </>
      ),
    },
    {
      key: 'due',
      label: say(row0Sent(rows) ? texts.sentOn : texts.due),
      render: (row) => <DateCell reader={reader} row={row} today={today} />,
    },
    ...(verb
      ? [
          {
            key: 'do',
            label: verb,
            labelUnseen: true,
            size: 'narrow' as const,
            render: (row: Row) => <LinkButton href={hrefOf(row)}>{verb}</LinkButton>,
          },
        ]
      : []),
  ]
  return (
    <DataTable
      reader={reader}
      id={id}
      caption={title}
      captionUnseen
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      empty={null}
    />
  )
}

/** Forms that were sent are told by that day, the others by the day they are due. */
function row0Sent(rows: readonly Row[]): boolean {
  return rows[0]?.state === 'sent' || rows[0]?.state === 'approved'
}

function DateCell({ reader, row, today }: { reader: Reader; row: Row; today: string }) {
  const isSent = row.state === 'sent' || row.state === 'approved'
  if (isSent) return <>{row.sentOn && reader.date(row.sentOn)}</>
  return (
    <>
      {reader.date(row.dueOn)}
      <small>{leftText(reader, row.dueOn, today)}</small>
    </>
  )
}
