/** Documents under review: which verdict on a piece counts, what was judged since another looked, what they become, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { readDraft } from '#modules/official-texts'
import type { Tx } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { addPerson } from '#test/worlds/small-city.ts'
import { decide, mergedOn, newCommune, smallIds, smallRound } from '#test/worlds/small-round.ts'
import { afterAnother, bothWays, openStores } from '#test/worlds/stores.ts'
import type { Verdict } from './plan-imports.model.ts'
import * as store from './plan-imports.store.ts'

const at = new Date('2026-06-01T02:00:00Z')
const { database, within, unit } = await openStores()
const lines = ['KẾ HOẠCH']
const draft = readDraft(lines.join('\n'))

const rowOf = (fileName: string, more: Partial<Parameters<typeof store.insertImport>[1]> = {}) => ({
  ...{ id: newId(), planId: null, fileName, file: fileName, fileKind: 'text' as const, lines, draft, by: null, at },
  ...more,
})
async function add(fileName: string, more: Partial<Parameters<typeof store.insertImport>[1]> = {}): Promise<string> {
  const row = rowOf(fileName, more)
  await within((tx) => store.insertImport(tx, row))
  return row.id
}
/** `piece verdict`, each judged in turn; a correction stands where one is made. */
async function judge(importId: string, judged: readonly string[], account: string | null = null) {
  for (const each of judged) {
    const [piece = '', verdict = ''] = each.split(' ')
    const correction = verdict === 'corrected' ? { key: piece } : null
    const row = { id: newId(), piece, verdict: verdict as Verdict, correction }
    await within((tx) => store.insertVerdicts(tx, importId, [row], { account, at }))
  }
}

describe('verdicts', () => {
  test('the latest on each piece counts, with how many there were; none of another document', async () => {
    const by = await addPerson(database, { name: 'Lê Thảo' })
    const [id, other] = [await add('a'), await add('b')]
    await judge(id, ['b accepted', 'a rejected', 'b corrected'])
    await judge(other, ['a accepted', 'c accepted'])
    await judge(id, ['a accepted'], by)
    const rows = await within((tx) => store.latestVerdicts(tx, { importId: id }))
    expect(rows.map((row) => [row.piece, row.verdict, row.correction, row.version, row.by])).toEqual([
      ['a', 'accepted', null, 2, 'Lê Thảo'],
      ['b', 'corrected', { key: 'b' }, 2, null],
    ])
    expect(await within((tx) => store.countVerdicts(tx, { importId: id }))).toEqual([{ count: 4 }])
    expect(await within((tx) => store.countVerdicts(tx, { importId: newId() }))).toEqual([{ count: 0 }])
  })

  test('of one batch stand in its order', async () => {
    const id = await add('a')
    const row = (verdict: Verdict) => ({ id: newId(), piece: 'a', verdict, correction: null })
    await within((tx) => store.insertVerdicts(tx, id, [row('rejected'), row('accepted')], { account: null, at }))
    expect((await within((tx) => store.latestVerdicts(tx, { importId: id })))[0]?.verdict).toBe('accepted')
  })

  test.each<[string, string[], number, (string | null)[][]]>([
    ['nothing, where nothing was judged since', ['a accepted', 'b accepted'], 2, []],
    ['what is new has nothing before it', ['a accepted', 'b rejected'], 1, [['b', null, 'rejected']]],
    ['what was judged anew, then and now', ['a accepted', 'a rejected'], 1, [['a', 'accepted', 'rejected']]],
    [
      'only the last of several since',
      ['a accepted', 'a rejected', 'a corrected'],
      1,
      [['a', 'accepted', 'corrected']],
    ],
    ['the last of several before', ['a accepted', 'a rejected', 'a corrected'], 2, [['a', 'rejected', 'corrected']]],
    ['what was judged as before: it was judged', ['a accepted', 'a accepted'], 1, [['a', 'accepted', 'accepted']]],
    [
      'everything, for who saw none, by piece',
      ['b accepted', 'a rejected'],
      0,
      [
        ['a', null, 'rejected'],
        ['b', null, 'accepted'],
      ],
    ],
  ])('since some were seen: %s', async (_, judged, after, expected) => {
    const other = await add('b')
    await judge(other, ['a rejected', 'z rejected', 'a rejected'])
    const id = await add('a')
    await judge(id, judged)
    const rows = await within((tx) => store.decidedSince(tx, { importId: id, after }))
    expect(rows.map(({ piece, before, now }) => [piece, before, now])).toEqual(expected)
  })
})

