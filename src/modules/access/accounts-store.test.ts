/** Who may do what where on a day: holdings by role, field and place, and what is shown of accounts, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { anyField } from '#platform/authority.ts'
import { addGrant, addPerson, insertRow, smallCity } from '#test/worlds/small-city.ts'
import { decide, newCommune, unitOn } from '#test/worlds/small-round.ts'
import { bothWays, openStores } from '#test/worlds/stores.ts'
import * as store from './accounts.store.ts'

const at = new Date('2026-11-02T02:00:00Z')
const on = '2026-11-02'
const { database, within, unit } = await openStores(smallCity)
const person = (name = 'Ai Đó', more: object = {}) => addPerson(database, { name, ...more })
const grant = (accountId: string, held: string) => addGrant(database, accountId, held)
async function delegate(from: string, to: string, field = 'all') {
  const days = { valid_from: '2026-01-01', valid_to: '2030-01-01', made_at: at }
  const row = { id: newId(), delegator_id: from, delegate_id: to, field, ...days }
  await insertRow(database, 'access.delegation', row)
}

describe('a role is held', () => {
  interface Asked {
    readonly at?: string
    readonly on?: string
    readonly roles?: ('reader' | 'editor' | 'approver')[]
    readonly field?: string
  }
  test.each<[string, string, Asked, boolean]>([
    ['at the unit', '102 editor', {}, true],
    ['at the one above it', '01 editor', {}, true],
    ['at one further up, an agency under an agency', 'SO editor', { at: 'TRUONG' }, true],
    ['not below it', '102 editor', { at: '01' }, false],
    ['not beside it', '101 editor', {}, false],
    ['in one of the roles asked for', '102 approver', { roles: ['editor', 'approver'] }, true],
    ['not in another', '102 reader', {}, false],
    ['for the field', '102 editor plan', { field: 'plan' }, true],
    ['for every field', '102 editor all', { field: 'plan' }, true],
    ['not for another', '102 editor collection', { field: 'plan' }, false],
    ['not for all, where it is for one', '102 editor plan', { field: 'all' }, false],
    ['for whatever field, where any will do', '102 editor plan', { field: anyField }, true],
    ['from its first day', `102 editor all ${on}`, {}, true],
    ['not before it', '102 editor all 2026-11-03', {}, false],
    ['to its last day', '102 editor all 2026-01-01 2026-11-03', {}, true],
    ['not on its end', `102 editor all 2026-01-01 ${on}`, {}, false],
    ['not on a day on which the place stood elsewhere', '011 editor', { at: '901' }, false],
    ['on a day on which it stood there', '011 editor all 2025-01-01', { at: '901', on: '2025-06-30' }, true],
    ['at what took over a unit that is no more', '102 editor', { at: '901' }, true],
  ])('%s', async (_, held, asked, isHeld) => {
    const accountId = await person()
    await addGrant(database, accountId, held)
    const of = { accountId, roles: asked.roles ?? (['editor'] as const), on: asked.on ?? on }
    const unitId = asked.at === '901' ? unit('901', '2025-06-30') : unit(asked.at ?? '102')
    const field = asked.field ?? 'all'
    const holding = await within((tx) => store.findHolding(tx, { ...of, unitId, field }))
    expect(holding.map(({ id }) => id)).toEqual(isHeld ? [accountId] : [])
    const fields = await within((tx) => store.listFieldsHeld(tx, { ...of, unitId }))
    if (field === anyField) expect(fields).toHaveLength(isHeld ? 1 : 0)
  })

  test('by oneself before in place of another, and in place of whom', async () => {
    const [me, other] = [await person('Tôi'), await person('Khác')]
    await grant(other, '102')
    await delegate(other, me)
    const asked = { accountId: me, roles: ['editor'] as const, unitId: unit('102'), field: 'all', on }
    const holder = async () => (await within((tx) => store.findHolding(tx, asked))).map(({ name }) => name)
    expect(await holder()).toEqual(['Khác'])
    await grant(me, '01')
    expect(await holder()).toEqual(['Tôi'])
  })

  test('by nobody whose account is disabled, though it was delegated to', async () => {
    const [me, other] = [await person(), await person()]
    await grant(other, '102')
    await grant(me, '102')
    await delegate(other, me)
    await within((tx) => store.setDisabled(tx, me, at))
    const asked = { accountId: me, roles: ['editor'] as const, unitId: unit('102'), on }
    expect(await within((tx) => store.findHolding(tx, { ...asked, field: 'all' }))).toEqual([])
    expect(await within((tx) => store.listFieldsHeld(tx, asked))).toEqual([])
    expect(await within((tx) => store.findActive(tx, { id: me, on }))).toEqual([])
    expect(await within((tx) => store.listRoleUnits(tx, { ...asked, field: 'all' }))).toEqual([])
    expect(await within((tx) => store.listInSight(tx, { ...asked, field: 'all' }))).toEqual([])
    await within((tx) => store.setDisabled(tx, me, null))
    expect((await within((tx) => store.findActive(tx, { id: me, on })))[0]?.roles).toEqual(['editor'])
  })

  test('for each of the fields it is held for, each once', async () => {
    const me = await person()
    for (const held of ['102 editor plan', '01 editor plan', '01 editor collection', '101 editor all'])
      await grant(me, held)
    const fields = await within((tx) =>
      store.listFieldsHeld(tx, { accountId: me, roles: ['editor'], unitId: unit('102'), on }),
    )
    expect(fields.map(({ field }) => field)).toEqual(['collection', 'plan'])
  })
})

test('who comes in has the roles of the day, each once, those in place of others among them', async () => {
  const [me, other] = [await person(), await person()]
  for (const held of ['101 editor', '102 editor', `01 reader all 2026-01-01 ${on}`, '01 auditor all 2027-01-01'])
    await grant(me, held)
  await grant(other, '01 approver')
  await delegate(other, me)
  const [active] = await within((tx) => store.findActive(tx, { id: me, on }))
  expect([...(active?.roles ?? [])].sort()).toEqual(['approver', 'editor'])
})

describe('what an account holds', () => {
  test('is told with what it will, not what is over or never began, its unit as it is called last', async () => {
    const me = await person()
    const ids = [
      await grant(me, '102 editor all 2027-01-01 2028-01-01'),
      await grant(me, '102 approver'),
      await grant(me, '101 editor'),
      await grant(me, '102 reader plan'),
      await grant(me, '102 reader collection'),
      await grant(me, `01 editor all 2026-01-01 ${on}`),
      await grant(me, '01 reader all 2027-01-01 2027-01-01'),
    ]
    await decide(database, '2030-01-01', [{ kind: 'rename', code: '102', name: 'Đồi Cao' }])
    const grants = await within((tx) => store.listGrants(tx, { accountId: me, on }))
    expect(grants.map((each) => [ids.indexOf(each.id), each.unit.name, each.validTo])).toEqual([
      [2, 'Phường Sông', null],
      [1, 'Xã Đồi Cao', null],
      [4, 'Xã Đồi Cao', null],
      [3, 'Xã Đồi Cao', null],
      [0, 'Xã Đồi Cao', '2028-01-01'],
    ])
  })

  test('is given once: what an invitation promised changes nothing of what is held', async () => {
    const me = await person()
    await grant(me, '102 editor all 2026-01-01 2027-01-01')
    const promised = { accountId: me, unitId: unit('102'), role: 'editor' as const, field: 'all', validFrom: on, at }
    const give = (more: object) =>
      within((tx) => store.insertGrantUnlessHeld(tx, { id: newId(), ...promised, ...more }))
    await give({})
    await give({ field: 'plan' })
    await give({ role: 'reader' })
    const grants = await within((tx) => store.listGrants(tx, { accountId: me, on }))
    expect(grants.map(({ role, field, validFrom, validTo }) => [role, field, validFrom, validTo])).toEqual([
      ['editor', 'all', '2026-01-01', '2027-01-01'],
      ['editor', 'plan', on, null],
      ['reader', 'all', on, null],
    ])
  })

  test.each<[string, string, string]>([
    ['on the day', '2026-06-01', '2026-06-01'],
    ['before it began: it is kept, empty', '2025-06-01', '2026-01-01'],
    ['after it was over: nothing changes', '2028-01-01', '2027-01-01'],
  ])('ends %s', async (_, day, validTo) => {
    const me = await person()
    const id = await grant(me, '102 editor all 2026-01-01 2027-01-01')
    const other = await grant(me, '101 editor all 2026-01-01 2027-01-01')
    await within((tx) => store.endGrant(tx, id, day))
    const { rows } = await database.pool.query<{ end: string }>(
      'select valid_to::text as end from access.role_grant where id = any($1) order by array_position($1, id)',
      [[id, other]],
    )
    expect(rows.map(({ end }) => end)).toEqual([validTo, '2027-01-01'])
  })
})

describe('accounts at a unit', () => {
  const emails = async (code: string, fields?: string[]) => {
    const filter = { unitId: unit(code), on, ...(fields && { fields }) }
    const [forward, back] = await bothWays((page) => within((tx) => store.listAccounts(tx, filter, page)))
    expect(back).toEqual(forward)
    return forward.map(({ email, grants }) => [
      email.split('@')[0],
      grants.map((each) => `${each.unit.code} ${each.role}`),
    ])
  }

  test('are those that hold something there or below, by address, with that alone, page by page both ways', async () => {
    const names = ['x-e', 'x-b', 'x-d', 'x-a', 'x-c']
    const ids = []
    for (const name of names) ids.push(await person(name, { email: `${name}@nho.example` }))
    const [e = '', b = '', d = '', a = '', c = ''] = ids
    await grant(e, 'TRUONG editor')
    await grant(b, 'SO reader')
    await grant(b, 'TRUONG approver')
    await grant(b, '102 editor')
    await grant(d, `SO editor all 2026-01-01 ${on}`)
    await grant(a, 'SO editor plan 2027-01-01')
    await grant(c, '01 editor')
    await within((tx) => store.setDisabled(tx, e, at))
    const own = async (code: string, fields?: string[]) =>
      (await emails(code, fields)).filter(([email]) => email?.[1] === '-')
    expect(await own('SO')).toEqual([
      ['x-a', ['SO editor']],
      ['x-b', ['SO reader', 'TRUONG approver']],
      ['x-e', ['TRUONG editor']],
    ])
    expect(await own('TRUONG')).toEqual([
      ['x-b', ['TRUONG approver']],
      ['x-e', ['TRUONG editor']],
    ])
    expect(await own('SO', ['collection'])).toEqual([
      ['x-b', ['SO reader', 'TRUONG approver']],
      ['x-e', ['TRUONG editor']],
    ])
  })
})

test('officers are those of the very unit, of the roles and the field, in place of others too, by address and once each', async () => {
  const officer = async (name: string, ...held: string[]) => {
    const id = await person(name, { email: `${name}@nho.example` })
    for (const each of held) await grant(id, each)
    return id
  }
  const stands = await officer('d-thay')
  const chief = await officer('a-chinh', 'SO approver', 'SO approver plan')
  await officer('c-muc', 'SO approver plan')
  await officer('b-khac', 'SO approver collection')
  await officer('b-tren', '01 approver')
  await officer('b-vai', 'SO reader')
  await officer('b-cu', `SO approver all 2026-01-01 ${on}`)
  const disabled = await officer('b-tat', 'SO approver')
  await within((tx) => store.setDisabled(tx, disabled, at))
  await delegate(chief, stands, 'plan')
  const officers = await within((tx) =>
    store.listOfficers(tx, { unitId: unit('SO'), roles: ['approver'], field: 'plan', on }),
  )
  expect(officers.map(({ name }) => name)).toEqual(['a-chinh', 'c-muc', 'd-thay'])
})

describe('the unit above all that one works at', () => {
  const above = async (accountId: string, field?: string, day = on) =>
    (await within((tx) => store.findUnitAbove(tx, { accountId, on: day, ...(field && { field }) }))).map((row) => [
      row.id,
      row.field,
    ])

  test.each<[string, string[], string | undefined, [string, string] | undefined]>([
    ['the one, where there is one', ['102 editor plan'], undefined, ['102', 'plan']],
    ['the lowest that has both', ['101 editor plan', '102 editor plan'], undefined, ['01', 'plan']],
    ['one of them, where it has the other', ['SO editor', 'TRUONG editor'], undefined, ['SO', 'all']],
    ['for all fields, where they differ', ['101 editor plan', '102 editor collection'], undefined, ['01', 'all']],
    ['of what is held for a field', ['101 editor plan', '102 editor collection'], 'plan', ['101', 'plan']],
    ['with what is held for all', ['101 editor plan', '102 editor all'], 'plan', ['01', 'all']],
    ['none, where all is over', [`102 editor all 2026-01-01 ${on}`], undefined, undefined],
    ['none, where nothing is held', [], undefined, undefined],
    ['also of what is held later', ['102 editor all 2027-01-01'], undefined, ['102', 'all']],
  ])('%s', async (_, held, field, expected) => {
    const me = await person()
    for (const each of held) await grant(me, each)
    expect(await above(me, field)).toEqual(expected ? [[unit(expected[0]), expected[1]]] : [])
  })

  test('does not look at where roles will follow to before they do', async () => {
    const me = await person()
    await grant(me, '102 editor')
    const following = await grant(me, '103 editor all 2027-01-01')
    await database.pool.query('update access.role_grant set decision_id = $2 where id = $1', [following, newId()])
    expect(await above(me)).toEqual([[unit('102'), 'all']])
    expect(await above(me, undefined, '2027-01-01')).toEqual([[unit('01'), 'all']])
  })
})

test('units of a role are those of the very grants as they are called on the day, by code and once each; in sight is what is below', async () => {
  const [me, other] = [await person(), await person()]
  for (const held of ['TRUONG editor', 'SO editor plan', 'SO editor', '102 reader']) await grant(me, held)
  await grant(other, '101 editor')
  await delegate(other, me)
  const asked = { accountId: me, roles: ['editor'], field: 'plan' }
  const units = async (day: string) =>
    (await within((tx) => store.listRoleUnits(tx, { ...asked, on: day }))).map(({ name }) => name)
  expect(await units(on)).toEqual(['Phường Sông', 'Sở Giáo dục và Đào tạo', 'Trường Cao đẳng Nghề'])
  await decide(database, '2027-01-01', [
    { kind: 'rename', code: '101', name: 'Sông Lớn' },
    { kind: 'open', unit: { ...newCommune('BAN', 'Ban'), kind: 'agency', type: 'Ban', parent: 'SO' } },
  ])
  expect((await units('2027-01-01'))[0]).toBe('Phường Sông Lớn')
  const inSight = async (day: string) =>
    (await within((tx) => store.listInSight(tx, { ...asked, on: day }))).map(({ id, field }) => `${id} ${field}`).sort()
  const office = await unitOn(database, 'BAN', '2027-01-01')
  const [so, college, river] = [unit('SO'), unit('TRUONG'), unit('101')]
  const now = [`${so} all`, `${so} plan`, `${college} all`, `${college} plan`, `${river} all`]
  expect(await inSight(on)).toEqual([...now].sort())
  expect(await inSight('2027-01-01')).toEqual([...now, `${office} all`, `${office} plan`].sort())
})

test('an API token is live to the end of its last day, until it is revoked or its account is disabled', async () => {
  const me = await person('Tôi')
  const id = newId()
  const made = { token_hash: 'dau', account_id: me, name: 'Máy', scopes: ['read'], created_at: at }
  await insertRow(database, 'access.api_token', { id, ...made, expires_on: on })
  const live = async (day: string) =>
    (await within((tx) => store.findLiveToken(tx, { tokenHash: 'dau', on: day }))).length
  expect([await live('2026-11-01'), await live(on), await live('2026-11-03')]).toEqual([1, 1, 0])
  await within((tx) => store.setDisabled(tx, me, at))
  expect(await live(on)).toBe(0)
  await within((tx) => store.setDisabled(tx, me, null))
  expect(await live(on)).toBe(1)
  await database.pool.query('update access.api_token set revoked_at = $2 where id = $1', [id, at])
  expect(await live(on)).toBe(0)
})
