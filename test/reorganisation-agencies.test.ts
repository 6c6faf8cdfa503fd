/** Decisions about agencies of Hanoi: duties and roles follow to the successor, and come back when the decision is withdrawn. */
import { expect, test, vi } from 'vitest'
import { future, openDesk } from '#test/worlds/desk.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const { does, proposed, rowsOf, dump } = openDesk<HanoiPerson>({
  world: hanoi,
  drafter: 'quan-tri',
  approver: { person: 'thanh-pho', email: 'thanh-pho@hanoi.example' },
  callerOf: hanoiCaller,
})

interface Previewed {
  readonly counts: Readonly<Record<string, number>>
  readonly lists: {
    readonly duties: readonly { readonly from: string; readonly to: string | null }[]
    readonly roles: readonly object[]
  }
}

test('a department becomes another: what it was asked to do goes with it from the day, and back again', async () => {
  const agency = {
    code: 'SGDKH',
    kind: 'agency',
    name: 'Sở Giáo dục và Khoa học',
    type: 'department',
    parent: 'UBNDTP',
  }
  const changes = [
    { kind: 'open', unit: agency },
    { kind: 'succeed', from: 'SGDDT', to: 'SGDKH' },
    { kind: 'close', code: 'SGDDT' },
  ]
  const before = await dump()
  const id = await proposed(future, changes)
  const foreseen = await does<Previewed>('quan-tri', 'preview', { id, limit: 1000 })
  expect(foreseen.counts.duties).toBeGreaterThan(5)
  expect(new Set(foreseen.lists.duties.map(({ from, to }) => `${from} → ${to}`))).toEqual(
    new Set(['Sở Giáo dục và Đào tạo → Sở Giáo dục và Khoa học']),
  )
  expect(foreseen.lists.roles).toHaveLength(1)
  expect(await dump()).toEqual(before)

  await does('thanh-pho', 'approve', { id })
  const preview = await does<Previewed>('quan-tri', 'preview', { id, limit: 1000 })
  expect(preview.lists).toEqual(foreseen.lists)
  const held = await rowsOf<{ count: number }>(
    `select count(*)::int as count from plan.duty_holder join organisation.unit on unit.id = duty_holder.unit_id where unit.code = 'SGDKH'`,
  )
  expect(held[0]?.count).toBe(foreseen.counts.duties)

  await does('quan-tri', 'withdraw', { id, reason: 'Chưa thực hiện' })
  expect(await dump()).toEqual(before)
})
