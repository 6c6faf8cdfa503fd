/** The page of one unit on any date: what it is, where it came from, its numbers, and what the plan asks of it. */
import {
  UnitChildren,
  type UnitDetail,
  UnitFacts,
  UnitHistory,
  unitOperation,
  unitPath,
  unitsPath,
} from '#modules/organisation'
import { DutyTable, dutiesOperation, dutiesPath } from '#modules/plan'
import { decisionPath, decisionsPath, listDecisionsOperation } from '#modules/reorganisation'
import { download, formatAsked } from '#platform/documents/download.ts'
import { type Route, view } from '#platform/web/page.ts'
import { DateField } from '#ui/fields.tsx'
import { FilterForm } from '#ui/form.tsx'
import { Breadcrumbs, PageHeader, Section, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { texts } from '../portal.texts.ts'
import { surroundingsOf, UnitLocator } from '../unit-map.view.tsx'
import { numbersOf, UnitNumbers } from './unit-numbers.view.tsx'
import { texts as own } from './unit-past.texts.ts'
import { PastNote } from './unit-past.view.tsx'
import { recordedFile } from './unit-records.view.tsx'

const unitPage = view(unitPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const on = visit.query.on || visit.today
  const unit = await visit.perform(unitOperation, { code: visit.params.code, on })
  const duties = await visit.perform(dutiesOperation, { agency: unit.code, on })
  const numbers = unit.tree === 'place' ? await numbersOf(visit, unit, on) : undefined
  const format = formatAsked(visit.query.format)
  if (format && numbers) {
    const head = { name: `${unit.code}-${on}`, title: unit.name, note: say(texts.fileNote) }
    return download(format, { ...head, ...recordedFile(reader, numbers.recorded) })
  }
  const surroundings = numbers && !numbers.isCity ? await surroundingsOf(visit, unit.code, on) : undefined
  const hasHistory = unit.predecessors.length + unit.successors.length > 0
  const decisions = hasHistory ? (await visit.perform(listDecisionsOperation, { limit: 200 })).rows : []
  return {
    title: unit.name,
    shared: true,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: unitsPath.to({ on: visit.query.on }), label: say(texts.units) },
            ...(unit.parent
              ? [{ href: unitPath.to({ code: unit.parent.code }, { on }), label: unit.parent.name }]
              : []),
            { label: unit.name },
          ]}
        />
        <PageHeader title={unit.name} kicker={say(texts.onDay, { date: reader.date(on) })} />
        <Stack>
          {numbers && <PastNote reader={reader} unit={unit} today={visit.today} />}
          <UnitFacts reader={reader} unit={unit} />
          {surroundings && (
            <UnitLocator reader={reader} code={unit.code} name={unit.name} on={on} surroundings={surroundings} />
          )}
          <FilterForm reader={reader} action={unitPath.to({ code: unit.code })}>
            <DateField form={{ reader }} name="on" label={say(texts.lookOn)} value={on} />
          </FilterForm>
        </Stack>
        {numbers && <UnitNumbers reader={reader} unit={unit} numbers={numbers} />}
        <UnitChildren reader={reader} unit={unit} />
        {numbers?.isCity && (
          <p>
            <a href={decisionsPath.to()}>{say(own.decisions)}</a>
          </p>
        )}
        <History reader={reader} unit={unit} reforms={decisions} />
        <Duties reader={reader} code={unit.code} on={on} rows={duties} />
      </>
    ),
  }
})

export const routes: Route[] = [unitPage]

type Decisions = readonly { id: string; on: string; title: string; basis: string }[]

/** What the unit came from and became, each day with the decisions that took effect on it. */
function History({ reader, unit, reforms: decisions }: { reader: Reader; unit: UnitDetail; reforms: Decisions }) {
  const decisionsOn = (day: string) =>
    decisions
      .filter((decision) => decision.on === day)
      .map(({ id, title, basis }) => (
        <a key={id} href={decisionPath.to({ id })}>
          {reader.say(own.decision, { title, basis })}
        </a>
      ))
  return <UnitHistory reader={reader} unit={unit} decisionsOn={decisionsOn} />
}

function Duties(props: { reader: Reader; code: string; on: string; rows: Parameters<typeof DutyTable>[0]['rows'] }) {
  const { reader, code, on, rows } = props
  if (rows.length === 0) return null
  return (
    <Section
      id="duties"
      title={reader.say(texts.duties)}
      lead={reader.say(texts.dutiesLead, { count: rows.length, date: reader.date(on) })}
    >
      <DutyTable reader={reader} rows={rows} on={on} hideHolder />
      <p>
        <a href={dutiesPath.to({ agency: code, on })}>{reader.say(texts.dutiesFilter)}</a>
      </p>
    </Section>
  )
}
