/** Workflows: what hinders a step, what it lacks, where it leads; histories that join and histories that do not. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Taken, workflow } from '#kernel/workflow.ts'

const loan = workflow({
  name: 'library.loan',
  states: ['asked', 'lent', 'back', 'lost'],
  initial: 'asked',
  final: ['lost'],
  steps: {
    lend: { from: ['asked', 'back'], to: 'lent', who: 'clerk', fourEyes: true, setsDueDate: true },
    bring: { from: ['lent'], to: 'back', who: 'reader' },
    renew: { from: ['lent'], who: 'reader', setsDueDate: true },
    cancel: { from: ['asked', 'lent'], to: { lent: 'back' }, who: 'clerk', beforeItsDay: true },
    lose: { from: ['asked', 'lent', 'back'], to: 'lost', who: 'clerk', needsReason: true },
  },
})
type Step = keyof typeof loan.steps
const clerk = { account: 'an', as: ['clerk'], today: '2026-05-02' } as const

describe('what hinders a step', () => {
  test.each([
    ['nothing', { state: 'asked' }, 'lend', clerk, undefined],
    ['another state', { state: 'lost' }, 'lend', clerk, 'state'],
    ['no right, told before the state', { state: 'lost' }, 'bring', clerk, 'who'],
    ['one’s own hands', { state: 'asked', hands: ['binh', 'an'] }, 'lend', clerk, 'four-eyes'],
    ['the hands of others do not', { state: 'asked', hands: ['binh', null] }, 'lend', clerk, undefined],
    ['one’s own hands, where nobody else is asked for', { state: 'asked', hands: ['an'] }, 'lose', clerk, undefined],
    [
      'the operator has no hands',
      { state: 'asked', hands: [null] },
      'lend',
      { ...clerk, account: undefined },
      undefined,
    ],
    ['its day, once it has come', { state: 'lent', on: '2026-05-02' }, 'cancel', clerk, 'day'],
    ['a day to come does not', { state: 'lent', on: '2026-05-03' }, 'cancel', clerk, undefined],
    ['a day that nobody looks at', { state: 'asked', on: '2026-05-01' }, 'lend', clerk, undefined],
  ] as const)('%s', (_, thing, step, by, hindrance) => {
    expect(loan.hindrance(thing, step, by)).toBe(hindrance)
    expect(loan.openSteps(thing, by).includes(step)).toBe(hindrance === undefined)
  })

  test.each([
    ['lose', {}, 'reason'],
    ['lose', { reason: '  ' }, 'reason'],
    ['lose', { reason: 'burnt' }, undefined],
    ['lend', { reason: 'why not' }, 'due-date'],
    ['lend', { dueOn: '2026-05-02' }, 'due-date'],
    ['lend', { dueOn: '2026-05-03' }, undefined],
    ['bring', {}, undefined],
  ] as const)('%s given %o lacks %s', (step, given, lack) => {
    expect(loan.lack(step, given, clerk.today)).toBe(lack)
  })
})

describe('where steps lead', () => {
  test.each([
    ['asked', 'lend', 'lent'],
    ['lent', 'renew', 'lent'],
    ['lent', 'cancel', 'back'],
    ['asked', 'cancel', 'asked'],
  ] as const)('from %s by %s to %s', (from, step, to) => {
    expect(loan.leaves(from, step)).toBe(true)
    expect(loan.next(from, step)).toBe(to)
  })

  test('a step that does not begin there leads nowhere', () => {
    expect(loan.leaves('lost', 'bring')).toBe(false)
    expect(() => loan.next('lost', 'bring')).toThrow('no step bring begins at lost')
  })
})

function taken(step: Step): Taken<Step> {
  return { step, by: 'an', at: null, reason: null, dueOn: null, version: 1 }
}

describe('a history', () => {
  test('joins its states', () => {
    const events = loan.trace([taken('lend'), taken('bring')])
    expect(events.map(({ from, to }) => [from, to])).toEqual([
      ['asked', 'lent'],
      ['lent', 'back'],
    ])
    expect(loan.replay(events)).toBe('back')
    expect(loan.replay([])).toBe('asked')
  })

  test('whose lines do not join is refused', () => {
    const [lent, back] = loan.trace([taken('lend'), taken('bring')])
    if (!lent || !back) throw new Error('two steps are two events')
    expect(() => loan.trace([taken('bring')])).toThrow()
    expect(() => loan.replay([back])).toThrow('bring from lent to back after asked')
    expect(() => loan.replay([{ ...lent, to: 'back' }])).toThrow()
    expect(() => loan.replay([{ ...back, from: 'asked' }])).toThrow()
  })

  test('of any steps, as far as they begin where the last has ended, comes to where the steps have led', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...(Object.keys(loan.steps) as Step[]))), (steps) => {
        let state: (typeof loan.states)[number] = loan.initial
        const walked = steps.filter((step) => {
          if (!loan.leaves(state, step)) return false
          state = loan.next(state, step)
          return true
        })
        expect(loan.replay(loan.trace(walked.map(taken)))).toBe(state)
      }),
    )
  })
})

const letter = workflow({
  name: 'library.letter',
  states: ['draft', 'gone'],
  initial: 'draft',
  final: ['gone'],
  steps: {
    begin: { from: [], to: 'draft', who: 'clerk' },
    write: { from: ['draft'], who: 'clerk' },
    post: { from: ['draft'], to: 'gone', who: 'clerk' },
  },
})

describe('a step that begins the thing', () => {
  const of = (step: keyof typeof letter.steps, by = 'an') => {
    return { step, by, at: null, reason: null, dueOn: null, version: null }
  }

  test('is the first of a history and is taken never again', () => {
    const events = letter.trace([of('begin'), of('post')])
    expect(events.map(({ from, to }) => [from, to])).toEqual([
      [null, 'draft'],
      ['draft', 'gone'],
    ])
    expect(letter.replay(events)).toBe('gone')
    expect(letter.begins('begin')).toBe(true)
    expect(letter.leaves('draft', 'begin')).toBe(false)
    expect(letter.openSteps({ state: 'draft' }, clerk)).toEqual(['write', 'post'])
    expect(() => letter.trace([of('write'), of('begin')])).toThrow()
    expect(() => letter.replay([{ ...of('begin'), from: 'draft', to: 'draft' }])).toThrow()
  })
})
