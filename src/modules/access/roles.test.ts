/** Roles at units and everything under them: who holds what when, and who may give, end and disable. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operatorCaller, type Role, roles, rolesIncluding } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import {
  callerOf,
  emailOf,
  type SmallCityPerson,
  smallCity,
  smallCityPeople,
  unitIdOf,
} from '#test/worlds/small-city.ts'
import { accountsWithRole, grantsOf, nameOfAccounts, roleUnits } from './index.ts'
import { createAccount, disableAccount, endGrant, grantRole, listAccounts, myAccount } from './roles.operations.ts'

const clock = handClock()
const database = await testDatabase(smallCity)
const machine = await testMachine(database, { clock })
const today = '2026-11-02'
const operator = operatorCaller('command')

async function idOf(person: SmallCityPerson): Promise<string> {
  const { account } = await callerOf(database, person)
  if (!account) throw new Error(person)
  return account.id
}

function inTransaction<T>(read: (tx: Parameters<typeof machine.authority.holds>[0]) => Promise<T>): Promise<T> {
  return database.kysely.transaction().execute(read)
}

async function holds(
  person: SmallCityPerson,
  held: readonly Role[],
  unit: string,
  on = today,
  field = 'collection',
): Promise<boolean> {
  const [accountId, unitId] = [await idOf(person), await unitIdOf(database, unit)]
  const input = { accountId, roles: held, unitId, field, on }
  return (await inTransaction((tx) => machine.authority.holds(tx, input))) !== undefined
}

/** The small city's tree, told once more by hand. */
const above: Record<string, string | undefined> = { '101': '01', '102': '01', '103': '01', SO: '01', TRUONG: 'SO' }
function isUnder(unit: string | undefined, top: string): boolean {
  return unit !== undefined && (unit === top || isUnder(above[unit], top))
}

