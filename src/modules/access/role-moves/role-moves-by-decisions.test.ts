/** Roles that follow their units through real decisions, and back. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { UnitChange } from '#modules/organisation'
import { previewDecision, putInForce, revertDecision } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import type { Event } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { callerOf, emailOf, type SmallCityPerson, smallCity } from '#test/worlds/small-city.ts'
import { invite } from '../invitations.operations.ts'
import { disableAccount, enableAccount, endGrant, grantRole } from '../roles.operations.ts'
import { followRoles, foreseeRoles, movesOf, prepareRoleMoved, unfollowRoles } from './role-moves.operations.ts'

const at = new Date('2026-11-02T02:00:00Z')
const decision = 'Nghị quyết 7/NQ-UB'
const newDay = '2027-01-01'
const joined: UnitChange[] = [{ kind: 'merge', from: ['102'], into: '103' }]

async function world() {
  const database = await testDatabase(smallCity)
  const machine = await testMachine(database)
  const events: Event[] = []
  const publish = async (event: Event) => void events.push(event)
  const within = <T>(work: (tx: Tx) => Promise<T>) => database.kysely.transaction().execute(work)
  const applyDecision = (changes: UnitChange[], on = newDay) =>
    within(async (tx) => {
      const id = newId()
      const unitEffects = await putInForce(tx, { id, on, title: 'Sắp xếp', basis: decision, changes }, { at, newId })
      const roles = await followRoles(tx, unitEffects, { decisionId: id, decision, at, newId, publish })
      return { id, unitEffects, roles }
    })
  const revoke = (id: string) =>
    within(async (tx) => {
      await revertDecision(tx, id, { at, newId, today: '2026-11-02' })
      await unfollowRoles(tx, id, { at, publish })
    })
  const give = (person: SmallCityPerson, unit: string, role: string, from?: string, until?: string) =>
    perform(machine, grantRole, operatorCaller('command'), { email: emailOf(person), unit, role, from, until })
  return { database, machine, events, within, applyDecision, revoke, give }
}

/** What a person holds, as `role unit from until`; what never begins is left out. */
async function held(database: Database, person: SmallCityPerson): Promise<string[]> {
  const { rows } = await database.pool.query<{ line: string }>(
    `select concat_ws(' ', held.role, unit.code, held.valid_from::text, held.valid_to::text) as line
     from access.role_grant held join access.account on account.id = held.account_id
     join organisation.unit on unit.id = held.unit_id
     where account.email = $1 and held.valid_to > held.valid_from order by held.valid_from, unit.code, held.role`,
    [emailOf(person)],
  )
  return rows.map((row) => row.line)
}

async function idOf(database: Database, person: SmallCityPerson): Promise<string> {
  const result = await database.pool.query<{ id: string }>('select id from access.account where email = $1', [
    emailOf(person),
  ])
  return result.rows[0]?.id ?? ''
}

