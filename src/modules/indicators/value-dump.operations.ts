/** Gives everything recorded as open data: the values page by page, and the dictionary that explains them. */
import { z } from 'zod'
import { PageInput, pageOf } from '#kernel/page.ts'
import { Code } from '#kernel/schema.ts'
import { anyone } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { Indicator, Measure, OpenValue, Terms } from './indicators.model.ts'
import * as catalogue from './indicators.store.ts'
import * as store from './value-dump.store.ts'

export const openValues = operation({
  name: 'indicators.openValues',
  summary: 'Every current value, page by page: pass `next` of one page as `after` of the following.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: PageInput.extend({
    /** Code of a measure or indicator. */
    subject: Code.optional(),
    year: z.coerce.number().int().optional(),
  }),
  output: pageOf(OpenValue),
  run: ({ tx }, { subject, year, ...page }) => store.listValues(tx, { subject, year }, page),
})

export const dictionary = operation({
  name: 'indicators.dictionary',
  summary: 'What every code means: indicators, measures, their units, sections and breakdowns.',
  effect: 'read',
  may: anyone,
  input: z.object({}),
  output: z.object({ indicators: z.array(Indicator), measures: z.array(Measure), terms: Terms }),
  async run({ tx }) {
    const [terms] = await store.listTerms(tx)
    return {
      indicators: await catalogue.listIndicators(tx, {}),
      measures: await catalogue.listMeasures(tx, {}),
      terms: terms ?? { units: [], sections: [], dimensions: [] },
    }
  },
})
