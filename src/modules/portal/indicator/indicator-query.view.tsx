/** What the page of an indicator looks at: its unit, the map, the year, and what the total of that year is made from. */
import {
  indicatorPath,
  listIndicatorsOperation,
  type Point,
  partsOperation,
  seriesOperation,
} from '#modules/indicators'
import { unitOperation } from '#modules/organisation'
import { indicatorProgress } from '#modules/plan'
import type { Visit } from '#platform/web/page.ts'
import type { Reader } from '#ui/reader.ts'
import { boundarySpans } from '../boundary-days/boundary-days.operations.ts'
import { type BoundaryDay, boundaryDayOf } from '../boundary-days/boundary-days.rules.ts'
import { onBoundariesOfDay } from '../boundary-days/boundary-request.view.tsx'
import { shapesOf } from '../unit-map.view.tsx'

type IndicatorVisit = Visit<'/indicators/:code'>
export type IndicatorView = Awaited<ReturnType<typeof lookUp>>
export type ShownYear = Awaited<ReturnType<typeof shownYear>>

/** The indicator of the unit asked for, on the map asked for; of a kind of unit that has ended, as it was reported. */
export async function lookUp(visit: IndicatorVisit) {
  const { params, query, today } = visit
  const input = { indicator: params.code, unit: query.unit || undefined, on: query.on || undefined }
  const progress = await visit.perform(indicatorProgress, input)
  const { unit, isCity, lastDay } = progress
  const detail = isCity ? undefined : await visit.perform(unitOperation, { code: unit.code, on: unit.on })
  const unasked = lastDay ? 'then' : boundaryDayOf({ isCity, validTo: detail?.validTo ?? null }, unit.on, today)
  const pointsOn = async (boundaryDay: BoundaryDay) => {
    if (boundaryDay === 'then') return progress.points
    const answer = await visit.perform(seriesOperation, {
      indicators: [params.code],
      unit: unit.code,
      on: unit.on,
      boundaries: boundaryDay,
    })
    return answer.flatMap(({ points }) => points)
  }
  const { found: points, ...map } = await onBoundariesOfDay(lastDay ? undefined : query.tree, unasked, pointsOn)
  const spans = isCity && !lastDay ? await visit.perform(boundarySpans, { kind: progress.indicator.unitKind }) : []
  return { ...progress, ...map, points, detail, unasked, spans, today, root: visit.engine.place.root }
}

/** The year looked at, what its total is made from, and this page's address with something else asked. */
export async function shownYear(visit: IndicatorVisit, reader: Reader, result: IndicatorView) {
  const { indicator, unit, isCity, points, shown, unasked } = result
  const { query } = visit
  const { measures } = await visit.perform(listIndicatorsOperation, {})
  const point = pointOf(points, query.year)
  const year = point?.year ?? Number(query.year || visit.today.slice(0, 4))
  const input = { indicator: indicator.code, year, unit: unit.code, on: unit.on, boundaries: shown }
  const answer = await visit.perform(partsOperation, input)
  const at = isCity ? {} : { unit: unit.code, on: unit.on }
  const boundaryDay = shown === unasked ? undefined : shown
  return {
    reader,
    indicator,
    measures,
    point,
    year,
    years: summedYears(points, year),
    isSummed: answer.on !== null,
    parts: answer.parts,
    categories: answer.categories,
    on: answer.on ?? unit.on,
    shapes: answer.on && indicator.kind === 'ratio' ? await shapesOf(visit, answer.parts, answer.on) : undefined,
    sort: query.sort,
    from: Number(query.from) || 0,
    hrefWith: (more: Record<string, string | number | undefined>) =>
      indicatorPath.to({ code: indicator.code }, { ...at, tree: boundaryDay, year, ...more }),
  }
}

/** The point of the year asked for, else the newest. */
function pointOf(points: readonly Point[], year: string | undefined): Point | undefined {
  return points.find((point) => String(point.year) === year) ?? (year ? undefined : points.at(-1))
}

function summedYears(points: readonly Point[], current: number): number[] {
  const years = points.filter((point) => point.rolledUp).map((point) => point.year)
  return [...new Set([...years, current])].sort((a, b) => a - b)
}
