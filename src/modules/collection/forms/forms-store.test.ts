/** Forms: which one a year uses, and what stands in it in which order, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { insertRow } from '#test/worlds/small-city.ts'
import { smallIds } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import * as store from './forms.store.ts'

const { database, within } = await openStores()

const addForm = (code: string, year: number, audience: string) => {
  const words = { name_vi: code, name_en: code, duty_fields: '[]' }
  return insertRow(database, 'collection.form', { id: newId(), code, year, audience, per_duty: false, ...words })
}

describe('the forms of a year', () => {
  const codes = async (year: number) => (await within((tx) => store.formsOfYear(tx, { year }))).map(({ code }) => code)

  test.each<[string, number, string[]]>([
    ['the newest of each audience, communes first', 2031, ['commune-2030', 'agency-2026']],
    ['its own', 2030, ['commune-2030', 'agency-2026']],
    ['the last before it', 2029, ['commune-2028', 'agency-2026']],
    ['not the nearest, where that is later', 2027, ['commune-2026', 'agency-2026']],
    ['the first, before there was any', 2020, ['commune-2026', 'agency-2026']],
  ])('%s', async (_, year, expected) => {
    await addForm('commune-2030', 2030, 'commune')
    await addForm('commune-2028', 2028, 'commune')
    expect(await codes(year)).toEqual(expected)
  })

  test('of two of one year the one with the later code', async () => {
    await addForm('commune-2026-b', 2026, 'commune')
    await addForm('commune-2026-a', 2026, 'commune')
    expect(await codes(2026)).toEqual(['commune-2026-b', 'agency-2026'])
  })
})

describe('a form that is brought in', () => {
  const words = (text: string) => ({ vi: text, en: text })
  const row = (position: number, measure: string, more: object = {}) => ({
    ...{
      position,
      section: 'b',
      measure,
      category: 'total',
      part: null,
      disjoint: false,
      highest: null,
      required: true,
    },
    ...more,
  })
  const form: store.NewForm = {
    ...{
      id: newId(),
      code: 'commune-2030',
      year: 2030,
      audience: 'commune',
      perDuty: false,
      name: words('Biểu'),
      dutyFields: [],
    },
    sections: [
      { code: 'b', position: 2, ...words('Sau') },
      { code: 'a', position: 1, ...words('Trước') },
    ],
    rows: [
      row(3, 'classes', { section: 'a', required: false, highest: 4 }),
      row(2, 'learners', { category: 'sex:female', part: { vi: 'Nữ', en: 'Women' }, disjoint: true }),
      row(1, 'learners'),
    ],
  }
  const units = [
    { code: 'people', name: { vi: 'người', en: 'people' } },
    { code: 'classes', name: { vi: 'lớp', en: 'classes' } },
    { code: 'books', name: { vi: 'cuốn', en: 'books' } },
  ]

  test('stands in the order of its numbers, each row in the words of its measure’s unit, a part in its own', async () => {
    await within((tx) => store.insertForm(tx, form, units))
    expect((await within((tx) => store.listSections(tx, { formId: form.id }))).map(({ code }) => code)).toEqual([
      'a',
      'b',
    ])
    const rows = await within((tx) => store.listRows(tx, { formId: form.id }))
    expect(
      rows.map((each) => [
        each.measure,
        each.category,
        each.part?.en,
        each.unit.en,
        each.disjoint,
        each.required,
        each.highest,
      ]),
    ).toEqual([
      ['learners', 'total', undefined, 'people', false, true, null],
      ['learners', 'sex:female', 'Women', 'people', true, true, null],
      ['classes', 'total', undefined, 'classes', false, false, 4],
    ])
    const standing = await within((tx) => store.listRows(tx, { formId: smallIds.communeForm }))
    expect(standing.map(({ measure, category }) => [measure, category])).toEqual([
      ['learners', 'total'],
      ['learners', 'sex:female'],
      ['classes', 'total'],
    ])
    expect(await within((tx) => store.countForms(tx))).toEqual([{ count: 3 }])
  })
})

test('states of duties stand in the order in which they came, and are brought in once', async () => {
  const state = (code: string) => ({ code, name: { vi: code, en: code } })
  await database.pool.query('delete from collection.duty_state')
  await within((tx) => store.insertDutyStates(tx, [state('b'), state('a')]))
  await within((tx) => store.insertDutyStates(tx, [{ code: 'b', name: { vi: 'khác', en: 'other' } }]))
  const states = await within((tx) => store.listDutyStates(tx))
  expect(states.map(({ code, name }) => [code, name.en])).toEqual([
    ['b', 'b'],
    ['a', 'a'],
  ])
})

test('measures are named in the order asked for; what is none is left out', async () => {
  const names = await within((tx) => store.measureNames(tx, { measures: ['learners', 'none', 'classes'] }))
  expect(names.map(({ measure, name }) => [measure, name.en])).toEqual([
    ['learners', 'Learners'],
    ['classes', 'Classes'],
  ])
})
