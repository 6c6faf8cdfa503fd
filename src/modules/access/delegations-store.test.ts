/** What delegations open and for how long, and who sees them, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { addGrant, addPerson, smallCity } from '#test/worlds/small-city.ts'
import { openStores } from '#test/worlds/stores.ts'
import { setDisabled } from './accounts.store.ts'
import * as store from './delegations.store.ts'

const at = new Date('2026-11-02T02:00:00Z')
const on = '2026-11-02'
const { database, within, unit } = await openStores(smallCity)

const newPerson = () => addPerson(database)

/** `field from to`, the last the first day without it. */
async function delegate(delegatorId: string, delegateId: string, given: string): Promise<string> {
  const [field = 'all', validFrom = on, validTo = '2026-12-01'] = given.split(' ')
  const id = newId()
  await within((tx) => store.insertDelegation(tx, { id, delegatorId, delegateId, field, validFrom, validTo, at }))
  return id
}

describe('a role held in place of another', () => {
  test.each<[string, string, string, string[][]]>([
    ['lasts as long as the delegation', 'all', 'all', [['all', on, '2026-12-01']]],
    ['begins no sooner than the role', 'all 2026-11-10', 'all', [['all', '2026-11-10', '2026-12-01']]],
    ['ends no later than the role', 'all 2026-01-01 2026-11-20', 'all', [['all', on, '2026-11-20']]],
    [
      'is of the field of the delegation, where the role is for all',
      'all',
      'collection',
      [['collection', on, '2026-12-01']],
    ],
    [
      'is of the field of the role, where the delegation is for all',
      'collection',
      'all',
      [['collection', on, '2026-12-01']],
    ],
    ['is none where the fields differ', 'plan', 'collection', []],
    ['is none where the role is over before the delegation', 'all 2026-01-01 2026-11-02', 'all', []],
    ['is none where the delegation is over', 'all', 'all 2026-10-01 2026-11-02', []],
    ['is none where the delegation never began', 'all', 'all 2026-11-20 2026-11-20', []],
    ['is told before it begins', 'all', 'all 2026-11-20 2026-11-21', [['all', '2026-11-20', '2026-11-21']]],
  ])('%s', async (_, role, given, expected) => {
    const [holder, other] = [await newPerson(), await newPerson()]
    await addGrant(database, holder, `101 editor ${role}`)
    await delegate(holder, other, given)
    const { rows } = await within((tx) => store.listDelegatedRoles(tx, { accountId: other, on }, { limit: 10 }))
    expect(rows.map(({ field, validFrom, validTo }) => [field, validFrom, validTo])).toEqual(expected)
    expect((await within((tx) => store.listDelegatedRoles(tx, { accountId: holder, on }, { limit: 10 }))).rows).toEqual(
      [],
    )
  })

  test('is not passed on, and is none while its holder is disabled', async () => {
    const [first, second, third] = [await newPerson(), await newPerson(), await newPerson()]
    await addGrant(database, first, '101')
    await delegate(first, second, 'all')
    await delegate(second, third, 'all')
    const rolesOf = async (accountId: string) =>
      (await within((tx) => store.listDelegatedRoles(tx, { accountId, on }, { limit: 10 }))).rows.map(
        ({ unit }) => unit.code,
      )
    expect([await rolesOf(second), await rolesOf(third)]).toEqual([['101'], []])
    await within((tx) => setDisabled(tx, first, at))
    expect(await rolesOf(second)).toEqual([])
  })
})

describe('ending a delegation', () => {
  test.each<[string, string, string, string]>([
    ['before it began: it never was', 'all 2026-11-10 2026-12-01', '2026-11-05', '2026-11-10'],
    ['while it lasts', 'all 2026-11-10 2026-12-01', '2026-11-20', '2026-11-20'],
    ['after it was over: nothing changes', 'all 2026-11-10 2026-12-01', '2027-01-01', '2026-12-01'],
  ])('%s', async (_, given, day, validTo) => {
    const id = await delegate(await newPerson(), await newPerson(), given)
    await within((tx) => store.endDelegation(tx, id, day))
    expect((await within((tx) => store.findDelegation(tx, { id }))).map((each) => each.validTo)).toEqual([validTo])
  })
})

test('what an account gave: what is not over, latest first; both are parties to it, nobody else is', async () => {
  const [giver, one, two] = [await newPerson(), await newPerson(), await newPerson()]
  const ids = [
    await delegate(giver, one, 'all 2026-10-01 2026-11-02'),
    await delegate(giver, one, 'all 2026-11-02 2026-11-03'),
    await delegate(giver, two, 'plan 2027-01-01 2027-02-01'),
    await delegate(giver, two, 'all 2027-01-01 2027-01-01'),
  ]
  const { rows } = await within((tx) => store.listGiven(tx, { accountId: giver, on }, { limit: 10 }))
  expect(rows.map(({ id }) => ids.indexOf(id))).toEqual([2, 1])
  const isParty = async (accountId: string) =>
    (await within((tx) => store.findParty(tx, { id: ids[1] ?? '', accountId })))[0]?.isParty
  expect([await isParty(giver), await isParty(one), await isParty(two)]).toEqual([true, true, false])
})

test('at a unit are seen those of who holds a role there or below, of the fields asked for or of all', async () => {
  const [river, hill, over] = [await newPerson(), await newPerson(), await newPerson()]
  await addGrant(database, river, '101')
  await addGrant(database, hill, '102')
  await addGrant(database, over, '101 editor all 2026-01-01 2026-11-02')
  const other = await newPerson()
  const ids = [
    await delegate(river, other, 'all 2030-01-01 2030-02-01'),
    await delegate(river, other, 'plan 2030-01-01 2030-02-01'),
    await delegate(hill, other, 'collection 2030-01-01 2030-02-01'),
    await delegate(over, other, 'all 2030-01-01 2030-02-01'),
  ]
  const seen = async (code: string, fields?: string[]) => {
    const filter = { unitId: unit(code), on, ...(fields && { fields }) }
    const { rows } = await within((tx) => store.listDelegations(tx, filter, { limit: 100 }))
    return rows.map(({ id }) => ids.indexOf(id)).filter((index) => index >= 0)
  }
  expect(await seen('101')).toEqual([1, 0])
  expect(await seen('102')).toEqual([2])
  expect(await seen('01')).toEqual([2, 1, 0])
  expect(await seen('01', ['plan'])).toEqual([1, 0])
  expect(await seen('01', ['collection'])).toEqual([2, 0])
  expect(await seen('01', [])).toEqual([0])
})
