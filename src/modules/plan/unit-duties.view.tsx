/** Of the page of a unit: the duties that the plan gives it. */
import type { ComponentChildren } from 'preact'
import type { Visit } from '#platform/web/page.ts'
import { Section } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { DutyTable } from './duties/duty-table.view.tsx'
import { dutiesPath } from './paths.ts'
import { texts } from './plan.texts.ts'
import { duties } from './plan-in-force.operations.ts'

export async function unitDuties(
  visit: Visit,
  { code, on }: { readonly code: string; readonly on: string },
): Promise<ComponentChildren> {
  const reader = readerOf(visit.language)
  const rows = await visit.perform(duties, { agency: code, on })
  if (rows.length === 0) return null
  return (
    <Section
      id="duties"
      title={reader.say(texts.unitDuties)}
      lead={reader.say(texts.unitDutiesLead, { count: rows.length, date: reader.date(on) })}
    >
      <DutyTable reader={reader} rows={rows} on={on} hideHolder />
      <p>
        <a href={dutiesPath.to({ agency: code, on })}>{reader.say(texts.unitDutiesFilter)}</a>
      </p>
    </Section>
  )
}
