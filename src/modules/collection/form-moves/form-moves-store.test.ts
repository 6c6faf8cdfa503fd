/** Forms of ended units: which are open, how they are closed, what of duties goes over, and to whom they belong then, case by case. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { UnitChange } from '#modules/organisation'
import {
  addCell,
  addEvidence,
  addReport,
  addRound,
  addSubmission,
  decide,
  mergedOn,
  newCommune,
  smallIds,
  unitOn,
} from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import * as store from './form-moves.store.ts'

const at = new Date('2026-11-20T02:00:00Z')
const later = new Date('2026-12-20T02:00:00Z')
const { database, within, unit } = await openStores()
const [river, market, hill, merged] = [unit('101'), unit('103'), unit('102'), unit('101', mergedOn)]
const [agency, college] = [unit('SO'), unit('TRUONG')]

const report = (unitId: string, id: string, duty_id: string, result: string) =>
  addReport(database, unitId, id, { duty_id, percent: 50, result, difficulty: 'Khó', proposal: 'Thêm', version: 7 })
const evidence = (unitId: string, id: string, duty_id: string, title: string, removed_at: Date | null = null) =>
  addEvidence(database, unitId, id, { duty_id, title, removed_at, added_version: 3 })

test('open forms are those of open rounds that no decision has closed, each with how much is typed and reported', async () => {
  const rounds = {
    later: await addRound(database, 2032),
    first: await addRound(database, 2031),
    draft: await addRound(database, 2033, { state: 'draft' }),
    over: await addRound(database, 2030, { state: 'closed' }),
  }
  const filled = await addSubmission(database, agency, rounds.later, { form_id: smallIds.agencyForm, state: 'sent' })
  await addSubmission(database, agency, rounds.first)
  await addSubmission(database, agency, rounds.draft)
  await addSubmission(database, agency, rounds.over)
  await addSubmission(database, college, rounds.first, { state: 'closed' })
  await addCell(database, agency, filled, { measure: 'classes', entry: '4' })
  await addCell(database, agency, filled, { measure: 'learners', entry: '' })
  await addCell(database, agency, filled, { measure: 'learners', entry: '2', category: 'sex:female' })
  await report(agency, filled, smallIds.classesDuty, 'Mở lớp')
  const rows = await within((tx) => store.listOpenForms(tx, { unitIds: [agency, college] }))
  expect(rows.map(({ unitId, year, state, filled }) => [unitId, year, state, filled])).toEqual([
    [agency, 2031, 'not-started', 0],
    [agency, 2032, 'sent', 3],
  ])
  const open = await within((tx) => store.listOpenRounds(tx))
  expect(open.map(({ year }) => year)).toEqual([2031, 2032])
})

describe('closing', () => {
  let round: string
  let forms: Record<'river' | 'market' | 'hill', string>
  beforeAll(async () => {
    round = await addRound(database, 2026)
    forms = {
      river: await addSubmission(database, river, round, { state: 'in-progress' }),
      market: await addSubmission(database, market, round, { state: 'approved' }),
      hill: await addSubmission(database, hill, round),
    }
    await addCell(database, river, forms.river, { measure: 'classes', entry: '4' })
    await addCell(database, river, forms.river, { measure: 'learners', entry: '40' })
    await addCell(database, river, forms.river, { measure: 'learners', entry: '10', category: 'sex:female' })
    await addCell(database, market, forms.market, { measure: 'classes', entry: '' })
    await within((tx) =>
      store.closeForms(tx, [
        { unitId: river, id: forms.river, on: mergedOn, to: [{ unitId: merged, how: 'carried' }] },
        {
          ...{ unitId: market, id: forms.market, on: mergedOn },
          to: [
            { unitId: merged, how: 'reference' },
            { unitId: hill, how: 'reference' },
          ],
        },
      ]),
    )
  })

  test('keeps where each stood and which took over; others stay', async () => {
    const former = async (unitId: string) =>
      (await within((tx) => store.listFormer(tx, { unitId, roundId: round }))).map(({ code, name, how, was, on }) => [
        code,
        name,
        how,
        was,
        on,
      ])
    expect(await former(merged)).toEqual([
      ['103', 'Phường Chợ', 'reference', 'approved', '2026-11-14'],
      ['101', 'Phường Sông', 'carried', 'in-progress', '2026-11-14'],
    ])
    expect(await former(hill)).toEqual([['103', 'Phường Chợ', 'reference', 'approved', '2026-11-14']])
    expect(await former(river)).toEqual([])
    const other = await addRound(database, 2027)
    expect(await within((tx) => store.listFormer(tx, { unitId: merged, roundId: other }))).toEqual([])
    const open = await within((tx) => store.listOpenForms(tx, { unitIds: [river, market, hill] }))
    expect(open.filter(({ year }) => year === 2026).map(({ id }) => id)).toEqual([forms.hill])
  })

  test('shows what was typed in the order of the form, with the words of parts, and no empty cell', async () => {
    const former = await within((tx) => store.listFormer(tx, { unitId: merged, roundId: round }))
    expect(former.map(({ cells }) => cells.map(({ name, part, entry }) => [name.en, part?.en, entry]))).toEqual([
      [],
      [
        ['Learners', undefined, '40'],
        ['Learners', 'Women', '10'],
        ['Classes', undefined, '4'],
      ],
    ])
  })

  test('tells who took over, as they were called on that day, by name', async () => {
    await decide(database, '2027-03-01', [{ kind: 'rename', code: '102', name: 'Ba' }])
    const rows = await within((tx) => store.listSuccessors(tx, { unitId: market, submissionId: forms.market }))
    expect(rows.map(({ code, name, on, how }) => [code, name, on, how])).toEqual([
      ['101', 'Phường Sông Chợ', mergedOn, 'reference'],
      ['102', 'Xã Đồi', mergedOn, 'reference'],
    ])
  })

  test('a form that nobody takes over is closed as well', async () => {
    await within((tx) => store.closeForms(tx, [{ unitId: hill, id: forms.hill, on: mergedOn, to: [] }]))
    const { rows } = await database.pool.query(
      'select state, closed_on::text as on from collection.submission where id = $1',
      [forms.hill],
    )
    expect(rows).toEqual([{ state: 'closed', on: mergedOn }])
    expect(await within((tx) => store.listSuccessors(tx, { unitId: hill, submissionId: forms.hill }))).toEqual([])
  })
})

describe('what was reported of duties', () => {
  let year = 2040
  const on = '2026-12-01'
  beforeAll(async () => {
    // From December the college holds what SO led; what SO coordinates stays.
    await database.pool.query(`update plan.duty_holder set valid_to = $2 where duty_id = $1`, [
      smallIds.classesDuty,
      on,
    ])
    await database.pool.query(
      `insert into plan.duty_holder (duty_id, unit_id, valid_from, valid_to, verified) values ($1, $2, $3, 'infinity', true)`,
      [smallIds.classesDuty, college, on],
    )
  })

  /** SO has reported of both duties, with evidence of the first; the college's form stands as told. */
  async function forms(heir: object) {
    year += 1
    const round = await addRound(database, year)
    const form = { form_id: smallIds.agencyForm }
    const ids = {
      former: await addSubmission(database, agency, round, { ...form, state: 'sent', version: 5 }),
      heir: await addSubmission(database, college, round, { ...form, version: 0, ...heir }),
    }
    await report(agency, ids.former, smallIds.classesDuty, 'Mở 3 lớp')
    await report(agency, ids.former, smallIds.booksDuty, 'Góp 9 cuốn')
    await evidence(agency, ids.former, smallIds.classesDuty, 'Ảnh lớp học')
    await evidence(agency, ids.former, smallIds.classesDuty, 'Ảnh nhầm', at)
    await evidence(agency, ids.former, smallIds.booksDuty, 'Ảnh sách')
    return ids
  }
  const carry = (former: string, day = on) =>
    within((tx) =>
      store.carryDutyReports(tx, [{ unitId: agency, id: former }], {
        on: day,
        at: later,
        newId,
        name: 'Người quyết định',
      }),
    )
  async function standing(id: string) {
    const { rows } = await database.pool.query<{ line: string }>(
      `select concat_ws(' ', form.state, form.touched_at = $2, (
         select string_agg(concat_ws(' ', duty.ref, report.version, report.percent, report.result, report.editor), '; ' order by duty.ref)
         from collection.duty_report report join plan.duty on duty.id = report.duty_id where report.submission_id = form.id), (
         select string_agg(concat_ws(' ', proof.title, proof.added_version), '; ' order by proof.title)
         from collection.evidence proof where proof.submission_id = form.id)) as line
       from collection.submission form where form.id = $1`,
      [id, later],
    )
    return rows[0]?.line
  }

  test('goes with its evidence to the form of who holds the duty on the day, and begins it', async () => {
    const { former, heir } = await forms({})
    expect(await carry(former)).toEqual([{ id: heir, state: 'not-started', version: 0 }])
    expect(await standing(heir)).toBe('in-progress t V.1 1 50 Mở 3 lớp Ai Ảnh lớp học 0')
    expect(await standing(former)).toContain('V.1 7 50 Mở 3 lớp Ai; V.2 7 50 Góp 9 cuốn Ai')
    // Done again it finds that it is there.
    expect(await carry(former)).toEqual([])
  })

  test('leaves a form that came back returned; its evidence is new since the last sending of that form', async () => {
    const { former, heir } = await forms({ state: 'returned', version: 2 })
    expect(await carry(former)).toEqual([{ id: heir, state: 'returned', version: 2 }])
    expect(await standing(heir)).toBe('returned t V.1 1 50 Mở 3 lớp Ai Ảnh lớp học 2')
  })

  test.each([['sent'], ['approved'], ['closed']])('goes into no form that is %s', async (state) => {
    const { former, heir } = await forms({ state })
    expect(await carry(former)).toEqual([])
    expect(await standing(heir)).toBe(state)
  })

  test('goes nowhere before the duty passes', async () => {
    const { former } = await forms({})
    expect(await carry(former, '2026-11-30')).toEqual([])
  })

  test('is not written over what the heir has reported itself', async () => {
    const { former, heir } = await forms({ state: 'in-progress' })
    await report(college, heir, smallIds.classesDuty, 'Của trường')
    expect(await carry(former)).toEqual([])
    expect(await standing(heir)).toBe('in-progress V.1 7 50 Của trường Ai')
  })
})

