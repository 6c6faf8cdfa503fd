/** The audit log is checked as it is kept: whole as written and sealed, and every way of tampering found, as far as it can be. */
import { describe, expect, test } from 'vitest'
import { sealWaiting } from '#platform/audit/sealing.ts'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { emailOf, smallCity } from '#test/worlds/small-city.ts'
import { grantRole } from '../roles.operations.ts'
import { verifyAudit } from './audit.operations.ts'

const database = await testDatabase(smallCity)
const machine = await testMachine(database)

function verify() {
  return perform(machine, verifyAudit, operatorCaller('command'), {})
}

const grantSomething = async (days: readonly number[]) => {
  for (const day of days) {
    const [from, until] = [`20${day}-01-01`, `20${day + 1}-01-01`]
    const input = { email: emailOf('khach'), unit: '103', role: 'reader', from, until }
    await perform(machine, grantRole, operatorCaller('command'), input)
  }
}

const tables = ['audit_entry', 'audit_waiting', 'audit_link', 'audit_batch', 'audit_head']

/** Changes rows behind the program's back, as who owns the database could; undone after `look`. */
async function tampered<T>(change: string, look: () => Promise<T>): Promise<T> {
  const each = (statement: (name: string) => string) => tables.map(statement).join('; ')
  await behind(
    database,
    each((name) => `create table platform.kept_${name} as table platform.${name}`),
  )
  try {
    await behind(database, change)
    return await look()
  } finally {
    await behind(
      database,
      each(
        (name) =>
          `truncate platform.${name}; insert into platform.${name} table platform.kept_${name}; drop table platform.kept_${name}`,
      ),
    )
  }
}

function behind({ pool }: Database, statements: string): Promise<unknown> {
  const to = (state: string) => tables.map((name) => `alter table platform.${name} ${state} trigger user`).join('; ')
  return pool.query(`begin; ${to('disable')}; ${statements}; ${to('enable')}; commit`)
}

/** As whoever knows how hashes are made would hide a change of one entry. */
const rehashed = `update platform.audit_entry set actor = 'nobody' where seq = 7;
  update platform.audit_link link set hash = platform.audit_hash(link.previous_hash, e.seq, e.at, e.actor_id, e.actor, e.via,
    e.address, e.operation, e.subject, e.unit_id, e.detail) from platform.audit_entry e where e.seq = 7 and link.seq = 7`

const lastBatch = '(select max(batch) from platform.audit_batch)'
const rehashedBatch = `update platform.audit_batch set sealed_at = sealed_at + interval '1 day' where batch = 2;
  update platform.audit_batch batch set hash = platform.audit_batch_hash(before.hash, batch.batch, batch.place, link.hash,
    batch.sealed_at, batch.sealed_on) from platform.audit_batch before, platform.audit_link link
  where batch.batch = 2 and before.batch = 1 and link.place = batch.place`

