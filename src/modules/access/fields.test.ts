/** Roles for one field of work: what they open, who gives them, what of a unit's people and log they show, and how they move. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { putInForce, revertDecision } from '#modules/organisation'
import { type Caller, operatorCaller, rolesIncluding } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { callerOf, emailOf, type SmallCityPerson, smallCity, unitIdOf } from '#test/worlds/small-city.ts'
import { auditEntries, auditEntry } from './audit/audit.operations.ts'
import { fieldsToGive } from './fields.operations.ts'
import { acceptInvitation, invite, openInvitations, prepareInvitation } from './invitations.operations.ts'
import { followRoles, prepareRoleMoved, unfollowRoles } from './role-moves/role-moves.operations.ts'
import { createAccount, disableAccount, endGrant, grantRole, listAccounts } from './roles.operations.ts'

const database = await testDatabase(smallCity)
const machine = await testMachine(database)
const operator = operatorCaller('command')
const at = new Date('2026-11-02T02:00:00Z')

/** Somebody new, who holds one role. */
async function personWith(key: string, given: { role: string; unit: string; field: string }): Promise<Caller> {
  const email = emailOf(key as SmallCityPerson)
  await perform(machine, createAccount, operator, { email, name: key })
  await perform(machine, grantRole, operator, { email, from: '2026-01-01', ...given })
  return callerOf(database, key as SmallCityPerson)
}

async function holds(caller: Caller, role: 'reader' | 'editor', unit: string, field: string): Promise<boolean> {
  const accountId = caller.account?.id ?? ''
  const input = {
    accountId,
    roles: rolesIncluding(role),
    unitId: await unitIdOf(database, unit),
    field,
    on: '2026-11-02',
  }
  return (await database.kysely.transaction().execute((tx) => machine.authority.holds(tx, input))) !== undefined
}

/** What a person holds, as `role field unit from until`; what never begins is left out. */
async function grantsOf(key: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ line: string }>(
    `select concat_ws(' ', held.role, held.field, unit.code, held.valid_from::text, held.valid_to::text) as line
     from access.role_grant held join access.account on account.id = held.account_id
     join organisation.unit on unit.id = held.unit_id
     where account.email = $1 and held.valid_to > held.valid_from order by held.valid_from, unit.code, held.field`,
    [emailOf(key as SmallCityPerson)],
  )
  return rows.map((row) => row.line)
}

/** Administrators of the commune 101 for its forms, of 101 for the plan, and of the whole of it. */
let forms: Caller
let plans: Caller
let all: Caller
beforeAll(async () => {
  forms = await personWith('bao-cao', { role: 'administrator', unit: '101', field: 'collection' })
  plans = await personWith('ke-hoach', { role: 'administrator', unit: '101', field: 'plan' })
  all = await callerOf(database, 'song-quan-tri')
})

