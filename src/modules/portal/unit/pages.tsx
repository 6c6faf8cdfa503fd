/** The page of one unit on any date: what it is, where it came from, its numbers, and what the plan asks of it. */
import { recordedOfUnitOperation, seriesOperation } from '#modules/indicators'
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
import { download, formatAsked } from '#platform/documents/download.ts'
import { type Route, type Visit, view } from '#platform/web/page.ts'
import { DateField } from '#ui/fields.tsx'
import { FilterForm } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, PageHeader, Section, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { texts } from '../texts.ts'
import { LatestTable } from './latest/pages.tsx'
import { RecordedTable, recordedFile } from './recorded/pages.tsx'

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
          <UnitFacts reader={reader} unit={unit} />
          <FilterForm reader={reader} action={unitPath.to({ code: unit.code })}>
            <DateField form={{ reader }} name="on" label={say(texts.lookOn)} value={on} />
          </FilterForm>
        </Stack>
        {numbers && <Numbers reader={reader} code={unit.code} on={on} {...numbers} />}
        <UnitChildren reader={reader} unit={unit} />
        <UnitHistory reader={reader} unit={unit} />
        <Duties reader={reader} code={unit.code} on={on} rows={duties} />
      </>
    ),
  }
})

export const routes: Route[] = [unitPage]

async function numbersOf(visit: Visit<'/units/:code'>, { code, kind }: UnitDetail, on: string) {
  const all = await visit.perform(seriesOperation, { unit: code, on })
  const series = all.flatMap(({ indicator, points }) => {
    const latest = points.at(-1)
    // A count or share of communes says nothing of one commune: its own level or yes/no does.
    const countsItsLike = indicator.atLeast !== null && indicator.unitKind === kind
    return latest && !countsItsLike ? [{ indicator, latest, before: points.at(-2) }] : []
  })
  return { series, recorded: await visit.perform(recordedOfUnitOperation, { unit: code, on }) }
}

type NumbersProps = Awaited<ReturnType<typeof numbersOf>> & { reader: Reader; code: string; on: string }

function Numbers({ reader, code, on, series, recorded }: NumbersProps) {
  const { say } = reader
  const file = (format: string) => unitPath.to({ code }, { on, format })
  const hasNothing = series.length + recorded.values.length === 0
  return (
    <Section id="numbers" title={say(texts.numbers)}>
      {hasNothing && <EmptyState title={say(texts.noNumbers)}>{say(texts.noNumbersHint)}</EmptyState>}
      <LatestTable reader={reader} code={code} on={on} series={series} />
      <RecordedTable reader={reader} unitCode={code} {...recorded} fileHref={file} isOpen={series.length === 0} />
    </Section>
  )
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
