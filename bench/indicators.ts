/** Bars 1 and 2: every indicator computed live at every level over ten years, and a change that shows at once. */

import { z } from 'zod'
import type { Machine } from '#app/engine.ts'
import { byUnitOperation, recordValues, seriesOperation } from '#modules/indicators'
import { progressOperation } from '#modules/plan'
import { operatorCaller } from '#platform/authority.ts'
import { operation, perform } from '#platform/operation.ts'
import { type Figure, ms, timeEach, told } from './figures.ts'

const caller = operatorCaller('command')
const years = Array.from({ length: 10 }, (_, index) => 2017 + index)

export async function benchIndicators(machine: Machine): Promise<Figure[]> {
  const { rows } = await machine.database.pool.query<{ code: string }>(
    'select code from indicators.indicator order by position',
  )
  const codes = rows.map((row) => row.code)
  const series = await timeEach(codes, (code) => perform(machine, seriesOperation, caller, { indicators: [code] }))
  const maps = codes.flatMap((indicator) => [2024, 2025, 2026].map((year) => ({ indicator, year })))
  const communes = await timeEach(maps, (input) =>
    perform(machine, byUnitOperation, caller, { ...input, kind: 'commune' }),
  )
  const asked = codes.flatMap((indicator) => years.slice(0, 8).map((year) => ({ indicator, year })))
  const districts = await timeEach(asked, (input) =>
    perform(machine, byUnitOperation, caller, { ...input, kind: 'district' }),
  )
  const plan = await timeEach([1, 2, 3, 4, 5], () => perform(machine, progressOperation, caller, {}))
  const bare = await timeEach(codes, () => bareSum(machine))
  const promised = 'p95 < 200 ms, never > 1 s'
  const figure = (what: string, times: typeof series): Figure => ({
    bar: 1,
    what,
    measured: told(times),
    promised,
    holds: times.p95 < 200 && times.worst < 1000,
    ratio: `${(times.median / bare.median).toFixed(1)} x one sum of the same rows without the tree (${ms(bare.median)})`,
  })
  return [
    figure(`each of ${codes.length} indicators, city, 10 years`, series),
    figure(`each indicator, all communes (579 or 126), one year`, communes),
    figure(`each indicator, 30 districts, one year`, districts),
    {
      ...figure('all targets of the plan in one question, city, 10 years', plan),
      promised: 'never > 1 s',
      holds: plan.worst < 1000,
    },
    await benchChange(machine),
  ]
}

/** The least any answer could cost: one measure's values of ten years, summed without units. */
async function bareSum(machine: Machine): Promise<void> {
  await machine.database.pool.query(
    `select year, sum(amount) from indicators.value
     where subject in ('learning_citizens_recognised', 'citizens_18_plus') and category = 'total' group by year`,
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

async function benchChange(machine: Machine): Promise<Figure> {
  const { rows } = await machine.database.pool.query<{ id: string }>(
    "select id from organisation.published_unit where kind = 'commune' and valid_to = 'infinity' limit 20",
  )
  let before = 0
  const times = await timeEach(rows, async ({ id }) => {
    await perform(machine, change, caller, { unitId: id, amount: Math.round(Math.random() * 1000) })
    const [found] = await perform(machine, seriesOperation, caller, { indicators: ['learning_citizens_share'] })
    const now = found?.points.find((point) => point.year === 2026)?.rolledUp?.numerator ?? 0
    if (now === before) throw new Error('the change of a commune did not reach the city')
    before = now
  })
  return {
    bar: 2,
    what: 'a commune’s value changed and read again in the city’s total',
    measured: told(times),
    promised: '< 1 s',
    holds: times.worst < 1000,
  }
}
