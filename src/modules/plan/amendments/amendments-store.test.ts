/** Amendments while they are written: which are listed in which order, what stood in each revision and who wrote since, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Tx } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { addPerson } from '#test/worlds/small-city.ts'
import { smallIds, smallRound } from '#test/worlds/small-round.ts'
import { afterAnother, bothWays, openStores } from '#test/worlds/stores.ts'
import type { Diff } from '../versions/versions.model.ts'
import * as store from './amendments.store.ts'

const planId = smallIds.plan
const at = new Date('2026-06-01T02:00:00Z')
const { database, within } = await openStores()

const headOf = (symbol: string, effectiveOn = '2026-07-01') => ({
  ...{
    symbol,
    issuedOn: '2026-06-01',
    effectiveOn,
    title: { vi: `Sửa ${symbol}`, en: `Amends ${symbol}` },
    reason: 'Thử',
  },
})
const change: Diff = [{ what: 'clause', old: null, new: null }]

async function draft(symbol: string, effectiveOn?: string, by: string | null = null): Promise<string> {
  const id = newId()
  await within((tx) => store.insertAmendment(tx, { id, planId, ...headOf(symbol, effectiveOn), by, at }))
  return id
}
const close = (id: string, state: 'published' | 'discarded') =>
  within((tx) => store.closeAmendment(tx, id, { state, version: state === 'published' ? 1 : null, at }))

describe('are listed', () => {
  const symbols = async (filter: object, sort?: 'effective' | '-effective') => {
    const list = (page: object) =>
      within((tx) => store.listAmendmentHeads(tx, { planId, ...filter }, { limit: 2, ...page, ...(sort && { sort }) }))
    const [forward, back] = await bothWays(list)
    expect(back).toEqual(forward)
    return forward.map(({ symbol }) => symbol)
  }

  test('by when they were written on, the latest first, page by page both ways', async () => {
    const ids: string[] = []
    for (const symbol of ['A', 'B', 'C', 'D', 'E']) ids.push(await draft(symbol))
    await within((tx) => store.writeChanges(tx, ids[1] ?? '', change, { by: null, at }))
    await within((tx) => store.writeHead(tx, ids[0] ?? '', { ...headOf('A+'), by: null, at }))
    // Closing is no writing.
    await close(ids[2] ?? '', 'discarded')
    expect(await symbols({})).toEqual(['A+', 'B', 'E', 'D', 'C'])
    expect(await symbols({ state: 'draft' })).toEqual(['A+', 'B', 'E', 'D'])
    expect(await symbols({ state: 'discarded' })).toEqual(['C'])
    expect(await symbols({ planId: newId() })).toEqual([])
    const drafts = await within((tx) => store.listAmendments(tx, { planId }))
    expect(drafts.map(({ symbol }) => symbol)).toEqual(['A+', 'B', 'E', 'D'])
  })

  test('by the day from which they count; of one day the latest written first, and the other way round', async () => {
    await draft('A', '2026-08-01')
    await draft('B', '2026-07-01')
    await draft('C', '2026-08-01')
    await draft('D', '2026-09-01')
    expect(await symbols({}, 'effective')).toEqual(['B', 'C', 'A', 'D'])
    expect(await symbols({}, '-effective')).toEqual(['D', 'A', 'C', 'B'])
  })

  test('with who began them and how many changes they have', async () => {
    const by = await addPerson(database, { name: 'Lê Thảo' })
    const id = await draft('A', undefined, by)
    await draft('B')
    await within((tx) => store.writeChanges(tx, id, [...change, ...change], { by: null, at }))
    const { rows } = await within((tx) => store.listAmendmentHeads(tx, { planId }, { limit: 9 }))
    expect(rows.map(({ symbol, changes, draftedBy }) => [symbol, changes, draftedBy])).toEqual([
      ['A', 2, { id: by, name: 'Lê Thảo' }],
      ['B', 0, null],
    ])
  })
})

test('one is read by its id whatever became of it, and none of another plan', async () => {
  const id = await draft('A')
  await draft('B')
  await close(id, 'published')
  const read = async (of: string) =>
    (await within((tx) => store.listAmendments(tx, { planId: of, id }))).map((row) => row.state)
  expect([await read(planId), await read(newId())]).toEqual([['published'], []])
})

describe('every writing is a revision', () => {
  test('that is kept as it stood, and known by who wrote it', async () => {
    const [an, binh] = [await addPerson(database), await addPerson(database)]
    const id = await draft('A', undefined, an)
    await within((tx) => store.writeChanges(tx, id, change, { by: binh, at }))
    await within((tx) => store.writeHead(tx, id, { ...headOf('B', '2026-08-01'), by: null, at }))
    const other = await draft('Khác')
    const stood = async (revision: number) =>
      (await within((tx) => store.findContent(tx, { id, revision }))).map((row) => [
        row.symbol,
        row.effectiveOn,
        row.changes.length,
      ])
    expect(await stood(0)).toEqual([])
    expect(await stood(1)).toEqual([['A', '2026-07-01', 0]])
    expect(await stood(2)).toEqual([['A', '2026-07-01', 1]])
    expect(await stood(3)).toEqual([['B', '2026-08-01', 1]])
    expect(await stood(4)).toEqual([])
    const since = async (revision: number) =>
      (await within((tx) => store.writtenSince(tx, { id, revision }))).map(({ by }) => by).sort()
    expect(await since(0)).toEqual([an, binh, null].sort())
    expect(await since(1)).toEqual([binh, null].sort())
    expect(await since(3)).toEqual([])
    const standing = await within((tx) => store.listAmendments(tx, { planId }))
    expect(standing.map((row) => [row.id, row.revision])).toEqual([
      [other, 1],
      [id, 3],
    ])
    // Who began it stays who began it.
    expect(standing.find((row) => row.id === id)?.draftedBy?.id).toBe(an)
  })

  test('two who write at once lose nothing: the second waits for the first', async () => {
    const shared = await testDatabase(smallRound)
    const id = newId()
    const draft = { id, planId, ...headOf('A'), by: null, at }
    await shared.kysely.transaction().execute((tx) => store.insertAmendment(tx, draft))
    const holds = (tx: Tx) => store.lockAmendment(tx, id)
    const writes = (tx: Tx) => store.writeChanges(tx, id, change, { by: null, at })
    const standing = await afterAnother(shared, { holds, writes }, async (tx) => {
      await store.lockAmendment(tx, id)
      return store.listAmendments(tx, { planId, id })
    })
    expect(standing.map(({ changes }) => changes.length)).toEqual([1])
  })
})
