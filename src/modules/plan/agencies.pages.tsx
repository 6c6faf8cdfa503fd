/** The screens of agencies: who holds duties on a day, and one agency with its duties now and before. */
import { UnitFacts, UnitHistory, unitOperation, unitPath } from '#modules/organisation'
import { type Route, view } from '#platform/web/page.ts'
import { DateField } from '#ui/fields.tsx'
import { FilterForm } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, PageHeader, Section, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { texts } from './agencies.texts.ts'
import { DutyTable } from './duties/duty-table.view.tsx'
import { agenciesPath, agencyPath, treePath } from './paths.ts'
import { texts as planTexts } from './plan.texts.ts'
import { agencies, agency } from './plan-in-force.operations.ts'
import { PlanTabs } from './plan-tabs.view.tsx'

const agenciesPage = view(agenciesPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const on = visit.query.on || visit.today
  const rows = await visit.perform(agencies, { on })
  return {
    title: say(planTexts.agencies),
    shared: true,
    body: (
      <>
        <PageHeader title={say(planTexts.agencies)} lead={say(texts.agenciesLead, { date: reader.date(on) })} />
        <PlanTabs reader={reader} current={agenciesPath.to()} />
        <OnDate reader={reader} action={agenciesPath.to()} on={on} />
        <DataTable
          reader={reader}
          id="agencies"
          caption={say(planTexts.agencies)}
          captionUnseen
          rows={rows}
          keyOf={(row) => row.code}
          empty={<EmptyState title={say(planTexts.noDuties)} />}
          columns={[
            {
              key: 'name',
              label: say(planTexts.agency),
              rowHeader: true,
              render: (row) => <a href={agencyPath.to({ code: row.code }, { on: visit.query.on })}>{row.name}</a>,
            },
            { key: 'lead', label: say(planTexts['role-lead']), align: 'end', render: (row) => row.lead || '–' },
            { key: 'other', label: say(texts.otherRoles), align: 'end', render: (row) => row.other || '–' },
          ]}
        />
      </>
    ),
  }
})

const agencyPage = view(agencyPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const on = visit.query.on || visit.today
  const { code } = visit.params
  const unit = await visit.perform(unitOperation, { code, on })
  const { now, formerly } = await visit.perform(agency, { code, on })
  return {
    title: unit.name,
    shared: true,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: treePath.to(), label: say(planTexts.plan) },
            { href: agenciesPath.to({ on: visit.query.on }), label: say(planTexts.agencies) },
            { label: unit.name },
          ]}
        />
        <PageHeader title={unit.name} kicker={say(texts.onDay, { date: reader.date(on) })} />
        <Stack>
          <UnitFacts reader={reader} unit={unit} />
          <OnDate reader={reader} action={agencyPath.to({ code })} on={on} />
        </Stack>
        <Section id="now" title={say(texts.dutiesNow)} lead={say(texts.dutyCount, { count: now.length })}>
          <DutyTable reader={reader} rows={now} on={on} id="now-table" hideHolder />
        </Section>
        {formerly.length > 0 && (
          <Section
            id="formerly"
            title={say(texts.dutiesFormerly)}
            lead={say(texts.dutyCount, { count: formerly.length })}
          >
            <DutyTable reader={reader} rows={formerly} on={on} id="formerly-table" />
          </Section>
        )}
        <Stack>
          <UnitHistory reader={reader} unit={unit} />
          <p>
            <a href={unitPath.to({ code }, { on })}>{say(texts.unitPage)}</a>
          </p>
        </Stack>
      </>
    ),
  }
})

export const routes: Route[] = [agenciesPage, agencyPage]

function OnDate({ reader, action, on }: { reader: Reader; action: string; on: string }) {
  return (
    <FilterForm reader={reader} action={action}>
      <DateField form={{ reader }} name="on" label={reader.say(planTexts.lookOn)} value={on} />
    </FilterForm>
  )
}
