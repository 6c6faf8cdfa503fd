/** A pack's forms become forms to keep: their sections in order, one row a measure, and one for each part of it that is asked. */
import type { FormPack, FormTerms } from './forms.model.ts'

/** The forms of a pack without ids. A form asked per duty leaves each measure to the agency: none of them is required. */
export function formsOf(pack: FormPack, terms: FormTerms) {
  return pack.forms.map((form) => {
    const sections = pack.sections.filter((section) => section.form === form.code).sort((a, b) => a.order - b.order)
    const fields = pack.fields.filter((field) => field.form === form.code).sort((a, b) => a.order - b.order)
    return {
      ...form,
      dutyFields: fields.map(({ field, name, required, explanation }) => ({ field, name, required, explanation })),
      sections: sections.map(({ section: code }, position) => ({ code, position, ...wordsOf(terms, code) })),
      rows: sections
        .flatMap(({ section, measures }) =>
          measures.flatMap(({ measure, categories }) => [
            { section, measure, ...total, required: !form.perDuty },
            // What a unit does not know by sex or age is no reason to keep its form back.
            ...categories.map((category) => ({ section, measure, ...partOf(terms, category), required: false })),
          ]),
        )
        .map((row, position) => ({ ...row, position, highest: pack.levels[row.measure] ?? null })),
    }
  })
}

const total = { category: 'total', part: null, disjoint: true }

function partOf(terms: FormTerms, category: string) {
  const [dimensionCode, code] = category.split(':')
  const dimension = terms.dimensions.find((each) => each.code === dimensionCode)
  const part = dimension?.categories.find((each) => each.code === code)
  if (!dimension || !part) throw new Error(`a form names category ${category}, which has no words`)
  return { category, part: part.name, disjoint: !dimension.overlapping }
}

function wordsOf(terms: FormTerms, code: string) {
  const section = terms.sections.find((each) => each.code === code)
  if (!section) throw new Error(`a form names section ${code}, which has no words`)
  return section.name
}
