/** A measure summed over the places under a unit, with what each of them gave: the way back from a total that is no indicator. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Code, WordsShape } from '#kernel/schema.ts'
import { DateText, requireUnit, rootUnit, UnitLinkShape } from '#modules/organisation'
import { anyone } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { Measure, Part } from '../indicators.model.ts'
import { leafKind } from '../indicators.rules.ts'
import * as catalogue from '../indicators.store.ts'
import { problems } from '../indicators.texts.ts'
import * as store from './totals.store.ts'

export const MeasureTotal = z.object({
  measure: Measure,
  /** The words of the category; null of the total. */
  category: WordsShape.nullable(),
  unit: UnitLinkShape,
  year: z.number(),
  /** Years in which any place gave it, newest first. */
  years: z.array(z.number()),
  /** Null where nobody gave it, or it does not add up (levels, yes or no). */
  sum: z.number().nullable(),
  given: z.number(),
  isSample: z.boolean(),
  places: z.array(Part.pick({ unitCode: true, unitName: true }).extend({ amount: Part.shape.numerator })),
})
export type MeasureTotal = z.infer<typeof MeasureTotal>

export const measureTotal = operation({
  name: 'indicators.measure',
  summary: 'A measure of one year summed over the communes under a unit, with what each of them gave.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: z.object({
    measure: z.string().max(100),
    category: z.string().max(100).default('total'),
    /** The newest year with figures where none is given. */
    year: z.coerce.number().int().min(1900).max(2200).optional(),
    /** Code of a unit; the city where none is given. */
    unit: Code.optional(),
    on: DateText.optional(),
  }),
  output: MeasureTotal,
  async run({ tx, today }, { measure: code, category, unit: unitCode, ...input }) {
    const [measure] = await catalogue.listMeasures(tx, { codes: [code] })
    if (!measure) throw new ProblemError(problems.unknownIndicator({ code }, ['measure']))
    const years = (await store.listYears(tx, { measure: code, category, kind: leafKind })).map((row) => row.year)
    const year = input.year ?? years[0] ?? Number(today.slice(0, 4))
    const lastDay = `${year}-12-31`
    const seenOn = input.on ?? (lastDay < today ? lastDay : today)
    const unit = unitCode ? await requireUnit(tx, unitCode, seenOn) : await rootUnit(tx, seenOn)
    const of = { measure: code, category, under: unit.id, kind: leafKind }
    const places = await store.listGiven(tx, { ...of, year, on: lastDay })
    const amounts = places.flatMap(({ amount }) => (amount ? [amount] : []))
    const adds = measure.aggregate === 'sum' && amounts.length > 0
    const [named] = category === 'total' ? [] : await store.findCategory(tx, { category })
    const { code: ofCode, name, kind } = unit
    return {
      measure,
      category: named?.name ?? null,
      unit: { code: ofCode, name, kind, on: seenOn },
      year,
      years,
      sum: adds ? amounts.reduce((sum, { amount }) => sum + amount, 0) : null,
      given: amounts.length,
      isSample: amounts.some(({ isSample }) => isSample),
      places,
    }
  },
})