describe('a role for one field', () => {
  test.each([
    ['collection', true],
    ['plan', false],
    ['all', false],
    ['any', true],
  ])('asked for %s it is held: %s', async (field, expected) => {
    expect(await holds(forms, 'editor', '101', field)).toBe(expected)
    expect(await holds(all, 'editor', '101', field)).toBe(true)
  })

  test('is not held elsewhere', async () => {
    expect(await holds(forms, 'reader', '102', 'collection')).toBe(false)
  })

  test('is given by who administers that field at the unit, and by nobody of another field', async () => {
    const given = (field: string | undefined) => ({ email: emailOf('khach'), unit: '101', role: 'reader', field })
    const { id } = await perform(machine, grantRole, forms, given('collection'))
    for (const field of ['plan', 'all', undefined]) {
      await expect(perform(machine, grantRole, forms, given(field))).rejects.toMatchObject({ status: 403 })
    }
    await expect(perform(machine, endGrant, plans, { grant: id })).rejects.toMatchObject({ status: 403 })
    await perform(machine, endGrant, forms, { grant: id })
  })

  test('is for a field that there is', async () => {
    const given = { email: emailOf('khach'), unit: '101', role: 'reader', field: 'weather' }
    const problem = { status: 422, problems: [{ code: 'access.unknownField', path: ['field'] }] }
    await expect(perform(machine, grantRole, all, given)).rejects.toMatchObject(problem)
    await expect(perform(machine, invite, all, { ...given, name: 'Ai' })).rejects.toMatchObject(problem)
  })

  test('stands beside the same role for another field, and not twice for one', async () => {
    const given = { email: emailOf('so-nhap'), unit: '102', role: 'reader' }
    await perform(machine, grantRole, operator, { ...given, field: 'plan' })
    await perform(machine, grantRole, operator, { ...given, field: 'collection' })
    await expect(perform(machine, grantRole, operator, { ...given, field: 'plan' })).rejects.toMatchObject({
      problems: [{ code: 'access.alreadyHeld' }],
    })
  })

  test('an account is disabled by who administers every field of what it holds', async () => {
    const person = await personWith('mot-linh-vuc', { role: 'reader', unit: '101', field: 'collection' })
    const email = emailOf('mot-linh-vuc' as SmallCityPerson)
    await expect(perform(machine, disableAccount, plans, { email })).rejects.toMatchObject({ status: 403 })
    await perform(machine, grantRole, operator, { email, unit: '101', role: 'reader', field: 'plan' })
    await expect(perform(machine, disableAccount, forms, { email })).rejects.toMatchObject({ status: 403 })
    await perform(machine, disableAccount, all, { email })
    expect(await holds(person, 'reader', '101', 'collection')).toBe(false)
  })
})

describe('the people of a unit', () => {
  test('show the fields that one gives', async () => {
    const codes = async (caller: Caller) =>
      (await perform(machine, fieldsToGive, caller, { unit: '101' })).map((field) => field.code)
    expect(await codes(forms)).toEqual(['collection'])
    expect(await codes(all)).toEqual(['all', ...machine.fields.map((field) => field.code)])
    expect(await codes(operator)).toEqual(['all', ...machine.fields.map((field) => field.code)])
    await expect(codes(await callerOf(database, 'song-duyet'))).rejects.toMatchObject({ status: 403 })
  })

  test('are those of one’s field and of all fields', async () => {
    const seen = async (caller: Caller) => {
      const { rows } = await perform(machine, listAccounts, caller, { unit: '101', limit: 100 })
      return new Set(rows.flatMap((row) => row.grants.map((grant) => grant.field)))
    }
    expect(await seen(forms)).toEqual(new Set(['collection', 'all']))
    expect(await seen(plans)).toEqual(new Set(['plan', 'all']))
    expect(await seen(all)).toEqual(new Set(['collection', 'plan', 'all']))
  })
})

describe('an invitation', () => {
  test('names its field to its reader, is seen by those of the field, and opens the role for it alone', async () => {
    const email = 'khao-sat@nho.example'
    await perform(machine, invite, forms, {
      email,
      name: 'Lò Khảo Sát',
      unit: '101',
      role: 'editor',
      field: 'collection',
    })
    const seen = async (caller: Caller) =>
      (await perform(machine, openInvitations, caller, { unit: '101' })).map((each) => [each.email, each.field])
    expect(await seen(forms)).toEqual([[email, 'collection']])
    expect(await seen(all)).toEqual([[email, 'collection']])
    expect(await seen(plans)).toEqual([])
    const { rows } = await database.pool.query('select id from access.invitation where email = $1', [email])
    const { letter } = await perform(machine, prepareInvitation, operatorCaller('job'), { invitationId: rows[0].id })
    expect(letter?.text).toContain('được mời làm Người nhập (Báo cáo tổng hợp) tại Phường Sông')
    const token = /invitations\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
    await perform(
      machine,
      acceptInvitation,
      { via: 'web' },
      { token, name: 'Lò Khảo Sát', password: 'bon mua hoa no 11' },
    )
    expect(await grantsOf('khao-sat')).toEqual(['editor collection 101 2026-11-02 infinity'])
  })
})

