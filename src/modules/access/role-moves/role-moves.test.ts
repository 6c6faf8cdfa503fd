/** Where the roles of a unit go. */
import { describe, expect, test } from 'vitest'
import type { NamedUnit } from './role-moves.model.ts'
import { successorsOf } from './role-moves.rules.ts'

const unit = (code: string): NamedUnit => ({ id: code, code, kind: 'commune', name: `Xã ${code}` })
const whole = (from: string, to: string) => ({
  from: unit(from),
  to: unit(to),
  part: 'full' as const,
  share: 1,
  scope: null,
})
const part = (from: string, to: string, share: number | null, scope: string | null = null) => ({
  from: unit(from),
  to: unit(to),
  part: 'partial' as const,
  share,
  scope,
})

describe('the heir of an ended unit', () => {
  test.each([
    ['took all of it', ['A'], [whole('A', 'C')], 'C', [], 'whole'],
    ['took the greatest part', ['A'], [part('A', 'B', 0.3), part('A', 'C', 0.7)], 'C', ['B'], 'greatest-part'],
    [
      'is the first by code where parts are unknown',
      ['A'],
      [part('A', 'D', null), part('A', 'C', null)],
      'C',
      ['D'],
      'greatest-part',
    ],
    [
      'took the main tasks',
      ['A'],
      [part('A', 'B', null, 'schools'), part('A', 'C', null, 'main')],
      'C',
      ['B'],
      'greatest-part',
    ],
    ['took the only tasks that passed', ['A'], [part('A', 'B', null, 'schools')], 'B', [], 'whole'],
    ['is behind one that ended the same day', ['A', 'B'], [whole('A', 'B'), whole('B', 'C')], 'C', [], 'whole'],
    [
      'is one, though two ways lead to it',
      ['A', 'B'],
      [part('A', 'B', 0.4), part('A', 'C', 0.6), whole('B', 'C')],
      'C',
      [],
      'whole',
    ],
    ['is nobody', ['A'], [whole('B', 'C')], undefined, [], 'no-successor'],
    ['is nobody where ways go round', ['A', 'B'], [whole('A', 'B'), whole('B', 'A')], undefined, [], 'no-successor'],
  ])('%s', (_, ended, passings, successor, others, why) => {
    const [first] = successorsOf({ ended: ended.map(unit), passings })
    expect([first?.successor?.code, first?.others.map((other) => other.code), first?.why]).toEqual([
      successor,
      others,
      why,
    ])
  })

  test('a unit that lives on has none, whatever it passes on', () => {
    expect(successorsOf({ ended: [], passings: [part('A', 'B', 0.4)] })).toEqual([])
  })
})
