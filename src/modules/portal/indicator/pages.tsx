/** One indicator of one unit: its trend against the targets, how it stands and why, and the way back to each figure. */
import {
  Categories,
  FigureSources,
  FormulaWords,
  indicatorPath,
  indicatorsPath,
  isDrawn,
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
import { DutyTable, dutiesOperation, goalsOf, indicatorProgress, StandingWhy, targetText } from '#modules/plan'
import { download, formatAsked } from '#platform/documents/download.ts'
import { type Route, type Visit, view } from '#platform/web/page.ts'
import { TrendChart } from '#ui/chart/trend.tsx'
import { Breadcrumbs, EmptyState, Facts, PageHeader, Section, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { shapesOf } from '../map/pages.tsx'
import { methodPath } from '../pages.tsx'
import { texts } from '../texts.ts'
import { UnitsOfYear } from './units/pages.tsx'
import { YearTable } from './years/pages.tsx'

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
  const shown = await shownYear(visit, reader, found)
  const { indicator, unit, isCity } = found
  const name = reader.say(indicator.name)
  const title = isCity ? name : `${name} · ${unit.name}`
  const format = formatAsked(visit.query.format)
  if (format) {
    const file = `${indicator.code}-${unit.code}-${shown.year}`
    const note = reader.say(texts.fileNote)
    return download(format, { ...partsFile(shown), name: file, title: `${title} · ${shown.year}`, note })
  }
  const duties = await visit.perform(dutiesOperation, { indicator: indicator.code })
  return {
    title,
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
        <YearTable reader={reader} {...found} current={shown.point} hrefWith={shown.hrefWith} />
        <Why reader={reader} found={found} point={shown.point} />
        <FormulaWords {...shown} />
        {shown.isSummed && (
          <Section id="categories-section" title={reader.say(texts.categoriesTitle)}>
            <Categories reader={reader} indicator={indicator} sums={shown.categories} />
          </Section>
        )}
        {duties.length > 0 && (
          <Section id="duties" title={reader.say(texts.whoseDuty)}>
            <DutyTable reader={reader} rows={duties} on={visit.today} />
          </Section>
        )}
        {shown.isSummed && <UnitsOfYear {...shown} unitName={unit.name} />}
      </>
    ),
  }
})

/** The year looked at, what its total is made from, and this page's address with something else asked. */
async function shownYear(
  visit: Visit<'/indicators/:code'>,
  reader: Reader,
  { indicator, unit, isCity, points }: Progress,
) {
  const { query } = visit
  const { measures } = await visit.perform(listIndicatorsOperation, {})
  const point = pointOf(points, query.year)
  const year = point?.year ?? Number(query.year || visit.today.slice(0, 4))
  const made = await visit.perform(partsOperation, { indicator: indicator.code, year, unit: unit.code, on: unit.on })
  const at = isCity ? {} : { unit: unit.code, on: unit.on }
  return {
    reader,
    indicator,
    measures,
    point,
    year,
    years: summedYears(points, year),
    isSummed: made.on !== null,
    parts: made.parts,
    categories: made.categories,
    on: made.on ?? unit.on,
    shapes: made.on && indicator.kind === 'ratio' ? await shapesOf(visit, made.parts, made.on) : undefined,
    sort: query.sort,
    from: Number(query.from) || 0,
    hrefWith: (asked: Record<string, string | number | undefined>) =>
      indicatorPath.to({ code: indicator.code }, { ...at, year, ...asked }),
  }
}

function Why({ reader, found, point }: { reader: Reader; found: Progress; point: Point | undefined }) {
  if (!point) return null
  return (
    <Section id="why" title={reader.say(texts.whyTitle, { year: String(point.year) })}>
      <Stack>
        <ShownWhy reader={reader} point={point} />
        <FigureSources reader={reader} indicator={found.indicator} point={point} unitCode={found.unit.code} />
      </Stack>
    </Section>
  )
}

export const routes: Route[] = [indicatorPage]

/** The point of the year asked for, else the newest. */
function pointOf(points: readonly Point[], year: string | undefined): Point | undefined {
  return points.find((point) => String(point.year) === year) ?? (year ? undefined : points.at(-1))
}

function summedYears(points: readonly Point[], current: number): number[] {
  const years = points.filter((point) => point.rolledUp).map((point) => point.year)
  return [...new Set([...years, current])].sort((a, b) => a - b)
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
      points={points.filter(isDrawn).map((point) => ({
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
