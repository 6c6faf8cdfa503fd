/** Changes taken apart: what opens, closes, changes and passes on, and at which change. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from './changes.model.ts'
import { newUnit, sequences } from './decisions.fixture.ts'
import { elementaryChangesOf } from './elementary-changes.rules.ts'

/** Each elementary change in a word: `+h`, `-a`, `a:name`, `a>b full 1 all`. */
function wordsOf(...changes: Change[]): string[] {
  const { openings, closings, revisions, passings } = elementaryChangesOf(changes)
  return [
    ...openings.map(({ unit }) => `+${unit.code}`),
    ...closings.map(({ code }) => `-${code}`),
    ...revisions.map(({ code, name, type, parent }) => `${code}:${name ?? type ?? parent}`),
    ...passings.map(
      ({ from, to, part, share, populationMoves, scope }) =>
        `${from}>${to} ${part} ${share} ${populationMoves}${scope ? ` ${scope}` : ''}`,
    ),
  ]
}

const piece = { share: 0.4, people: 'part' as const }
const rest = { share: 0.6, people: 'all' as const }
const scope = { code: 'schools', vi: 'Trường học', en: 'Schools' }

describe('a change comes to', () => {
  test.each<[string, Change, string[]]>([
    ['an opening', { kind: 'open', unit: newUnit('h', 'D1') }, ['+h']],
    ['a closing', { kind: 'close', code: 'a' }, ['-a']],
    ['a new name', { kind: 'rename', code: 'a', name: 'Khác' }, ['a:Khác']],
    ['a new type', { kind: 'retype', code: 'a', type: 'Phường' }, ['a:Phường']],
    ['a new parent', { kind: 'move', code: 'a', parent: 'D2' }, ['a:D2']],
    [
      'a new unit of two that end',
      { kind: 'merge', from: ['a', 'b'], into: newUnit('h', 'D1') },
      ['+h', '-a', '-b', 'a>h full 1 all', 'b>h full 1 all'],
    ],
    [
      'a new unit with the code of one that ends',
      { kind: 'merge', from: ['a', 'b'], into: newUnit('a', 'D1') },
      ['+a', '-a', '-b', 'a>a full 1 all', 'b>a full 1 all'],
    ],
    ['one that stays and takes the other', { kind: 'merge', from: ['a', 'b'], into: 'b' }, ['-a', 'a>b full 1 all']],
    ['one from outside that takes both', { kind: 'merge', from: ['a'], into: 'c' }, ['-a', 'a>c full 1 all']],
    [
      'parts for a new and an old unit',
      {
        kind: 'split',
        from: 'a',
        into: [
          { unit: newUnit('h', 'D1'), ...piece },
          { unit: 'b', ...rest },
        ],
      },
      ['+h', '-a', 'a>h partial 0.4 part', 'a>b partial 0.6 all'],
    ],
    [
      'a part, where what is left stays',
      {
        kind: 'split',
        from: 'a',
        into: [
          { unit: newUnit('h', 'D1'), ...piece },
          { unit: 'a', ...rest },
        ],
      },
      ['+h', 'a>h partial 0.4 part'],
    ],
    [
      'parts, one of them a new unit with the code of the old one',
      {
        kind: 'split',
        from: 'a',
        into: [
          { unit: newUnit('a', 'D1'), ...piece },
          { unit: 'b', ...rest },
        ],
      },
      ['+a', '-a', 'a>a partial 0.4 part', 'a>b partial 0.6 all'],
    ],
    ['a part passed on', { kind: 'transfer', from: 'a', to: 'b', ...piece }, ['a>b partial 0.4 part']],
    [
      'the whole passed on, whatever share is written',
      { kind: 'pass', from: 'a', to: 'b', part: 'full', share: null, people: 'none' },
      ['a>b full 1 none'],
    ],
    [
      'a part passed on of which no share is known',
      { kind: 'pass', from: 'a', to: 'b', part: 'partial', share: null, people: null },
      ['a>b partial null null'],
    ],
    ['all tasks', { kind: 'succeed', from: 'S3', to: 'S1', scope: null, verified: true }, ['S3>S1 full null null']],
    [
      'some tasks',
      { kind: 'succeed', from: 'S3', to: 'S1', scope, verified: true },
      ['S3>S1 partial null null schools'],
    ],
  ])('%s', (_, change, expected) => {
    expect(wordsOf(change)).toEqual(expected)
  })
})

test('a pass and a succession keep the basis of their own, and whether it is verified', () => {
  const { passings } = elementaryChangesOf([
    { kind: 'pass', from: 'a', to: 'b', part: 'full', share: 1, people: 'all', basis: '12/NQ' },
    { kind: 'succeed', from: 'S3', to: 'S1', scope, verified: false, basis: '13/QĐ' },
    { kind: 'transfer', from: 'c', to: 'd', ...piece },
  ])
  expect(passings.map(({ basis, verified }) => [basis, verified])).toEqual([
    ['12/NQ', true],
    ['13/QĐ', false],
    [undefined, true],
  ])
  expect(passings[1]).toMatchObject({ scope: 'schools', scopeVi: 'Trường học', scopeEn: 'Schools' })
})

test('each says which change it is of, and a decision comes to what its changes come to', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const changes = sequence.flat()
      const whole = elementaryChangesOf(changes)
      const each = changes.map((change) => elementaryChangesOf([change]))
      for (const kind of ['openings', 'closings', 'revisions', 'passings'] as const) {
        const parts = each.flatMap((one, index) => one[kind].map((part) => ({ ...part, at: ['changes', index] })))
        expect(whole[kind]).toEqual(parts)
      }
    }),
    { numRuns: 100 },
  )
})
