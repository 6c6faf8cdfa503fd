/** Decisions in their order: by day and by when they were decided, which wait to be settled, what stood in each version. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { UnitEffects } from '#modules/organisation'
import { openStores } from '#test/worlds/stores.ts'
import type { DecisionState } from './decisions.model.ts'
import * as store from './decisions.store.ts'
import type { Consequences } from './effects/effects.model.ts'

const { within } = await openStores('migrated')
const ids: Record<string, string> = {}
const id = (title: string) => ids[title] ?? ''

async function draft(title: string, on: string) {
  ids[title] = newId()
  await within((tx) => store.insertDecision(tx, { id: id(title), on, title, basis: `QĐ ${title}`, changes: [] }))
}
const move = (title: string, state: DecisionState) => within((tx) => store.moveTo(tx, id(title), state))

beforeAll(async () => {
  await draft('A', '2027-01-01')
  await draft('B', '2027-01-01')
  await draft('C', '2026-07-01')
  await draft('D', '2028-01-01')
  await draft('E', '2029-01-01')
  await move('B', 'approved')
  await move('A', 'approved')
  await move('C', 'approved')
  await move('E', 'discarded')
})

test('are listed by their day, the latest first, then by what was decided last; the public sees what is approved', async () => {
  const titles = async (onlyPublic: boolean) =>
    (await within((tx) => store.listHeads(tx, { onlyPublic }, { limit: 10 }))).rows.map(({ title }) => title)
  expect(await titles(false)).toEqual(['D', 'A', 'B', 'C'])
  expect(await titles(true)).toEqual(['A', 'B', 'C'])
  expect((await within((tx) => store.listForSearch(tx))).map(({ title }) => title)).toEqual(['B', 'A', 'C'])
  expect(await within((tx) => store.countDecisions(tx))).toBe(5)
})

describe('decided since another was', () => {
  const since = async (after: number) =>
    (await within((tx) => store.listDecidedSince(tx, { after, limit: 100 }))).map(({ title, isWithdrawn }) => [
      title,
      isWithdrawn,
    ])
  const last = async () => (await within((tx) => store.lastSettled(tx)))[0]?.seq ?? 0

  test('are what was approved or withdrawn, in that order; a step of a draft is none', async () => {
    expect(await since(0)).toEqual([
      ['B', false],
      ['A', false],
      ['C', false],
    ])
    const seen = await last()
    await move('D', 'proposed')
    expect([await last(), await since(seen)]).toEqual([seen, []])
    await move('D', 'approved')
    await move('B', 'withdrawn')
    expect(await since(seen)).toEqual([
      ['D', false],
      ['B', true],
    ])
    expect(await since(await last())).toEqual([])
  })
})

test('wait to be settled: approved ones whose day has come, the oldest first, until they are', async () => {
  // As it is kept in JSON; the store looks at nothing in it.
  const effects = { unitEffects: {} as UnitEffects, consequences: null as unknown as Consequences }
  for (const title of ['A', 'C', 'D']) await within((tx) => store.storeEffects(tx, id(title), effects))
  await move('B', 'withdrawn')
  const waiting = async (today: string) =>
    (await within((tx) => store.listUnsettled(tx, { today }))).map(({ basis }) => basis)
  expect(await waiting('2026-06-30')).toEqual([])
  expect(await waiting('2026-12-31')).toEqual(['QĐ C'])
  expect(await waiting('2027-01-01')).toEqual(['QĐ C', 'QĐ A'])
  await within((tx) => store.markSettled(tx, id('C'), new Date('2027-01-01T00:00:00Z')))
  expect(await waiting('2027-01-01')).toEqual(['QĐ A'])
})

test('what stood in a version is that of the last writing before it', async () => {
  await draft('F', '2030-01-01')
  const titleIn = async (version: number) =>
    (await within((tx) => store.findContent(tx, { id: id('F'), version }))).map(({ title, on }) => [title, on])
  // Versions: 1 written, 2 proposed, 3 returned, 4 written anew.
  await move('F', 'proposed')
  await move('F', 'draft')
  const anew = { id: id('F'), on: '2030-06-01', title: 'F mới', basis: 'QĐ F', changes: [] }
  await within((tx) => store.updateDraft(tx, anew))
  const first = ['F', '2030-01-01']
  expect([await titleIn(0), await titleIn(1), await titleIn(3)]).toEqual([[], [first], [first]])
  expect([await titleIn(4), await titleIn(9)]).toEqual([[['F mới', '2030-06-01']], [['F mới', '2030-06-01']]])
  const [standing] = await within((tx) => store.findDecision(tx, { id: id('F') }))
  expect([standing?.version, standing?.state]).toEqual([4, 'draft'])
})
