/** The catalogue of a pack as rows of tables. */
import type { z } from 'zod'
import type { IndicatorPack, MeasurePack, TermPack } from './catalogue-packs.model.ts'

type Words = { readonly vi: string; readonly en: string }

const named = ({ vi, en }: Words) => ({ nameVi: vi, nameEn: en })
const explained = ({ vi, en }: Words) => ({ explanationVi: vi, explanationEn: en })

export function dimensionsOf({ dimensions }: z.infer<typeof TermPack>) {
  return dimensions.map(({ code, name }) => ({ code, ...named(name) }))
}

export function categoriesOf({ dimensions }: z.infer<typeof TermPack>) {
  return dimensions.flatMap(({ code: dimension, categories }) =>
    categories.map(({ code, name }) => ({ dimension, code, ...named(name) })),
  )
}

/** Sections of forms and units of counting. */
export function termsOf({ sections, units }: z.infer<typeof TermPack>) {
  const of = (kind: string, terms: readonly { code: string; name: Words }[]) =>
    terms.map(({ code, name }) => ({ kind, code, ...named(name) }))
  return [...of('section', sections), ...of('unit', units)]
}

export function measuresOf({ rows }: z.infer<typeof MeasurePack>) {
  return rows.map(
    ({ code, kind, unit, clock, aggregate, section, name, explanation, checks, disaggregations, verified }) => {
      const atMost = checks.atMost ?? null
      const words = { ...named(name), ...explained(explanation) }
      return { code, kind, unit, clock, aggregate, section, ...words, atMost, dimensions: disaggregations, verified }
    },
  )
}

export function measureRulesOf({ rules }: z.infer<typeof MeasurePack>) {
  return rules.map(({ code, parts, relation, whole, explanation }) => {
    return { code, parts, relation, whole, ...explained(explanation) }
  })
}

/** `leafKind` is the kind of place whose values are summed where an indicator names none. */
export function indicatorsOf({ rows }: z.infer<typeof IndicatorPack>, leafKind: string) {
  return rows.map(({ name, explanation, condition, legalStandard, parallelOf, numerator, ...row }) => ({
    code: row.code,
    kind: row.kind,
    unit: row.unit,
    numerator: condition?.measure ?? numerator,
    denominator: row.denominator,
    atLeast: condition?.atLeast ?? null,
    unitKind: condition?.unitKind ?? leafKind,
    direction: row.direction,
    decimals: row.decimals,
    ...named(name),
    ...explained(explanation),
    legalValue: legalStandard?.value ?? null,
    legalSource: legalStandard?.source ?? null,
    legalVerified: legalStandard?.verified ?? null,
    parallelOf: parallelOf ?? null,
  }))
}