describe('a unit that goes wholly into another', () => {
  test('takes its roles along from the day on, each once, and tells their people', async () => {
    const { database, events, applyDecision, give } = await world()
    await give('so-nhap', '102', 'editor', '2027-03-01')
    await give('pho-nhap', '102', 'editor', '2026-01-01')
    const { roles, id } = await applyDecision(joined)
    expect(await held(database, 'doi-nhap')).toEqual([
      'editor 102 2026-01-01 2027-01-01',
      'editor 103 2027-01-01 infinity',
    ])
    // One that begins later is moved whole.
    expect(await held(database, 'so-nhap')).toEqual(['editor SO 2026-01-01 infinity', 'editor 103 2027-03-01 infinity'])
    // The city is above: nothing to add there.
    expect(await held(database, 'pho-nhap')).toEqual([
      'editor 01 2026-01-01 infinity',
      'editor 102 2026-01-01 2027-01-01',
    ])
    expect(await held(database, 'song-nhap')).toEqual(['editor 101 2026-01-01 infinity'])
    expect(
      roles.map((each) => `${each.account.email} ${each.role} ${each.from.code} ${each.to[0]?.code} ${each.why}`),
    ).toEqual([
      'doi-doc@nho.example reader 102 103 whole',
      'doi-duyet@nho.example approver 102 103 whole',
      'doi-kiem-toan@nho.example auditor 102 103 whole',
      'doi-nhap@nho.example editor 102 103 whole',
      'doi-quan-tri@nho.example administrator 102 103 whole',
      'pho-nhap@nho.example editor 102 103 whole',
      'so-nhap@nho.example editor 102 103 whole',
    ])
    expect(events).toHaveLength(7)
    expect(events[0]).toEqual({
      name: 'access.rolesMoved',
      payload: { decisionId: id, accountId: await idOf(database, 'doi-doc') },
    })
  })

  test('is foreseen as it comes, and foreseeing writes nothing', async () => {
    const { database, within, applyDecision } = await world()
    const before = await held(database, 'doi-nhap')
    const foreseen = await within(async (tx) => {
      const proposal = { on: newDay, title: 'Sắp xếp', basis: decision, changes: joined }
      const { unitEffects } = await previewDecision(tx, proposal, newId)
      return foreseeRoles(tx, unitEffects)
    })
    expect(await held(database, 'doi-nhap')).toEqual(before)
    expect(foreseen).toEqual((await applyDecision(joined)).roles)
  })

  test('two units into one give a role once, also into one that the decision opens', async () => {
    const { database, applyDecision, give } = await world()
    await give('doi-nhap', '101', 'editor', '2026-06-01', '2027-06-01')
    const unit = {
      ...{ code: '104', kind: 'commune', name: 'Mới', type: 'Phường', parent: '01' },
      ...{ areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null },
    }
    await applyDecision([{ kind: 'merge', from: ['101', '102'], into: unit }])
    expect(await held(database, 'doi-nhap')).toEqual([
      'editor 102 2026-01-01 2027-01-01',
      'editor 101 2026-06-01 2027-01-01',
      'editor 104 2027-01-01 infinity',
    ])
  })
})

test('of a divided unit roles go with the greatest part, and the others are named', async () => {
  const { applyDecision } = await world()
  const into = [
    { unit: '101', share: 0.3, people: null },
    { unit: '103', share: 0.7, people: null },
  ]
  const { roles } = await applyDecision([{ kind: 'split', from: '102', into }])
  expect(roles.map(({ to, others, why }) => [to[0]?.code, others.map((other) => other.code), why])).toEqual(
    Array.from({ length: 5 }, () => ['103', ['101'], 'greatest-part']),
  )
})

test('an agency that ends without a successor ends its roles', async () => {
  const { database, applyDecision, give, machine } = await world()
  await give('khach', 'TRUONG', 'editor', '2026-01-01')
  const { roles, id } = await applyDecision([{ kind: 'close', code: 'TRUONG' }])
  expect(roles.map(({ to, why }) => [to, why])).toEqual([[[], 'no-successor']])
  expect(await held(database, 'khach')).toEqual(['editor TRUONG 2026-01-01 2027-01-01'])
  const input = { decisionId: id, accountId: await idOf(database, 'khach') }
  const { letter } = await perform(machine, prepareRoleMoved, operatorCaller('job'), input)
  expect(letter?.text).toContain(
    'Thôi quyền Người nhập tại Cao đẳng Nghề; không có đơn vị tiếp nhận.'.replace('Cao', 'Trường Cao'),
  )
})

