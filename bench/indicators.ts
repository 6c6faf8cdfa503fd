/** Bars 1 and 2: every indicator computed live at every level over ten years, and a change that shows at once. */

import { z } from 'zod'
import type { Machine } from '#app/engine.ts'
import { byUnitOperation, partsOperation, recordValues, seriesOperation } from '#modules/indicators'
import { progressOperation } from '#modules/plan'
import { operatorCaller } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { type Figure, ms, type Times, timeEach, told } from './figures.ts'
import { askedMeasures } from './world.ts'

const caller = operatorCaller('command')
const years = Array.from({ length: 10 }, (_, index) => 2017 + index)

/** The last day of the 30 districts and 579 communes, and a day of the 126. */
const formerBoundaries = '2024-12-31'
const presentMap = '2026-11-01'

export async function benchIndicators(machine: Machine): Promise<Figure[]> {
  const { rows } = await machine.database.pool.query<{ code: string }>(
    'select code from indicators.indicator order by position',
  )
  const codes = rows.map((row) => row.code)
  const bare = await timeEach(codes, () => bareSum(machine))
  const plan = await timeEach([1, 2, 3, 4, 5], () => perform(machine, progressOperation, caller, {}))
  return [
    ...(await figuresThen(machine, codes, bare)),
    ...(await figuresConverted(machine, codes, bare)),
    {
      ...figureOf('all targets of the plan in one question, city, 10 years', plan, bare),
      promised: 'never > 1 s',
      holds: plan.worst < 1000,
    },
    await benchChange(machine, undefined),
    await benchChange(machine, formerBoundaries),
  ]
}

/** As it was reported, each year on its own tree. */
async function figuresThen(machine: Machine, codes: readonly string[], bare: Times): Promise<Figure[]> {
  const units = (kind: string, inYears: readonly number[]) =>
    timeEach(across(codes, inYears), (input) => perform(machine, byUnitOperation, caller, { ...input, kind }))
  const series = await timeEach(codes, (code) => perform(machine, seriesOperation, caller, { indicators: [code] }))
  return [
    figureOf(`each of ${codes.length} indicators, city, 10 years`, series, bare),
    figureOf('each indicator, all communes (579 or 126), one year', await units('commune', [2024, 2025, 2026]), bare),
    figureOf('each indicator, 30 districts, one year', await units('district', years.slice(0, 8)), bare),
  ]
}

/** Every year on the map of one day, after and before the decisions. */
async function figuresConverted(machine: Machine, codes: readonly string[], bare: Times): Promise<Figure[]> {
  const series = (boundaryDay: string, unit?: string) =>
    timeEach(codes, (code) =>
      perform(machine, seriesOperation, caller, { indicators: [code], unit, boundaries: boundaryDay }),
    )
  const units = (boundaryDay: string, kind: string, inYears: readonly number[]) =>
    timeEach(across(codes, inYears), (input) =>
      perform(machine, byUnitOperation, caller, { ...input, kind, boundaries: boundaryDay }),
    )
  const parts = (boundaryDay: string, year: number) =>
    timeEach(codes, (indicator) =>
      perform(machine, partsOperation, caller, { indicator, year, boundaries: boundaryDay }),
    )
  const figure = (what: string, times: Times): Figure => ({
    ...figureOf(`re-based: ${what}`, times, bare),
    promised: 'p95 < 400 ms',
    holds: times.p95 < 400,
  })
  return [
    figure('each indicator, city, 10 years, on the map of today', await series(presentMap)),
    figure('each indicator, city, 10 years, on the map of 2024', await series(formerBoundaries)),
    figure('each indicator, one commune of today, 10 years', await series(presentMap, '00004')),
    figure('each indicator, 126 communes, one year', await units(presentMap, 'commune', [2017, 2024, 2025])),
    figure('each indicator, 579 communes, one year', await units(formerBoundaries, 'commune', [2017, 2025, 2026])),
    figure('each indicator, 30 districts, one year', await units(formerBoundaries, 'district', [2017, 2025, 2026])),
    figure('each indicator, what 126 communes have from 579, with every source', await parts(presentMap, 2024)),
  ]
}

function across(codes: readonly string[], inYears: readonly number[]) {
  return codes.flatMap((indicator) => inYears.map((year) => ({ indicator, year })))
}

function figureOf(what: string, times: Times, bare: Times): Figure {
  return {
    bar: 1,
    what,
    measured: told(times),
    promised: 'p95 < 200 ms, never > 1 s',
    holds: times.p95 < 200 && times.worst < 1000,
    ratio: `${(times.median / bare.median).toFixed(1)} x one sum of the same rows without the tree (${ms(bare.median)})`,
  }
}

/** The least any answer could cost: one measure's values of ten years, summed without units. */
async function bareSum(machine: Machine): Promise<void> {
  await machine.database.pool.query(
    `select year, sum(amount) from indicators.value where subject = any($1) and category = 'total' group by year`,
    [askedMeasures],
  )
}

const change = operation({
  name: 'bench.change',
  summary: 'Corrects one value.',
  effect: 'write',
  may: { kind: 'operator' },
  input: z.object({ unitId: z.string(), amount: z.number() }),
  output: z.object({}),
  async run({ tx, now, newId }, { unitId, amount }) {
    const value = {
      unitId,
      amount,
      subject: 'learning_citizens_recognised',
      category: 'total',
      year: 2026,
      period: '2026',
      asOf: '2026-11-30',
      status: 'provisional',
      confidence: 'high',
      sourceId: 'submission',
      isSample: false,
    } as const
    await recordValues(tx, [value], { at: now, reason: 'bench', newId })
    return {}
  },
})

async function benchChange(machine: Machine, boundaryDay: string | undefined): Promise<Figure> {
  const { rows } = await machine.database.pool.query<{ id: string }>(
    "select id from organisation.published_unit where kind = 'commune' and valid_to = 'infinity' limit 20",
  )
  let before = 0
  const times = await timeEach(rows, async ({ id }) => {
    await perform(machine, change, caller, { unitId: id, amount: Math.round(Math.random() * 1e6) })
    const [answer] = await perform(machine, seriesOperation, caller, {
      indicators: ['learning_citizens_share'],
      boundaries: boundaryDay,
    })
    const now = answer?.points.find((point) => point.year === 2026)?.rolledUp?.numerator ?? 0
    if (now === before) throw new Error('the change of a commune did not reach the city')
    before = now
  })
  return {
    bar: 2,
    what: `a commune’s value changed and read again in the city’s total${boundaryDay ? ', re-based on the map of 2024' : ''}`,
    measured: told(times),
    promised: '< 1 s',
    holds: times.worst < 1000,
  }
}