describe('checking the chain', () => {
  test('counts what waits, and what is sealed, batch after batch', async () => {
    await grantSomething(Array.from({ length: 20 }, (_, index) => 10 + index))
    const { entries } = await verify()
    expect(entries).toBeGreaterThan(50)
    const whole = { changed: 0, missing: 0, stray: 0, ok: true }
    expect(await verify()).toEqual({ ...whole, entries, sealed: 0, waiting: entries })
    expect(await sealWaiting(machine, 10)).toBe(entries)
    expect(await verify()).toEqual({ ...whole, entries, sealed: entries, waiting: 0 })
    await grantSomething([30, 31, 32, 33])
    expect(await verify()).toEqual({ ...whole, entries: entries + 4, sealed: entries, waiting: 4 })
    expect(await sealWaiting(machine)).toBe(4)
    await grantSomething([34, 35, 36])
  })

  test.each([
    ['a changed entry', `update platform.audit_entry set actor = 'nobody' where seq = 7`, 'changed 7', 1, 0],
    [
      'a changed old value',
      `update platform.audit_entry set detail = detail || '{"x":1}' where seq = 9`,
      'changed 9',
      1,
      0,
    ],
    [
      'a changed time',
      `update platform.audit_entry set at = at + interval '1 microsecond' where seq = 3`,
      'changed 3',
      1,
      0,
    ],
    ['two changed entries', `update platform.audit_entry set actor = 'nobody' where seq in (5, 25)`, 'changed 5', 2, 0],
    ['a removed entry', 'delete from platform.audit_entry where seq = 12', 'missing 12', 0, 1],
    ['a removed first entry', 'delete from platform.audit_entry where seq = 1', 'missing 1', 0, 1],
    [
      'removed entries, with their links',
      'delete from platform.audit_entry where seq in (12, 13); delete from platform.audit_link where seq in (12, 13)',
      'missing 12',
      0,
      2,
    ],
    ['an entry whose hash was made anew', rehashed, 'relinked 8', 1, 0],
    [
      'two entries in each other’s place',
      `update platform.audit_link set place = -1 where place = 14; update platform.audit_link set place = 14 where place = 15;
       update platform.audit_link set place = 15 where place = -1`,
      'relinked 15',
      3,
      0,
    ],
    [
      'a changed batch',
      `update platform.audit_batch set sealed_at = sealed_at + interval '1 day' where batch = 2`,
      'batch 20',
      1,
      0,
    ],
    ['a batch whose hash was made anew', rehashedBatch, 'batch 30', 1, 0],
    ['a removed batch', 'delete from platform.audit_batch where batch = 2', 'batch 30', 1, 0],
    [
      'a removed last batch, with its entries and links',
      `delete from platform.audit_entry where seq in (select seq from platform.audit_link order by place desc limit 4);
       delete from platform.audit_link where place in (select place from platform.audit_link order by place desc limit 4);
       delete from platform.audit_batch where batch = ${lastBatch}`,
      expect.stringMatching(/^tail /),
      0,
      4,
    ],
    [
      'a removed last record of a batch',
      `delete from platform.audit_batch where batch = ${lastBatch}`,
      expect.stringMatching(/^tail /),
      0,
      0,
    ],
    [
      'an emptied log',
      'truncate platform.audit_entry, platform.audit_link, platform.audit_batch',
      'tail 1',
      0,
      expect.any(Number),
    ],
    ['an emptied head', 'truncate platform.audit_head', expect.stringMatching(/^tail /), 0, 0],
    [
      'a waiting entry that was removed',
      'delete from platform.audit_entry where seq = (select max(seq) from platform.audit_waiting)',
      expect.stringMatching(/^missing /),
      0,
      1,
    ],
    [
      'a waiting entry that was taken off the list',
      'delete from platform.audit_waiting where seq = (select max(seq) from platform.audit_waiting)',
      expect.stringMatching(/^stray /),
      0,
      0,
    ],
    [
      'an entry that the program did not write',
      `insert into platform.audit_entry (at, actor, via, operation, detail, previous_hash, hash)
       select at, actor, via, operation, detail, repeat('0', 64), repeat('1', 64) from platform.audit_entry where seq = 7`,
      expect.stringMatching(/^stray /),
      0,
      0,
    ],
  ])('finds %s', async (_, change, first, changed, missing) => {
    const { firstBroken, ...report } = await tampered(change, verify)
    expect(`${firstBroken?.why} ${firstBroken?.seq}`).toEqual(first)
    expect(report).toMatchObject({ ok: false, changed, missing })
    expect(await verify()).toMatchObject({ ok: true })
  })

  test('of what waits only a removed entry is known: one that was changed, or taken away with its mark, is not', async () => {
    const last = '(select max(seq) from platform.audit_waiting)'
    const changed = `update platform.audit_entry set actor = 'nobody' where seq = ${last}`
    expect(await tampered(changed, verify)).toMatchObject({ ok: true, waiting: 3 })
    const gone = `delete from platform.audit_entry where seq = ${last}; delete from platform.audit_waiting where seq = ${last}`
    expect(await tampered(gone, verify)).toMatchObject({ ok: true, waiting: 2 })
  })

  test('a waiting entry that is gone keeps nobody from sealing the others, and stays known', async () => {
    const change = 'delete from platform.audit_entry where seq = (select min(seq) from platform.audit_waiting)'
    await tampered(change, async () => {
      expect(await sealWaiting(machine, 1)).toBe(2)
      expect(await verify()).toMatchObject({ ok: false, waiting: 0, missing: 1, firstBroken: { why: 'missing' } })
    })
  })

  test('nothing of it can be changed or removed by an ordinary statement', async () => {
    const each = ['audit_entry', 'audit_link', 'audit_batch'].flatMap((name) => [
      `delete from platform.${name}`,
      `update platform.${name} set hash = 'x'`,
    ])
    for (const statement of each) await expect(database.pool.query(statement)).rejects.toThrow(/append-only/)
  })
})
