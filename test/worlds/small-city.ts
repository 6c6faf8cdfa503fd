/**
 * A small city with named people: enough units to have an inside and an outside, above and below, before and after a decision.
 *
 *   01 Thành phố Nhỏ
 *   ├─ 101 Phường Sông   102 Xã Đồi   103 Phường Chợ      (103 has no people)
 *   ├─ SO Sở Giáo dục và Đào tạo (agency)  └─ TRUONG Trường Cao đẳng Nghề (agency under it)
 *   └─ 011 Quận Cũ, ended 1/7/2025  └─ 901 Xã Cũ, merged into 102 that day
 *
 * Every person is `<key>@nho.example`, all with the password `smallCityPassword`.
 */
import { newId } from '#kernel/id.ts'
import { createAccount, grantRole } from '#modules/access'
import { rebuildCrosswalkOperation } from '#modules/organisation'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { perform } from '#platform/perform.ts'
import type { World } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'

export const smallCityPassword = 'mot-cau-de-nho-lau-7'

/** Who holds what where; somebody without a role is signed in and no more. */
export const smallCityPeople = {
  'pho-doc': { name: 'Nguyễn Phố Đọc', role: 'reader', unit: '01' },
  'pho-nhap': { name: 'Trần Phố Nhập', role: 'editor', unit: '01' },
  'pho-duyet': { name: 'Lê Phố Duyệt', role: 'approver', unit: '01' },
  'pho-quan-tri': { name: 'Phạm Phố Quản Trị', role: 'administrator', unit: '01' },
  'pho-kiem-toan': { name: 'Hoàng Phố Kiểm Toán', role: 'auditor', unit: '01' },
  'song-doc': { name: 'Vũ Sông Đọc', role: 'reader', unit: '101' },
  'song-nhap': { name: 'Đặng Sông Nhập', role: 'editor', unit: '101' },
  'song-duyet': { name: 'Bùi Sông Duyệt', role: 'approver', unit: '101' },
  'song-quan-tri': { name: 'Đỗ Sông Quản Trị', role: 'administrator', unit: '101' },
  'song-kiem-toan': { name: 'Hồ Sông Kiểm Toán', role: 'auditor', unit: '101' },
  'doi-doc': { name: 'Ngô Đồi Đọc', role: 'reader', unit: '102' },
  'doi-nhap': { name: 'Dương Đồi Nhập', role: 'editor', unit: '102' },
  'doi-duyet': { name: 'Lý Đồi Duyệt', role: 'approver', unit: '102' },
  'doi-quan-tri': { name: 'Mai Đồi Quản Trị', role: 'administrator', unit: '102' },
  'doi-kiem-toan': { name: 'Đinh Đồi Kiểm Toán', role: 'auditor', unit: '102' },
  'so-nhap': { name: 'Trịnh Sở Nhập', role: 'editor', unit: 'SO' },
  khach: { name: 'Cao Khách', role: undefined, unit: undefined },
} as const
export type SmallCityPerson = keyof typeof smallCityPeople

export const smallCity: World = {
  name: 'small_city',
  async fill(database) {
    const machine = await testMachine(database)
    await database.pool.query(unitsSql)
    await perform(machine, rebuildCrosswalkOperation, operatorCaller('command'), {})
    for (const [key, { name, role, unit }] of Object.entries(smallCityPeople)) {
      const email = emailOf(key as SmallCityPerson)
      await perform(machine, createAccount, operatorCaller('command'), { email, name, password: smallCityPassword })
      if (role) await perform(machine, grantRole, operatorCaller('command'), { email, unit, role, from: '2026-01-01' })
    }
  },
}

export function emailOf(person: SmallCityPerson): string {
  return `${person}@nho.example`
}

