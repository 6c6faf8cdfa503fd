/** What re-basing keeps, in random cities on a real database: totals, exact mergers, ratios within those of their parts. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database, Tx } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { City, groundSql, inCity, trees, years } from '#test/worlds/random-cities.ts'
import type { Formula } from '../indicators.model.ts'
import { evaluatePart, rolledUpOf } from '../indicators.rules.ts'
import { placedPartsOf } from '../sums/parts.store.ts'
import { type Sum, sumsOf } from '../sums/sums.store.ts'
import { convertedPart } from './conversion.rules.ts'

const ratio: Formula = { code: 'ratio', numerator: 'part', denominator: 'whole', atLeast: null, unitKind: 'commune' }
const count: Formula = { ...ratio, code: 'count', denominator: null }
const met: Formula = { ...count, code: 'met', numerator: 'level', atLeast: 2 }
const level: Formula = { ...met, code: 'level', atLeast: null, isLowest: true }
const formulas = [ratio, count, met, level]
/** On a busy machine fewer cities are tried; a city that fails is told within the time, however slowly it is made smaller. */
const runs = { numRuns: 20, interruptAfterTimeLimit: 15_000 }
const timeout = 60_000

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await database.pool.query(groundSql)
})

/** Sums, by indicator and year. */
async function sumsBy(
  tx: Tx,
  under: string,
  boundaryDay: string | undefined,
  kind?: string,
): Promise<Map<string, Sum[]>> {
  const input = kind === undefined ? formulas.filter((formula) => !formula.isLowest) : formulas
  return Map.groupBy(
    await sumsOf(tx, { formulas: input, years, under, boundaries: boundaryDay, kind }),
    (sum) => `${sum.indicator} ${sum.year}`,
  )
}

const total = (sums: readonly Sum[] | undefined, part: 'numerator' | 'denominator' | 'expected') =>
  (sums ?? []).reduce((all, sum) => all + (sum[part] ?? 0), 0)

function expectSame(one: number, other: number) {
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-6 * Math.max(Math.abs(one), Math.abs(other), 1e-6))
}

describe('on the tree of any day', () => {
  test(
    'the totals of the city are those of the year, exact, and so are those of its parts together',
    async () => {
      await fc.assert(
        fc.asyncProperty(City, (city) =>
          inCity(database, city, async (tx, rootId) => {
            const then = await sumsBy(tx, rootId, undefined)
            for (const boundaryDay of trees) {
              const whole = await sumsBy(tx, rootId, boundaryDay)
              const communes = await sumsBy(tx, rootId, boundaryDay, 'commune')
              const districts = await sumsBy(tx, rootId, boundaryDay, 'district')
              for (const key of years.flatMap((year) => [`ratio ${year}`, `count ${year}`])) {
                const [was] = then.get(key) ?? []
                const [is] = whole.get(key) ?? []
                const { conversion: _, ...same } = is ?? {}
                expect(same).toEqual({ ...was, conversion: undefined, ...{ unitCode: '01', unitName: '01' } })
                expect(is?.conversion?.pieces ?? 0).toBe(0)
                expectSame(total(communes.get(key), 'numerator'), was?.numerator ?? 0)
                expectSame(total(communes.get(key), 'denominator'), was?.denominator ?? 0)
                expectSame(total(districts.get(key), 'numerator'), was?.numerator ?? 0)
              }
            }
          }),
        ),
        runs,
      )
    },
    timeout,
  )

  test(
    'sums and parts tell the same, mergers of whole units are exact, ratios lie within those they come from',
    async () => {
      await fc.assert(
        fc.asyncProperty(City, fc.constantFrom(...trees), fc.constantFrom(...years), (city, boundaryDay, year) =>
          inCity(database, city, async (tx, rootId) => {
            const sums = await sumsBy(tx, rootId, boundaryDay, 'commune')
            for (const formula of formulas)
              await expectParts(tx, { formula, boundaries: boundaryDay, year, under: rootId }, sums)
          }),
        ),
        runs,
      )
    },
    timeout,
  )
})

async function expectParts(
  tx: Tx,
  input: { formula: Formula; boundaries: string; year: number; under: string },
  sums: Map<string, Sum[]>,
) {
  const { formula, boundaries: boundaryDay, year } = input
  const kind = formula.isLowest ? 'level' : formula.atLeast === null && formula.denominator ? 'ratio' : 'count'
  const placed = await placedPartsOf(tx, { ...input, today: '2026-01-15' })
  const result = sums.get(`${formula.code} ${year}`) ?? []
  expect(placed.map((row) => row.unitCode).sort()).toEqual(result.map((sum) => sum.unitCode).sort())
  for (const row of placed) {
    const part = convertedPart(formula, boundaryDay, row, row.isSame)
    const sum = result.find((each) => each.unitCode === part.unitCode)
    if (!sum) throw new Error(`no sum of ${part.unitCode}`)
    expect(part.conversion).toEqual(sum.conversion)
    const value = evaluatePart({ ...formula, kind }, part)
    const summed = rolledUpOf({ kind }, sum).value
    expectSame(value ?? -1, summed ?? -1)
    expectKept(part, row.sources, {
      isSummed: !formula.isLowest && formula.atLeast === null,
      isRatio: kind === 'ratio',
    })
  }
}

type Part = ReturnType<typeof convertedPart>

function expectKept(
  part: Part,
  sources: Part['sources'],
  { isSummed, isRatio }: { isSummed: boolean; isRatio: boolean },
) {
  const given = sources.filter((source) => source.numerator && (!isRatio || source.denominator))
  const amounts = given.map((source) => source.numerator?.amount ?? 0)
  if (!part.numerator) return
  if (!isSummed) return expect(part.numerator.amount).toBe(Math.min(...amounts))
  if (!part.conversion?.pieces) expect(part.numerator.amount).toBe(amounts.reduce((all, amount) => all + amount, 0))
  if (!isRatio || !part.denominator?.amount) return
  const ratios = given
    .filter((each) => each.denominator?.amount)
    .map((each) => (each.numerator?.amount ?? 0) / (each.denominator?.amount ?? 1))
  const value = part.numerator.amount / part.denominator.amount
  expect(value).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-9)
  expect(value).toBeLessThanOrEqual(Math.max(...ratios) + 1e-9)
}
