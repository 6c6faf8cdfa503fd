/** Holders of duties are made those wanted, and nothing else is touched, case by case. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decide, mergedOn, newCommune, smallIds, unitOn } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import * as store from './duty-holders.store.ts'

const { database, within, unit } = await openStores()
const [agency, college] = [unit('SO'), unit('TRUONG')]

/** `duty unit from to [unsure]`. */
function holder(text: string): store.HolderFact {
  const [duty, unit, validFrom = '', validTo = '', unsure] = text.split(' ')
  const dutyId = duty === 'V.1' ? smallIds.classesDuty : smallIds.booksDuty
  return { dutyId, unitId: unit === 'SO' ? agency : college, validFrom, validTo, verified: !unsure }
}

describe('writing holders', () => {
  const loaded = ['V.1 SO 2026-01-01 infinity', 'V.2 SO 2026-01-01 infinity']
  beforeEach(async () => {
    await within((tx) => store.writeHolders(tx, loaded.map(holder)))
  })
  const standing = async () => {
    const { rows } = await database.pool.query<{ line: string }>(
      `select concat_ws(' ', duty.ref, case holder.unit_id when $1 then 'SO' else 'TRUONG' end, holder.valid_from, holder.valid_to,
         case when not holder.verified then 'unsure' end) as line
       from plan.duty_holder holder join plan.duty on duty.id = holder.duty_id order by line`,
      [agency],
    )
    return rows.map(({ line }) => line)
  }

  test.each<[string, string[], number]>([
    ['the same again: nothing', loaded, 0],
    ['in another order: nothing', loaded.toReversed(), 0],
    [
      'one passes on: its row is written anew, and the next one’s',
      ['V.1 SO 2026-01-01 2027-01-01', 'V.1 TRUONG 2027-01-01 infinity', loaded[1] ?? ''],
      3,
    ],
    ['only how sure it is', ['V.1 SO 2026-01-01 infinity unsure', loaded[1] ?? ''], 2],
    ['one goes away', [loaded[1] ?? ''], 1],
    ['all go away', [], 2],
    ['from another day', ['V.1 SO 2026-02-01 infinity', loaded[1] ?? ''], 2],
    ['another agency for the same days', ['V.1 TRUONG 2026-01-01 infinity', loaded[1] ?? ''], 2],
  ])('%s', async (_, wanted, rows) => {
    expect(await within((tx) => store.writeHolders(tx, wanted.map(holder)))).toBe(rows)
    expect(await standing()).toEqual([...wanted].sort())
  })
})

test('duties are told with the agency of the plan, and from when to when they are asked', async () => {
  const held = await within((tx) => store.listHeld(tx))
  expect(held.map(({ ref, agency: of, scope, from, until }) => [ref, of, scope, from, until])).toEqual([
    ['V.1', agency, null, '2026-01-01', null],
    ['V.2', agency, null, '2026-01-01', null],
  ])
})

describe('a duty of which the plan did not keep the part of the tasks', () => {
  const scope = (code: string) => ({ code, vi: null, en: null })
  const on = '2027-01-01'
  beforeAll(async () => {
    await decide(database, on, [
      { kind: 'open', unit: { ...newCommune('BAN', 'Ban'), kind: 'agency', type: 'Ban' } },
      { kind: 'succeed', from: 'SO', to: 'TRUONG', scope: scope('books'), verified: true },
      { kind: 'succeed', from: 'SO', to: 'BAN', scope: scope('main'), verified: false },
    ])
  })

  test('is of the part with which it has gone; of none where it went with the main part', async () => {
    const office = await unitOn(database, 'BAN', on)
    const next = (dutyId: string, unitId: string) => ({
      dutyId,
      unitId,
      validFrom: on,
      validTo: 'infinity',
      verified: true,
    })
    const former = ['V.1', 'V.2'].map((ref) => holder(`${ref} SO 2026-01-01 ${on}`))
    const latter = [next(smallIds.classesDuty, office), next(smallIds.booksDuty, college)]
    await within((tx) => store.writeHolders(tx, [...former, ...latter]))
    expect((await within((tx) => store.listHeld(tx))).map(({ ref, scope }) => [ref, scope])).toEqual([
      ['V.1', null],
      ['V.2', 'books'],
    ])
  })

  test('the passings are those of agencies, not of places, with their parts', async () => {
    const passings = await within((tx) => store.listPassings(tx))
    expect(passings.map(({ on, from, scope, verified }) => [on, from === agency, scope, verified]).sort()).toEqual(
      [
        [on, true, 'books', true],
        [on, true, 'main', false],
      ].sort(),
    )
  })
})

test('kinds of which some stand on a day, without those left out', async () => {
  const kinds = async (day: string, without: string[] = []) =>
    (await within((tx) => store.listStandingKinds(tx, { on: day, without }))).map(({ kind }) => kind).sort()
  expect(await kinds(mergedOn)).toEqual(['agency', 'city', 'commune'])
  expect(await kinds('2025-06-30')).toEqual(['agency', 'city', 'commune', 'district'])
  expect(await kinds('2025-06-30', [unit('011', '2025-06-30')])).toEqual(['agency', 'city', 'commune'])
})
