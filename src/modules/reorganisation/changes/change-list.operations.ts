/** The acts of a draft: listed by page, added as they are typed, removed. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { operation } from '#platform/operation.ts'
import {
  administratorAtCity,
  byOf,
  DecisionInput,
  DecisionVersion,
  hold,
  mayFollow,
  requireDecision,
  UnitDecision,
} from '../decision-drafts.operations.ts'
import { mostChanges } from '../decisions.model.ts'
import * as store from '../decisions.store.ts'
import { problems } from '../decisions.texts.ts'
import { RowEntry } from '../entries/entries.model.ts'
import { changesOfRows } from '../entries/entry-changes.rules.ts'
import { groundOf } from '../entries/existing-units.operations.ts'
import { ChangeLine, mostTyped } from './change-sentences.model.ts'
import { lineOf } from './change-sentences.rules.ts'
import { namesFor } from './unit-names.operations.ts'

export const listChanges = operation({
  name: 'reorganisation.changes',
  former: { name: 'reorganisation.acts' },
  summary: 'The acts of a reform in their order, with the units named as they are on the day before.',
  effect: 'read',
  may: mayFollow,
  input: DecisionInput.extend({
    from: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(50),
  }),
  output: z.object({ total: z.number(), rows: z.array(ChangeLine) }),
  async run(work, { id, from, limit }) {
    const { changes: effects, on } = UnitDecision.parse(await requireDecision(work.tx, id))
    const names = await namesFor(work.tx, on, effects)
    const rows = effects.slice(from, from + limit).map((change, index) => lineOf(change, from + index + 1, names))
    return { total: effects.length, rows }
  },
})

export const addChanges = operation({
  name: 'reorganisation.addChanges',
  former: { name: 'reorganisation.addActs' },
  summary: 'Adds acts to a draft as they are typed: units by code or name. Problems stand at `rows`, place, field.',
  effect: 'write',
  body: 'long',
  may: administratorAtCity,
  isQuiet: true,
  input: DecisionInput.extend({ rows: z.array(RowEntry).min(1).max(mostTyped) }),
  output: z.object({ id: z.uuid(), added: z.number() }),
  async run(work, { id, rows }) {
    await hold(work, { id }, 'edit')
    const { on, title, basis, changes: effects } = UnitDecision.parse(await requireDecision(work.tx, id))
    const read = changesOfRows(rows, await groundOf(work.tx, on, effects))
    if (read.problems.length > 0) throw new ProblemError(...read.problems)
    if (effects.length + read.changes.length > mostChanges)
      throw new ProblemError(problems.tooManyActs({ count: mostChanges }))
    await store.updateDraft(work.tx, { id, on, title, basis, changes: [...effects, ...read.changes] }, byOf(work))
    work.audit({ subject: `reform ${id}`, new: { added: read.changes } })
    return { id, added: read.changes.length }
  },
})

export const removeChange = operation({
  name: 'reorganisation.removeChange',
  former: { name: 'reorganisation.removeAct' },
  summary: 'Takes one act out of a draft; `version` is the one that was seen, `place` counts from 1.',
  effect: 'write',
  may: administratorAtCity,
  isQuiet: true,
  input: DecisionVersion.extend({ place: z.coerce.number().int().min(1) }),
  output: z.object({ id: z.uuid() }),
  async run(work, { id, version, place }) {
    await hold(work, { id, version }, 'edit')
    const { on, title, basis, changes: effects } = UnitDecision.parse(await requireDecision(work.tx, id))
    const removed = effects[place - 1]
    if (!removed) throw new ProblemError(problems.noSuchAct({ place }))
    const left = effects.filter((change) => change !== removed)
    await store.updateDraft(work.tx, { id, on, title, basis, changes: left }, byOf(work))
    work.audit({ subject: `reform ${id}`, old: { removed } })
    return { id }
  },
})
