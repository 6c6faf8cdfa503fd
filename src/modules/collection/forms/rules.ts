/** A pack's forms become forms to keep: their sections in order, one row a measure. */
import type { FormPack, FormTerms } from './model.ts'

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
        .flatMap(({ section, measures }) => measures.map((measure) => ({ section, measure })))
        .map((row, position) => ({
          ...row,
          position,
          highest: pack.levels[row.measure] ?? null,
          required: !form.perDuty,
        })),
    }
  })
}

function wordsOf(terms: FormTerms, code: string) {
  const section = terms.sections.find((each) => each.code === code)
  if (!section) throw new Error(`a form names section ${code}, which has no words`)
  return section.name
}
