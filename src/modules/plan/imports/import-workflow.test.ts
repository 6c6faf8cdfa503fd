/** What is kept of a document under review replays to its state. */
import { describe, expect, test } from 'vitest'
import { historyOf, importWorkflow } from './import-workflow.rules.ts'

describe('a document under review', () => {
  const verdicts = [
    { by: 'Bình', at: '2026-03-05T02:00:00+00:00', version: 2 },
    { by: 'An', at: '2026-03-04T02:00:00+00:00', version: 1 },
  ]

  test.each([
    ['open', ['An', 'Bình']],
    ['published', ['An', 'Bình', null]],
    ['discarded', ['An', 'Bình', null]],
  ] as const)('that is %s replays to it', (state, by) => {
    const history = historyOf({ state }, verdicts)
    expect(history.map((event) => event.by)).toEqual(by)
    expect(importWorkflow.replay(history)).toBe(state)
  })
})
