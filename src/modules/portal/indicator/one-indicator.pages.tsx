/** One indicator of one unit: its trend against the targets, how it stands and why, and the way back to each figure. */
import {
  Categories,
  FigureSources,
  FormulaWords,
  indicatorPath,
  isDrawn,
  isEstimate,
  momentOf,
  type Point,
  partsFile,
  ShownWhy,
  valueText,
} from '#modules/indicators'
import { AssessmentReason, DutyTable, dutiesOperation, goalsOf } from '#modules/plan'
import { download, formatAsked } from '#platform/documents/download.ts'
import { type Route, view } from '#platform/web/page.ts'
import { TrendChart } from '#ui/chart/trend.tsx'
import { EmptyState, Section, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { methodPath } from '../paths.ts'
import { texts as portalTexts } from '../portal.texts.ts'
import { Head } from './indicator-head.view.tsx'
import { MapOfIndicator } from './indicator-map.view.tsx'
import { type IndicatorView, lookUp, shownYear } from './indicator-query.view.tsx'
import { UnitsOfYear } from './indicator-units.view.tsx'
import { YearTable } from './indicator-years.view.tsx'
import { texts } from './one-indicator.texts.ts'

const indicatorPage = view(indicatorPath, async (visit) => {
  const reader = readerOf(visit.language)
  const indicatorView = await lookUp(visit)
  const shown = await shownYear(visit, reader, indicatorView)
  const { indicator, unit, isCity } = indicatorView
  const name = reader.say(indicator.name)
  const title = isCity ? name : `${name} · ${unit.name}`
  const format = formatAsked(visit.query.format)
  if (format) {
    const file = `${indicator.code}-${unit.code}-${shown.year}`
    const note = reader.say(portalTexts.fileNote)
    return download(format, { ...partsFile(shown), name: file, title: `${title} · ${shown.year}`, note })
  }
  const duties = await visit.perform(dutiesOperation, { indicator: indicator.code })
  return {
    title,
    description: reader.say(indicator.explanation),
    shared: true,
    body: (
      <>
        <Head reader={reader} indicatorView={indicatorView} />
        <Section id="trend" title={reader.say(portalTexts.trend)}>
          <Stack>
            <MapOfIndicator reader={reader} indicatorView={indicatorView} hrefWith={shown.hrefWith} />
            <Trend reader={reader} indicatorView={indicatorView} hrefWith={shown.hrefWith} />
            <Assessments reader={reader} indicatorView={indicatorView} />
          </Stack>
        </Section>
        <YearTable
          reader={reader}
          {...indicatorView}
          tree={indicatorView.shown}
          current={shown.point}
          hrefWith={shown.hrefWith}
        />
        <Why reader={reader} indicatorView={indicatorView} point={shown.point} />
        <FormulaWords {...shown} />
        {shown.isSummed && (
          <Section id="categories-section" title={reader.say(portalTexts.categoriesTitle)}>
            <Categories reader={reader} indicator={indicator} year={shown.year} sums={shown.categories} />
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

function Why({
  reader,
  indicatorView,
  point,
}: {
  reader: Reader
  indicatorView: IndicatorView
  point: Point | undefined
}) {
  if (!point) return null
  return (
    <Section id="why" title={reader.say(texts.whyTitle, { year: String(point.year) })}>
      <Stack>
        <ShownWhy reader={reader} indicator={indicatorView.indicator} point={point} />
        <FigureSources
          reader={reader}
          indicator={indicatorView.indicator}
          point={point}
          unitCode={indicatorView.unit.code}
        />
      </Stack>
    </Section>
  )
}

export const routes: Route[] = [indicatorPage]

function Trend(props: { reader: Reader; indicatorView: IndicatorView; hrefWith(query: { year: number }): string }) {
  const { reader, indicatorView, hrefWith } = props
  const { indicator, unit, points, targets } = indicatorView
  const years = [...points, ...targets].map(({ year }) => year)
  if (years.length === 0)
    return <EmptyState title={reader.say(portalTexts.noData)}>{reader.say(texts.noDataHint)}</EmptyState>
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
        href: `${hrefWith({ year: point.year })}#why`,
      }))}
      targets={goalsOf(targets)}
      from={Math.min(...years)}
      to={Math.max(...years, Math.min(...years) + 1)}
      format={(value) => valueText(reader, indicator, value)}
    />
  )
}

function Assessments({
  reader,
  indicatorView: { indicator, targets },
}: {
  reader: Reader
  indicatorView: IndicatorView
}) {
  const judged = targets.flatMap(({ assessment, ...target }) => (assessment ? [{ target, assessment }] : []))
  if (judged.length === 0) return null
  return (
    <>
      {judged.map(({ target, assessment }) => (
        <AssessmentReason
          key={target.id}
          reader={reader}
          indicator={indicator}
          target={target}
          assessment={assessment}
        />
      ))}
      <p class="meta">
        {reader.say(portalTexts.statusNote)} <a href={methodPath.to()}>{reader.say(portalTexts.methodLink)}</a>
      </p>
    </>
  )
}
