/** One measure of one year: its sum, and every place that gave it; each figure leads to its own page. */
import {
  amountText,
  indicatorPath,
  indicatorsPath,
  listIndicatorsOperation,
  type MeasureTotal,
  measurePath,
  measureTotalOperation,
  valuePath,
} from '#modules/indicators'
import { unitPath } from '#modules/organisation'
import { type Route, view } from '#platform/web/page.ts'
import { Breadcrumbs, EmptyState, Facts, PageHeader, PartPagination, Section, Stack, Tabs } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { texts } from '../portal.texts.ts'

const measurePage = view(measurePath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { year, unit, on, category, from } = visit.query
  const input = {
    year: year || undefined,
    unit: unit || undefined,
    on: on || undefined,
    category: category || undefined,
  }
  const total = await visit.perform(measureTotalOperation, { measure: visit.params.code, ...input })
  const { indicators } = await visit.perform(listIndicatorsOperation, {})
  const name = [say(total.measure.name), total.category && say(total.category)].filter(Boolean).join(', ')
  const hrefWith = (query: Record<string, string | number | undefined>) =>
    measurePath.to({ code: total.measure.code }, { ...input, year: total.year, ...query })
  return {
    title: `${name} · ${total.unit.name} · ${total.year}`,
    shared: true,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[{ href: indicatorsPath.to(), label: say(texts.indicators) }, { label: name }]}
        />
        <PageHeader
          title={name}
          kicker={<a href={unitPath.to({ code: total.unit.code }, { on: total.unit.on })}>{total.unit.name}</a>}
          lead={say(total.measure.explanation)}
        >
          {total.isSample && <SampleLabel reader={reader} />}
        </PageHeader>
        <Stack>
          <TotalFacts reader={reader} total={total} />
          <Enters reader={reader} total={total} indicators={indicators} />
        </Stack>
        <Section id="units" title={say(texts.measureUnits, { year: String(total.year) })}>
          {total.years.length > 1 && (
            <Tabs
              label={say(texts.year)}
              items={total.years.map((each) => ({
                href: `${hrefWith({ year: each })}#units`,
                label: String(each),
                current: each === total.year,
              }))}
            />
          )}
          <PlaceTable reader={reader} total={total} from={Number(from) || 0} hrefWith={hrefWith} />
        </Section>
      </>
    ),
  }
})

export const routes: Route[] = [measurePage]

function TotalFacts({ reader, total }: { reader: Reader; total: MeasureTotal }) {
  const { say } = reader
  const { measure, sum, given, places, year } = total
  return (
    <Facts
      items={[
        {
          label: `${say(texts.measureSum)} ${year}`,
          value: <strong class="number">{sum === null ? '–' : amountText(reader, measure, sum)}</strong>,
        },
        {
          label: say(texts.measureGiven),
          value: say(texts.measureGivenOf, { given, asked: places.length }),
        },
        { label: say(texts.code), value: measure.code },
      ]}
    />
  )
}

type Indicators = Parameters<typeof enteredBy>[0]

function enteredBy(
  indicators: readonly {
    readonly code: string
    readonly name: { readonly vi: string; readonly en: string }
    readonly numerator: string | null
    readonly denominator: string | null
  }[],
  code: string,
) {
  return indicators.filter(({ numerator, denominator }) => numerator === code || denominator === code)
}

/** The indicators it is a part of. */
function Enters(props: { reader: Reader; total: MeasureTotal; indicators: Indicators }) {
  const { reader, total, indicators } = props
  const entered = enteredBy(indicators, total.measure.code)
  if (entered.length === 0) return null
  return (
    <p>
      {reader.say(texts.computedTitle)}:{' '}
      {entered.map(({ code, name }, index) => (
        <>
          {index > 0 && '; '}
          <a href={`${indicatorPath.to({ code }, { year: total.year })}#why`}>{reader.say(name)}</a>
        </>
      ))}
    </p>
  )
}

const rowsOnPage = 150

function PlaceTable(props: {
  reader: Reader
  total: MeasureTotal
  from: number
  hrefWith(query: { from?: number }): string
}) {
  const { reader, total, from, hrefWith } = props
  const { say } = reader
  const { places, year } = total
  const shown = places.slice(from, from + rowsOnPage)
  return (
    <>
      <DataTable
        reader={reader}
        id="places"
        caption={say(texts.measureUnits, { year: String(year) })}
        captionUnseen
        rows={shown}
        keyOf={(row) => row.unitCode}
        empty={<EmptyState title={say(texts.noData)} />}
        columns={placeColumns(reader, total)}
      />
      {places.length > rowsOnPage && (
        <PartPagination
          reader={reader}
          shown={shown.length}
          total={places.length}
          from={from}
          perPage={rowsOnPage}
          hrefOf={(to) => `${hrefWith({ from: to })}#units`}
        />
      )}
    </>
  )
}

type Place = MeasureTotal['places'][number]

function placeColumns(reader: Reader, { measure, unit, year }: MeasureTotal): Column<Place>[] {
  const { say } = reader
  const lastDay = `${year}-12-31`
  const on = lastDay < unit.on ? lastDay : unit.on
  return [
    {
      key: 'unit',
      label: say(texts.place),
      rowHeader: true,
      render: (row) => <a href={unitPath.to({ code: row.unitCode }, { on })}>{row.unitName}</a>,
    },
    {
      key: 'amount',
      label: say(texts.value),
      align: 'end',
      render: ({ unitCode, amount }) =>
        amount ? (
          <a href={valuePath.to({ unit: unitCode, id: amount.id ?? '' })}>
            {amountText(reader, measure, amount.amount)}
          </a>
        ) : (
          '–'
        ),
    },
    {
      key: 'status',
      label: say(texts.status),
      render: ({ amount }) => (
        <>
          <StatusMark reader={reader} status={amount?.status ?? 'no-data'} />{' '}
          {amount?.isSample && <SampleLabel reader={reader} />}
        </>
      ),
    },
    { key: 'source', label: say(texts.source), render: ({ amount }) => amount?.source ?? '–' },
  ]
}