describe('holding a role', () => {
  test('is what the tree and the ladder say, for every person, role and unit', async () => {
    const persons = Object.keys(smallCityPeople) as SmallCityPerson[]
    const anyCase = fc.tuple(
      fc.constantFrom(...persons),
      fc.constantFrom(...roles),
      fc.constantFrom('01', '101', '102', '103', 'SO', 'TRUONG'),
    )
    await fc.assert(
      fc.asyncProperty(anyCase, async ([person, role, unit]) => {
        const { role: own, unit: at } = smallCityPeople[person]
        const expected = own !== undefined && rolesIncluding(role).includes(own) && isUnder(unit, at)
        expect(await holds(person, rolesIncluding(role), unit)).toBe(expected)
      }),
      { numRuns: 150 },
    )
  })

  test('follows the tree of its day: a commune that ended is its heirs’, and no longer theirs who were above it', async () => {
    const district = await unitIdOf(database, '011')
    await database.pool.query(
      `insert into access.role_grant (id, account_id, unit_id, role, field, valid_from, granted_at)
       values (gen_random_uuid(), $1, $2, 'reader', 'all', '2024-01-01', now())`,
      [await idOf('khach'), district],
    )
    const days = ['2025-06-30', '2025-07-01', today]
    const answers = (person: SmallCityPerson, role: Role) =>
      Promise.all(days.map((day) => holds(person, rolesIncluding(role), '901', day)))
    expect(await answers('khach', 'reader')).toEqual([true, false, false])
    // Theirs is 102, which took it over; their roles begin in 2026.
    expect(await answers('doi-doc', 'reader')).toEqual([false, false, true])
    expect(await answers('song-doc', 'reader')).toEqual([false, false, false])
  })

  test('begins on its first day and ends before its last', async () => {
    const input = { email: emailOf('so-nhap'), unit: '103', role: 'editor', from: '2026-12-01', until: '2026-12-31' }
    await perform(machine, grantRole, operator, input)
    const days = ['2026-11-30', '2026-12-01', '2026-12-30', '2026-12-31']
    expect(await Promise.all(days.map((day) => holds('so-nhap', ['editor'], '103', day)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('ends with the account', async () => {
    expect(await holds('song-duyet', ['approver'], '101')).toBe(true)
    await perform(machine, disableAccount, operator, { email: emailOf('song-duyet') })
    expect(await holds('song-duyet', ['approver'], '101')).toBe(false)
  })
})

describe('giving and ending', () => {
  const guest = { email: emailOf('khach'), role: 'editor' }

  test('an administrator gives any role at the unit and below, and none elsewhere or above', async () => {
    const administrator = await callerOf(database, 'doi-quan-tri')
    await perform(machine, grantRole, administrator, { ...guest, role: 'administrator', unit: '102' })
    for (const unit of ['101', '01', 'SO']) {
      await expect(perform(machine, grantRole, administrator, { ...guest, unit })).rejects.toMatchObject({
        status: 403,
      })
    }
  })

  test.each([
    [{ unit: '999' }, 'organisation.unknownUnit', 404],
    [{ unit: '901' }, 'organisation.unknownUnitThen', 404],
    [{ email: 'la@nho.example' }, 'access.unknownAccount', 422],
    [{ until: '2026-11-02' }, 'access.grantLives', 422],
    [{ role: 'chief' }, 'platform.notOneOf', 422],
  ])('refuses %o', async (wrong, code, status) => {
    const answer = perform(machine, grantRole, operator, { ...guest, unit: '101', ...wrong })
    await expect(answer).rejects.toMatchObject({ status, problems: [{ code }] })
  })

  test('the same role twice at once is refused, and again after the first has ended is not', async () => {
    const input = { email: emailOf('pho-doc'), unit: '103', role: 'approver' }
    const { id } = await perform(machine, grantRole, operator, input)
    const twice = perform(machine, grantRole, operator, input)
    await expect(twice).rejects.toMatchObject({ problems: [{ code: 'access.alreadyHeld' }] })
    await perform(machine, endGrant, await callerOf(database, 'pho-quan-tri'), { grant: id })
    expect(await holds('pho-doc', ['approver'], '103')).toBe(false)
    await perform(machine, grantRole, operator, input)
    expect(await holds('pho-doc', ['approver'], '103')).toBe(true)
  })

  test('a grant is ended by who administers its unit, not by who holds it elsewhere', async () => {
    const { id } = await perform(machine, grantRole, operator, { ...guest, unit: '101' })
    const elsewhere = perform(machine, endGrant, await callerOf(database, 'doi-quan-tri'), { grant: id })
    await expect(elsewhere).rejects.toMatchObject({ status: 403 })
    await perform(machine, endGrant, await callerOf(database, 'song-quan-tri'), { grant: id })
  })
})

describe('disabling', () => {
  test('is for who administers everything the account holds: a small role in a commune does not open the city’s people', async () => {
    await perform(machine, grantRole, operator, { email: emailOf('pho-duyet'), unit: '101', role: 'reader' })
    const input = { email: emailOf('pho-duyet') }
    const byCommune = perform(machine, disableAccount, await callerOf(database, 'song-quan-tri'), input)
    await expect(byCommune).rejects.toMatchObject({ status: 403 })
    await perform(machine, disableAccount, await callerOf(database, 'pho-quan-tri'), input)
  })

  test('an account that holds nothing is the city’s, and an unknown one nobody’s', async () => {
    await perform(machine, createAccount, operator, { email: 'moi@nho.example', name: 'Mới' })
    const input = { email: 'moi@nho.example' }
    const byCommune = perform(machine, disableAccount, await callerOf(database, 'song-quan-tri'), input)
    await expect(byCommune).rejects.toMatchObject({ status: 403 })
    await perform(machine, disableAccount, await callerOf(database, 'pho-quan-tri'), input)
    const unknown = perform(machine, disableAccount, await callerOf(database, 'pho-quan-tri'), { email: 'x@y.example' })
    await expect(unknown).rejects.toMatchObject({ status: 403 })
  })
})

describe('what others ask', () => {
  test('a page of people goes on by key and shows each once', async () => {
    const caller = await callerOf(database, 'pho-quan-tri')
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await perform(machine, listAccounts, caller, { unit: '01', limit: 4, after })
      seen.push(...page.rows.map((row) => row.email))
      after = page.next
    } while (after)
    expect(seen).toEqual([...new Set(seen)].sort())
    expect(seen.length).toBe(Object.keys(smallCityPeople).length)
  })

  test('whom to write to about a unit: those at the very unit, with the role or more, who may still come in', async () => {
    const unitId = await unitIdOf(database, '102')
    const emails = async (role: Role) =>
      (await inTransaction((tx) => accountsWithRole(tx, { unitId, role, field: 'collection', on: today }))).map(
        (officer) => officer.email,
      )
    expect(await emails('approver')).toEqual([emailOf('doi-duyet'), emailOf('doi-quan-tri'), emailOf('khach')])
    expect(await emails('auditor')).toEqual([emailOf('doi-kiem-toan')])
  })

  test('one’s own account, grants, names and units of work', async () => {
    const caller = await callerOf(database, 'doi-nhap')
    expect(await perform(machine, myAccount, caller, {})).toMatchObject({
      email: emailOf('doi-nhap'),
      hasPassword: true,
      grants: [{ role: 'editor', unit: { code: '102', name: 'Xã Đồi' }, validTo: null }],
    })
    const id = await idOf('doi-nhap')
    const result = await inTransaction(async (tx) => ({
      grants: await grantsOf(tx, id, today),
      names: await nameOfAccounts(tx, [id]),
      units: await roleUnits(tx, id, { role: 'reader', field: 'collection', on: today }),
    }))
    expect(result.grants.map((grant) => grant.unit.code)).toEqual(['102'])
    expect(result.names.get(id)).toBe('Dương Đồi Nhập')
    expect(result.units.map((unit) => unit.code)).toEqual(['102'])
  })

  test('two accounts never share an e-mail, whatever its case', async () => {
    const answer = perform(machine, createAccount, operator, { email: 'SONG-DOC@nho.example', name: 'Ai' })
    await expect(answer).rejects.toMatchObject({ problems: [{ code: 'access.emailTaken', path: ['email'] }] })
  })
})
