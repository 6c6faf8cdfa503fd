/** A decision's effects as they are told: counted whole, listed in part. */
import { describe, expect, test } from 'vitest'
import type { UnitChange, UnitEffects } from '#modules/organisation'
import { countsOf, cutOf, faultsOf, listsOf } from './effects.rules.ts'

const unit = (code: string, kind = 'commune') => ({ id: `id-${code}`, code, name: `Xã ${code}`, kind })
const step = (from: string, to: string, given: object = {}) => ({
  ...{ from: unit(from), to: unit(to), part: 'full', share: null, populationMoves: null, scope: null },
  ...given,
})
const unitEffects = (given: object) =>
  ({ on: '2026-07-01', opened: [], ended: [], revised: [], passings: [], ...given }) as unknown as UnitEffects

describe('estimates', () => {
  test.each([
    ['a whole unit', {}, 0],
    ['a part', { part: 'partial' }, 1],
    ['a part with some of the people', { part: 'partial', populationMoves: 'part' }, 1],
    ['a part with all of the people', { part: 'partial', populationMoves: 'all' }, 0],
    ['a part where nobody lives', { part: 'partial', populationMoves: 'none' }, 0],
    ['tasks of an agency', { part: 'partial', from: unit('SO', 'agency') }, 0],
  ])('%s: %d', (_, given, estimates) => {
    expect(countsOf(unitEffects({ passings: [step('A', 'B', given)] })).estimates).toBe(estimates)
  })

  test('a unit that gets several parts is one', () => {
    const passings = [step('A', 'B', { part: 'partial' }), step('C', 'B', { part: 'partial' })]
    expect(countsOf(unitEffects({ passings }))).toEqual({ opened: 0, ended: 0, revised: 0, passings: 2, estimates: 1 })
  })
})

test('a list asked for is cut where it is asked, the others left out; without one, the beginning of each', () => {
  const rows = [1, 2, 3, 4, 5]
  expect(cutOf({ from: 0, limit: 2 }, 'opened', rows)).toEqual([1, 2])
  expect(cutOf({ list: 'opened', from: 3, limit: 2 }, 'opened', rows)).toEqual([4, 5])
  expect(cutOf({ list: 'opened', from: 5, limit: 2 }, 'opened', rows)).toEqual([])
  expect(cutOf({ list: 'ended', from: 0, limit: 2 }, 'opened', rows)).toEqual([])
})

test('former units stand on the day before, new ones on the day; of many neighbours four are named', () => {
  const passings = ['A', 'B', 'C', 'D', 'E', 'F'].map((code) => step(code, 'N'))
  const changes = [{ kind: 'pass', from: 'A', to: 'N', basis: 'Điều 2' }] as unknown as UnitChange[]
  const told = listsOf(unitEffects({ opened: [unit('N')], ended: [unit('A')], passings }), changes, '2026-06-30', {
    from: 0,
    limit: 3,
  })
  expect(told.opened[0]).toMatchObject({ code: 'N', on: '2026-07-01', more: 2 })
  expect(told.opened[0]?.others.map(({ code, on }) => `${code} ${on}`)).toEqual(
    ['A', 'B', 'C', 'D'].map((code) => `${code} 2026-06-30`),
  )
  expect(told.ended[0]).toMatchObject({ on: '2026-06-30', more: 0, others: [{ code: 'N', on: '2026-07-01' }] })
  expect(told.passings.map(({ basis }) => basis)).toEqual(['Điều 2', null, null])
})

test('faults have the number of their change from 1; those of the whole have none', () => {
  const problem = { code: 'x.y', status: 422, words: { vi: 'Sai', en: 'Wrong' } }
  const paths = [['changes', 0, 'code'], ['changes', 4], ['changes', 'x'], ['on'], undefined]
  expect(faultsOf(paths.map((path) => ({ ...problem, path }))).map(({ change }) => change)).toEqual([
    1,
    5,
    null,
    null,
    null,
  ])
  expect(faultsOf([problem])[0]).toEqual({ code: 'x.y', vi: 'Sai', en: 'Wrong', change: null })
})
