/** Demo accounts, one for every kind of officer, made through operations. */
import type { Operation } from '#platform/operation.ts'
import type { RoleName } from './accounts.model.ts'
import { createAccount, grantRole } from './roles.operations.ts'

export interface DemoAccount {
  readonly email: string
  readonly name: string
  readonly password: string
  readonly role: RoleName
  /** The code of the unit. */
  readonly unit: string
}

/** Printed at the start and in the guides; an installation with these accounts says that it is a demonstration. */
const password = 'hoc-tap-suot-doi-2026'

const people: readonly Omit<DemoAccount, 'password'>[] = [
  { email: 'quan-tri@hanoi.example', name: 'Nguyễn Quản Trị', role: 'administrator', unit: '01' },
  // What changes the units is approved by a second administrator.
  { email: 'quan-tri-2@hanoi.example', name: 'Ngô Quản Trị', role: 'administrator', unit: '01' },
  { email: 'thanh-pho@hanoi.example', name: 'Trần Thành Phố', role: 'approver', unit: '01' },
  { email: 'doc@hanoi.example', name: 'Lê Thị Đọc', role: 'reader', unit: '01' },
  { email: 'kiem-toan@hanoi.example', name: 'Phạm Kiểm Toán', role: 'auditor', unit: '01' },
  { email: 'ba-dinh@hanoi.example', name: 'Đỗ Thị Ba Đình', role: 'editor', unit: '00004' },
  { email: 'duyet-ba-dinh@hanoi.example', name: 'Vũ Duyệt Ba Đình', role: 'approver', unit: '00004' },
  { email: 'hoan-kiem@hanoi.example', name: 'Bùi Hoàn Kiếm', role: 'editor', unit: '00070' },
  { email: 'sgddt@hanoi.example', name: 'Hoàng Thị Sở Giáo', role: 'editor', unit: 'SGDDT' },
]

/** What a demonstration prints at its start: who to sign in as. */
export const demoAccounts: readonly DemoAccount[] = people.map((person) => ({ ...person, password }))

/**
 * Makes the demo accounts as the operator and returns them with their password, to be printed. The units of `packs/hanoi` must
 * be loaded.
 */
export async function seedDemoAccounts(
  perform: <I, O>(operation: Operation<I, O>, input: unknown) => Promise<O>,
): Promise<readonly DemoAccount[]> {
  for (const { email, name, role, unit } of demoAccounts) {
    await perform(createAccount, { email, name, password })
    await perform(grantRole, { email, unit, role })
  }
  return demoAccounts
}
