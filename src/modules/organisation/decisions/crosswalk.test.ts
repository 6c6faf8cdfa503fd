/** How much of each place lies in each other one: parts of the whole, always all of it, exactly where nothing was split. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isValidOn } from '../units.rules.ts'
import type { Life, UnitDecision } from './changes.model.ts'
import { crosswalkOf, type Line, weightsOf } from './crosswalk.rules.ts'
import { decision, foundation, idOf, kinds, newUnit, sequences, thatFit } from './decisions.fixture.ts'
import { growTree } from './tree-growth.rules.ts'

const isPlace = (life: Life) => life.kind !== 'agency'

function crosswalk(...decisions: UnitDecision[]): Line[] {
  const { tree, fault } = growTree(foundation, kinds, decisions)
  expect(fault).toBeUndefined()
  return crosswalkOf(tree, isPlace)
}

/** The lines from what stood for a code on one day to what stands on another, as `code weight basis`. */
function between(lines: readonly Line[], fromId: string, on: string, other: string): string[] {
  const names = new Map(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((code) => [idOf(code), code]))
  return lines
    .filter((line) => line.fromId === fromId)
    .filter((line) => isValidOn({ validFrom: line.fromStart, validTo: line.fromEnd }, on))
    .filter((line) => isValidOn({ validFrom: line.toStart, validTo: line.toEnd }, other))
    .map((line) => `${names.get(line.toId) ?? 'new'} ${Number(line.weight.toFixed(4))} ${line.basis}`)
    .sort()
}

describe('the parts of a unit', () => {
  const part = (share: number | null, populationMoves: 'all' | 'part' | 'none' | null = null) => ({
    share,
    populationMoves,
  })
  test.each([
    ['one that took it all', [part(1)], ['1 whole']],
    ['by area', [part(0.25), part(0.75)], ['0.25 share', '0.75 share']],
    ['by area, though shares are rounded', [part(0.333), part(0.666)], ['0.3333 share', '0.6667 share']],
    ['evenly where nothing is known', [part(null), part(null)], ['0.5 even', '0.5 even']],
    [
      'the unknown ones divide what is left',
      [part(0.5), part(null), part(null)],
      ['0.5 even', '0.25 even', '0.25 even'],
    ],
    ['all people go one way', [part(0.3, 'all'), part(0.7, 'none')], ['1 people', '0 people']],
    [
      'nobody lives in one part',
      [part(0.5, 'none'), part(0.2, 'part'), part(0.3, 'part')],
      ['0 share', '0.4 share', '0.6 share'],
    ],
    ['one part is left that has people', [part(0.5, 'none'), part(0.5, 'part')], ['0 people', '1 people']],
    [
      'a decision that sends the people nowhere tells nothing',
      [part(0.5, 'none'), part(0.5, 'none')],
      ['0.5 share', '0.5 share'],
    ],
  ])('%s', (_, parts, texts) => {
    expect(weightsOf(parts).map(({ weight, basis }) => `${Number(weight.toFixed(4))} ${basis}`)).toEqual(texts)
  })
})

describe('on both sides of a day', () => {
  const day = '2025-07-01'
  const [before, after] = ['2025-06-30', day]

  test('a merger is exact forwards, and by area backwards', () => {
    const lines = crosswalk(decision(day, { kind: 'merge', from: ['a', 'b'], into: 'b' }))
    expect(between(lines, idOf('a'), before, after)).toEqual(['b 1 whole'])
    // a has 10 km², b 20.
    expect(between(lines, idOf('b'), after, before)).toEqual(['a 0.3333 share', 'b 0.6667 share'])
  })

  test('where an area is not known, backwards is even', () => {
    const lines = crosswalk(decision(day, { kind: 'merge', from: ['e', 'f'], into: 'f' }))
    expect(between(lines, idOf('f'), after, before)).toEqual(['e 0.5 even', 'f 0.5 even'])
  })

  test('a split is by share forwards, and exact backwards', () => {
    const into = [
      { unit: newUnit('h', 'D1'), share: 0.25, people: null },
      { unit: newUnit('i', 'D1'), share: 0.75, people: null },
    ]
    const split = decision(day, { kind: 'split', from: 'a', into })
    const lines = crosswalk(split)
    expect(between(lines, idOf('a'), before, after)).toEqual(['new 0.25 share', 'new 0.75 share'])
    expect(between(lines, split.unitIds.h ?? '', after, before)).toEqual(['a 1 whole'])
  })

  test('a unit that gives a part keeps the rest of itself', () => {
    const lines = crosswalk(decision(day, { kind: 'transfer', from: 'a', to: 'b', share: 0.2, people: null }))
    expect(between(lines, idOf('a'), before, after)).toEqual(['a 0.8 share', 'b 0.2 share'])
    expect(between(lines, idOf('b'), before, after)).toEqual(['b 1 whole'])
    // Of b's 22 km² then, 2 had been a's.
    expect(between(lines, idOf('b'), after, before)).toEqual(['a 0.0909 share', 'b 0.9091 share'])
  })

  test('what came apart and together again is whole', () => {
    const into = [
      { unit: newUnit('h', 'D1'), share: 0.25, people: null },
      { unit: newUnit('i', 'D1'), share: 0.75, people: null },
    ]
    const apart = decision('2025-01-01', { kind: 'split', from: 'a', into })
    const together = decision(day, { kind: 'merge', from: ['h', 'i'], into: 'b' })
    expect(between(crosswalk(apart, together), idOf('a'), '2024-06-30', day)).toEqual(['b 1 whole'])
  })
})

/** Sums of weights from each stretch onto the places of each day. */
function totals(lines: readonly Line[]): number[] {
  const stretches = Map.groupBy(lines, (line) => `${line.fromId} ${line.fromStart}`)
  const days = [...new Set(lines.map((line) => line.toStart))].map((day) => (day === '-infinity' ? '1900-01-01' : day))
  return [...stretches.values()].flatMap((own) =>
    days.map((day) =>
      own
        .filter((line) => isValidOn({ validFrom: line.toStart, validTo: line.toEnd }, day))
        .reduce((sum, line) => sum + line.weight, 0),
    ),
  )
}

test('nothing counted is lost or doubled by looking at it on another day, whatever was decided', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const { tree } = growTree(foundation, kinds, thatFit(sequence))
      // A place opened from nothing has no past, a level that ended no future: their figures stay where they are.
      const land = tree.lives.filter((life) => life.kind === 'commune')
      const begun = new Set(tree.steps.map((step) => `${step.toId} ${step.on}`))
      const fromNothing = land.some(
        (life) => life.openedOn !== '-infinity' && !begun.has(`${life.id} ${life.openedOn}`),
      )
      if (fromNothing) return
      for (const total of totals(crosswalkOf(tree, (life) => life.kind === 'commune'))) expect(total).toBeCloseTo(1, 6)
    }),
    { numRuns: 400 },
  )
})
