/** One duty: its place in the plan, its words, who has answered for it, and the indicators it serves. */
import { indicatorPath, listIndicatorsOperation } from '#modules/indicators'
import { type Route, view } from '#platform/web/page.ts'
import { Breadcrumbs, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { clauseName, refName } from '../clause-names.rules.ts'
import { ClauseText } from '../clause-words.view.tsx'
import { agencyPath, clauseHref, dutiesPath, dutyPath, treePath } from '../paths.ts'
import type { Duty } from '../plan.model.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { duty } from '../plan-in-force.operations.ts'
import { texts } from './duties.texts.ts'
import { deadlineText, HolderOf } from './duty-table.view.tsx'

const dutyPage = view(dutyPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const answer = await visit.perform(duty, { id: visit.params.id })
  const { indicators } = await visit.perform(listIndicatorsOperation, {})
  const served = indicators.filter((indicator) => answer.duty.indicators.includes(indicator.code))
  return {
    title: say(answer.duty.title),
    shared: true,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: treePath.to(), label: say(planTexts.plan) },
            { href: dutiesPath.to(), label: say(planTexts.duties) },
            { label: refName(say, answer.duty.ref) },
          ]}
        />
        <PageHeader title={say(answer.duty.title)} kicker={clauseName(say, answer.duty.ref)} />
        <Facts
          items={[
            { label: say(planTexts.role), value: say(planTexts[`role-${answer.duty.role}`]) },
            { label: say(planTexts.agency), value: <HolderOf row={answer.duty} on={visit.today} /> },
            { label: say(planTexts.deadline), value: deadlineText(reader, answer.duty) },
            ...(answer.duty.tasks.length > 0
              ? [{ label: say(texts.taskGroup), value: <Refs refs={answer.duty.tasks} /> }]
              : []),
            { label: say(planTexts.clause), value: <Refs refs={[answer.duty.ref]} /> },
          ]}
        />
        <ClauseText reader={reader} clause={answer.clause} />
        <HolderTable reader={reader} row={answer.duty} />
        {served.length > 0 && (
          <Section id="indicators" title={say(planTexts.servedIndicators)}>
            <ul class="list">
              {served.map((indicator) => (
                <li key={indicator.code}>
                  <a href={indicatorPath.to({ code: indicator.code })}>{say(indicator.name)}</a>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </>
    ),
  }
})

function Refs({ refs }: { refs: readonly string[] }) {
  return (
    <>
      {refs.map((ref, index) => (
        <>
          {index > 0 && ', '}
          <a href={clauseHref(ref)}>{ref}</a>
        </>
      ))}
    </>
  )
}

function HolderTable({ reader, row }: { reader: Reader; row: Duty }) {
  const { say } = reader
  return (
    <Section id="holders" title={say(texts.holders)} lead={say(texts.holdersLead)}>
      <DataTable
        reader={reader}
        id="holders-table"
        caption={say(texts.holders)}
        captionUnseen
        rows={row.holders}
        keyOf={(held) => `${held.code} ${held.validFrom}`}
        empty={null}
        columns={[
          {
            key: 'agency',
            label: say(planTexts.agency),
            rowHeader: true,
            render: (held) => (
              <a href={agencyPath.to({ code: held.code }, { on: held.validFrom ?? undefined })}>{held.name}</a>
            ),
          },
          {
            key: 'from',
            label: say(planTexts.from),
            render: (held) => (held.validFrom ? reader.date(held.validFrom) : '–'),
          },
          {
            key: 'to',
            label: say(texts.untilBefore),
            render: (held) => (held.validTo ? reader.date(held.validTo) : say(texts.today)),
          },
          {
            key: 'verified',
            label: say(texts.basis),
            render: (held) => (held.verified ? say(texts.verified) : say(planTexts.unverified)),
          },
        ]}
      />
    </Section>
  )
}

export const routes: Route[] = [dutyPage]
