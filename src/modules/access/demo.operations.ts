/** Demo accounts, one for every kind of officer, made as an operator makes them. */
import { z } from 'zod'
import { allFields } from '#kernel/field.ts'
import { ProblemError } from '#kernel/problem.ts'
import { requireUnit } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
import type { DemoStep } from '#platform/module.ts'
import { operation } from '#platform/operation.ts'
import { passwordLane } from '#platform/session/passwords.ts'
import { problems } from './access.texts.ts'
import type { RoleName } from './accounts.model.ts'
import { findByEmail, insertAccount, insertGrant } from './accounts.store.ts'
import { checkedHash } from './sign-in/sign-in.operations.ts'

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

/** Makes the demo accounts, each with its role from today; the units of `packs/hanoi` must be loaded. */
export const seedAccounts = operation({
  name: 'access.seedDemo',
  summary: 'Makes the accounts of a demonstration, whose password everybody knows.',
  effect: 'write',
  touches: [],
  may: operator,
  input: z.object({}),
  output: z.object({ accounts: z.number() }),
  lane: passwordLane,
  async run({ tx, now, today, newId, audit }) {
    for (const { email, name, role, unit } of demoAccounts) {
      if ((await findByEmail(tx, { email })).length > 0) throw new ProblemError(problems.alreadyLoaded())
      const passwordHash = await checkedHash(password, { email }, 'password')
      const accountId = newId()
      await insertAccount(tx, { id: accountId, email, name, language: 'vi', passwordHash, at: now })
      const { id: unitId } = await requireUnit(tx, unit, today)
      await insertGrant(tx, { id: newId(), accountId, unitId, role, field: allFields, validFrom: today, at: now })
      audit({ subject: `account ${email}`, unitId, new: { email, name, role, unit } })
    }
    return { accounts: demoAccounts.length }
  },
})

export const demo: readonly DemoStep[] = [{ order: 10, operation: seedAccounts, input: {} }]
