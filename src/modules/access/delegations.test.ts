/** Delegations: the days they last as a table, what a delegate may while they do, who makes and ends them, and what the log says. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Caller, operatorCaller, type Role, rolesIncluding } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine, testNow } from '#test/machine.ts'
import { callerOf, emailOf, type SmallCityPerson, smallCity, unitIdOf } from '#test/worlds/small-city.ts'
import { auditEntries, auditEntry } from './audit/audit.operations.ts'
import { delegate, endDelegation, listDelegations } from './delegations.operations.ts'
import { delegationFault } from './delegations.rules.ts'
import { accountsWithRole, findActiveAccount, roleUnits } from './index.ts'
import { disableAccount, enableAccount, endGrant, grantRole, myAccount } from './roles.operations.ts'

const clock = handClock()
const database = await testDatabase(smallCity)
const machine = await testMachine(database, { clock })
const operator = operatorCaller('command')
const until = '2026-11-16'

async function idOf(person: SmallCityPerson): Promise<string> {
  return (await callerOf(database, person)).account?.id ?? ''
}

/** Whose right it is by which a person has a role today; undefined where they have none. */
async function by(
  person: SmallCityPerson,
  role: Role,
  unit: string,
  field = 'collection',
): Promise<string | undefined> {
  const input = {
    accountId: await idOf(person),
    roles: rolesIncluding(role),
    unitId: await unitIdOf(database, unit),
    field,
  }
  const on = new Date(clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
  return (await database.kysely.transaction().execute((tx) => machine.authority.holds(tx, { ...input, on })))?.name
}

function give(caller: Caller, delegator: SmallCityPerson, to: SmallCityPerson, more: object = {}) {
  const input = { delegator: emailOf(delegator), delegate: emailOf(to), field: 'collection', until, ...more }
  return perform(machine, delegate, caller, input)
}

beforeEach(async () => {
  clock.set(testNow)
  await database.pool.query('delete from access.delegation')
})

describe('the days of a delegation', () => {
  test.each([
    ['2026-11-02', '2026-11-03', undefined],
    ['2026-11-02', '2027-11-02', undefined],
    ['2026-12-01', '2027-12-01', undefined],
    ['2026-11-01', '2026-11-03', 'in-past'],
    ['2026-11-02', '2026-11-02', 'no-day'],
    ['2026-12-01', '2026-11-30', 'no-day'],
    ['2026-11-02', '2027-11-03', 'too-long'],
  ])('from %s until %s: %s', (from, until, fault) => {
    expect(delegationFault('2026-11-02', { from, until })).toBe(fault)
  })
})

describe('a delegate', () => {
  test('may what the delegator may, in that field, until the clock says so', async () => {
    await give(await callerOf(database, 'song-duyet'), 'song-duyet', 'khach', { from: '2026-11-05' })
    const answers = async () => [await by('khach', 'approver', '101'), await by('khach', 'approver', '101', 'plan')]
    expect(await answers()).toEqual([undefined, undefined])
    clock.set('2026-11-04T17:00:00Z')
    expect(await answers()).toEqual(['Bùi Sông Duyệt', undefined])
    expect(await by('khach', 'administrator', '101')).toBeUndefined()
    expect(await by('khach', 'reader', '102')).toBeUndefined()
    clock.set('2026-11-15T16:59:59Z')
    expect(await answers()).toEqual(['Bùi Sông Duyệt', undefined])
    clock.set('2026-11-15T17:00:00Z')
    expect(await answers()).toEqual([undefined, undefined])
  })

  test('holds what is theirs by their own right, and does not pass on what is not', async () => {
    await give(await callerOf(database, 'song-duyet'), 'song-duyet', 'song-nhap')
    expect(await by('song-nhap', 'editor', '101')).toBe('Đặng Sông Nhập')
    expect(await by('song-nhap', 'approver', '101')).toBe('Bùi Sông Duyệt')
    await give(await callerOf(database, 'song-nhap'), 'song-nhap', 'khach')
    expect(await by('khach', 'editor', '101')).toBe('Đặng Sông Nhập')
    expect(await by('khach', 'approver', '101')).toBeUndefined()
  })

  test.each([
    ['all', 'all', 'collection', true],
    ['all', 'all', 'all', true],
    ['all', 'collection', 'collection', true],
    ['all', 'collection', 'all', false],
    ['collection', 'all', 'collection', true],
    ['collection', 'all', 'plan', false],
    ['collection', 'all', 'all', false],
    ['collection', 'collection', 'any', true],
  ])('of a role for %s, delegated for %s, has it for %s: %s', async (held, delegated, input, expected) => {
    const { id } = await perform(machine, grantRole, operator, {
      email: emailOf('khach'),
      unit: '103',
      role: 'editor',
      field: held,
    })
    await give(operator, 'khach', 'so-nhap', { field: delegated })
    expect((await by('so-nhap', 'editor', '103', input)) !== undefined).toBe(expected)
    await perform(machine, endGrant, operator, { grant: id })
    expect(await by('so-nhap', 'editor', '103', input)).toBeUndefined()
  })

  test('has nothing of a delegator who is kept out', async () => {
    await give(operator, 'song-duyet', 'khach')
    await perform(machine, disableAccount, operator, { email: emailOf('song-duyet') })
    expect(await by('khach', 'approver', '101')).toBeUndefined()
    await perform(machine, enableAccount, operator, { email: emailOf('song-duyet') })
    expect(await by('khach', 'approver', '101')).toBe('Bùi Sông Duyệt')
  })

  test('is written to, finds the work and the menu of the delegator, and sees on whose behalf', async () => {
    await give(operator, 'song-duyet', 'khach')
    const id = await idOf('khach')
    const unitId = await unitIdOf(database, '101')
    const role = { role: 'approver', field: 'collection', on: '2026-11-02' } as const
    const within = <T>(work: (tx: Parameters<typeof roleUnits>[0]) => Promise<T>) =>
      database.kysely.transaction().execute(work)
    expect((await within((tx) => roleUnits(tx, id, role))).map((unit) => unit.code)).toEqual(['101'])
    expect((await within((tx) => roleUnits(tx, id, { ...role, field: 'plan' }))).length).toBe(0)
    const officers = await within((tx) => accountsWithRole(tx, { unitId, ...role }))
    expect(officers.map((officer) => officer.email)).toContain(emailOf('khach'))
    const [account] = await findActiveAccount(database.kysely, { id, on: '2026-11-02' })
    expect(account?.roles).toEqual(['approver'])
    const me = await perform(machine, myAccount, await callerOf(database, 'khach'), {})
    expect([me.grants, me.delegated]).toMatchObject([
      [],
      [{ holder: 'Bùi Sông Duyệt', role: 'approver', field: 'collection', unit: { code: '101' }, validTo: until }],
    ])
    const delegator = await perform(machine, myAccount, await callerOf(database, 'song-duyet'), {})
    expect(delegator.delegations).toMatchObject([{ delegate: { name: 'Cao Khách' }, field: 'collection' }])
  })
})

describe('making and ending', () => {
  test.each([
    ['the holder', 'song-duyet', true],
    ['an administrator of all that is held', 'song-quan-tri', true],
    ['the city’s administrator', 'pho-quan-tri', true],
    ['the delegate to be', 'khach', false],
    ['somebody beside', 'song-nhap', false],
    ['an administrator elsewhere', 'doi-quan-tri', false],
  ] as const)('by %s: %s', async (_, person, expected) => {
    const input = give(await callerOf(database, person), 'song-duyet', 'khach')
    if (expected) expect((await input).id).toBeTruthy()
    else await expect(input).rejects.toMatchObject({ status: 403 })
  })

  test('a small role elsewhere takes an administrator above both', async () => {
    await perform(machine, grantRole, operator, {
      email: emailOf('song-doc'),
      unit: '103',
      role: 'reader',
      field: 'plan',
    })
    const commune = await callerOf(database, 'song-quan-tri')
    await expect(give(commune, 'song-doc', 'khach', { field: 'all' })).rejects.toMatchObject({ status: 403 })
    // In this field it is held at the commune alone.
    await give(commune, 'song-doc', 'khach')
  })

  test.each([
    [{ until: '2026-11-02' }, 'access.grantLives', 'until'],
    [{ until: '2028-11-02' }, 'access.delegationTooLong', 'until'],
    [{ from: '2026-11-01' }, 'access.delegationInPast', 'from'],
    [{ delegate: emailOf('song-duyet') }, 'access.delegatesToSelf', 'delegate'],
    [{ delegate: 'x@y.example' }, 'access.unknownAccount', 'delegate'],
    [{ field: 'weather' }, 'access.unknownField', 'field'],
    [{ delegator: emailOf('khach'), delegate: emailOf('so-nhap') }, 'access.nothingToDelegate', 'delegator'],
  ])('refuses %o as %s', async (wrong, code, at) => {
    await expect(give(operator, 'song-duyet', 'khach', wrong)).rejects.toMatchObject({
      problems: [{ code, path: [at] }],
    })
  })

  test('the same twice at once is refused', async () => {
    await give(operator, 'song-duyet', 'khach')
    await expect(give(operator, 'song-duyet', 'khach')).rejects.toMatchObject({
      problems: [{ code: 'access.alreadyDelegated' }],
    })
  })

  test.each([
    ['the delegator', 'song-duyet', true],
    ['the delegate', 'khach', true],
    ['an administrator of all that is held', 'song-quan-tri', true],
    ['somebody beside', 'song-nhap', false],
    ['an administrator elsewhere', 'doi-quan-tri', false],
  ] as const)('ended by %s: %s', async (_, person, expected) => {
    const { id } = await give(operator, 'song-duyet', 'khach')
    const answer = perform(machine, endDelegation, await callerOf(database, person), { delegation: id })
    if (expected) await answer
    else await expect(answer).rejects.toMatchObject({ status: 403 })
    expect(await by('khach', 'approver', '101')).toBe(expected ? undefined : 'Bùi Sông Duyệt')
  })

  test('a unit’s administrators see those of their people, page after page, until they end', async () => {
    await give(operator, 'song-duyet', 'khach')
    await give(operator, 'song-nhap', 'khach')
    await give(operator, 'doi-nhap', 'khach')
    const caller = await callerOf(database, 'song-quan-tri')
    const first = await perform(machine, listDelegations, caller, { unit: '101', limit: 1 })
    const second = await perform(machine, listDelegations, caller, { unit: '101', limit: 1, after: first.next })
    expect([...first.rows, ...second.rows].map((row) => row.delegator.email)).toEqual([
      emailOf('song-nhap'),
      emailOf('song-duyet'),
    ])
    expect(second.next).toBeUndefined()
    clock.set('2026-11-20T02:00:00Z')
    expect((await perform(machine, listDelegations, caller, { unit: '101' })).rows).toEqual([])
  })
})

describe('the log', () => {
  test('says who did it and on whose behalf, and finds it by either', async () => {
    await give(operator, 'song-quan-tri', 'so-nhap', { field: 'all' })
    const caller = await callerOf(database, 'so-nhap')
    await perform(machine, grantRole, caller, {
      email: emailOf('khach'),
      unit: '101',
      role: 'reader',
      field: 'reports',
    })
    const auditor = await callerOf(database, 'song-kiem-toan')
    const result = async (account: SmallCityPerson) =>
      (
        await perform(machine, auditEntries, auditor, {
          unit: '101',
          account: emailOf(account),
          operation: 'access.grantRole',
        })
      ).rows
    const [entry] = await result('song-quan-tri')
    expect((await result('so-nhap'))[0]?.seq).toBe(entry?.seq)
    const { actor, detail } = await perform(machine, auditEntry, auditor, { seq: entry?.seq })
    expect([actor, detail.onBehalfOf?.name, detail.field]).toEqual(['Trịnh Sở Nhập', 'Đỗ Sông Quản Trị', 'reports'])
    const own = await perform(machine, grantRole, await callerOf(database, 'song-quan-tri'), {
      ...{ email: emailOf('khach'), unit: '101', role: 'reader', field: 'plan' },
    })
    expect(own.id).toBeTruthy()
    const [second] = await result('song-quan-tri')
    expect((await perform(machine, auditEntry, auditor, { seq: second?.seq })).detail.onBehalfOf).toBeUndefined()
  })
})
