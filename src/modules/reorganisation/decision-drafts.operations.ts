/** What can be done with reforms: draft, change, propose, return, approve, withdraw; and what their day brings. */
import { z } from 'zod'
import { PageInput, pageOf } from '#kernel/page.ts'
import { describe, ProblemError } from '#kernel/problem.ts'
import { typedText } from '#kernel/schema.ts'
import { previewDecision, roleAtCity, UnitChange } from '#modules/organisation'
import { anyOf, anyone } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { changesSince } from './decision-differences.operations.ts'
import { DecisionCourse, DecisionEntry, DecisionHead, type DecisionState, mostChanges } from './decisions.model.ts'
import { decisionWorkflow, hindrance, type Step, steps } from './decisions.rules.ts'
import * as store from './decisions.store.ts'
import { problems } from './decisions.texts.ts'

export const administratorAtCity = roleAtCity('administrator')
/** Who follows a decision on its way without changing it. */
export const mayFollow = anyOf(roleAtCity('reader'), roleAtCity('auditor'))

export const DecisionInput = z.object({ id: z.uuid() })
export const Changes = z.array(UnitChange).max(mostChanges)
export const UnitDecision = DecisionCourse.extend({ changes: z.array(UnitChange) })
export type UnitDecision = z.infer<typeof UnitDecision>

/** What a step that changes or judges a reform names: the reform, and the version of it that was seen. */
export const DecisionVersion = DecisionInput.extend({ version: z.coerce.number().int().min(1) })

export const Moved = z.object({ id: z.uuid(), state: DecisionHead.shape.state, version: z.number() })
type Moved = z.infer<typeof Moved>
const Reason = typedText(2000, 1)

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
  summary: 'Reforms in every state, newest day first: drafts, those that wait, those in force.',
  effect: 'read',
  may: mayFollow,
  input: PageInput,
  output: pageOf(DecisionHead),
  run: ({ tx }, page) => store.listHeads(tx, { onlyPublic: false }, page),
})

const Hindrance = z.object({ vi: z.string(), en: z.string() })

export const unitDecision = operation({
  name: 'reorganisation.workingDecision',
  former: { name: 'reorganisation.reform', fields: { changes: 'acts' } },
  summary: 'One reform with its acts, who did what to it, and what stands in the way of each next step.',
  effect: 'read',
  may: mayFollow,
  input: DecisionInput,
  output: UnitDecision.extend({ hindrances: z.partialRecord(z.enum(steps), Hindrance) }),
  async run({ tx, caller, today }, { id }) {
    const decision = await requireDecision(tx, id)
    const hindrances = steps.flatMap((step) => {
      const problem = hindrance(decision, step, caller.account?.id, today)
      return problem ? [[step, { vi: describe('vi', problem), en: describe('en', problem) }]] : []
    })
    return { ...UnitDecision.parse(decision), hindrances: Object.fromEntries(hindrances) }
  },
})

export async function requireDecision(tx: Work['tx'], id: string) {
  const [decision] = await store.findDecision(tx, { id })
  if (!decision) throw new ProblemError(problems.unknownReform())
  return decision
}

export const draftDecision = operation({
  name: 'reorganisation.draft',
  former: { fields: { changes: 'acts' } },
  summary: 'Begins a draft: its day, title and decision, and acts where they are known.',
  effect: 'write',
  body: 'file',
  may: administratorAtCity,
  isQuiet: true,
  input: DecisionEntry.extend({ changes: Changes.default([]) }),
  output: Moved,
  run: beginDecision,
})

/** Begins a draft. */
export async function beginDecision(
  work: Work,
  typed: z.infer<typeof DecisionEntry> & { changes: UnitChange[] },
): Promise<Moved> {
  const id = work.newId()
  await store.insertDecision(work.tx, { ...typed, id }, byOf(work))
  work.audit({ subject: `reform ${id}`, new: { ...typed, changes: typed.changes.length } })
  return { id, state: 'draft', version: 1 }
}