test('documents are listed newest first, page by page both ways, each with how many of its pieces are judged', async () => {
  const by = await addPerson(database, { name: 'Lê Thảo' })
  const named = {
    ...draft,
    document: { ...draft.document, symbol: { value: '9/KH', line: 1, endLine: 1, text: '9/KH', confidence: 1 } },
  }
  const ids = []
  for (const name of ['a', 'b', 'c', 'd', 'e']) ids.push(await add(name, name === 'b' ? { draft: named, by } : {}))
  await judge(ids[1] ?? '', ['x accepted', 'y accepted', 'x rejected'])
  const [forward, back] = await bothWays((page) => within((tx) => store.listImports(tx, undefined, page)))
  expect(back).toEqual(forward)
  expect(
    forward.map(({ fileName, symbol, decided, createdBy }) => [fileName, symbol, decided, createdBy?.name]),
  ).toEqual([
    ['e', null, 0, undefined],
    ['d', null, 0, undefined],
    ['c', null, 0, undefined],
    ['b', '9/KH', 2, 'Lê Thảo'],
    ['a', null, 0, undefined],
  ])
})

test('a document that is published bears its version and the plan it became; one that amends a plan stays of that plan', async () => {
  const [first, amending, gone] = [await add('a'), await add('b', { planId: smallIds.plan }), await add('c')]
  const close = (id: string, to: Parameters<typeof store.closeImport>[2]) =>
    within((tx) => store.closeImport(tx, id, to))
  await close(first, { state: 'published', version: 1, planId: smallIds.plan })
  await close(amending, { state: 'published', version: 2, planId: null })
  await close(gone, { state: 'discarded', version: null, planId: null })
  const standing = async (id: string) =>
    (await within((tx) => store.findImport(tx, { id }))).map(({ state, version, planId }) => [state, version, planId])
  expect([await standing(first), await standing(amending), await standing(gone)]).toEqual([
    [['published', 1, smallIds.plan]],
    [['published', 2, smallIds.plan]],
    [['discarded', null, null]],
  ])
})

test('agencies and places are named as on the day', async () => {
  const open = { kind: 'open', unit: { ...newCommune('BAN', 'Ban'), kind: 'agency', type: 'Ban' } } as const
  await decide(database, '2027-01-01', [
    open,
    { kind: 'rename', code: 'SO', name: 'Sở Giáo dục' },
    { kind: 'close', code: 'TRUONG' },
  ])
  const agencies = async (on: string) =>
    (await within((tx) => store.agenciesOn(tx, { on }))).map(({ code, name }) => [code, name])
  // The city itself is named among them: the highest place there is.
  await database.pool.query(`update organisation.unit_kind set level = 0 where code = 'city'`)
  expect(await agencies('2026-12-31')).toEqual([
    ['01', 'Thành phố Nhỏ'],
    ['SO', 'Sở Giáo dục và Đào tạo'],
    ['TRUONG', 'Trường Cao đẳng Nghề'],
  ])
  expect(await agencies('2027-01-01')).toEqual([
    ['01', 'Thành phố Nhỏ'],
    ['BAN', 'Ban'],
    ['SO', 'Sở Giáo dục'],
  ])
  const name = async (on: string) => (await within((tx) => store.nameOfPlace(tx, { id: unit('101'), on })))[0]?.name
  expect([await name('2026-11-14'), await name(mergedOn)]).toEqual(['Sông', undefined])
})

test('a verdict and a publication do not pass each other: the second waits', async () => {
  const shared = await testDatabase(smallRound)
  const row = rowOf('a')
  await shared.kysely.transaction().execute((tx) => store.insertImport(tx, row))
  const discarded = { state: 'discarded' as const, version: null, planId: null }
  const holds = (tx: Tx) => store.lockImport(tx, row.id)
  const writes = (tx: Tx) => store.closeImport(tx, row.id, discarded)
  const standing = await afterAnother(shared, { holds, writes }, async (tx) => {
    await store.lockImport(tx, row.id)
    return store.findImport(tx, { id: row.id })
  })
  expect(standing.map(({ state }) => state)).toEqual(['discarded'])
})