describe('whose forms they are once their unit has ended', () => {
  const scope = { code: 'main', vi: null, en: null }
  const openAgency = (code: string): UnitChange => ({
    kind: 'open',
    unit: { ...newCommune(code, `Ban ${code}`), kind: 'agency', type: 'Ban' },
  })
  const takeOver = (from: string, to: string): UnitChange[] => [
    openAgency(to),
    { kind: 'succeed', from, to, scope, verified: true },
    { kind: 'close', code: from },
  ]
  const days = { first: '2050-01-01', second: '2051-01-01' }
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    await decide(database, '2049-01-01', [openAgency('A'), newPlace('201'), newPlace('202')])
    for (const code of ['A', '201', '202']) ids[code] = await unitOn(database, code, '2049-01-01')
    // A becomes B becomes C; 201 goes into 202, which goes into 203.
    await decide(database, days.first, [...takeOver('A', 'B'), { kind: 'merge', from: ['201'], into: '202' }])
    await decide(database, days.second, [
      ...takeOver('B', 'C'),
      { kind: 'merge', from: ['202'], into: newCommune('203', 'Ba') },
    ])
    for (const code of ['B', 'C', '203'])
      ids[code] = await unitOn(database, code, code === 'B' ? days.first : days.second)
  })
  const newPlace = (code: string): UnitChange => ({ kind: 'open', unit: newCommune(code, `Nơi ${code}`) })
  const codes = (rows: readonly { id: string }[]) =>
    rows.map(({ id }) => Object.keys(ids).find((code) => ids[code] === id) ?? id).sort()

  test.each<[string, string, string, string[]]>([
    ['an agency’s own while it stands', 'A', '2049-12-31', []],
    ['an agency’s that took over', 'A', days.first, ['B']],
    ['of one that took over and ended itself, the next one’s', 'A', days.second, ['C']],
    ['a place’s own while it stands', '201', '2049-12-31', []],
    ['the place’s that has its land', '201', days.first, ['202']],
    ['the place’s that has its land later', '201', days.second, ['203']],
    ['no other’s, of a place that took one in and stands', '202', days.first, []],
    ['the last one’s, of what was between', '202', days.second, ['203']],
  ])('%s', async (_, code, on, expected) => {
    expect(codes(await within((tx) => store.successorsNow(tx, { unitId: ids[code] ?? '', on })))).toEqual(expected)
  })

  test.each<[string, string, string, string[]]>([
    ['an agency has those of the one it took over from', 'B', days.first, ['A']],
    ['and of the one before', 'C', days.second, ['A', 'B']],
    ['a place has those of which it has land', '202', days.first, ['201']],
    ['whenever that came', '203', days.second, ['201', '202']],
    ['none before the day', '202', '2049-12-31', []],
    ['none of one that stands', 'A', days.first, []],
  ])('%s', async (_, code, on, expected) => {
    const rows = await within((tx) => store.formerUnits(tx, { unitIds: [ids[code] ?? ''], on }))
    expect(codes(rows)).toEqual(expected)
  })
})
