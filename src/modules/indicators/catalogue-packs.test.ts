/** The catalogue of a pack as rows: every column has what the pack says, and nothing of it is lost. */
import { expect, test } from 'vitest'
import {
  categoriesOf,
  dimensionsOf,
  indicatorsOf,
  measureRulesOf,
  measuresOf,
  termsOf,
} from './catalogue-packs.rules.ts'

const name = { vi: 'Tên', en: 'Name' }
const terms = {
  dimensions: [{ code: 'sex', name, categories: [{ code: 'female', name }] }],
  sections: [{ code: 'people', order: 1, name }],
  units: [{ code: 'people', name }],
}

test('terms: dimensions with their categories, sections and units of one list', () => {
  const words = { nameVi: 'Tên', nameEn: 'Name' }
  expect(dimensionsOf(terms)).toEqual([{ code: 'sex', ...words }])
  expect(categoriesOf(terms)).toEqual([{ dimension: 'sex', code: 'female', ...words }])
  expect(termsOf(terms)).toEqual([
    { kind: 'section', code: 'people', ...words },
    { kind: 'unit', code: 'people', ...words },
  ])
})

test('measures and their rules', () => {
  const row = { code: 'm', name, unit: 'people', kind: 'count', aggregate: 'sum', clock: 'year', section: 'people' }
  const measure = { ...row, disaggregations: ['sex'], explanation: name, checks: { atMost: 'n' }, verified: true }
  const rule = { code: 'r', parts: ['m'], relation: '=', whole: 'n', explanation: name }
  const pack = { rows: [measure, { ...measure, code: 'n', checks: {} }], rules: [rule] }
  expect(measuresOf(pack).map(({ code, atMost, dimensions }) => [code, atMost, dimensions])).toEqual([
    ['m', 'n', ['sex']],
    ['n', null, ['sex']],
  ])
  expect(measureRulesOf(pack)).toEqual([
    { code: 'r', parts: ['m'], relation: '=', whole: 'n', explanationVi: 'Tên', explanationEn: 'Name' },
  ])
})

test('indicators: a share of units counts the measure of its condition, other kinds the smallest places', () => {
  const row = { code: 'i', name, kind: 'ratio', unit: 'percent', numerator: 'm', denominator: 'n', direction: 'up' }
  const legalStandard = { value: 90, source: '20/2014/NĐ-CP', verified: true }
  const indicator = { ...row, decimals: 1, explanation: name, condition: null, legalStandard }
  const condition = { measure: 'level', atLeast: 2, unitKind: 'district' }
  const share = {
    ...indicator,
    kind: 'share-of-units',
    numerator: null,
    denominator: null,
    condition,
    legalStandard: null,
  }
  const [ratio, shareRow] = indicatorsOf({ rows: [indicator, { ...share, parallelOf: 'i' }] }, 'commune')
  expect(ratio).toMatchObject({ numerator: 'm', unitKind: 'commune', atLeast: null, legalValue: 90, parallelOf: null })
  expect(shareRow).toMatchObject({
    numerator: 'level',
    unitKind: 'district',
    atLeast: 2,
    legalValue: null,
    parallelOf: 'i',
  })
})
