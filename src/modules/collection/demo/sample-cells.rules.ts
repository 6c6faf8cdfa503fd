/** Sample amounts as the cells of a form: typed as a person types them, and read by the rules of the form. */
import type { Form } from '../forms/forms.operations.ts'
import { cellKey, readEntry } from '../submissions/submissions.rules.ts'
import { cityAmounts } from './city-sample.rules.ts'
import { sampleAmounts } from './sample-figures.rules.ts'
import type { SamplePlace } from './sample-places.rules.ts'

/** How the form of each audience is filled. */
const samples: ReadonlyMap<string, typeof sampleAmounts> = new Map(
  Object.entries({ commune: sampleAmounts, city: cityAmounts }),
)

/** Every cell of a form of a place in a year. */
export function sampleCells(place: SamplePlace, { audience, rows }: Pick<Form, 'audience' | 'rows'>, year: number) {
  const sampleOf = samples.get(audience)
  if (!sampleOf) throw new Error(`no sample of the form of a ${audience}`)
  const amounts = sampleOf(place, year)
  return rows.map(({ measure, category, ...row }) => {
    const amount = amounts.get(cellKey(measure, category))
    if (amount === undefined) throw new Error(`no sample of ${measure} ${category}`)
    const entry = grouped(amount)
    const read = readEntry({ ...row, measure, category }, entry, 'vi')
    if (read.wrong) throw new Error(`sample ${measure}=${entry} of ${place.code}: ${read.wrong.code}`)
    return { measure, category, entry, language: 'vi' as const, amount, note: '', version: 1 }
  })
}

/** As a person types it in Vietnamese: 1.234. */
function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
}