describe('the log', () => {
  test('shows those of one field what was done in it, and nothing of another', async () => {
    const auditor = await personWith('kiem-toan-bao-cao', { role: 'auditor', unit: '101', field: 'collection' })
    const seqs = async (caller: Caller) =>
      (await perform(machine, auditEntries, caller, { unit: '101', limit: 1000 })).rows.map((row) => row.seq)
    const [own, whole] = [await seqs(auditor), await seqs(await callerOf(database, 'song-kiem-toan'))]
    expect(own.length).toBeGreaterThan(3)
    expect(whole.length).toBeGreaterThan(own.length)
    const { rows } = await database.pool.query<{ seq: string; field: string }>(
      'select seq, platform.audit_field(operation, detail) as field from platform.audit_entry',
    )
    const fields = new Map(rows.map((row) => [Number(row.seq), row.field]))
    expect(new Set(own.map((seq) => fields.get(seq)))).toEqual(new Set(['collection']))
    const [first] = own
    const other = whole.find((seq) => fields.get(seq) === 'plan')
    await perform(machine, auditEntry, auditor, { seq: first })
    await expect(perform(machine, auditEntry, auditor, { seq: other })).rejects.toMatchObject({ status: 403 })
  })

  test('entries from before there were fields are of their module', async () => {
    const { rows } = await database.pool.query(
      `select platform.audit_field('collection.send', '{"input": {}}') as old,
         platform.audit_field('access.grantRole', '{"field": "plan"}') as now`,
    )
    expect(rows).toEqual([{ old: 'collection', now: 'plan' }])
  })
})

describe('when its unit goes into another', () => {
  test('a role keeps its field, and is given unless it is held there for it or for all', async () => {
    const field = 'collection'
    await personWith('di-mot', { role: 'editor', unit: '102', field })
    await personWith('di-hai', { role: 'editor', unit: '102', field: 'plan' })
    await personWith('di-ba', { role: 'editor', unit: '102', field })
    await perform(machine, grantRole, operator, { email: 'di-hai@nho.example', unit: '103', role: 'editor', field })
    await perform(machine, grantRole, operator, { email: 'di-ba@nho.example', unit: '103', role: 'editor' })
    const people = ['di-mot', 'di-hai', 'di-ba']
    const before = await Promise.all(people.map(grantsOf))
    const id = newId()
    const decision = 'Nghị quyết 7/NQ-UB'
    const by = { decisionId: id, decision, at, newId, publish: async () => undefined }
    const moved = await database.kysely.transaction().execute(async (tx) => {
      const proposal = { id, on: '2027-01-01', title: 'Sắp xếp', basis: decision }
      const changes = [{ kind: 'merge' as const, from: ['102'], into: '103' }]
      return followRoles(tx, await putInForce(tx, { ...proposal, changes }, { at, newId }), by)
    })
    expect(
      moved.flatMap((each) => (each.account.name.startsWith('di-') ? `${each.account.name} ${each.field}` : [])),
    ).toEqual(['di-ba collection', 'di-hai plan', 'di-mot collection'])
    expect(await Promise.all(people.map(grantsOf))).toEqual([
      ['editor collection 102 2026-01-01 2027-01-01', 'editor collection 103 2027-01-01 infinity'],
      [
        'editor plan 102 2026-01-01 2027-01-01',
        'editor collection 103 2026-11-02 infinity',
        'editor plan 103 2027-01-01 infinity',
      ],
      ['editor collection 102 2026-01-01 2027-01-01', 'editor all 103 2026-11-02 infinity'],
    ])
    const accountId = (await callerOf(database, 'di-mot' as SmallCityPerson)).account?.id
    const letter = async () =>
      (await perform(machine, prepareRoleMoved, operatorCaller('job'), { decisionId: id, accountId })).letter?.text
    expect(await letter()).toContain(
      'Thôi quyền Người nhập (Báo cáo tổng hợp) tại Xã Đồi; bắt đầu quyền Người nhập (Báo cáo tổng hợp) tại Phường Chợ.',
    )
    await database.kysely.transaction().execute(async (tx) => {
      await revertDecision(tx, id, { at, newId, today: '2026-11-02' })
      await unfollowRoles(tx, id, by)
    })
    expect(await Promise.all(people.map(grantsOf))).toEqual(before)
    expect(await letter()).toContain('- Người nhập (Báo cáo tổng hợp) tại Xã Đồi')
  })
})
