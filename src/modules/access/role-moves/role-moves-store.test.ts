/** Roles that follow their units: which hold when, what is still missing, what is taken back, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { addGrant, addPerson, smallCity } from '#test/worlds/small-city.ts'
import { openStores } from '#test/worlds/stores.ts'
import { endGrant, listGrants, setDisabled } from '../accounts.store.ts'
import * as store from './role-moves.store.ts'

const at = new Date('2026-11-20T02:00:00Z')
const on = '2027-01-01'
const { database, within, unit } = await openStores(smallCity)
const newPerson = (name = 'Ai Đó') => addPerson(database, { name })
const grant = (accountId: string, held: string) => addGrant(database, accountId, held)

describe('roles at units that end', () => {
  test.each<[string, string, [string, string] | undefined]>([
    ['one that holds, from the day', '103 editor all 2026-01-01 infinity', [on, 'infinity']],
    ['one that begins on the day', `103 editor all ${on} infinity`, [on, 'infinity']],
    ['one that begins later, from its own day', '103 editor all 2027-06-01 2028-01-01', ['2027-06-01', '2028-01-01']],
    ['one that ends the day after', '103 editor all 2026-01-01 2027-01-02', [on, '2027-01-02']],
    ['none that ends on the day', `103 editor all 2026-01-01 ${on}`, undefined],
    ['none that never began', '103 editor all 2027-06-01 2027-06-01', undefined],
    ['none at another unit', '102 editor', undefined],
  ])('%s', async (_, held, days) => {
    const accountId = await newPerson()
    await grant(accountId, held)
    const rows = await within((tx) => store.listRolesAt(tx, { unitIds: [unit('103')], on }))
    const own = rows.filter((row) => row.accountId === accountId).map(({ since, validTo }) => [since, validTo])
    expect(own).toEqual(days ? [days] : [])
  })

  test('also of disabled accounts, by address, unit, role and day', async () => {
    const [first, second] = [await newPerson('Một'), await newPerson('Hai')]
    await grant(second, 'TRUONG editor')
    await grant(first, 'TRUONG reader all 2028-01-01 infinity')
    await grant(first, 'TRUONG reader all 2026-01-01 2027-06-01')
    await grant(first, 'TRUONG approver')
    await within((tx) => setDisabled(tx, first, at))
    const rows = await within((tx) => store.listRolesAt(tx, { unitIds: [unit('TRUONG')], on }))
    expect(rows.map(({ name, role, since, isDisabled }) => [name, role, since, isDisabled])).toEqual([
      ['Một', 'approver', on, true],
      ['Một', 'reader', on, true],
      ['Một', 'reader', '2028-01-01', true],
      ['Hai', 'editor', on, false],
    ])
  })
})

describe('days of a role that its people do not hold yet', () => {
  const year = ['2027-01-01', '2028-01-01'] as const
  type Days = readonly [string, string]
  test.each<[string, string[], Days[], Days[], string?]>([
    ['all, where nothing is held', [], [year], [year]],
    ['none, where all is held', ['102 editor'], [year], []],
    ['what is left before', ['102 editor all 2027-06-01 infinity'], [year], [['2027-01-01', '2027-06-01']]],
    ['what is left after', ['102 editor all 2026-01-01 2027-06-01'], [year], [['2027-06-01', '2028-01-01']]],
    [
      'what is left around',
      ['102 editor all 2027-03-01 2027-04-01'],
      [year],
      [
        ['2027-01-01', '2027-03-01'],
        ['2027-04-01', '2028-01-01'],
      ],
    ],
    [
      'what is left between two',
      ['102 editor all 2026-01-01 2027-03-01', '102 editor all 2027-04-01 infinity'],
      [year],
      [['2027-03-01', '2027-04-01']],
    ],
    [
      'none, where two that touch hold it all',
      ['102 editor all 2026-01-01 2027-03-01', '102 editor all 2027-03-01 infinity'],
      [year],
      [],
    ],
    ['none, where it is held above', ['01 editor'], [year], []],
    ['all, where it is held beside', ['101 editor'], [year], [year]],
    ['all, where another role is held', ['102 approver'], [year], [year]],
    ['none, where it is held for all fields', ['102 editor all'], [year], [], 'collection'],
    ['none, where it is held for the field', ['102 editor collection'], [year], [], 'collection'],
    ['all, where it is held for another field', ['102 editor plan'], [year], [year], 'collection'],
    ['all, where it is wanted for all fields and held for one', ['102 editor collection'], [year], [year]],
    [
      'none, where one field above and one at the unit make it up',
      ['01 editor all 2026-01-01 2027-06-01', '102 editor plan 2027-06-01 infinity'],
      [year],
      [],
      'plan',
    ],
    ['each day once, where two want it', [], [year, ['2027-06-01', '2028-06-01']], [['2027-01-01', '2028-06-01']]],
    ['apart, what is wanted apart', [], [year, ['2029-01-01', 'infinity']], [year, ['2029-01-01', 'infinity']]],
  ])('%s', async (_, held, wanted, expected, field = 'all') => {
    const [accountId, another] = [await newPerson(), await newPerson()]
    for (const each of held) await grant(accountId, each)
    await grant(another, '102 editor')
    const want = wanted.map(([validFrom, validTo]) => {
      return { accountId, unitId: unit('102'), role: 'editor', field, validFrom, validTo }
    })
    const rows = await within((tx) => store.uncoveredRoles(tx, { wanted: want }))
    expect(rows.map(({ validFrom, validTo }) => [validFrom, validTo]).sort()).toEqual(expected.map((days) => [...days]))
  })

  test('are asked for each person, unit, role and field by itself', async () => {
    const [one, two] = [await newPerson(), await newPerson()]
    await grant(one, '102 editor')
    const [validFrom, validTo] = year
    const want = (accountId: string, code: string, role: string) => ({
      accountId,
      unitId: unit(code),
      role,
      field: 'all',
      validFrom,
      validTo,
    })
    const wanted = [
      want(one, '102', 'editor'),
      want(two, '102', 'editor'),
      want(one, '101', 'editor'),
      want(one, '102', 'reader'),
    ]
    const rows = await within((tx) => store.uncoveredRoles(tx, { wanted }))
    const text = rows.map(
      (row) => `${row.accountId === one ? 'one' : 'two'} ${row.unitId === unit('101') ? 101 : 102} ${row.role}`,
    )
    expect(text.sort()).toEqual(['one 101 editor', 'one 102 reader', 'two 102 editor'])
    expect(await within((tx) => store.uncoveredRoles(tx, { wanted: [] }))).toEqual([])
  })
})

describe('a decision that ends roles and is taken back', () => {
  const newDecision = () => ({ decisionId: newId(), decision: 'Nghị quyết 1', at })
  const move = (grantId: string, wasUntil: string) => ({
    ...{ grantId, on, wasUntil, toId: unit('102'), toName: 'Xã Đồi', others: [] },
    why: 'whole' as const,
  })
  const daysOf = async (id: string) => {
    const { rows } = await database.pool.query<{ days: string }>(
      `select valid_from || ' ' || valid_to as days from access.role_grant where id = $1`,
      [id],
    )
    return rows[0]?.days
  }

  test.each<[string, string, string, string]>([
    [
      'one that holds ends on the day',
      '103 editor all 2026-01-01 infinity',
      '2026-01-01 2027-01-01',
      '2026-01-01 infinity',
    ],
    [
      'one with an end has it again',
      '103 editor all 2026-01-01 2028-01-01',
      '2026-01-01 2027-01-01',
      '2026-01-01 2028-01-01',
    ],
    [
      'one that begins later never begins',
      '103 editor all 2027-06-01 infinity',
      '2027-06-01 2027-06-01',
      '2027-06-01 infinity',
    ],
  ])('%s', async (_, held, ended, restored) => {
    const accountId = await newPerson()
    const id = await grant(accountId, held)
    const by = newDecision()
    const was = held.split(' ')[4] ?? ''
    await within((tx) => store.endWithUnits(tx, [move(id, was)], by))
    expect(await daysOf(id)).toBe(ended)
    const following = {
      id: newId(),
      accountId,
      unitId: unit('102'),
      role: 'editor',
      field: 'all',
      validFrom: on,
      validTo: was,
    }
    await within((tx) => store.insertFollowing(tx, [following], by))
    expect(await daysOf(following.id)).toBe(`${on} ${was}`)
    await within((tx) => store.undoMoves(tx, by.decisionId, at))
    expect([await daysOf(id), await daysOf(following.id)]).toEqual([restored, undefined])
  })

  test('what somebody ended meanwhile stays ended; what was given anew comes after what was', async () => {
    const [early, anew] = [await newPerson(), await newPerson()]
    const ended = await grant(early, '103 editor')
    const before = await grant(anew, '103 editor')
    const by = newDecision()
    await within((tx) => store.endWithUnits(tx, [move(ended, 'infinity'), move(before, 'infinity')], by))
    await within((tx) => endGrant(tx, ended, '2026-12-01'))
    const after = await grant(anew, '103 editor all 2027-03-01 infinity')
    await within((tx) => store.undoMoves(tx, by.decisionId, at))
    expect(await daysOf(ended)).toBe('2026-01-01 2026-12-01')
    expect([await daysOf(before), await daysOf(after)]).toEqual(['2026-01-01 2027-03-01', '2027-03-01 infinity'])
  })

  test('another decision’s stay; taken back again it changes nothing more', async () => {
    const [one, two] = [await grant(await newPerson(), '103 editor'), await grant(await newPerson(), '103 editor')]
    const [first, second] = [newDecision(), newDecision()]
    await within((tx) => store.endWithUnits(tx, [move(one, 'infinity')], first))
    await within((tx) => store.endWithUnits(tx, [move(two, 'infinity')], second))
    await within((tx) => store.undoMoves(tx, first.decisionId, at))
    expect([await daysOf(one), await daysOf(two)]).toEqual(['2026-01-01 infinity', '2026-01-01 2027-01-01'])
    await within((tx) => endGrant(tx, one, on))
    await within((tx) => store.undoMoves(tx, first.decisionId, at))
    expect(await daysOf(one)).toBe('2026-01-01 2027-01-01')
  })

  test('its people are told once each, and what moved of them, until it is taken back', async () => {
    const [person, off] = [await newPerson(), await newPerson()]
    const by = newDecision()
    const moves = [
      move(await grant(person, '103 reader'), 'infinity'),
      move(await grant(person, '103 approver collection'), 'infinity'),
      { ...move(await grant(off, '103 editor'), 'infinity'), toId: null, toName: null, why: 'no-successor' as const },
    ]
    await within((tx) => store.endWithUnits(tx, moves, by))
    await within((tx) => setDisabled(tx, off, at))
    const moved = async () =>
      (await within((tx) => store.listMoved(tx, { decisionId: by.decisionId }))).map(({ accountId, isDisabled }) => [
        accountId === person ? 'person' : 'off',
        isDisabled,
      ])
    expect((await moved()).sort()).toEqual([
      ['off', true],
      ['person', false],
    ])
    const of = (accountId: string) => within((tx) => store.listMovesOf(tx, { decisionId: by.decisionId, accountId }))
    expect((await of(person)).map(({ role, field, from, to, isUndone }) => [role, field, from, to, isUndone])).toEqual([
      ['reader', 'all', 'Phường Chợ', 'Xã Đồi', false],
      ['approver', 'collection', 'Phường Chợ', 'Xã Đồi', false],
    ])
    expect((await of(off)).map(({ to }) => to)).toEqual([null])
    const since = async (day: string) =>
      (await within((tx) => store.listMovesSince(tx, { accountId: person, since: day }))).map(({ role }) => role)
    expect(await since('2026-12-31')).toEqual(['approver', 'reader'])
    expect(await since(on)).toEqual([])
    await within((tx) => store.undoMoves(tx, by.decisionId, at))
    expect([await moved(), await since('2026-12-31')]).toEqual([[], []])
    expect((await of(person)).map(({ isUndone }) => isUndone)).toEqual([true, true])
    const held = await within((tx) => listGrants(tx, { accountId: person, on: '2030-01-01' }))
    expect(held).toHaveLength(2)
  })
})

test('a disabled officer is not written to', async () => {
  const id = await newPerson('Còn Đây')
  expect((await within((tx) => store.findOfficer(tx, { id }))).map(({ name }) => name)).toEqual(['Còn Đây'])
  await within((tx) => setDisabled(tx, id, at))
  expect(await within((tx) => store.findOfficer(tx, { id }))).toEqual([])
})
