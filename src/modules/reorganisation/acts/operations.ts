/** The acts of a draft: listed by page, added as they are typed, removed. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { type Act, dayBefore } from '#modules/organisation'
import { operation } from '#platform/operation.ts'
import { mostActs } from '../model.ts'
import { administratorAtCity, byOf, hold, mayFollow, Reform, ReformAsked, requireReform } from '../operations.ts'
import * as store from '../store.ts'
import { problems } from '../texts.ts'
import { type GroundUnit, TypedRow } from '../typed/model.ts'
import { groundOf, newUnitsOf, unitsOn } from '../typed/operations.ts'
import { actsOfRows } from '../typed/rules.ts'
import { ActLine, mostTyped } from './model.ts'

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
    const eve = namesOf(await unitsOn(work, dayBefore(on)))
    const day = namesOf(await unitsOn(work, on))
    const opened = new Map(acts.flatMap(newUnitsOf).map((unit) => [unit.code, writtenOut(unit)]))
    const names = {
      before: (code: string) => eve.get(code) ?? null,
      after: (code: string) => opened.get(code) ?? day.get(code) ?? eve.get(code) ?? null,
    }
    const rows = acts.slice(from, from + limit).map((act, index) => lineOf(act, from + index + 1, names))
    return { total: acts.length, rows }
  },
})

function namesOf(units: readonly GroundUnit[]): ReadonlyMap<string, string> {
  return new Map(units.map((unit) => [unit.code, unit.name]))
}

function writtenOut({ kind, type, name }: ReturnType<typeof newUnitsOf>[number]): string {
  return kind === 'agency' ? name : `${type} ${name}`
}

interface Names {
  readonly before: (code: string) => string | null
  readonly after: (code: string) => string | null
}
type Target = Extract<Act, { act: 'merge' }>['into']
type Piece = { readonly share: number | null; readonly people: 'all' | 'part' | 'none' | null }

function lineOf(act: Act, place: number, names: Names): ActLine {
  const nothing = { units: [], takers: [], value: null, parent: null, part: null, scope: null }
  const before = (code: string) => ({ code, name: names.before(code) })
  const after = (code: string) => ({ code, name: names.after(code) })
  const taker = (target: Target, piece: Piece) => {
    const code = typeof target === 'string' ? target : target.code
    return { ...after(code), isNew: typeof target !== 'string', share: piece.share, people: piece.people }
  }
  const line = { ...nothing, place, act: act.act }
  switch (act.act) {
    case 'open':
      return { ...line, takers: [taker(act.unit, unknown)], parent: after(act.unit.parent) }
    case 'close':
      return { ...line, units: [before(act.code)] }
    case 'rename':
      return { ...line, units: [before(act.code)], value: act.name }
    case 'retype':
      return { ...line, units: [before(act.code)], value: act.type }
    case 'move':
      return { ...line, units: [before(act.code)], parent: after(act.parent) }
    case 'merge':
      return { ...line, units: act.from.map(before), takers: [taker(act.into, unknown)] }
    case 'split':
      return { ...line, units: [before(act.from)], takers: act.into.map((part) => taker(part.unit, part)) }
    case 'transfer':
      return { ...line, units: [before(act.from)], takers: [taker(act.to, act)] }
    case 'pass':
      return { ...line, units: [before(act.from)], takers: [taker(act.to, act)], part: act.part }
    case 'succeed': {
      const scope = act.scope ? (act.scope.vi ?? act.scope.code) : null
      return { ...line, units: [before(act.from)], takers: [taker(act.to, unknown)], scope }
    }
  }
}

const unknown: Piece = { share: null, people: null }

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
    await hold(work, id, 'edit')
    const { on, title, basis, acts } = Reform.parse(await requireReform(work.tx, id))
    const read = actsOfRows(rows, await groundOf(work, on, acts))
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
  input: ReformAsked.extend({ version: z.coerce.number().int(), place: z.coerce.number().int().min(1) }),
  output: z.object({ id: z.uuid() }),
  async run(work, { id, version, place }) {
    const held = await hold(work, id, 'edit')
    if (held.version !== version) throw new ProblemError(problems.changedMeanwhile())
    const { on, title, basis, acts } = Reform.parse(await requireReform(work.tx, id))
    const removed = acts[place - 1]
    if (!removed) throw new ProblemError(problems.noSuchAct({ place }))
    const left = acts.filter((act) => act !== removed)
    await store.updateDraft(work.tx, { id, on, title, basis, acts: left }, byOf(work))
    work.audit({ subject: `reform ${id}`, old: { removed } })
    return { id }
  },
})
