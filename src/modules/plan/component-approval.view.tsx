/** By when a component plan is to be approved, and whether it was. */
import type { Reader } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import type { ComponentPlan } from './plan.model.ts'
import { texts } from './plan.texts.ts'

/** "Quý IV/2021", as documents write it. */
export function quarterText(reader: Reader, { quarter, year }: ComponentPlan['approvalDue']): string {
  const roman = ['I', 'II', 'III', 'IV'][quarter - 1] ?? ''
  return reader.say(texts.quarter, { roman, year: String(year) })
}

export function Approval({ reader, part }: { reader: Reader; part: ComponentPlan }) {
  if (!part.approvedOn) return <Mark tone="none">{reader.say(texts.notRecorded)}</Mark>
  return (
    <>
      <Mark tone="good">{reader.say(texts.approvedOn, { date: reader.date(part.approvedOn) })}</Mark>{' '}
      <span class="meta">{part.approvalDocument}</span>
    </>
  )
}
