/** The tree grows by decisions: what each change does, what is refused, and that no sequence of decisions ever breaks the tree. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayBefore, isValidOn, sinceEver, stillValid } from '../units.rules.ts'
import type { Change, Life, Tree, UnitDecision } from './changes.model.ts'
import { decision, foundation, idOf, kinds, newUnit, sequences, thatFit } from './decisions.fixture.ts'
import { growTree } from './tree-growth.rules.ts'

const day = '2025-07-01'

function grow(...decisions: UnitDecision[]) {
  return growTree(foundation, kinds, decisions)
}

/** What stands on a day, as `code name<parent`. */
function existingOn(tree: Tree, on: string): string[] {
  const at = tree.lives.filter((life) => isValidOn({ validFrom: life.openedOn, validTo: life.closedOn }, on))
  return at
    .map((life) => `${life.code} ${versionOn(life, on)?.fullName}<${codeOf(tree, versionOn(life, on)?.parentId)}`)
    .sort()
}

function versionOn(life: Life, on: string) {
  return life.versions.find((version) => isValidOn(version, on))
}

function codeOf(tree: Tree, id: string | null | undefined): string {
  return tree.lives.find((life) => life.id === id)?.code ?? ''
}

/** What one decision adds to and takes from the tree on its day. */
function effectOf(...changes: Change[]) {
  const { tree, fault } = grow(decision(day, ...changes))
  expect(fault).toBeUndefined()
  const [before, after] = [existingOn(tree, '2025-06-30'), existingOn(tree, day)]
  return {
    gone: before.filter((line) => !after.includes(line)),
    come: after.filter((line) => !before.includes(line)),
    steps: tree.steps.map(
      (step) => `${codeOf(tree, step.fromId)}>${codeOf(tree, step.toId)} ${step.part} ${step.share}`,
    ),
  }
}

describe('a change', () => {
  test.each<[string, Change[], { gone: string[]; come: string[]; steps: string[] }]>([
    ['opens', [{ kind: 'open', unit: newUnit('h', 'D1') }], { gone: [], come: ['h Loại Mới h<D1'], steps: [] }],
    [
      'renames',
      [{ kind: 'rename', code: 'a', name: 'Khác' }],
      { gone: ['a Loại Tên a<D1'], come: ['a Loại Khác<D1'], steps: [] },
    ],
    [
      'changes the type',
      [{ kind: 'retype', code: 'a', type: 'Phường' }],
      { gone: ['a Loại Tên a<D1'], come: ['a Phường Tên a<D1'], steps: [] },
    ],
    [
      'moves under another parent',
      [{ kind: 'move', code: 'a', parent: 'D2' }],
      { gone: ['a Loại Tên a<D1'], come: ['a Loại Tên a<D2'], steps: [] },
    ],
    [
      'merges into a new unit that bears the code of one that ends',
      [{ kind: 'merge', from: ['a', 'b'], into: newUnit('a', 'D1') }],
      { gone: ['a Loại Tên a<D1', 'b Loại Tên b<D1'], come: ['a Loại Mới a<D1'], steps: ['a>a full 1', 'b>a full 1'] },
    ],
    [
      'merges into one that stays',
      [{ kind: 'merge', from: ['a', 'b'], into: 'b' }],
      { gone: ['a Loại Tên a<D1'], come: [], steps: ['a>b full 1'] },
    ],
    [
      'splits among a new and an old unit',
      [
        {
          kind: 'split',
          from: 'a',
          into: [
            { unit: newUnit('h', 'D1'), share: 0.4, people: null },
            { unit: 'b', share: 0.6, people: null },
          ],
        },
      ],
      { gone: ['a Loại Tên a<D1'], come: ['h Loại Mới h<D1'], steps: ['a>h partial 0.4', 'a>b partial 0.6'] },
    ],
    [
      'splits off a part of one that stays',
      [
        {
          kind: 'split',
          from: 'a',
          into: [
            { unit: newUnit('h', 'D1'), share: 0.4, people: null },
            { unit: 'a', share: null, people: null },
          ],
        },
      ],
      { gone: [], come: ['h Loại Mới h<D1'], steps: ['a>h partial 0.4'] },
    ],
    [
      'transfers a part',
      [{ kind: 'transfer', from: 'a', to: 'b', share: 0.2, people: null }],
      { gone: [], come: [], steps: ['a>b partial 0.2'] },
    ],
    [
      'ends an agency whose tasks another takes over',
      [
        { kind: 'close', code: 'S3' },
        { kind: 'succeed', from: 'S3', to: 'S1', scope: null, verified: true },
      ],
      { gone: ['S3 Loại Tên S3<C'], come: [], steps: ['S3>S1 full null'] },
    ],
    [
      'ends a level: its units come under the city, and it goes',
      [{ kind: 'close', code: 'D2' }, ...['e', 'f', 'g'].map((code): Change => ({ kind: 'move', code, parent: 'C' }))],
      {
        gone: ['D2 Loại Tên D2<C', 'e Loại Tên e<D2', 'f Loại Tên f<D2', 'g Loại Tên g<D2'],
        come: ['e Loại Tên e<C', 'f Loại Tên f<C', 'g Loại Tên g<C'],
        steps: [],
      },
    ],
  ])('%s', (_, changes, effect) => {
    expect(effectOf(...changes)).toEqual(effect)
  })
})

