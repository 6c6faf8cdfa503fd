/** The view of the figures that stand, against the rule that a page chooses by: whatever was recorded, both name the same one. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { addValue, smallRound, unitOn } from '#test/worlds/small-round.ts'
import type { RecordedValue } from './indicators.model.ts'
import { choosePoint } from './indicators.rules.ts'
import { recordedOf } from './indicators.store.ts'

let database: Database
let hill: string

beforeAll(async () => {
  database = await testDatabase(smallRound)
  hill = await unitOn(database, '102')
})

const figures = fc.array(
  fc.record({
    isNextYear: fc.boolean(),
    subject: fc.constantFrom('classes', 'books'),
    category: fc.constantFrom('total', 'sex:female'),
    source_id: fc.constantFrom('form', 'register', 'news'),
    confidence: fc.constantFrom('high', 'medium', 'low'),
    is_sample: fc.boolean(),
    as_of: fc.constantFrom('2024-06-30', '2024-12-31', null),
  }),
  { maxLength: 10 },
)

test('of each subject, category and year the one figure that the rule chooses', async () => {
  let year = 1900
  await fc.assert(
    fc.asyncProperty(figures, async (given) => {
      year += 2
      for (const [amount, { isNextYear, ...each }] of given.entries()) {
        await addValue(database, hill, { ...each, amount, year: isNextYear ? year + 1 : year })
      }
      const recorded = await database.kysely
        .transaction()
        .execute((tx) => recordedOf(tx, { unitId: hill, years: [year, year + 1] }))
      expect(await standing([year, year + 1])).toEqual(chosenOf(recorded))
    }),
    { numRuns: 80 },
  )
})

test('a figure without a year stands in none', async () => {
  const id = await addValue(database, hill, { year: null, amount: 1 })
  const { rowCount } = await database.pool.query('select from indicators.published_figure where id = $1', [id])
  expect(rowCount).toBe(0)
})

async function standing(years: readonly number[]): Promise<string[]> {
  const { rows } = await database.pool.query<{ figure: string }>(
    `select concat_ws(' ', year, subject, category, amount) as figure from indicators.published_figure
     where unit_id = $1 and year = any($2)`,
    [hill, years],
  )
  return rows.map(({ figure }) => figure).sort()
}

function chosenOf(recorded: readonly RecordedValue[]): string[] {
  const kinds = Map.groupBy(recorded, ({ year, subject, category }) => `${year} ${subject} ${category}`)
  return [...kinds].map(([kind, each]) => `${kind} ${choosePoint(0, undefined, each)?.value}`).sort()
}
