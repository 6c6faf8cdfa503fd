/** Sample reports of agencies: who has told how much, and that a report says what its state allows. */
import { expect, test } from 'vitest'
import { agencyStates, sampleDuties } from './duty-samples.rules.ts'

const duties = Array.from({ length: 10 }, (_, index) => ({ id: `id-${index}`, ref: `III.${index}` }))

test('every agency stands somewhere, the department of the demo account in the middle of its work', () => {
  const codes = ['SGDDT', ...Array.from({ length: 12 }, (_, index) => `SO-${index}`)]
  const states = agencyStates(codes)
  expect([...states.keys()].sort()).toEqual([...codes].sort())
  expect(states.get('SGDDT')).toBe('in-progress')
  expect(new Set(states.values())).toEqual(new Set(['approved', 'sent', 'in-progress', 'not-started']))
})

test.each([
  ['not-started', 0],
  ['in-progress', 6],
  ['sent', 10],
  ['returned', 10],
  ['approved', 10],
] as const)('%s: %d of 10 duties are told', (state, count) => {
  expect(sampleDuties('SO', state, duties).map(({ dutyId }) => dutyId)).toEqual(
    duties.slice(0, count).map(({ id }) => id),
  )
})

test('one duty that is under way is told; of none, nothing', () => {
  expect(sampleDuties('SO', 'in-progress', duties.slice(0, 1))).toHaveLength(1)
  expect(sampleDuties('SO', 'approved', [])).toEqual([])
})

test('what is done is done to the whole, the rest in part; every result says that it is a sample', () => {
  const many = Array.from({ length: 200 }, (_, index) => ({ id: String(index), ref: String(index) }))
  const told = sampleDuties('SO', 'approved', many)
  expect(new Set(told.map(({ state }) => state))).toEqual(new Set(['done', 'in-progress', 'regular']))
  for (const { state, percent, result } of told) {
    if (state === 'done') expect(percent).toBe(100)
    else expect(percent >= 55 && percent <= 90 && percent % 5 === 0).toBe(true)
    expect(result).toMatch(/\(Số liệu mẫu\)$/)
  }
  expect(sampleDuties('SO', 'approved', many)).toEqual(told)
})
