/** Reads of persons leave who saw whom, when and why: one entry for each answer, found by either. */
import { describe, expect, test } from 'vitest'
import { operatorCaller } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { callerOf, emailOf, smallCity, unitIdOf } from '#test/worlds/small-city.ts'
import { auditEntries, auditEntry, verifyAudit } from './audit/audit.operations.ts'
import { delegate } from './delegations.operations.ts'
import { listAccounts } from './roles.operations.ts'

const database = await testDatabase(smallCity)
const machine = await testMachine(database)
const operator = operatorCaller('command')

describe('reading of persons', () => {
  const entries = async () =>
    (
      await database.pool.query<{ actor: string; subject: string; unit: string; detail: Record<string, unknown> }>(
        `select actor, subject, unit_id as unit, detail from platform.audit_entry where detail ? 'records' order by seq`,
      )
    ).rows

  test('leaves one entry for each answer, with everybody whom it showed, why, and on whose behalf', async () => {
    const [delegator, to] = [emailOf('song-quan-tri'), emailOf('khach')]
    await perform(machine, delegate, operator, { delegator, delegate: to, until: '2026-11-16' })
    const before = (await entries()).length
    const { rows } = await perform(machine, listAccounts, await callerOf(database, 'khach'), {
      unit: '101',
      limit: 100,
    })
    expect(rows.length).toBeGreaterThan(4)
    const made = (await entries()).slice(before)
    expect(made).toHaveLength(1)
    const purpose = { vi: 'Quản lý tài khoản và quyền', en: 'Keeping accounts and roles' }
    expect(made[0]).toMatchObject({
      ...{ actor: 'Cao Khách', subject: 'unit 101', unit: await unitIdOf(database, '101') },
      detail: {
        purpose,
        records: rows.map((row) => row.id),
        onBehalfOf: { name: 'Đỗ Sông Quản Trị' },
        input: { unit: '101' },
      },
    })
  })

  test('that shows nobody, or is refused, leaves none', async () => {
    const before = (await entries()).length
    await expect(
      perform(machine, listAccounts, await callerOf(database, 'song-doc'), { unit: '101' }),
    ).rejects.toThrow()
    await perform(machine, listAccounts, operator, { unit: 'TRUONG' })
    expect((await entries()).length).toBe(before)
  })

  test('that cannot be written down shows nothing', async () => {
    const watched = operation({
      name: 'access.watched',
      summary: 'Shows a person.',
      effect: 'read',
      may: listAccounts.may,
      input: listAccounts.input,
      output: listAccounts.output,
      sensitive: { purpose: { vi: 'Thử', en: 'A test' }, records: ({ rows }) => rows.map((row) => row.id) },
      async run(work, input) {
        work.audit({ subject: 'x', unitId: 'no id' })
        return listAccounts.run(work, input)
      },
    })
    const answer = perform(machine, watched, operator, { unit: '101', limit: 10 })
    await expect(answer).rejects.toThrow()
  })

  test('is found by whom it showed, and its entry names them', async () => {
    const keeper = await callerOf(database, 'song-quan-tri')
    await perform(machine, listAccounts, keeper, { unit: '101', limit: 100 })
    const auditor = await callerOf(database, 'song-kiem-toan')
    const input = { unit: '101', account: emailOf('song-doc'), operation: 'access.accounts', limit: 1 }
    const [entry] = (await perform(machine, auditEntries, auditor, input)).rows
    const { shown, detail, actor } = await perform(machine, auditEntry, auditor, { seq: entry?.seq })
    expect([actor, shown.includes('Vũ Sông Đọc')]).toEqual(['Đỗ Sông Quản Trị', true])
    expect(shown.length).toBe(detail.records?.length)
    expect(JSON.stringify(detail)).not.toContain('@nho.example')
  })

  test('is in the chain', async () => {
    expect(await perform(machine, verifyAudit, operator, {})).toMatchObject({ ok: true })
  })
})
