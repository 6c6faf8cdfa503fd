/** Units in time: which of them a day, a place, words or a code name, and in which order, case by case. */
import { beforeAll, describe, expect, test } from 'vitest'
import { smallCity } from '#test/worlds/small-city.ts'
import { decide, newCommune, unitOn } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import type { Change } from './decisions/changes.model.ts'
import * as store from './units.store.ts'

const mergedOn = '2026-11-15'
const renamedOn = '2027-01-01'
const { database, within } = await openStores(smallCity)

beforeAll(async () => {
  await decide(database, mergedOn, [{ kind: 'merge', from: ['101', '103'], into: newCommune('101', 'Sông Chợ') }])
  await decide(database, renamedOn, [{ kind: 'rename', code: '102', name: 'Áo Dài' }])
  const open = (code: string, name: string): Change => ({ kind: 'open', unit: newCommune(code, name) })
  await decide(database, '2030-01-01', [
    open('HOA', 'Lạ'),
    open('201', 'Hoa'),
    open('202', 'Hoa Sen'),
    open('203', 'Sen Hoa'),
  ])
})

describe('units of a day', () => {
  interface Asked {
    readonly on: string
    readonly kind?: string
    readonly under?: string
    readonly query?: string
  }
  const communes = { kind: 'commune' }
  test.each<[string, Asked, string[]]>([
    ['all by level, then by code', { on: mergedOn }, ['01', '101', '102', 'SO', 'TRUONG']],
    ['on the last day of what was', { on: '2026-11-14', ...communes }, ['101', '102', '103']],
    ['on the first day of what is', { on: mergedOn, ...communes }, ['101', '102']],
    ['with those that ended after it', { on: '2025-06-30', ...communes }, ['101', '102', '103', '901']],
    ['none of a kind that is no more', { on: '2025-07-01', kind: 'district' }, []],
    ['under a place, with the place itself', { on: '2025-06-30', under: '011' }, ['011', '901']],
    ['under a place of one kind', { on: '2025-06-30', under: '011', ...communes }, ['901']],
    ['under an agency', { on: mergedOn, under: 'SO' }, ['SO', 'TRUONG']],
    ['by a word of the name of the day', { on: '2026-11-14', query: 'cho' }, ['103']],
    ['by the same word of another day', { on: mergedOn, query: 'cho' }, ['101']],
    ['by the type', { on: '2026-11-14', query: 'phuong' }, ['101', '103']],
    ['by a name it bears no more', { on: renamedOn, query: 'doi' }, []],
    ['by a name it does not bear yet', { on: '2026-12-31', query: 'ao dai' }, []],
    ['by a name without its tones', { on: renamedOn, query: 'ao dai' }, ['102']],
    ['by the whole code alone', { on: mergedOn, query: '101' }, ['101']],
    ['by no part of a code', { on: mergedOn, query: '10' }, []],
    ['though it is written a little wrong', { on: mergedOn, query: 'giao duc va dao tap' }, ['SO']],
  ])('%s', async (_, { under, ...input }, codes) => {
    // The place is named as of the day before it ended.
    const filter = { ...input, ...(under && { under: await unitOn(database, under, input.on) }) }
    expect((await within((tx) => store.everyUnit(tx, filter))).map(({ code }) => code)).toEqual(codes)
    const page = await within((tx) => store.listUnits(tx, filter, { limit: 100 }))
    expect(page.rows.map(({ code }) => code)).toEqual(codes)
  })

  test('page by page they are the same, each once', async () => {
    const codes: string[] = []
    let after: string | undefined
    do {
      const page = await within((tx) => store.listUnits(tx, { on: mergedOn }, { limit: 2, ...(after && { after }) }))
      codes.push(...page.rows.map(({ code }) => code))
      after = page.next
    } while (after)
    expect(codes).toEqual(['01', '101', '102', 'SO', 'TRUONG'])
  })

  test('name the one above and their days, where these have bounds', async () => {
    const rows = await within((tx) => store.everyUnit(tx, { on: mergedOn }))
    expect(rows.map(({ code, parentCode, validFrom, validTo }) => [code, parentCode, validFrom, validTo])).toEqual([
      ['01', null, null, null],
      ['101', '01', mergedOn, null],
      ['102', '01', null, renamedOn],
      ['SO', '01', null, null],
      ['TRUONG', 'SO', null, null],
    ])
  })
})

describe('what is found by words', () => {
  const on = '2030-01-01'
  test('the very code first, then the very name, then what begins so, then what has it', async () => {
    const result = async (limit: number) =>
      (await within((tx) => store.searchUnits(tx, { folded: 'hoa', on, limit }))).map(({ code }) => code)
    expect(await result(10)).toEqual(['HOA', '201', '202', '203'])
    expect(await result(2)).toEqual(['HOA', '201'])
    const list = await within((tx) => store.listUnits(tx, { on, query: 'hoa' }, { limit: 9, sort: 'closeness' }))
    expect(list.rows.map(({ code }) => code)).toEqual(['HOA', '201', '202', '203'])
  })

  test('is of a kind where one is asked for, and names the one above as it is called that day', async () => {
    const input = { folded: 'nho', on, limit: 9 }
    expect((await within((tx) => store.searchUnits(tx, input))).map(({ code, parent }) => [code, parent])).toEqual([
      ['01', null],
    ])
    expect(await within((tx) => store.searchUnits(tx, { ...input, kind: 'commune' }))).toEqual([])
    const [college] = await within((tx) => store.searchUnits(tx, { ...input, folded: 'cao dang nghe' }))
    expect(college).toEqual({
      code: 'TRUONG',
      name: 'Trường Cao đẳng Nghề',
      kind: 'agency',
      on,
      parent: 'Sở Giáo dục và Đào tạo',
    })
  })
})

