/** Open forms of wards that a decision ends: foreseen, carried over with the approval or on the day, and none is lost. */
import { expect, test, vi } from 'vitest'
import { demo } from '#test/worlds/demo.ts'
import { future, openDesk, today } from '#test/worlds/desk.ts'
import { type HanoiPerson, hanoiCaller } from '#test/worlds/hanoi.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

const { does, proposed, rowsOf, setClock } = openDesk<HanoiPerson>({
  world: demo,
  drafter: 'quan-tri',
  approver: { person: 'thanh-pho', email: 'thanh-pho@hanoi.example' },
  callerOf: hanoiCaller,
})

const changes = [
  {
    kind: 'merge',
    from: ['00004', '00008'],
    into: { code: '99001', kind: 'commune', name: 'Ba Đình - Ngọc Hà', type: 'Phường', parent: '01' },
  },
]

/** How many forms of the round stand open at each of the three. */
const openForms = async () => {
  const rows = await rowsOf<{ line: string }>(
    `select unit.code || ' ' || submission.state as line from collection.submission
     join organisation.unit on unit.id = submission.unit_id
     join collection.round on round.id = submission.round_id
     where round.year = 2026 and unit.code in ('00004', '00008', '99001') and unit.closed_on > '2026-01-01' order by 1`,
  )
  return rows.map((row) => row.line)
}

interface Previewed {
  readonly counts: Readonly<Record<string, number>>
  readonly lists: { readonly forms: readonly { readonly outcome: string; readonly to: readonly string[] }[] }
}

test('in force today: with the approval the old forms are closed and the new ward has one', async () => {
  const before = await openForms()
  expect(before).toHaveLength(2)
  const id = await proposed(today, changes)
  const { counts, lists } = await does<Previewed>('quan-tri', 'preview', { id })
  expect(counts.forms).toBe(2)
  expect(lists.forms.map(({ outcome, to }) => [outcome, ...to])).toEqual([
    ['carried', 'Phường Ba Đình - Ngọc Hà'],
    ['carried', 'Phường Ba Đình - Ngọc Hà'],
  ])
  expect(await openForms()).toEqual(before)
  await does('thanh-pho', 'approve', { id })
  const after = await openForms()
  expect(after).toHaveLength(3)
  expect(after.filter((line) => line.endsWith(' closed'))).toEqual(['00004 closed', '00008 closed'])
})

test('in force within the year: forms wait for the day, and the job carries them over once', async () => {
  const id = await proposed('2026-12-01', changes)
  await does('thanh-pho', 'approve', { id })
  expect(await openForms()).toHaveLength(2)
  setClock('2026-11-30T17:05:00Z')
  expect(await does('operator', 'settle', {})).toEqual({ settled: 1 })
  expect((await openForms()).filter((line) => line.endsWith(' closed'))).toHaveLength(2)
  expect(await does('operator', 'settle', {})).toEqual({ settled: 0 })
})

test('in force after the year: its forms stay with the old wards', async () => {
  const id = await proposed(future, changes)
  const { lists } = await does<Previewed>('quan-tri', 'preview', { id })
  expect(lists.forms.map((form) => form.outcome)).toEqual(['stays', 'stays'])
})
