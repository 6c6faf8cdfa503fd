/** Where a value was used, and what stands in its place since, through corrections of corrections, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { addValue, mergedOn } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import type { UsedRow } from './facts/value-sources.rules.ts'
import { type Frozen, freeze, holdDraft, insertUsed } from './reports.store.ts'
import * as store from './value-usage.store.ts'

const at = new Date('2026-11-20T02:00:00Z')
const { database, within, unit } = await openStores()
const [river, merged, hill] = [unit('101'), unit('101', mergedOn), unit('102')]

/** A frozen report of a year that used these values. */
async function report(year: number, used: readonly [code: string, value: string, use: UsedRow['use']][]) {
  const id = newId()
  const head = { number: year, symbol: 'BC-UBND', issuedOn: `${year}-12-20` }
  const frozen = { reportId: id, head, isSample: false, at, data: {}, inputs: {}, hash: '0'.repeat(64) }
  await within(async (tx) => {
    await holdDraft(tx, { id, year, at })
    await insertUsed(
      tx,
      id,
      used.map(([unitCode, valueId, use]) => ({ unitCode, unitOn: '2026-11-01', valueId, use })),
    )
    await freeze(tx, { ...frozen, audit: { seq: 1, hash: 'x' } } as unknown as Frozen)
  })
}

test('a value is told with every report that used it, the newest first, and all the ways in which each did', async () => {
  const [value, other] = [newId(), newId()]
  await report(2031, [
    ['102', value, 'summed'],
    ['102', value, 'reported'],
    ['101', value, 'compared'],
  ])
  await report(2032, [
    ['102', value, 'compared'],
    ['102', other, 'reported'],
  ])
  const uses = async (unitCode: string, values: string[]) =>
    (await within((tx) => store.listUses(tx, { unitCode, values }))).map(({ valueId, year, uses }) => [
      valueId === value ? 'value' : 'other',
      year,
      uses,
    ])
  expect(await uses('102', [value])).toEqual([
    ['value', 2032, ['compared']],
    ['value', 2031, ['reported', 'summed']],
  ])
  expect(await uses('102', [other])).toEqual([['other', 2032, ['reported']]])
  expect(await uses('101', [value])).toEqual([['value', 2031, ['compared']]])
  expect(await uses('103', [value])).toEqual([])
  expect(await uses('102', [])).toEqual([])
})

describe('corrections of what a report used', () => {
  let year = 2040
  const corrections = async (of: number) =>
    (await within((tx) => store.listCorrections(tx, { year: of }))).map(({ unitName, used, current }) => [
      unitName,
      used,
      current,
    ])
  /** A value, each later amount in the place of the one before; null takes it back. */
  async function chain(unitId: string, amounts: readonly (number | null)[]): Promise<string> {
    const ids: string[] = []
    let last = 0
    for (const amount of amounts) {
      const replaced = ids.at(-1)
      const more = replaced ? { replaces: replaced, reason: 'Sửa', is_withdrawn: amount === null } : {}
      last = amount ?? last
      ids.push(await addValue(database, unitId, { amount: last, ...more }))
    }
    return ids[0] ?? ''
  }

  test.each<[string, (number | null)[], (number | null)[][]]>([
    ['none while it stands', [4], []],
    ['the one in its place', [4, 5], [[4, 5]]],
    ['the last of several', [4, 5, 6, 7], [[4, 7]]],
    ['the last, though it says the same again', [4, 5, 4], [[4, 4]]],
    ['nothing, where it was taken back', [4, null], [[4, null]]],
    ['what was given after it was taken back', [4, null, 6], [[4, 6]]],
  ])('%s', async (_, amounts, expected) => {
    year += 1
    await report(year, [['102', await chain(hill, amounts), 'reported']])
    expect(await corrections(year)).toEqual(expected.map((each) => ['Xã Đồi', ...each]))
  })

  test('once, however it was used, and of the unit whose value it is where two bore the code', async () => {
    year += 1
    const [first, second] = [await chain(river, [1, 2]), await chain(merged, [3, 4])]
    await report(year, [
      ['101', first, 'reported'],
      ['101', first, 'summed'],
      ['101', second, 'reported'],
    ])
    expect((await corrections(year)).sort()).toEqual([
      ['Phường Sông Chợ', 3, 4],
      ['Phường Sông', 1, 2],
    ])
    expect(await corrections(2099)).toEqual([])
  })
})
