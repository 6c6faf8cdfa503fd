/** The acts of a draft: listed by page, added as they are typed, removed. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { operation } from '#platform/operation.ts'
import { TypedRow } from '../entries/entries.model.ts'
import { actsOfRows } from '../entries/entry-acts.rules.ts'
import { groundOf } from '../entries/standing-units.operations.ts'
import {
  administratorAtCity,
  byOf,
  hold,
  mayFollow,
  Reform,
  ReformAsked,
  ReformSeen,
  requireReform,
} from '../reform-drafts.operations.ts'
import { mostActs } from '../reforms.model.ts'
import * as store from '../reforms.store.ts'
import { problems } from '../reforms.texts.ts'
import { ActLine, mostTyped } from './act-sentences.model.ts'
import { lineOf } from './act-sentences.rules.ts'
import { namesFor } from './unit-names.operations.ts'

export const listActs = operation({
  name: 'reorganisation.acts',
  summary: 'The acts of a reform in their order, with the units named as they are on the day before.',
  effect: 'read',
  may: mayFollow,
  input: ReformAsked.extend({
    from: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(50),
  }),
  output: z.object({ total: z.number(), rows: z.array(ActLine) }),
  async run(work, { id, from, limit }) {
    const { acts, on } = Reform.parse(await requireReform(work.tx, id))
    const names = await namesFor(work.tx, on, acts)
    const rows = acts.slice(from, from + limit).map((act, index) => lineOf(act, from + index + 1, names))
    return { total: acts.length, rows }
  },
})

export const addActs = operation({
  name: 'reorganisation.addActs',
  summary: 'Adds acts to a draft as they are typed: units by code or name. Problems stand at `rows`, place, field.',
  effect: 'write',
  body: 'long',
  may: administratorAtCity,
  isQuiet: true,
  input: ReformAsked.extend({ rows: z.array(TypedRow).min(1).max(mostTyped) }),
  output: z.object({ id: z.uuid(), added: z.number() }),
  async run(work, { id, rows }) {
    await hold(work, { id }, 'edit')
    const { on, title, basis, acts } = Reform.parse(await requireReform(work.tx, id))
    const read = actsOfRows(rows, await groundOf(work.tx, on, acts))
    if (read.problems.length > 0) throw new ProblemError(...read.problems)
    if (acts.length + read.acts.length > mostActs) throw new ProblemError(problems.tooManyActs({ count: mostActs }))
    await store.updateDraft(work.tx, { id, on, title, basis, acts: [...acts, ...read.acts] }, byOf(work))
    work.audit({ subject: `reform ${id}`, new: { added: read.acts } })
    return { id, added: read.acts.length }
  },
})

export const removeAct = operation({
  name: 'reorganisation.removeAct',
  summary: 'Takes one act out of a draft; `version` is the one that was seen, `place` counts from 1.',
  effect: 'write',
  may: administratorAtCity,
  isQuiet: true,
  input: ReformSeen.extend({ place: z.coerce.number().int().min(1) }),
  output: z.object({ id: z.uuid() }),
  async run(work, { id, version, place }) {
    await hold(work, { id, version }, 'edit')
    const { on, title, basis, acts } = Reform.parse(await requireReform(work.tx, id))
    const removed = acts[place - 1]
    if (!removed) throw new ProblemError(problems.noSuchAct({ place }))
    const left = acts.filter((act) => act !== removed)
    await store.updateDraft(work.tx, { id, on, title, basis, acts: left }, byOf(work))
    work.audit({ subject: `reform ${id}`, old: { removed } })
    return { id }
  },
})
