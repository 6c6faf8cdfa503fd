/** The rule of the chain: every whole one is accepted, every way of breaking one found; and the log as it is read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { callerOf, emailOf, smallCity } from '#test/worlds/small-city.ts'
import type { Anchor } from './anchors.model.ts'
import { auditEntries } from './audit.operations.ts'
import { type Batch, ChainCheck, chainStart, type Link } from './audit.rules.ts'

const database = await testDatabase(smallCity)
const machine = await testMachine(database)

interface Chain {
  readonly links: readonly Link[]
  readonly batches: readonly Batch[]
}

/** A whole chain of n links, with stand-ins for hashes, in batches of three. */
const chain = fc.integer({ min: 1, max: 30 }).map((length): Chain => {
  const hashAt = (place: number) => (place === 0 ? chainStart.hash : `hash ${place}`)
  const links = Array.from({ length }, (_, index): Link => {
    const [place, hash] = [index + 1, hashAt(index + 1)]
    return { place, seq: 2 * place, previousHash: hashAt(index), hash, contentHash: hash }
  })
  const batches = Array.from({ length: Math.ceil(length / 3) }, (_, index): Batch => {
    const place = Math.min(3 * (index + 1), length)
    const hash = `batch ${index + 1}`
    return { batch: index + 1, place, seq: 2 * place, hash, contentHash: hash }
  })
  return { links, batches }
})

const allSealed = { waiting: 0, lost: 0, firstLost: null, stray: 0, firstStray: null }

function check({ links, batches }: Chain, of: Chain, anchors?: readonly Anchor[]) {
  const walk = new ChainCheck(anchors)
  for (const link of links) walk.link(link)
  for (const batch of batches) walk.batch(batch)
  const [link, batch] = [of.links.at(-1), of.batches.at(-1)]
  if (!link || !batch) throw new Error('an empty chain')
  return walk.report({ ...link, batch: batch.batch, batchHash: batch.hash }, allSealed)
}

describe('the rule of the chain', () => {
  test('accepts every whole chain, and every anchor of it', () => {
    fc.assert(
      fc.property(chain, (whole) => {
        const anchors = whole.batches.map(({ batch, place, seq, hash }) => {
          return { day: '2026-11-01', batch, entries: place, seq: seq ?? 0, hash }
        })
        const report = check(whole, whole, anchors)
        expect(report).toMatchObject({ ok: true, sealed: whole.links.length, changed: 0, missing: 0 })
        expect(report.anchors).toEqual({ agreeing: anchors.length, differing: [] })
      }),
    )
  })

  test('finds any one link removed or changed, at its place or the next, and counts it', () => {
    const anyFault = fc.tuple(chain, fc.nat(), fc.constantFrom('remove', 'content', 'entry', 'rehash'))
    fc.assert(
      fc.property(anyFault, ([whole, at, how]) => {
        const index = at % whole.links.length
        const links = whole.links.flatMap((link, position): Link[] => {
          if (position !== index) return [link]
          if (how === 'remove') return []
          if (how === 'entry') return [{ ...link, contentHash: null }]
          return [{ ...link, contentHash: 'other', hash: how === 'rehash' ? 'other' : link.hash }]
        })
        const report = check({ links, batches: whole.batches }, whole)
        expect(report.ok).toBe(false)
        expect(report.missing).toBe(how === 'remove' || how === 'entry' ? 1 : 0)
        expect(Math.abs((report.firstBroken?.seq ?? 0) - 2 * (index + 1))).toBeLessThanOrEqual(2)
      }),
    )
  })

  test('finds an anchor whose batch is another, or is not there', () => {
    fc.assert(
      fc.property(chain, (whole) => {
        const anchor = { day: '2026-11-01', batch: 1, entries: Math.min(3, whole.links.length), seq: 2, hash: 'other' }
        const beyond = { ...anchor, batch: 99 }
        const { ok, anchors } = check(whole, whole, [anchor, beyond])
        expect(ok).toBe(false)
        expect(anchors).toEqual({
          agreeing: 0,
          differing: [
            { ...anchor, why: 'differs' },
            { ...beyond, why: 'missing' },
          ],
        })
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
    expect((await ask({ from: '2026-11-02', until: '2026-11-03', limit: 1000 })).length).toBeGreaterThan(30)
  })
})