test('the land of a place that an agency stood under goes somewhere too', () => {
  const moved = decision('2024-01-01', { kind: 'move', code: 'S3', parent: 'a' })
  const ended = decision('2024-07-01', { kind: 'move', code: 'S3', parent: 'C' }, { kind: 'close', code: 'a' })
  expect(growTree(foundation, kinds, [moved, ended]).fault?.problems.map(({ code }) => code)).toEqual([
    'organisation.landLost',
  ])
})

describe('a decision is refused whole, at the change', () => {
  test.each<[string, Change[], string, number]>([
    ['names an unknown unit', [{ kind: 'rename', code: 'x', name: 'Y' }], 'notStanding', 0],
    ['takes a code that stands', [{ kind: 'open', unit: newUnit('a', 'D1') }], 'codeTaken', 0],
    ['opens a kind that is none', [{ kind: 'open', unit: newUnit('h', 'D1', 'canton') }], 'unknownKind', 0],
    ['changes nothing', [{ kind: 'retype', code: 'a', type: 'Loại' }], 'nothingChanges', 0],
    ['leaves units without what is above them', [{ kind: 'close', code: 'D1' }], 'unitsBelow', 0],
    ['puts a place under one of its own level', [{ kind: 'move', code: 'a', parent: 'b' }], 'notAbove', 0],
    ['puts a place under an agency', [{ kind: 'move', code: 'a', parent: 'S1' }], 'notAbove', 0],
    ['puts an agency under itself', [{ kind: 'move', code: 'S1', parent: 'S2' }], 'underItself', 0],
    ['ends the city', [{ kind: 'close', code: 'C' }], 'unitsBelow', 0],
    ['loses land', [{ kind: 'close', code: 'a' }], 'landLost', 0],
    [
      'passes more than the whole',
      [
        { kind: 'transfer', from: 'a', to: 'b', share: 0.7, people: null },
        { kind: 'transfer', from: 'a', to: 'c', share: 0.7, people: null },
      ],
      'moreThanWhole',
      0,
    ],
    [
      'passes twice to the same',
      [
        { kind: 'transfer', from: 'a', to: 'b', share: 0.2, people: null },
        { kind: 'transfer', from: 'a', to: 'b', share: 0.3, people: null },
      ],
      'passedTwice',
      0,
    ],
    ['passes to itself', [{ kind: 'transfer', from: 'a', to: 'a', share: 0.2, people: null }], 'passedToItself', 0],
    ['passes land to another level', [{ kind: 'merge', from: ['a'], into: 'D2' }], 'kindsDiffer', 0],
    [
      'passes the whole and a part',
      [
        { kind: 'rename', code: 'c', name: 'Khác' },
        { kind: 'merge', from: ['a'], into: 'b' },
        { kind: 'transfer', from: 'a', to: 'c', share: 0.1, people: null },
      ],
      'wholeAndParts',
      1,
    ],
    [
      'passes the whole and stays',
      [{ kind: 'pass', from: 'a', to: 'b', part: 'full', share: 1, people: null }],
      'wholeButStays',
      0,
    ],
  ])('when it %s', (_, changes, code, index) => {
    const { tree, fault } = grow(decision(day, ...changes))
    expect(fault?.problems[0]).toMatchObject({ code: `organisation.${code}`, path: ['changes', index] })
    expect(tree).toEqual(foundation)
  })

  test('when the tree is on record beyond its day', () => {
    const ended = grow(decision(day, { kind: 'merge', from: ['a'], into: 'b' })).tree
    const { fault } = growTree(ended, kinds, [decision('2025-06-30', { kind: 'rename', code: 'c', name: 'Khác' })])
    expect(fault?.problems[0]).toMatchObject({ code: 'organisation.beforeFoundation' })
  })

  test('when an earlier one takes away what it rests on: that later one is named', () => {
    const later = decision('2026-01-01', { kind: 'rename', code: 'a', name: 'Khác' })
    const { fault } = grow(decision(day, { kind: 'merge', from: ['a'], into: 'b' }), later)
    expect(fault?.decision.id).toBe(later.id)
  })
})