/** The caller that a request of this person would be. */
export async function callerOf(database: Database, person: SmallCityPerson): Promise<Caller> {
  const { rows } = await database.pool.query<{ id: string; name: string }>(
    'select id, name from access.account where email = $1',
    [emailOf(person)],
  )
  const [account] = rows
  if (!account) throw new Error(`${person} is not in the small city`)
  return { account, via: 'web', from: '192.0.2.1' }
}

/** The id of a unit of the small city. */
export async function unitIdOf(database: Database, code: string): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>('select id from organisation.unit where code = $1', [code])
  const [unit] = rows
  if (!unit) throw new Error(`${code} is not in the small city`)
  return unit.id
}

export type Row = Readonly<Record<string, unknown>>

/** A row of any table, by its columns. */
export async function insertRow({ pool }: Database, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row)
  const marks = columns.map((_, index) => `$${index + 1}`)
  await pool.query(`insert into ${table} (${columns}) values (${marks})`, Object.values(row))
}

/** Somebody new who holds nothing; `given` are columns. */
export async function addPerson(database: Database, given: Row = {}): Promise<string> {
  const id = newId()
  const usual = { email: `${id}@nho.example`, name: 'Ai Đó', language: 'vi', created_at: createdAt }
  await insertRow(database, 'access.account', { id, ...usual, ...given })
  return id
}

/** A role `unit role field from to`; what is left out at the end is an editor's, of all fields, from 2026, for good. */
export async function addGrant(database: Database, accountId: string, held: string): Promise<string> {
  const id = newId()
  const [code = '', role = 'editor', field = 'all', from = '2026-01-01', to = 'infinity'] = held.split(' ')
  const days = { valid_from: from, valid_to: to, granted_at: createdAt }
  const unit_id = await unitIdOf(database, code)
  await insertRow(database, 'access.role_grant', { id, account_id: accountId, unit_id, role, field, ...days })
  return id
}

const createdAt = new Date('2026-01-01T02:00:00Z')

const unitsSql = `
  insert into organisation.unit_kind (code, tree, level, name_vi, name_en) values
    ('city', 'place', 1, 'Thành phố', 'City'), ('district', 'place', 2, 'Cấp huyện', 'District'),
    ('commune', 'place', 3, 'Cấp xã', 'Commune'), ('agency', 'agency', 9, 'Cơ quan', 'Agency');
  create temporary table small (code text, kind text, name text, type text, parent text, closed date);
  insert into small values
    ('01', 'city', 'Nhỏ', 'Thành phố', null, 'infinity'),
    ('101', 'commune', 'Sông', 'Phường', '01', 'infinity'),
    ('102', 'commune', 'Đồi', 'Xã', '01', 'infinity'),
    ('103', 'commune', 'Chợ', 'Phường', '01', 'infinity'),
    ('011', 'district', 'Cũ', 'Quận', '01', '2025-07-01'),
    ('901', 'commune', 'Cũ', 'Xã', '011', '2025-07-01'),
    ('SO', 'agency', 'Giáo dục và Đào tạo', 'Sở', '01', 'infinity'),
    ('TRUONG', 'agency', 'Cao đẳng Nghề', 'Trường', 'SO', 'infinity');
  insert into organisation.unit (id, code, kind, opened_on, closed_on)
    select gen_random_uuid(), code, kind, '-infinity', closed from small;
  insert into organisation.unit_version
    (unit_id, valid_from, valid_to, name, full_name, type, parent_id, area_km2, seat, lon, lat, source)
    select unit.id, '-infinity', small.closed, small.name, small.type || ' ' || small.name, small.type, parent.id,
      null, null, null, null, 'test'
    from small
    join organisation.unit on unit.code = small.code
    left join organisation.unit parent on parent.code = small.parent;
  insert into organisation.succession
    (id, effective_on, from_id, to_id, part, share, basis, verified)
    select gen_random_uuid(), '2025-07-01', former.id, next.id, 'full', 1, 'test', true
    from organisation.unit former, organisation.unit next where former.code = '901' and next.code = '102';
  select organisation.rebuild_closure();
  drop table small;`
