/** What a decision changed, read from the tree before and after it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isValidOn } from '../units.rules.ts'
import type { Change, Tree, UnitDecision } from './changes.model.ts'
import { decision, foundation, idOf, kinds, newUnit, sequences, thatFit } from './decisions.fixture.ts'
import { growTree } from './tree-growth.rules.ts'
import { type UnitEffects, unitEffectsOf } from './unit-effects.rules.ts'

const day = '2025-07-01'

function treeOf(...decisions: UnitDecision[]): Tree {
  const { tree, fault } = growTree(foundation, kinds, decisions)
  expect(fault).toBeUndefined()
  return tree
}

function effectsOf(...changes: Change[]): UnitEffects {
  return unitEffectsOf(foundation, treeOf(decision(day, ...changes)), day)
}

/** Effects in words, units by code and name. */
function wordsOf({ ended, opened, revised, passings }: UnitEffects) {
  return {
    ended: ended.map(({ code, name }) => `${code} ${name}`),
    opened: opened.map(({ code, name }) => `${code} ${name}`),
    revised: revised.map(({ unit, what, old, new: now }) => `${unit.code} ${what}: ${old} > ${now}`),
    passings: passings.map(({ from, to, part, share }) => `${from.name} > ${to.name} ${part} ${share}`),
  }
}

const nothing = { ended: [], opened: [], revised: [], passings: [] }

describe('a decision that', () => {
  test.each<[string, Change[], object]>([
    ['opens a unit', [{ kind: 'open', unit: newUnit('h', 'D1') }], { opened: ['h Loại Mới h'] }],
    [
      'merges two into a new one: who gives is called as the day before, who takes as of the day',
      [{ kind: 'merge', from: ['a', 'b'], into: newUnit('a', 'D1') }],
      {
        ended: ['a Loại Tên a', 'b Loại Tên b'],
        opened: ['a Loại Mới a'],
        passings: ['Loại Tên a > Loại Mới a full 1', 'Loại Tên b > Loại Mới a full 1'],
      },
    ],
    ['renames', [{ kind: 'rename', code: 'a', name: 'Khác' }], { revised: ['a name: Tên a > Khác'] }],
    ['changes the type', [{ kind: 'retype', code: 'a', type: 'Phường' }], { revised: ['a type: Loại > Phường'] }],
    ['moves', [{ kind: 'move', code: 'a', parent: 'D2' }], { revised: ['a parent: Loại Tên D1 > Loại Tên D2'] }],
    [
      'renames, moves and changes the type of one',
      [
        { kind: 'rename', code: 'a', name: 'Khác' },
        { kind: 'retype', code: 'a', type: 'Phường' },
        { kind: 'move', code: 'a', parent: 'D2' },
      ],
      { revised: ['a name: Tên a > Khác', 'a type: Loại > Phường', 'a parent: Loại Tên D1 > Loại Tên D2'] },
    ],
    [
      'passes a part on',
      [{ kind: 'transfer', from: 'a', to: 'b', share: 0.2, people: null }],
      { passings: ['Loại Tên a > Loại Tên b partial 0.2'] },
    ],
  ])('%s', (_, changes, expected) => {
    expect(wordsOf(effectsOf(...changes))).toEqual({ ...nothing, ...expected })
  })
})

test('a unit under a renamed parent is not revised itself', () => {
  expect(wordsOf(effectsOf({ kind: 'rename', code: 'D1', name: 'Khác' })).revised).toEqual(['D1 name: Tên D1 > Khác'])
})

test('only what is due to the last decision is told, though an earlier one has the same day', () => {
  const earlier = decision(day, { kind: 'merge', from: ['a'], into: 'b' }, { kind: 'rename', code: 'c', name: 'Khác' })
  const later = decision(day, { kind: 'merge', from: ['d'], into: 'b' })
  const effects = unitEffectsOf(treeOf(earlier), treeOf(earlier, later), day)
  expect(wordsOf(effects)).toEqual({
    ...nothing,
    ended: ['d Loại Tên d'],
    passings: ['Loại Tên d > Loại Tên b full 1'],
  })
})

test('of a tree that stayed as it is there is nothing to tell', () => {
  expect(unitEffectsOf(foundation, foundation, day)).toEqual({ on: day, ...nothing })
})

test('tasks pass with their scope', () => {
  const scope = { code: 'schools', vi: null, en: null }
  const { passings } = effectsOf({ kind: 'succeed', from: 'S3', to: 'S1', scope, verified: false })
  expect(passings).toMatchObject([{ from: { id: idOf('S3') }, scope: 'schools', share: null, verified: false }])
})

test('whatever is decided: who ended stood the day before and no more, who opened stands and did not', () => {
  let count = 0
  fc.assert(
    fc.property(sequences, (sequence) => {
      const decisions = thatFit(sequence)
      const last = decisions.at(-1)
      if (!last) return
      const [before, after] = [treeOf(...decisions.slice(0, -1)), treeOf(...decisions)]
      const { ended, opened, passings } = unitEffectsOf(before, after, last.on)
      const isAlive = (tree: Tree, id: string) =>
        tree.lives.some(
          (life) => life.id === id && isValidOn({ validFrom: life.openedOn, validTo: life.closedOn }, last.on),
        )
      const was = before.lives.filter(({ id }) => isAlive(before, id)).map(({ id }) => id)
      const is = after.lives.filter(({ id }) => isAlive(after, id)).map(({ id }) => id)
      expect(ended.map(({ id }) => id).sort()).toEqual(was.filter((id) => !is.includes(id)).sort())
      expect(opened.map(({ id }) => id).sort()).toEqual(is.filter((id) => !was.includes(id)).sort())
      expect(passings).toHaveLength(after.steps.length - before.steps.length)
      count += ended.length + opened.length
    }),
    { numRuns: 400 },
  )
  // The property says nothing where nothing ended or opened.
  expect(count).toBeGreaterThan(20)
})