/** Whatever of a tree is broken, on any day on which something changed. */
function brokenIn(tree: Tree): string[] {
  const days = new Set(
    tree.lives.flatMap((life) => [life.openedOn, ...life.versions.map((version) => version.validFrom)]),
  )
  days.delete(sinceEver)
  return [...days, '1900-01-01', '9999-12-31'].flatMap((on) => {
    const alive = tree.lives.filter((life) => isValidOn({ validFrom: life.openedOn, validTo: life.closedOn }, on))
    const ids = new Map(alive.map((life) => [life.id, life]))
    const codes = new Set(alive.map((life) => life.code))
    return [
      ...(codes.size < alive.length ? [`${on}: one code, two units`] : []),
      ...alive.flatMap((life) => {
        const versions = life.versions.filter((version) => isValidOn(version, on))
        const [version] = versions
        if (versions.length !== 1 || !version) return [`${on}: ${life.code} has ${versions.length} versions`]
        if (version.parentId === null) return life.code === 'C' ? [] : [`${on}: ${life.code} hangs in the air`]
        const way = [life.id]
        for (let at = ids.get(version.parentId); at; at = ids.get(versionOn(at, on)?.parentId ?? '')) {
          if (way.includes(at.id)) return [`${on}: ${life.code} goes round`]
          way.push(at.id)
        }
        return way.at(-1) === idOf('C') ? [] : [`${on}: ${life.code} does not reach the city`]
      }),
    ]
  })
}

test('no sequence of decisions leaves a gap, an overlap, a circle or an orphan on any day', () => {
  let decided = 0
  fc.assert(
    fc.property(sequences, (sequence) => {
      const decisions = thatFit(sequence)
      decided += decisions.length
      const { tree, fault } = grow(...decisions)
      expect(fault).toBeUndefined()
      expect(brokenIn(tree)).toEqual([])
      for (const { versions, openedOn, closedOn } of tree.lives) {
        expect([versions[0]?.validFrom, versions.at(-1)?.validTo]).toEqual([openedOn, closedOn])
        expect(versions.slice(1).every((version, index) => version.validFrom === versions[index]?.validTo)).toBe(true)
      }
    }),
    { numRuns: 600 },
  )
  // The property says nothing where nothing was put in force.
  expect(decided).toBeGreaterThan(400)
})

test('without its last decision the tree is what it was', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const decisions = thatFit(sequence)
      const before = grow(...decisions.slice(0, -1)).tree
      const after = grow(...decisions).tree
      const last = decisions.at(-1)
      if (!last) return
      const untouched = after.lives.filter((life) => life.openedOn !== last.on)
      expect(untouched.map((life) => life.id)).toEqual(before.lives.map((life) => life.id))
      // The day before the last decision nothing differs.
      const eve = dayBefore(last.on)
      expect(existingOn(after, eve)).toEqual(existingOn(before, eve))
      expect(after.lives.every((life) => life.closedOn === stillValid || life.closedOn <= last.on)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
