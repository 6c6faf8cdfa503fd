/** What can be done with decisions: draft, change, propose, return, approve, withdraw; and what their day brings. */
import { z } from 'zod'
import { Hindrances, History } from '#kernel/history.ts'
import { PageInput, pageOf } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { textEntry } from '#kernel/schema.ts'
import { previewDecision, roleAtCity, UnitChange } from '#modules/organisation'
import { anyOf, anyone } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import {
  advance,
  begin,
  DecisionInput,
  DecisionVersion,
  decisionSteps,
  hold,
  Moved,
  onItsWay,
  rewrite,
} from './decision-steps.operations.ts'
import { DecisionCourse, DecisionEntry, DecisionHead, DecisionRecord, mostChanges } from './decisions.model.ts'
import { courseOf } from './decisions.rules.ts'
import * as store from './decisions.store.ts'
import { problems } from './decisions.texts.ts'

/** Who follows a decision on its way without changing it. */
export const mayFollow = anyOf(roleAtCity('reader'), roleAtCity('auditor'))

export const Changes = z.array(UnitChange).max(mostChanges)
export const UnitDecision = DecisionRecord.extend({ ...DecisionCourse.shape, changes: z.array(UnitChange) })
export type UnitDecision = z.infer<typeof UnitDecision>

const Reason = textEntry(2000, 1)

export const listDecisions = operation({
  name: 'reorganisation.list',
  former: { fields: { changes: 'acts' } },
  summary: 'The decisions that made the tree of units, newest first.',
  effect: 'read',
  may: anyone,
  input: PageInput,
  output: pageOf(DecisionHead),
  run: ({ tx }, page) => store.listHeads(tx, { onlyPublic: true }, page),
})

export const listAll = operation({
  name: 'reorganisation.listAll',
  former: { fields: { changes: 'acts' } },
  summary: 'Decisions in every state, newest day first: drafts, those that wait, those in force.',
  effect: 'read',
  may: mayFollow,
  input: PageInput,
  output: pageOf(DecisionHead),
  run: ({ tx }, page) => store.listHeads(tx, { onlyPublic: false }, page),
})

export const workingDecision = operation({
  name: 'reorganisation.workingDecision',
  former: { name: 'reorganisation.reform', fields: { changes: 'acts', 'changes.kind': 'act' } },
  summary: 'One decision with its changes, who did what to it, and what stands in the way of each next step.',
  effect: 'read',
  may: mayFollow,
  input: DecisionInput,
  output: UnitDecision.extend({ history: History, hindrances: Hindrances }),
  async run(work, { id }) {
    const decision = await requireDecision(work.tx, id)
    const history = await decisionSteps.history(work.tx, id)
    return { ...decision, history, hindrances: decisionSteps.hindrances(work, await onItsWay(work, decision)) }
  },
})

/** A decision with its changes and what was done to it. Throws `reorganisation.unknownReform`. */
export async function requireDecision(tx: Work['tx'], id: string): Promise<UnitDecision> {
  const [decision] = await store.findDecision(tx, { id })
  if (!decision) throw new ProblemError(problems.unknownReform())
  return UnitDecision.parse({ ...decision, ...courseOf(await decisionSteps.lastOfEach(tx, id)) })
}

export const draftDecision = operation({
  name: 'reorganisation.draft',
  former: { fields: { changes: 'acts', 'changes.kind': 'act' } },
  summary: 'Begins a draft: its day, title and decision, and changes where they are known.',
  effect: 'write',
  body: 'file',
  may: decisionSteps.mayTake('draft'),
  isQuiet: true,
  input: DecisionEntry.extend({ changes: Changes.default([]) }),
  output: Moved,
  run: beginDecision,
})

/** Begins a draft. */
export async function beginDecision(
  work: Work,
  entry: z.infer<typeof DecisionEntry> & { changes: UnitChange[] },
): Promise<Moved> {
  const id = work.newId()
  work.audit({ subject: `reform ${id}`, new: { ...entry, changes: entry.changes.length } })
  return begin(work, { ...entry, id })
}

export const editDecision = operation({
  name: 'reorganisation.edit',
  former: { fields: { changes: 'acts', 'changes.kind': 'act' } },
  summary: 'Changes a draft: its head, its changes, or both; `version` is the one that was seen.',
  effect: 'write',
  body: 'file',
  may: decisionSteps.mayTake('edit'),
  isQuiet: true,
  input: DecisionVersion.extend({
    ...DecisionEntry.partial().shape,
    changes: Changes.optional(),
  }),
  output: Moved,
  async run(work, { id, version, ...change }) {
    const held = await hold(work, { id, version }, 'edit')
    const { on, title, basis, changes } = await requireDecision(work.tx, id)
    const next = { on, title, basis, changes, ...defined(change) }
    work.audit({ subject: `reform ${id}`, new: { ...change, changes: next.changes.length } })
    return rewrite(work, held, next)
  },
})

function defined<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T as {
    [K in keyof T]?: NonNullable<T[K]>
  }
}

export const proposeDecision = operation({
  name: 'reorganisation.propose',
  summary: 'Sends a draft to a second administrator; it has to fit the tree.',
  effect: 'write',
  may: decisionSteps.mayTake('propose'),
  isQuiet: true,
  input: DecisionVersion,
  output: Moved,
  run: sendOn,
})

/** Sends a draft to a second administrator. Throws what stands in the way, `reorganisation.noActs`, and where it does not fit the tree. */
export async function sendOn(work: Work, { id, version }: z.infer<typeof DecisionVersion>): Promise<Moved> {
  const held = await hold(work, { id, version }, 'propose')
  const { changes, on, title, basis } = await requireDecision(work.tx, id)
  if (changes.length === 0) throw new ProblemError(problems.noActs())
  const { problems: faults } = await previewDecision(work.tx, { changes, on, title, basis }, work.newId)
  if (faults.length > 0) throw new ProblemError(...faults)
  return advance(work, held, 'propose')
}

export const returnDecision = operation({
  name: 'reorganisation.return',
  summary: 'Gives a proposed decision back to be worked on, with a reason.',
  effect: 'write',
  may: decisionSteps.mayTake('return'),
  isQuiet: true,
  input: DecisionVersion.extend({ reason: Reason }),
  output: Moved,
  async run(work, { id, version, reason }) {
    const held = await hold(work, { id, version }, 'return')
    return advance(work, held, 'return', reason)
  },
})

export const discardDecision = operation({
  name: 'reorganisation.discard',
  summary: 'Gives up a draft; it is kept, and shown no more.',
  effect: 'write',
  may: decisionSteps.mayTake('discard'),
  isQuiet: true,
  input: DecisionVersion,
  output: Moved,
  async run(work, { id, version }) {
    const held = await hold(work, { id, version }, 'discard')
    return advance(work, held, 'discard')
  },
})

export function byOf({ caller, now }: Work) {
  return { accountId: caller.account?.id, at: now }
}