describe('a decision taken back', () => {
  test('leaves every role as it was, in a unit it opened and elsewhere, and says so by letter', async () => {
    const { database, machine, applyDecision, revoke, give } = await world()
    await give('so-nhap', '102', 'editor', '2027-03-01')
    const unit = {
      ...{ code: '102', kind: 'commune', name: 'Đồi Mới', type: 'Phường', parent: '01' },
      ...{ areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null },
    }
    const people = ['doi-nhap', 'doi-quan-tri', 'so-nhap', 'pho-nhap'] as const
    const all = () => Promise.all(people.map((person) => held(database, person)))
    const before = await all()
    const { id } = await applyDecision([{ kind: 'merge', from: ['102', '103'], into: unit }])
    expect(await all()).not.toEqual(before)
    const mayDisable = { email: emailOf('doi-nhap') }
    // Until the day they are whom their own administrators answer for.
    const keeper = await callerOf(database, 'doi-quan-tri')
    await perform(machine, disableAccount, keeper, mayDisable)
    await perform(machine, enableAccount, keeper, mayDisable)
    const account = await idOf(database, 'doi-nhap')
    const ask = { decisionId: id, accountId: account }
    const moved = await perform(machine, prepareRoleMoved, operatorCaller('job'), ask)
    expect(moved.letter?.text).toContain(
      'Thôi quyền Người nhập tại Xã Đồi; bắt đầu quyền Người nhập tại Phường Đồi Mới.',
    )
    await revoke(id)
    expect(await all()).toEqual(before)
    const stays = await perform(machine, prepareRoleMoved, operatorCaller('job'), ask)
    expect(stays.letter?.text).toContain('- Người nhập tại Xã Đồi')
    expect(stays.letter?.subject).toBe('Quyền của bạn giữ nguyên')
  })

  test('does not bring back a role that was ended meanwhile, nor double one given anew', async () => {
    const { database, machine, applyDecision, revoke, give } = await world()
    const { id } = await applyDecision(joined)
    const ended = await database.pool.query<{ id: string }>(
      `select held.id from access.role_grant held join access.account on account.id = held.account_id
       join organisation.unit on unit.id = held.unit_id where account.email = $1 and unit.code = '102'`,
      [emailOf('doi-nhap')],
    )
    await perform(machine, endGrant, operatorCaller('command'), { grant: ended.rows[0]?.id })
    await give('doi-doc', '102', 'reader', '2027-05-01')
    await revoke(id)
    expect(await held(database, 'doi-nhap')).toEqual(['editor 102 2026-01-01 2026-11-02'])
    expect(await held(database, 'doi-doc')).toEqual([
      'reader 102 2026-01-01 2027-05-01',
      'reader 102 2027-05-01 infinity',
    ])
  })
})

test('called again, it moves what was given since, and open invitations once the day has come', async () => {
  const { database, machine, within, applyDecision, give, events } = await world()
  const { id, unitEffects } = await applyDecision(joined)
  await give('khach', '102', 'reader', '2026-12-01')
  const person = { email: 'moi@nho.example', name: 'Tạ Mới', unit: '102', role: 'editor' }
  await perform(machine, invite, operatorCaller('command'), person)
  const count = events.length
  const publish = async (event: Event) => void events.push(event)
  const invitedTo = async () => {
    const { rows } = await database.pool.query<{ code: string }>(
      'select code from access.invitation join organisation.unit on unit.id = unit_id',
    )
    return rows[0]?.code
  }
  const follow = (when: string) =>
    within((tx) => followRoles(tx, unitEffects, { decisionId: id, decision, at: new Date(when), newId, publish }))
  await follow('2026-12-15T02:00:00Z')
  expect([await held(database, 'khach'), await invitedTo()]).toEqual([
    ['reader 102 2026-12-01 2027-01-01', 'reader 103 2027-01-01 infinity'],
    '102',
  ])
  expect(events.length).toBe(count + 1)
  await follow('2027-01-01T02:00:00Z')
  expect([await invitedTo(), events.length]).toEqual(['103', count + 1])
})

test('people are told for a while, before and after the day', async () => {
  const { database, within, applyDecision } = await world()
  await applyDecision(joined)
  const account = await idOf(database, 'doi-nhap')
  const told = (today: string) => within((tx) => movesOf(tx, account, today))
  const move = { role: 'editor', field: 'all', from: 'Xã Đồi', to: 'Phường Chợ', on: newDay, decision }
  expect(await Promise.all(['2026-11-02', '2027-03-31', '2027-05-01'].map(told))).toEqual([[move], [move], []])
})
