/** A pack's forms as rows: totals before their parts, everything in the order that the pack gives. */
import { expect, test } from 'vitest'
import { readPack } from '#platform/packs.ts'
import { dutyContentNames } from './duty-fields.model.ts'
import { FormPack, FormTerms } from './forms.model.ts'
import { formsOf } from './forms.rules.ts'

const words = (vi: string) => ({ vi, en: `${vi} (en)` })
const form = { code: 'xa', name: words('Xã'), year: 2026, audience: 'commune', perDuty: false }
const pack = FormPack.parse({
  forms: [form, { ...form, code: 'so', audience: 'agency', perDuty: true }],
  sections: [
    { form: 'xa', order: 2, section: 'money', measures: ['spent'] },
    {
      ...{ form: 'xa', order: 1, section: 'people' },
      measures: [{ measure: 'learners', categories: ['sex:female', 'need:poor'] }, 'level_reached'],
    },
    { form: 'so', order: 1, section: 'people', measures: ['spent'] },
  ],
  levels: { level_reached: 3 },
  fields: [
    { form: 'so', order: 2, field: 'percent', name: words('Tiến độ'), required: false, explanation: words('') },
    { form: 'so', order: 1, field: 'state', name: words('Tình trạng'), required: true, explanation: words('') },
  ],
  states: [],
})
const terms = FormTerms.parse({
  sections: [
    { code: 'people', name: words('Người') },
    { code: 'money', name: words('Tiền') },
  ],
  units: [],
  dimensions: [
    { code: 'sex', categories: [{ code: 'female', name: words('Nữ') }] },
    { code: 'need', overlapping: true, categories: [{ code: 'poor', name: words('Nghèo') }] },
  ],
})
const [commune, agency] = formsOf(pack, terms)

test('sections and rows come by their order, a total before its parts', () => {
  expect(commune?.sections).toEqual([
    { code: 'people', position: 0, ...words('Người') },
    { code: 'money', position: 1, ...words('Tiền') },
  ])
  expect(commune?.rows.map(({ measure, category, position }) => [position, measure, category])).toEqual([
    [0, 'learners', 'total'],
    [1, 'learners', 'sex:female'],
    [2, 'learners', 'need:poor'],
    [3, 'level_reached', 'total'],
    [4, 'spent', 'total'],
  ])
})

test('totals are asked, parts may be left; people may be in two categories of a dimension that overlaps', () => {
  expect(commune?.rows.map(({ required }) => required)).toEqual([true, false, false, true, true])
  expect(commune?.rows.map(({ disjoint }) => disjoint)).toEqual([true, true, false, true, true])
  expect(commune?.rows.map(({ part }) => part?.vi ?? null)).toEqual([null, 'Nữ', 'Nghèo', null, null])
  expect(commune?.rows.map(({ highest }) => highest)).toEqual([null, null, null, 3, null])
})

test('of a form asked per duty no measure is required, and its fields come in order', () => {
  expect(agency?.rows.map(({ required }) => required)).toEqual([false])
  expect(agency?.dutyFields.map(({ field }) => field)).toEqual(['state', 'percent'])
  expect(commune?.dutyFields).toEqual([])
})

test.each([
  ['section people', { ...terms, sections: [] }],
  ['category sex:female', { ...terms, dimensions: [] }],
  ['category sex:female', { ...terms, dimensions: terms.dimensions.map((each) => ({ ...each, categories: [] })) }],
])('%s without words is told at once', (named, given) => {
  expect(() => formsOf(pack, given)).toThrow(`${named}, which has no words`)
})

test('the form of agencies has words for every part of a duty report', async () => {
  const { forms, fields } = await readPack('vietnam/forms', FormPack)
  for (const { code } of forms.filter(({ perDuty }) => perDuty)) {
    const named = fields.filter(({ form }) => form === code).map(({ field }) => field)
    expect(named).toEqual(expect.arrayContaining(dutyContentNames))
  }
})
