/** The public screens: every decision that changed the units, and what each of them changed. */
import { dayBefore, unitsPath } from '#modules/organisation'
import { type Route, view } from '#platform/web/page.ts'
import { LinkButton } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, PageHeader, Pagination } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { listAll, listDecisions } from './decision-drafts.operations.ts'
import type { DecisionHead } from './decisions.model.ts'
import { texts } from './decisions.texts.ts'
import { listAsked, StateMark } from './desk/desk.pages.tsx'
import { decision } from './effects/decision-effects.operations.ts'
import { ChangeFigures, ChangeSections } from './effects/decision-effects.view.tsx'
import type { ListName } from './effects/effects.model.ts'
import { decisionPath, decisionsPath, draftsPath } from './paths.ts'

const listPage = view(decisionsPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { after } = visit.query
  const answer = await visit.perform(listDecisions, { after, limit: 50 })
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
        <DecisionTable reader={reader} rows={answer.rows} today={visit.today} />
        <Pagination
          reader={reader}
          shown={answer.rows.length}
          firstHref={after && decisionsPath.to()}
          nextHref={answer.next && decisionsPath.to({ after: answer.next })}
        />
      </>
    ),
  }
})

function DecisionTable({ reader, rows, today }: { reader: Reader; rows: readonly DecisionHead[]; today: string }) {
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
          render: (row) => <a href={decisionPath.to({ id: row.id })}>{row.title}</a>,
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

const decisionPage = view(decisionPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say, date } = reader
  const { id } = visit.params
  const asked = listAsked(visit)
  const { head, counts, lists } = await visit.perform(decision, { id, ...asked })
  const hrefOf = (part: { list?: ListName; from?: number }) => decisionPath.to({ id }, part)
  const eve = dayBefore(head.on)
  return {
    title: head.title,
    shared: true,
    width: 'wide',
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[{ href: decisionsPath.to(), label: say(texts.reforms) }, { label: head.title }]}
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
        <ChangeSections
          reader={reader}
          counts={counts}
          lists={lists}
          asked={asked}
          fields={visit.engine.fields}
          hrefOf={hrefOf}
        />
      </>
    ),
  }
})

export const routes: Route[] = [listPage, decisionPage]
