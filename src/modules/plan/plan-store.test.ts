/** The plan as it stands on a day: its targets, its duties and who holds them, each in the order of the document, case by case. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { insertRow, type Row } from '#test/worlds/small-city.ts'
import { addDuty, decide, mergedOn, newCommune, smallIds } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import * as store from './plan.store.ts'

const planId = smallIds.plan
const { database, within, unit } = await openStores()
const [agency, college] = [unit('SO'), unit('TRUONG')]

async function addVersion(number: number, effectiveOn: string, followsOn: string) {
  const days = { issued_on: '2026-06-01', effective_on: effectiveOn, follows_on: followsOn, published_at: new Date() }
  const words = { symbol: `${number}/QĐ`, title_vi: 'Sửa', title_en: 'Amended', reason: 'Thử', diff: '[]' }
  await insertRow(database, 'plan.plan_version', { plan_id: planId, number, kind: 'amendment', ...days, ...words })
}

test('the plan is the one issued last', async () => {
  expect((await within((tx) => store.findPlan(tx)))[0]?.code).toBe('nho')
  const copy = (code: string, issued: string) =>
    database.pool.query(
      `insert into plan.plan select $1, $2, symbol, title_vi, title_en, $3, from_year, to_year, standing_agency_id, signatory,
         legal_bases, reporting from plan.plan where code = 'nho'`,
      [newId(), code, issued],
    )
  await copy('sau', '2026-01-02')
  await copy('truoc', '2025-12-31')
  const plans = await within((tx) => store.findPlan(tx))
  expect(plans.map(({ code }) => code)).toEqual(['sau'])
})

test('clauses bear the words of the document that is attached, those of another plan never', async () => {
  const document = { id: newId(), file_name: 'a.docx', file: 'a', attached_at: new Date() }
  await insertRow(database, 'plan.document', { plan_id: planId, ...document })
  await insertRow(database, 'plan.clause_text', {
    ...{ plan_id: planId, ref: 'V.2', document_id: document.id, line: 3, text: 'Mỗi xã góp sách.' },
  })
  const clauses = await within((tx) => store.listClauses(tx, { planId }))
  expect(clauses.map(({ ref, text }) => [ref, text])).toEqual([
    ['V', null],
    ['V.1', null],
    ['V.2', 'Mỗi xã góp sách.'],
  ])
})

describe('targets', () => {
  const ids: Record<string, string> = {}
  async function addTarget(key: string, given: Row) {
    const id = newId()
    ids[key] = id
    const usual = { ref: 'V.1', group_code: 'd', indicator: 'rate', comparator: '>=', value: 70, mode: 'reach' }
    const words = { subject_vi: `Chỉ tiêu ${key}`, subject_en: `Target ${key}` }
    await insertRow(database, 'plan.target', { id, plan_id: planId, key, ...usual, ...words, ...given })
  }

  beforeAll(async () => {
    await addVersion(2, '2026-07-01', '2026-01-01')
    for (const [code, position] of [
      ['e', 2],
      ['d', 1],
    ] as const) {
      await insertRow(database, 'plan.target_group', { plan_id: planId, code, position, name_vi: code, name_en: code })
    }
    const words = { name_vi: 'Tỉ lệ', name_en: 'Rate', explanation_vi: '', explanation_en: '' }
    const formula = { kind: 'ratio', unit: 'percent', numerator: 'learners', denominator: 'classes' }
    for (const code of ['rate', 'other', 'third']) {
      const shown = { position: 1, unit_kind: 'commune', direction: 'up', decimals: 1 }
      await insertRow(database, 'indicators.indicator', { code, ...shown, ...formula, ...words })
    }
    await addTarget('d.2', { year: 2030, position: 2 })
    await database.pool.query('update plan.target set until_version = 2 where id = $1', [ids['d.2']])
    await addTarget('d.3', {
      year: 2026,
      position: 3,
      indicator: 'third',
      comparator: 'yes',
      value: null,
      mode: 'register',
    })
    await addTarget('new', {
      year: 2030,
      position: 2,
      indicator: 'other',
      value: 80,
      from_version: 2,
      note_vi: 'Ghi',
      note_en: 'Note',
    })
    await addTarget('d.9', { year: 2030, position: 3, ref: 'V' })
    await addTarget('d.1', { year: 2030, position: 1, ref: 'V.2' })
    await addTarget('gone', { year: 2026, position: 4, ref: 'V.2', indicator: 'other' })
    await database.pool.query('update plan.target set replaced_by = $2 where id = $1', [ids['d.2'], ids.new])
    await database.pool.query('update plan.target set until_version = 2 where id = $1', [ids.gone])
  })

  test('come by year, then as in the document, what an amendment ended before what took its place', async () => {
    const targets = await within((tx) => store.listTargets(tx, { planId }))
    expect(targets.map(({ year, key, value }) => [year, key, value])).toEqual([
      [2026, 'd.3', null],
      [2026, 'gone', 70],
      [2030, 'd.1', 70],
      [2030, 'd.2', 70],
      [2030, 'new', 80],
      [2030, 'd.9', 70],
    ])
  })

  test('name the amendment that brought them, the one that ended them, and what took their place', async () => {
    const targets = await within((tx) => store.listTargets(tx, { planId }))
    const mark = { number: 2, symbol: '2/QĐ', issuedOn: '2026-06-01', effectiveOn: '2026-07-01' }
    const successor = { id: ids.new, indicator: 'other', subject: { vi: 'Chỉ tiêu new', en: 'Target new' } }
    expect(targets.map(({ key, since, until, note }) => [key, since, until, note])).toEqual([
      ['d.3', null, null, null],
      ['gone', null, { ...mark, replacedBy: null }, null],
      ['d.1', null, null, null],
      ['d.2', null, { ...mark, replacedBy: successor }, null],
      ['new', mark, null, { vi: 'Ghi', en: 'Note' }],
      ['d.9', null, null, null],
    ])
  })

  test('are searched for while they are in force, by year and place', async () => {
    const rows = await within((tx) => store.targetsForSearch(tx))
    expect(rows.map(({ ref, place }) => [ref, place])).toEqual([
      ['d.3 (2026)', 'V.1'],
      ['d.1 (2030)', 'V.2'],
      ['new (2030)', 'V.1'],
      ['d.9 (2030)', 'V'],
    ])
  })

  test('stand in groups in their order', async () => {
    const groups = await within((tx) => store.listGroups(tx, { planId }))
    expect(groups.map(({ code }) => code)).toEqual(['d', 'e'])
  })
})

test('kinds of which the last unit has ended, with the last day; not before, and none of which one still stands', async () => {
  const ended = async (on: string) => within((tx) => store.endedKinds(tx, { on }))
  expect(await ended('2025-06-30')).toEqual([])
  expect(await ended('2025-07-01')).toEqual([{ kind: 'district', lastDay: '2025-06-30' }])
  expect(await ended(mergedOn)).toEqual([{ kind: 'district', lastDay: '2025-06-30' }])
})

describe('duties', () => {
  /** From July the college holds what SO led. */
  const passOn = async () => {
    await database.pool.query(`update plan.duty_holder set valid_to = '2026-07-01' where duty_id = $1`, [
      smallIds.classesDuty,
    ])
    const days = { valid_from: '2026-07-01', valid_to: 'infinity', verified: false }
    await insertRow(database, 'plan.duty_holder', { duty_id: smallIds.classesDuty, unit_id: college, ...days })
  }

  test('name all their holders in turn, each as it is called last', async () => {
    await passOn()
    await decide(database, '2027-01-01', [{ kind: 'rename', code: 'SO', name: 'Sở Giáo dục' }])
    const [duty] = await within((tx) => store.listDuties(tx, { planId, on: '2026-06-30', id: smallIds.classesDuty }))
    expect(
      duty?.holders.map(({ code, name, validFrom, validTo, verified }) => [code, name, validFrom, validTo, verified]),
    ).toEqual([
      ['SO', 'Sở Giáo dục', '2026-01-01', '2026-07-01', true],
      ['TRUONG', 'Trường Cao đẳng Nghề', '2026-07-01', null, false],
    ])
  })

  test('are those of an indicator, and come in the order of the document: the tenth after the second', async () => {
    await addDuty(database, 'V.10', 9, { indicators: ['rate', 'other'] })
    const refs = async (more: object) =>
      (await within((tx) => store.listDuties(tx, { planId, on: mergedOn, ...more }))).map(({ ref }) => ref)
    expect(await refs({})).toEqual(['V.1', 'V.2', 'V.10'])
    expect(await refs({ indicator: 'other' })).toEqual(['V.10'])
    expect(await refs({ indicator: 'none' })).toEqual([])
    expect((await within((tx) => store.dutiesForSearch(tx))).map(({ ref }) => ref)).toEqual(['V.1', 'V.2', 'V.10'])
  })

  test('are searched for once, however many held them', async () => {
    await passOn()
    const rows = await within((tx) => store.dutiesForSearch(tx))
    expect(rows.map(({ id, ref }) => [id, ref])).toEqual([
      [smallIds.classesDuty, 'V.1'],
      [smallIds.booksDuty, 'V.2'],
    ])
  })

  test('are counted for the agencies that hold them on the day, in the order of their first duty', async () => {
    await addDuty(database, 'V.3', 3)
    const last = await addDuty(database, 'V.4', 4)
    await database.pool.query('update plan.duty_holder set unit_id = $2 where duty_id = $1', [last, college])
    await passOn()
    const agencies = async (on: string) =>
      (await within((tx) => store.listAgencies(tx, { planId, on }))).map(({ code, lead, other }) => [code, lead, other])
    expect(await agencies('2025-12-31')).toEqual([])
    expect(await agencies('2026-06-30')).toEqual([
      ['SO', 2, 1],
      ['TRUONG', 1, 0],
    ])
    expect(await agencies('2026-07-01')).toEqual([
      ['TRUONG', 2, 0],
      ['SO', 1, 1],
    ])
    expect(await within((tx) => store.listAgencies(tx, { planId: newId(), on: mergedOn }))).toEqual([])
  })
})

test('component plans come in the order of the document, the tenth after the second, their agencies as they are called last', async () => {
  await addDuty(database, 'V.10', 9)
  for (const ref of ['V.10', 'V.2']) {
    const due = { approval_year: 2026, approval_quarter: 2 }
    const words = { title_vi: 'Đề án', title_en: 'Part', indicators: [] }
    await insertRow(database, 'plan.component_plan', {
      ...{ plan_id: planId, ref, lead_id: agency, coordinator_id: college, ...due, ...words },
    })
  }
  const open = { kind: 'open', unit: { ...newCommune('BAN', 'Ban'), kind: 'agency', type: 'Ban' } } as const
  await decide(database, '2027-01-01', [{ kind: 'rename', code: 'TRUONG', name: 'Trường Cao đẳng' }, open])
  const parts = await within((tx) => store.listComponentPlans(tx, { planId }))
  expect(
    parts.map(({ ref, lead, coordinator, approvalDue }) => [ref, lead.code, coordinator.name, approvalDue]),
  ).toEqual([
    ['V.2', 'SO', 'Trường Cao đẳng', { quarter: 2, year: 2026 }],
    ['V.10', 'SO', 'Trường Cao đẳng', { quarter: 2, year: 2026 }],
  ])
})
