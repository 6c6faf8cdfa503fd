/**
 * Hanoi as its packs tell it: units, catalogue, plan, forms; and its people, all with `hanoiPassword`. No round is open.
 */
import { createAccount, grantRole } from '#modules/access'
import { loadForms } from '#modules/collection'
import { loadCatalogue } from '#modules/indicators'
import { loadUnits } from '#modules/organisation'
import { loadPlan } from '#modules/plan'
import { loadDecisions } from '#modules/reorganisation'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { perform } from '#platform/perform.ts'
import type { World } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'

export const hanoiPassword = 'mot-cau-de-nho-lau-7'

/** Who holds what where. Ba Đình is 00004, Hoàn Kiếm 00070. */
export const hanoiPeople = {
  'quan-tri': { name: 'Nguyễn Quản Trị', role: 'administrator', unit: '01' },
  'thanh-pho': { name: 'Trần Thành Phố', role: 'approver', unit: '01' },
  doc: { name: 'Lê Thị Đọc', role: 'reader', unit: '01' },
  'ba-dinh': { name: 'Đỗ Thị Ba Đình', role: 'editor', unit: '00004' },
  'ba-dinh-2': { name: 'Lý Văn Ba Đình', role: 'editor', unit: '00004' },
  'duyet-ba-dinh': { name: 'Vũ Duyệt Ba Đình', role: 'approver', unit: '00004' },
  'hoan-kiem': { name: 'Bùi Hoàn Kiếm', role: 'editor', unit: '00070' },
  sgddt: { name: 'Hoàng Thị Sở Giáo', role: 'editor', unit: 'SGDDT' },
} as const
export type HanoiPerson = keyof typeof hanoiPeople

export const hanoi: World = {
  name: 'hanoi',
  async fill(database) {
    const machine = await testMachine(database)
    const operator = operatorCaller('command')
    await perform(machine, loadUnits, operator, { pack: 'hanoi' })
    await perform(machine, loadDecisions, operator, { pack: 'hanoi' })
    await perform(machine, loadCatalogue, operator, { pack: 'hanoi' })
    await perform(machine, loadPlan, operator, { pack: 'hanoi/plan-290' })
    await perform(machine, loadForms, operator, { pack: 'vietnam' })
    for (const [key, { name, role, unit }] of Object.entries(hanoiPeople)) {
      const email = `${key}@hanoi.example`
      await perform(machine, createAccount, operator, { email, name, password: hanoiPassword })
      await perform(machine, grantRole, operator, { email, unit, role, from: '2026-01-01' })
    }
  },
}

/** The caller that a request of this person would be. */
export async function hanoiCaller(database: Database, person: HanoiPerson): Promise<Caller> {
  const { rows } = await database.pool.query<{ id: string; name: string }>(
    'select id, name from access.account where email = $1',
    [`${person}@hanoi.example`],
  )
  const [account] = rows
  if (!account) throw new Error(`${person} is not in Hanoi`)
  return { account, via: 'web', from: '192.0.2.1' }
}
