/** What is kept of an amendment replays to its state; who wrote on it does not publish it. */
import { describe, expect, test } from 'vitest'
import { amendmentWorkflow, historyOf } from './amendment-workflow.rules.ts'
import type { Amendment } from './amendments.model.ts'

const draft: Amendment = {
  id: '019a0000-0000-7000-8000-000000000001',
  symbol: '12/KH-UBND',
  issuedOn: '2026-03-01',
  effectiveOn: '2026-03-02',
  title: { vi: 'Điều chỉnh', en: 'Amendment' },
  reason: 'Theo chỉ đạo',
  changes: [],
  authors: ['an', 'binh'],
  draftedBy: null,
  changedAt: '2026-03-05T02:00:00+00:00',
  state: 'draft',
  version: null,
  revision: 3,
}

describe('an amendment', () => {
  test.each([
    ['draft', ['write', 'write']],
    ['published', ['write', 'write', 'publish']],
    ['discarded', ['write', 'write', 'discard']],
  ] as const)('that is %s replays to it', (state, steps) => {
    const history = historyOf({ ...draft, state })
    expect(history.map(({ step }) => step)).toEqual(steps)
    expect(amendmentWorkflow.replay(history)).toBe(state)
  })

  test('is published by none of its authors', () => {
    const thing = { state: draft.state, hands: draft.authors }
    const by = (account: string) => ({ account, as: ['approver'], today: '2026-03-06' }) as const
    expect(amendmentWorkflow.openSteps(thing, by('an'))).toEqual(['write', 'discard'])
    expect(amendmentWorkflow.openSteps(thing, by('chi'))).toEqual(['write', 'publish', 'discard'])
  })
})