describe('the unit of a code on a day', () => {
  test.each<[string, string, string | undefined]>([
    ['101', '2026-11-14', 'Phường Sông'],
    ['101', mergedOn, 'Phường Sông Chợ'],
    ['103', '2026-11-14', 'Phường Chợ'],
    ['103', mergedOn, undefined],
    ['102', '2026-12-31', 'Xã Đồi'],
    ['102', renamedOn, 'Xã Áo Dài'],
    ['901', '2025-06-30', 'Xã Cũ'],
    ['901', '2025-07-01', undefined],
    ['999', mergedOn, undefined],
  ])('%s on %s is %s', async (code, on, name) => {
    const [ref] = await within((tx) => store.findRef(tx, { code, on }))
    expect(ref?.name).toBe(name)
    if (!ref) return
    expect(await within((tx) => store.findRefById(tx, { id: ref.id, on }))).toEqual([ref])
    const [detail] = await within((tx) => store.findUnitDetail(tx, { code, on }))
    expect([detail?.id, detail?.name]).toEqual([ref.id, name])
  })

  test('its detail has what it came from as it was the day before, and what it became as that is on the day', async () => {
    const detailOf = async (code: string, on: string) =>
      (await within((tx) => store.findUnitDetail(tx, { code, on })))[0]
    const merged = await detailOf('101', mergedOn)
    expect(merged?.predecessors.map(({ on, unit }) => [on, unit.name, unit.on])).toEqual([
      [mergedOn, 'Phường Chợ', '2026-11-14'],
      [mergedOn, 'Phường Sông', '2026-11-14'],
    ])
    expect(merged?.successors).toEqual([])
    const former = await detailOf('101', '2026-01-01')
    expect(former?.successors.map(({ unit, part }) => [unit.code, unit.name, unit.on, part])).toEqual([
      ['101', 'Phường Sông Chợ', mergedOn, 'full'],
    ])
    // What it took over long ago is called as it was then; it is called otherwise by now.
    const [taken] = (await detailOf('901', '2025-01-01'))?.successors ?? []
    expect(taken?.unit).toEqual({ code: '102', name: 'Xã Đồi', kind: 'commune', on: '2025-07-01' })
  })

  test('its detail has the one above and those under it, by level and name, as they are that day', async () => {
    const childrenOn = async (on: string) =>
      (await within((tx) => store.findUnitDetail(tx, { code: '01', on })))[0]?.children.map(({ name }) => name)
    expect(await childrenOn('2025-06-30')).toEqual([
      'Quận Cũ',
      'Phường Chợ',
      'Phường Sông',
      'Xã Đồi',
      'Sở Giáo dục và Đào tạo',
    ])
    expect(await childrenOn(renamedOn)).toEqual(['Phường Sông Chợ', 'Xã Áo Dài', 'Sở Giáo dục và Đào tạo'])
    const [college] = await within((tx) => store.findUnitDetail(tx, { code: 'TRUONG', on: mergedOn }))
    expect(college?.parent?.code).toBe('SO')
  })

  test('the days of a code are those of every unit that bore it, each name for itself', async () => {
    const lives = async (code: string) =>
      (await within((tx) => store.lifeOfCode(tx, { code }))).map(({ name, validFrom, validTo }) => [
        name,
        validFrom,
        validTo,
      ])
    expect(await lives('101')).toEqual([
      ['Phường Sông', null, mergedOn],
      ['Phường Sông Chợ', mergedOn, null],
    ])
    expect(await lives('102')).toEqual([
      ['Xã Đồi', null, renamedOn],
      ['Xã Áo Dài', renamedOn, null],
    ])
    expect(await lives('999')).toEqual([])
  })
})

test('the root is the place that stands under none and has others under it', async () => {
  expect((await within((tx) => store.findRoot(tx, { on: mergedOn }))).map(({ code }) => code)).toEqual(['01'])
})

test('every unit there was is told once, under its last name, with its whole life', async () => {
  const lives = await within((tx) => store.listLives(tx))
  const of = (input: string) =>
    lives
      .filter(({ code }) => code === input)
      .map(({ name, validFrom, validTo }) => [name, validFrom, validTo])
      .sort()
  expect(of('101')).toEqual(
    [
      ['Phường Sông Chợ', mergedOn, 'infinity'],
      ['Phường Sông', '-infinity', mergedOn],
    ].sort(),
  )
  expect(of('102')).toEqual([['Xã Áo Dài', '-infinity', 'infinity']])
  expect(of('901')).toEqual([['Xã Cũ', '-infinity', '2025-07-01']])
  expect(await within((tx) => store.countUnits(tx))).toBe(lives.length)
})

test('for the search every version is told, with the one above as it was when the version began', async () => {
  const rows = await within((tx) => store.listForSearch(tx))
  const of = (input: string) => rows.filter(({ code }) => code === input).map(({ name, parent }) => [name, parent])
  expect(of('901')).toEqual([['Xã Cũ', 'Quận Cũ']])
  expect(of('102')).toEqual([
    ['Xã Đồi', 'Thành phố Nhỏ'],
    ['Xã Áo Dài', 'Thành phố Nhỏ'],
  ])
  expect(of('01')).toEqual([['Thành phố Nhỏ', null]])
})

test('kinds come places first, from the highest down', async () => {
  const kinds = await within((tx) => store.listKinds(tx))
  expect(kinds.map(({ code }) => code)).toEqual(['city', 'district', 'commune', 'agency'])
})
