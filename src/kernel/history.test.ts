/** Histories as they are told: whose own step it was, and what one does on and on in one line. */
import { describe, expect, test } from 'vitest'
import { condensed, historyOf } from '#kernel/history.ts'

type Event = Parameters<typeof historyOf>[0][number]
function event(step: string, from: string | null, to: string, byId: string | null): Event {
  const at = '2026-05-02T02:00:00+00:00'
  return { step, from, to, byId, by: byId && `${byId.toUpperCase()}.`, at, reason: null, dueOn: null, version: 1 }
}

const begin = event('begin', null, 'draft', 'an')
const write = event('write', 'draft', 'draft', 'an')
const post = event('post', 'draft', 'gone', 'an')

describe('the lines of a history, latest first', () => {
  test('tell no account, and whether whoever took a step had brought the thing there', () => {
    const lines = historyOf([post, event('write', 'draft', 'draft', 'chi'), begin])
    expect(lines.map(({ step, by, isOwn }) => [step, by, isOwn])).toEqual([
      ['post', 'AN.', true],
      ['write', 'CHI.', false],
      ['begin', 'AN.', false],
    ])
    expect(JSON.stringify(lines)).not.toContain('byId')
  })

  test('of the machine, and of another, are nobody’s own', () => {
    const machine = event('post', 'draft', 'gone', null)
    expect(historyOf([machine, event('begin', null, 'draft', null)]).map(({ isOwn }) => isOwn)).toEqual([false, false])
    expect(historyOf([event('post', 'draft', 'gone', 'chi'), begin])[0]?.isOwn).toBe(false)
  })

  test('are one for what one person does on and on', () => {
    const theirs = event('write', 'draft', 'draft', 'chi')
    const lines = condensed(historyOf([post, write, write, theirs, write, begin]))
    expect(lines.map(({ step, by, times }) => [step, by, times])).toEqual([
      ['post', 'AN.', 1],
      ['write', 'AN.', 2],
      ['write', 'CHI.', 1],
      ['write', 'AN.', 1],
      ['begin', 'AN.', 1],
    ])
    expect(condensed([])).toEqual([])
  })

  test('with a reason, or of steps that led on, stay by themselves', () => {
    const reasoned = { ...write, reason: 'because' }
    expect(condensed(historyOf([write, reasoned, write]))).toHaveLength(3)
    expect(condensed(historyOf([post, post]))).toHaveLength(2)
  })
})
