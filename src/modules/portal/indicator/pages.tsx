/** One indicator of one unit: its trend against the targets, how it stands and why, and the way back to each figure. */
import {
  Categories,
  disagreeing,
  FigureSources,
  FormulaWords,
  indicatorPath,
  indicatorsPath,
  isEstimate,
  listIndicatorsOperation,
  momentOf,
  type Point,
  partsFile,
  partsOperation,
  ShownWhy,
  valueText,
} from '#modules/indicators'
import { type UnitLink, unitPath } from '#modules/organisation'
import { goalsOf, indicatorProgress, StandingWhy, targetText } from '#modules/plan'
import { download, formatAsked } from '#platform/documents/download.ts'
import { type Route, type Visit, view } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { TrendChart } from '#ui/chart/trend.tsx'
import { Breadcrumbs, EmptyState, Facts, PageHeader, Section, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { methodPath } from '../pages.tsx'
import { texts } from '../texts.ts'
import { UnitsOfYear } from './units/pages.tsx'

/** The same figures for programs. */
const seriesApi = path('/api/v1/indicators/series')

type Progress = Awaited<ReturnType<typeof lookUp>>

async function lookUp(visit: Visit<'/indicators/:code'>) {
  const { unit, on } = visit.query
  return visit.perform(indicatorProgress, {
    indicator: visit.params.code,
    unit: unit || undefined,
    on: on || undefined,
  })
}

const indicatorPage = view(indicatorPath, async (visit) => {
  const reader = readerOf(visit.language)
  const found = await lookUp(visit)
  const { measures } = await visit.perform(listIndicatorsOperation, {})
  const point = pointOf(found.points, visit.query.year)
  const year = point?.year ?? Number(visit.query.year || visit.today.slice(0, 4))
  const { indicator, unit, isCity } = found
  const parts = await visit.perform(partsOperation, { indicator: indicator.code, year, unit: unit.code, on: unit.on })
  const hrefWith = (query: Record<string, string | number | undefined>) =>
    indicatorPath.to({ code: indicator.code }, { ...(isCity ? {} : { unit: unit.code, on: unit.on }), year, ...query })
  const shown = {
    reader,
    indicator,
    measures,
    parts: parts.parts,
    on: parts.on ?? unit.on,
    sort: visit.query.sort,
    from: Number(visit.query.from) || 0,
    hrefWith,
  }
  const format = formatAsked(visit.query.format)
  if (format)
    return download(format, {
      ...partsFile(shown),
      name: `${indicator.code}-${unit.code}-${year}`,
      ...fileHead(reader, found, year),
    })
  const name = reader.say(indicator.name)
  return {
    title: isCity ? name : `${name} · ${unit.name}`,
    description: reader.say(indicator.explanation),
    shared: true,
    body: (
      <>
        <Head reader={reader} found={found} />
        <Section id="trend" title={reader.say(texts.trend)}>
          <Stack>
            <Trend reader={reader} found={found} />
            <Standings reader={reader} found={found} />
          </Stack>
        </Section>
        <YearTable reader={reader} points={found.points} found={found} current={point} hrefWith={hrefWith} />
        {point && (
          <Section id="why" title={reader.say(texts.whyTitle, { year: String(point.year) })}>
            <Stack>
              <ShownWhy reader={reader} point={point} />
              <FigureSources reader={reader} indicator={indicator} point={point} unitCode={unit.code} />
            </Stack>
          </Section>
        )}
        <FormulaWords reader={reader} indicator={indicator} measures={measures} point={point} />
        {parts.on && (
          <Section id="categories-section" title={reader.say(texts.categoriesTitle)}>
            <Categories reader={reader} indicator={indicator} sums={parts.categories} />
          </Section>
        )}
        {parts.on && (
          <UnitsOfYear {...shown} year={year} years={summedYears(found.points, year)} unitName={unit.name} />
        )}
      </>
    ),
  }
})

export const routes: Route[] = [indicatorPage]

/** The point of the year asked for, else the newest. */
function pointOf(points: readonly Point[], year: string | undefined): Point | undefined {
  return points.find((point) => String(point.year) === year) ?? (year ? undefined : points.at(-1))
}

function summedYears(points: readonly Point[], current: number): number[] {
  const years = points.filter((point) => point.rolledUp).map((point) => point.year)
  return [...new Set([...years, current])].sort((a, b) => a - b)
}

function fileHead(reader: Reader, { indicator, unit }: Progress, year: number) {
  return {
    title: `${reader.say(indicator.name)} · ${unit.name} · ${year}`,
    note: reader.say(texts.fileNote),
  }
}

function Head({ reader, found }: { reader: Reader; found: Progress }) {
  const { indicator, unit, isCity, lastDay, points } = found
  const latest = points.at(-1)
  const { say } = reader
  return (
    <>
      <Breadcrumbs
        reader={reader}
        trail={[{ href: indicatorsPath.to(), label: say(texts.indicators) }, { label: say(indicator.name) }]}
      />
      <PageHeader title={say(indicator.name)} kicker={<UnitKicker unit={unit} />} lead={say(indicator.explanation)}>
        {latest?.isSample && <SampleLabel reader={reader} />}
      </PageHeader>
      <Facts
        items={[
          {
            label: say(texts.now),
            value: latest ? <Now reader={reader} found={found} latest={latest} /> : say(texts.noData),
          },
          ...found.targets.map((target) => ({
            label: say(isCity ? texts.goal : texts.goalOfCity, { year: String(target.year) }),
            value: (
              <>
                {targetText(reader, indicator, target)}{' '}
                {target.standing && <StatusMark reader={reader} status={target.standing.status} />}{' '}
                {target.note && <span class="meta">{say(target.note)}</span>}
              </>
            ),
          })),
          ...(indicator.legal ? [{ label: say(texts.legal), value: <Legal reader={reader} found={found} /> }] : []),
          ...(lastDay
            ? [{ label: say(texts.counted), value: say(texts.untilDay, { date: reader.date(lastDay) }) }]
            : []),
        ]}
      />
    </>
  )
}

function UnitKicker({ unit }: { unit: UnitLink }) {
  return <a href={unitPath.to({ code: unit.code }, { on: unit.on })}>{unit.name}</a>
}

function Now({ reader, found, latest }: { reader: Reader; found: Progress; latest: Point }) {
  return (
    <>
      <strong class="number">{valueText(reader, found.indicator, latest.value, latest.qualifier)}</strong>{' '}
      <span class="meta">{momentOf(latest)}</span>{' '}
      {isEstimate(latest) && <StatusMark reader={reader} status={latest.status} />}
    </>
  )
}

/** What the law asks stands apart from what the plan asks. */
function Legal({ reader, found: { indicator } }: { reader: Reader; found: Progress }) {
  if (!indicator.legal) return null
  const { value, source, verified } = indicator.legal
  return (
    <>
      ≥ {valueText(reader, indicator, value)} <span class="meta">({source})</span>{' '}
      {!verified && <span class="meta">{reader.say(texts.unverified)}</span>}
    </>
  )
}

function Trend({ reader, found: { indicator, unit, points, targets } }: { reader: Reader; found: Progress }) {
  const years = [...points, ...targets].map(({ year }) => year)
  if (years.length === 0)
    return <EmptyState title={reader.say(texts.noData)}>{reader.say(texts.noDataHint)}</EmptyState>
  return (
    <TrendChart
      reader={reader}
      id="trend-chart"
      title={`${reader.say(indicator.name)}, ${unit.name}`}
      points={points.map((point) => ({
        at: point.year,
        label: momentOf(point),
        value: point.value,
        estimate: isEstimate(point),
      }))}
      targets={goalsOf(targets)}
      from={Math.min(...years)}
      to={Math.max(...years, Math.min(...years) + 1)}
      format={(value) => valueText(reader, indicator, value)}
    />
  )
}

function Standings({ reader, found: { indicator, targets } }: { reader: Reader; found: Progress }) {
  const judged = targets.flatMap(({ standing, ...target }) => (standing ? [{ target, standing }] : []))
  if (judged.length === 0) return null
  return (
    <>
      {judged.map(({ target, standing }) => (
        <StandingWhy key={target.id} reader={reader} indicator={indicator} target={target} standing={standing} />
      ))}
      <p class="meta">
        {reader.say(texts.statusNote)} <a href={methodPath.to()}>{reader.say(texts.methodLink)}</a>
      </p>
    </>
  )
}

function YearTable(props: {
  reader: Reader
  points: readonly Point[]
  found: Progress
  current: Point | undefined
  hrefWith(query: { year: number }): string
}) {
  const { reader, points, found, current, hrefWith } = props
  const { say } = reader
  if (points.length === 0) return null
  return (
    <Section id="years" title={say(texts.allYears)}>
      <DataTable
        reader={reader}
        id="years-table"
        caption={say(texts.allYears)}
        captionUnseen
        rows={[...points].reverse()}
        keyOf={(point) => String(point.year)}
        isCurrent={(point) => point === current}
        empty={null}
        downloads={[
          {
            href: seriesApi.to({ indicators: found.indicator.code, unit: found.unit.code, on: found.unit.on }),
            label: 'JSON',
          },
        ]}
        columns={[
          {
            key: 'year',
            label: say(texts.year),
            rowHeader: true,
            render: (point) => <a href={`${hrefWith({ year: point.year })}#why`}>{point.year}</a>,
          },
          {
            key: 'value',
            label: say(texts.value),
            align: 'end',
            render: (point) => <strong>{valueText(reader, found.indicator, point.value, point.qualifier)}</strong>,
          },
          { key: 'moment', label: say(texts.asOf), render: (point) => momentOf(point) },
          {
            key: 'status',
            label: say(texts.status),
            render: (point) => (
              <>
                <StatusMark reader={reader} status={point.status} /> {point.isSample && <SampleLabel reader={reader} />}
              </>
            ),
          },
          { key: 'source', label: say(texts.source), render: (point) => sourceOf(reader, point) },
          {
            key: 'others',
            label: say(texts.others),
            explain: say(texts.othersExplained),
            align: 'end',
            render: (point) => disagreeing(point) || '–',
          },
        ]}
      />
    </Section>
  )
}

function sourceOf(reader: Reader, point: Point): string {
  if (point.source) return point.source.title
  const { reported = 0, expected = 0 } = point.rolledUp ?? {}
  return reader.say(texts.sumOf, { reported, expected })
}
