/** Which invitations still stand, who sees them, and how their units are called, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { smallCity } from '#test/worlds/small-city.ts'
import { decide } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import * as store from './invitations.store.ts'
import { moveInvitations } from './role-moves/role-moves.store.ts'

const now = new Date('2026-11-02T02:00:00Z')
const on = '2026-11-02'
const { database, within, unit } = await openStores(smallCity)

async function invite(email: string, code: string, more: { field?: string; expiresAt?: Date } = {}): Promise<string> {
  const id = newId()
  const words = { email, name: 'Khách', language: 'vi', unitId: unit(code), role: 'editor' }
  const usual = { field: 'all', at: now, expiresAt: new Date('2026-11-09T02:00:00Z') }
  await within((tx) => store.insertInvitation(tx, { id, ...words, ...usual, ...more }))
  return id
}

describe('to one address', () => {
  const email = 'moi@nho.example'
  test('those stand that are neither used nor over, in the order in which they were made', async () => {
    const ids = [
      await invite(email, '102'),
      await invite(email, '101', { expiresAt: now }),
      await invite(email, '101', { expiresAt: new Date(now.getTime() + 1) }),
      await invite('khac@nho.example', '101'),
      await invite(email, 'SO'),
    ]
    const standing = async () =>
      (await within((tx) => store.lockOpenInvitations(tx, { email, now }))).map(({ id }) => ids.indexOf(id))
    expect(await standing()).toEqual([0, 2, 4])
    await within((tx) => store.useInvitations(tx, [ids[0] ?? '', ids[3] ?? ''], now))
    expect(await standing()).toEqual([2, 4])
  })
})

test('at a unit are seen those to it and below that nobody used, latest first, of the fields asked for or of all', async () => {
  const ids = [
    await invite('a@nho.example', 'SO'),
    await invite('b@nho.example', 'TRUONG', { field: 'plan' }),
    await invite('c@nho.example', '102', { field: 'collection' }),
    await invite('d@nho.example', 'SO'),
    // Over, and yet not taken up: whoever made it may make it anew.
    await invite('e@nho.example', 'SO', { expiresAt: new Date('2026-01-01T00:00:00Z') }),
  ]
  await within((tx) => store.useInvitations(tx, [ids[3] ?? ''], now))
  const seen = async (code: string, fields?: string[]) => {
    const input = { unitId: unit(code), on, now, ...(fields && { fields }) }
    const { rows } = await within((tx) => store.listInvitations(tx, input, { limit: 50 }))
    return rows.map(({ id }) => ids.indexOf(id)).filter((index) => index >= 0)
  }
  expect(await seen('SO')).toEqual([4, 1, 0])
  expect(await seen('TRUONG')).toEqual([1])
  expect(await seen('01')).toEqual([4, 2, 1, 0])
  expect(await seen('01', ['plan'])).toEqual([4, 1, 0])
  expect(await seen('SO', [])).toEqual([4, 0])
})

test('open invitations go where the roles go; without a successor they are worth nothing; used ones stay', async () => {
  const ids = {
    moved: await invite('g@nho.example', '103'),
    ended: await invite('h@nho.example', 'TRUONG'),
    other: await invite('i@nho.example', '101'),
  }
  const ways = [
    { from: unit('103'), to: unit('102') },
    { from: unit('TRUONG'), to: null },
  ]
  await within((tx) => moveInvitations(tx, ways, now))
  const look = async (id: string) => {
    const [row] = await within((tx) => store.findInvitation(tx, { id }))
    return [row?.unitName, row?.usedAt]
  }
  expect(await look(ids.moved)).toEqual(['Xã Đồi', null])
  expect(await look(ids.ended)).toEqual(['Trường Cao đẳng Nghề', now])
  expect(await look(ids.other)).toEqual(['Phường Sông', null])
  // What is used already is neither moved nor used again.
  const later = new Date('2026-12-01T00:00:00Z')
  await within((tx) => moveInvitations(tx, [{ from: unit('TRUONG'), to: unit('SO') }], later))
  expect(await look(ids.ended)).toEqual(['Trường Cao đẳng Nghề', now])
  expect(await within((tx) => store.lockOpenInvitations(tx, { email: 'h@nho.example', now }))).toEqual([])
})

test('is known by its token, with its unit as it is called last', async () => {
  const id = await invite('f@nho.example', '102')
  await within((tx) => store.setInvitationToken(tx, id, 'dau-vet'))
  await decide(database, '2027-01-01', [{ kind: 'rename', code: '102', name: 'Đồi Cao' }])
  const [result] = await within((tx) => store.findInvitationByToken(tx, { tokenHash: 'dau-vet' }))
  expect([result?.id, result?.unitName]).toEqual([id, 'Xã Đồi Cao'])
  expect(await within((tx) => store.findInvitationByToken(tx, { tokenHash: 'khac' }))).toEqual([])
})
