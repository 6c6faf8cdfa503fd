/** The public screens: every decision that changed the units, and what each of them changed. */
import { dayBefore, unitsPath } from '#modules/organisation'
import { type Route, view } from '#platform/web/page.ts'
import { LinkButton } from '#ui/form.tsx'
import { Breadcrumbs, PageHeader } from '#ui/layout.tsx'
import { listPage, rowsOf } from '#ui/list-page.ts'
import { readerOf } from '#ui/reader.ts'
import { listAll, listDecisions } from './decision-drafts.operations.ts'
import { texts } from './decisions.texts.ts'
import { decisionColumns, StateMark } from './desk/decision-table.view.tsx'
import { listAsked } from './desk/desk.pages.tsx'
import { decision } from './effects/decision-effects.operations.ts'
import { ChangeFigures, ChangeSections } from './effects/decision-effects.view.tsx'
import type { ListName } from './effects/effects.model.ts'
import { decisionPath, decisionsPath, draftsPath } from './paths.ts'

const decisionListPage = listPage({
  at: decisionsPath,
  list: {
    id: 'reforms',
    caption: texts.decisions,
    keyOf: (row) => row.id,
    rowsPerPage: 50,
    fileName: ({ today }) => `decisions-${today}`,
    empty: ({ reader }) => ({ title: reader.say(texts.noDecisions) }),
    columns: decisionColumns((id) => decisionPath.to({ id })),
  },
  rows: rowsOf(listDecisions),
  frame: async ({ say, may }, { body }) => ({
    title: say(texts.decisions),
    shared: true,
    body: (
      <>
        <PageHeader
          title={say(texts.decisions)}
          lead={say(texts.decisionsLead)}
          actions={(await may(listAll)) && <LinkButton href={draftsPath.to()}>{say(texts.toDrafts)}</LinkButton>}
        />
        {body}
      </>
    ),
  }),
})

const decisionPage = view(decisionPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say, date } = reader
  const { id } = visit.params
  const input = listAsked(visit)
  const { head, counts, lists } = await visit.perform(decision, { id, ...input })
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
          trail={[{ href: decisionsPath.to(), label: say(texts.decisions) }, { label: head.title }]}
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
          asked={input}
          fields={visit.engine.fields}
          hrefOf={hrefOf}
        />
      </>
    ),
  }
})

export const routes: Route[] = [decisionListPage, decisionPage]