export const editDecision = operation({
  name: 'reorganisation.edit',
  former: { fields: { changes: 'acts' } },
  summary: 'Changes a draft: its head, its acts, or both; `version` is the one that was seen.',
  effect: 'write',
  body: 'file',
  may: administratorAtCity,
  isQuiet: true,
  input: DecisionVersion.extend({
    ...DecisionEntry.partial().shape,
    changes: Changes.optional(),
  }),
  output: Moved,
  async run(work, { id, version, ...change }) {
    const held = await hold(work, { id, version }, 'edit')
    const last = UnitDecision.parse(await requireDecision(work.tx, id))
    const next = { id, on: last.on, title: last.title, basis: last.basis, changes: last.changes, ...defined(change) }
    await store.updateDraft(work.tx, next, byOf(work))
    work.audit({ subject: `reform ${id}`, new: { ...change, changes: next.changes.length } })
    return { id, state: 'draft' as const, version: held.version + 1 }
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
  may: administratorAtCity,
  isQuiet: true,
  input: DecisionVersion,
  output: Moved,
  run: sendOn,
})

/** Sends a draft to a second administrator. Throws what stands in the way, `reorganisation.noActs`, and where it does not fit the tree. */
export async function sendOn(work: Work, { id, version }: z.infer<typeof DecisionVersion>): Promise<Moved> {
  const held = await hold(work, { id, version }, 'propose')
  const { changes, on, title, basis } = UnitDecision.parse(await requireDecision(work.tx, id))
  if (changes.length === 0) throw new ProblemError(problems.noActs())
  const { problems: faults } = await previewDecision(work.tx, { changes, on, title, basis }, work.newId)
  if (faults.length > 0) throw new ProblemError(...faults)
  return take(work, { id, ...held }, 'propose')
}

export const returnDecision = operation({
  name: 'reorganisation.return',
  summary: 'Gives a proposed reform back to be worked on, with a reason.',
  effect: 'write',
  may: administratorAtCity,
  isQuiet: true,
  input: DecisionVersion.extend({ reason: Reason }),
  output: Moved,
  async run(work, { id, version, reason }) {
    const held = await hold(work, { id, version }, 'return')
    return take(work, { id, ...held }, 'return', reason)
  },
})

export const discardDecision = operation({
  name: 'reorganisation.discard',
  summary: 'Gives up a draft; it is kept, and shown no more.',
  effect: 'write',
  may: administratorAtCity,
  isQuiet: true,
  input: DecisionVersion,
  output: Moved,
  async run(work, { id, version }) {
    const held = await hold(work, { id, version }, 'discard')
    return take(work, { id, ...held }, 'discard')
  },
})

/**
 * Holds a reform for a step, until the transaction ends. Throws what stands in the way; where a `version` was seen that is no more,
 * `platform.changedSince`.
 */
export async function hold(work: Work, seen: { id: string; version?: number }, step: Step) {
  const { tx, caller, today } = work
  const held = await store.holdDecision(tx, seen.id)
  if (!held) throw new ProblemError(problems.unknownReform())
  const problem = hindrance(held, step, caller.account?.id, today)
  if (problem) throw new ProblemError(problem)
  const { id, version } = seen
  if (version !== undefined && version !== held.version)
    throw await changesSince(work, { id, version, now: held.version })
  return held
}

/** Moves a reform on that is held as it was seen, and tells the audit log. */
export async function take(
  work: Work,
  { id, state: from, version }: { id: string; state: DecisionState; version: number },
  step: Step,
  reason?: string,
) {
  const state = decisionWorkflow.next(from, step)
  await store.moveTo(work.tx, id, { state, what: signed.get(step), reason }, byOf(work))
  work.audit({ subject: `reform ${id}`, new: { state, reason } })
  return { id, state, version: version + 1 }
}

/** Steps that the row of a reform says the author and time of. */
const signed: ReadonlyMap<Step, 'proposed' | 'approved'> = new Map([
  ['propose', 'proposed'],
  ['approve', 'approved'],
])

export function byOf({ caller, now }: Work) {
  return { accountId: caller.account?.id, at: now }
}
