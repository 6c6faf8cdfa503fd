/** What a comparison looks at, and its address with something else asked. */
import { compareOperation, type Indicator, listIndicatorsOperation, mostCompared } from '#modules/indicators'
import { searchUnits } from '#modules/organisation'
import { indicatorProgress } from '#modules/plan'
import type { Visit } from '#platform/web/page.ts'
import { boundarySpans } from '../boundary-days/boundary-days.operations.ts'
import { isSpanOf } from '../boundary-days/boundary-days.rules.ts'
import { headlineIndicator } from '../map-totals.rules.ts'
import { comparePath } from '../paths.ts'
import { codesIn } from './unit-choice.rules.ts'

export type Compared = Awaited<ReturnType<typeof lookUp>>

/** Units are named on one day, whatever map they are then shown on: a code names different places on different days. */
export async function lookUp(visit: Visit) {
  const { query, today } = visit
  const isDay = query.tree && query.tree !== 'then'
  const on = query.on || (isDay ? query.tree : undefined) || today
  const { indicators } = await visit.perform(listIndicatorsOperation, {})
  const indicator = query.indicator || usualIndicator(indicators)
  const { codes, more } = codesIn(query.units, mostCompared)
  const spans = await visit.perform(boundarySpans, {})
  const span = spans.find((each) => isSpanOf(each, on))
  const unasked = span?.until && span.until < today ? 'then' : on
  const shown = query.tree || unasked
  const answer = await visit.perform(compareOperation, { indicator, units: codes, on, boundaries: shown })
  const { targets } = await visit.perform(indicatorProgress, { indicator })
  const matches = query.find ? await visit.perform(searchUnits, { query: query.find, on, limit: 20 }) : undefined
  const input = {
    indicator: query.indicator || undefined,
    units: codes.join(','),
    tree: query.tree || undefined,
    on: query.on || (isDay ? on : undefined),
  }
  return {
    ...answer,
    ...{ indicators, more, on, span, unasked, shown, today, codes, find: query.find },
    targets: targets.filter((target) => target.until === null),
    places: matches?.filter(({ kind }) => kind !== 'agency'),
    root: visit.engine.place.root,
    asked: input,
    hrefWith: (other: Partial<Record<keyof typeof input | 'format', string | undefined>>) =>
      comparePath.to({ ...input, ...other }),
  }
}

function usualIndicator(indicators: readonly Indicator[]): string {
  const usual = indicators.find(({ code }) => code === headlineIndicator) ?? indicators[0]
  return usual?.code ?? headlineIndicator
}
