/** The changes of a draft: listed by page, added as they are typed, removed. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { operation } from '#platform/operation.ts'
import { mayFollow, requireDecision } from '../decision-drafts.operations.ts'
import { DecisionInput, DecisionVersion, decisionSteps, hold, rewrite } from '../decision-steps.operations.ts'
import { mostChanges } from '../decisions.model.ts'
import { problems } from '../decisions.texts.ts'
import { RowEntry } from '../entries/entries.model.ts'
import { changesOfRows } from '../entries/entry-changes.rules.ts'
import { groundOf } from '../entries/existing-units.operations.ts'
import { ChangeLine, mostRows } from './change-sentences.model.ts'
import { lineOf } from './change-sentences.rules.ts'
import { namesFor } from './unit-names.operations.ts'

export const listChanges = operation({
  name: 'reorganisation.changes',
  former: { name: 'reorganisation.acts', fields: { kind: 'act' } },
  summary: 'The changes of a decision in their order, with the units named as they are on the day before.',
  effect: 'read',
  may: mayFollow,
  input: DecisionInput.extend({
    from: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(50),
  }),
  output: z.object({ total: z.number(), rows: z.array(ChangeLine) }),
  async run(work, { id, from, limit }) {
    const { changes, on } = await requireDecision(work.tx, id)
    const names = await namesFor(work.tx, on, changes)
    const rows = changes.slice(from, from + limit).map((change, index) => lineOf(change, from + index + 1, names))
    return { total: changes.length, rows }
  },
})

export const addChanges = operation({
  name: 'reorganisation.addChanges',
  former: { name: 'reorganisation.addActs', fields: { change: 'act' } },
  summary:
    'Adds changes to a draft as they are typed: units by code or name; `version` is the one that was seen. Problems stand at `rows`, place, field.',
  effect: 'write',
  body: 'long',
  may: decisionSteps.mayTake('edit'),
  isQuiet: true,
  input: DecisionVersion.extend({ rows: z.array(RowEntry).min(1).max(mostRows) }),
  output: z.object({ id: z.uuid(), added: z.number(), version: z.number() }),
  async run(work, { id, version, rows }) {
    const held = await hold(work, { id, version }, 'edit')
    const { on, title, basis, changes } = await requireDecision(work.tx, id)
    const read = changesOfRows(rows, await groundOf(work.tx, on, changes))
    if (read.problems.length > 0) throw new ProblemError(...read.problems)
    if (changes.length + read.changes.length > mostChanges)
      throw new ProblemError(problems.tooManyActs({ count: mostChanges }))
    const next = await rewrite(work, held, { on, title, basis, changes: [...changes, ...read.changes] })
    work.audit({ subject: `reform ${id}`, new: { added: read.changes } })
    return { id, added: read.changes.length, version: next.version }
  },
})

export const removeChange = operation({
  name: 'reorganisation.removeChange',
  former: { name: 'reorganisation.removeAct' },
  summary: 'Takes one change out of a draft; `version` is the one that was seen, `place` counts from 1.',
  effect: 'write',
  may: decisionSteps.mayTake('edit'),
  isQuiet: true,
  input: DecisionVersion.extend({ place: z.coerce.number().int().min(1) }),
  output: z.object({ id: z.uuid() }),
  async run(work, { id, version, place }) {
    const held = await hold(work, { id, version }, 'edit')
    const { on, title, basis, changes } = await requireDecision(work.tx, id)
    const removed = changes[place - 1]
    if (!removed) throw new ProblemError(problems.noSuchAct({ place }))
    const left = changes.filter((change) => change !== removed)
    await rewrite(work, held, { on, title, basis, changes: left })
    work.audit({ subject: `reform ${id}`, old: { removed } })
    return { id }
  },
})
