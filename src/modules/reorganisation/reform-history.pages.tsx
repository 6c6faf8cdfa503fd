/** The public screens: every decision that changed the units, and what each of them changed. */
import { dayBefore, unitsPath } from '#modules/organisation'
import { type Route, view } from '#platform/web/page.ts'
import { LinkButton } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, PageHeader, Pagination } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import type { ListName } from './changes/changes.model.ts'
import { decision } from './changes/reform-changes.operations.ts'
import { ChangeFigures, ChangeSections } from './changes/reform-changes.view.tsx'
import { listAsked, StateMark } from './desk/desk.pages.tsx'
import { draftsPath, reformPath, reformsPath } from './paths.ts'
import { listAll, listReforms } from './reform-drafts.operations.ts'
import type { ReformHead } from './reforms.model.ts'
import { texts } from './reforms.texts.ts'

const listPage = view(reformsPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { after } = visit.query
  const found = await visit.perform(listReforms, { after, limit: 50 })
  const follows = await visit.may(listAll)
  return {
    title: say(texts.reforms),
    shared: true,
    body: (
      <>
        <PageHeader
          title={say(texts.reforms)}
          lead={say(texts.reformsLead)}
          actions={follows && <LinkButton href={draftsPath.to()}>{say(texts.toDrafts)}</LinkButton>}
        />
        <ReformTable reader={reader} rows={found.rows} today={visit.today} />
        <Pagination
          reader={reader}
          shown={found.rows.length}
          firstHref={after && reformsPath.to()}
          nextHref={found.next && reformsPath.to({ after: found.next })}
        />
      </>
    ),
  }
})

function ReformTable({ reader, rows, today }: { reader: Reader; rows: readonly ReformHead[]; today: string }) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="reforms"
      caption={say(texts.reforms)}
      captionUnseen
      rows={rows}
      keyOf={(row) => row.id}
      empty={<EmptyState title={say(texts.noReforms)} />}
      columns={[
        {
          key: 'title',
          label: say(texts.titleField),
          rowHeader: true,
          render: (row) => <a href={reformPath.to({ id: row.id })}>{row.title}</a>,
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

const reformPage = view(reformPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say, date } = reader
  const { id } = visit.params
  const asked = listAsked(visit)
  const { head, counts, lists } = await visit.perform(decision, { id, ...asked })
  const hrefOf = (part: { list?: ListName; from?: number }) => reformPath.to({ id }, part)
  const eve = dayBefore(head.on)
  return {
    title: head.title,
    shared: true,
    width: 'wide',
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[{ href: reformsPath.to(), label: say(texts.reforms) }, { label: head.title }]}
        />
        <PageHeader
          title={head.title}
          kicker={<StateMark reader={reader} head={head} today={visit.today} />}
          lead={`${head.basis} · ${say(texts.inForceFrom, { on: date(head.on) })}`}
        />
        <ChangeFigures reader={reader} counts={counts} hrefOf={hrefOf} />
        <p>
          <a href={unitsPath.to({ on: eve })}>{say(texts.unitsBefore, { on: date(eve) })}</a>
          {' · '}
          <a href={unitsPath.to({ on: head.on })}>{say(texts.unitsThen, { on: date(head.on) })}</a>
        </p>
        <ChangeSections reader={reader} counts={counts} lists={lists} asked={asked} hrefOf={hrefOf} />
      </>
    ),
  }
})

export const routes: Route[] = [listPage, reformPage]
