/** The chain of the audit log: whole as written, and every way of tampering found. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { callerOf, emailOf, smallCity } from '#test/worlds/small-city.ts'
import { grantRole } from '../roles.operations.ts'
import { auditEntries, verifyAudit } from './audit.operations.ts'
import { chainStart, faultAtEnd, faultOf, type Link } from './audit.rules.ts'

const database = await testDatabase(smallCity)
const machine = await testMachine(database)

function verify() {
  return perform(machine, verifyAudit, operatorCaller('command'), {})
}

/** Changes rows behind the program's back, as who owns the database could; undone after `look`. */
async function tampered<T>(change: string, look: () => Promise<T>): Promise<T> {
  await behind(database, 'create table platform.kept_entry as table platform.audit_entry')
  try {
    await behind(database, change)
    return await look()
  } finally {
    await behind(
      database,
      'truncate platform.audit_entry; insert into platform.audit_entry table platform.kept_entry; drop table platform.kept_entry',
    )
  }
}

function behind({ pool }: Database, statements: string): Promise<unknown> {
  const off = 'alter table platform.audit_entry disable trigger user'
  return pool.query(`begin; ${off}; ${statements}; ${off.replace('disable', 'enable')}; commit`)
}

describe('checking the chain', () => {
  test('finds it whole, however long', async () => {
    for (let day = 10; day < 35; day += 1) {
      const [from, until] = [`20${day}-01-01`, `20${day + 1}-01-01`]
      const input = { email: emailOf('khach'), unit: '103', role: 'reader', from, until }
      await perform(machine, grantRole, operatorCaller('command'), input)
    }
    const report = await verify()
    expect(report).toEqual({ entries: expect.any(Number), ok: true })
    expect(report.entries).toBeGreaterThan(50)
  })

  test.each([
    ['a changed row', `update platform.audit_entry set actor = 'nobody' where seq = 7`, { seq: 7, why: 'changed' }],
    [
      'a changed old value',
      `update platform.audit_entry set detail = detail || '{"x":1}' where seq = 9`,
      { seq: 9, why: 'changed' },
    ],
    [
      'a changed time',
      `update platform.audit_entry set at = at + interval '1 microsecond' where seq = 3`,
      { seq: 3, why: 'changed' },
    ],
    ['a removed row', 'delete from platform.audit_entry where seq = 12', { seq: 12, why: 'missing' }],
    ['a removed first row', 'delete from platform.audit_entry where seq = 1', { seq: 1, why: 'missing' }],
    [
      'a removed last row',
      'delete from platform.audit_entry where seq = (select max(seq) from platform.audit_entry)',
      { seq: expect.any(Number), why: 'tail' },
    ],
    [
      'a row whose hash was made anew',
      `update platform.audit_entry set actor = 'nobody', hash = platform.audit_hash(previous_hash, seq, at, actor_id,
         'nobody', via, address, operation, subject, unit_id, detail) where seq = 7`,
      { seq: 8, why: 'relinked' },
    ],
    ['an emptied log', 'truncate platform.audit_entry', { seq: 1, why: 'tail' }],
  ])('finds %s', async (_, change, firstBroken) => {
    expect(await tampered(change, verify)).toMatchObject({ ok: false, firstBroken })
    expect(await verify()).toMatchObject({ ok: true })
  })

  test('no entry can be changed or removed by an ordinary statement', async () => {
    await expect(database.pool.query('delete from platform.audit_entry where seq = 1')).rejects.toThrow(/append-only/)
    await expect(database.pool.query("update platform.audit_entry set actor = 'x'")).rejects.toThrow(/append-only/)
  })
})

/** A whole chain of n links, with stand-ins for hashes. */
const chain = fc.integer({ min: 1, max: 30 }).map((length) =>
  Array.from({ length }, (_, index): Link => {
    const previousHash = index === 0 ? chainStart.hash : `hash ${index}`
    return { seq: index + 1, previousHash, hash: `hash ${index + 1}`, contentHash: `hash ${index + 1}` }
  }),
)

function firstFault(links: readonly Link[], head: { seq: number; hash: string }) {
  let reached = chainStart
  for (const link of links) {
    const fault = faultOf(link, reached)
    if (fault) return fault
    reached = link
  }
  return faultAtEnd(reached, head)
}

describe('the rule of the chain', () => {
  test('accepts every whole chain', () => {
    fc.assert(fc.property(chain, (links) => firstFault(links, links.at(-1) ?? chainStart) === undefined))
  })

  test('finds any one link removed, swapped or changed, at its place or the next', () => {
    const anyFault = fc.tuple(chain, fc.nat(), fc.constantFrom('remove', 'content', 'rehash'))
    fc.assert(
      fc.property(anyFault, ([links, at, how]) => {
        const index = at % links.length
        const head = links.at(-1) ?? chainStart
        const broken = links.flatMap((link, position): Link[] => {
          if (position !== index) return [link]
          if (how === 'remove') return []
          return [{ ...link, contentHash: 'other', hash: how === 'rehash' ? 'other' : link.hash }]
        })
        const fault = firstFault(broken, head)
        expect([index + 1, index + 2]).toContain(fault?.seq)
      }),
    )
  })
})

describe('reading the log', () => {
  test('a commune sees its own entries only, page after page', async () => {
    const caller = await callerOf(database, 'song-kiem-toan')
    const first = await perform(machine, auditEntries, caller, { unit: '101', limit: 2 })
    const second = await perform(machine, auditEntries, caller, { unit: '101', limit: 100, after: first.next })
    const all = [...first.rows, ...second.rows]
    expect(all.map((row) => row.unit?.code)).toEqual(all.map(() => '101'))
    expect(all.map((row) => row.seq)).toEqual(all.map((row) => row.seq).sort((a, b) => b - a))
    expect(all.length).toBe(5)
  })

  test('filters by account (what it did and what was done to it), operation, module and time', async () => {
    const caller = await callerOf(database, 'pho-kiem-toan')
    const ask = async (input: object) => (await perform(machine, auditEntries, caller, input)).rows
    const ofGuest = await ask({ account: emailOf('song-nhap') })
    expect(ofGuest.map((row) => row.operation).sort()).toEqual(['access.createAccount', 'access.grantRole'])
    const grants = await ask({ operation: 'access.grantRole', limit: 1000 })
    expect(new Set(grants.map((row) => row.operation))).toEqual(new Set(['access.grantRole']))
    expect((await ask({ operation: 'access', limit: 1000 })).length).toBeGreaterThan(grants.length)
    expect(await ask({ from: '2026-11-03' })).toEqual([])
    expect((await ask({ from: '2026-11-02', until: '2026-11-03', limit: 1000 })).length).toBeGreaterThan(50)
  })
})
