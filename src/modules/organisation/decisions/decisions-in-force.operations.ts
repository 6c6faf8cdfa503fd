/** Puts decisions about units in force, shows what one would change before, and takes one back while it is not in force. */
import { z } from 'zod'
import { describe, type Problem, ProblemError } from '#kernel/problem.ts'
import { operator } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { indexUnits } from '../unit-search.operations.ts'
import { problems } from '../units.texts.ts'
import type { Change, Tree, UnitDecision } from './changes.model.ts'
import { crosswalkOf } from './crosswalk.rules.ts'
import * as store from './decisions-in-force.store.ts'
import { growTree, lastChangeOf } from './tree-growth.rules.ts'
import { type UnitEffects, unitEffectsOf } from './unit-effects.rules.ts'

/** A decision that is not yet in force. */
export interface Proposal {
  readonly on: string
  readonly title: string
  readonly basis: string
  readonly changes: readonly Change[]
}

export interface By extends store.By {
  readonly newId: () => string
}

/**
 * What a proposal would change. `problems` say where it does not fit the tree, at `changes`, n; then nothing else is told.
 */
export async function previewDecision(
  tx: Tx,
  proposal: Proposal,
  newId: () => string,
): Promise<{ unitEffects: UnitEffects; problems: readonly Problem[] }> {
  const decision = {
    ...proposal,
    id: newId(),
    changes: [...proposal.changes],
    unitIds: idsFor(proposal.changes, newId),
  }
  const grown = await growWith(tx, (others) => inOrder([...others, decision]))
  return { unitEffects: unitEffectsOf(grown.last, grown.next, proposal.on), problems: faultIn(grown, decision.id) }
}

/** Holds the tree until the transaction ends: no decision is put in force or taken back beside this one. */
export async function holdTree(tx: Tx): Promise<void> {
  await store.lockTree(tx)
}

/** Puts a proposal in force in the caller's transaction. Throws what does not fit, at `changes`, n; then nothing is kept. */
export async function putInForce(tx: Tx, proposal: Proposal & { id: string }, by: By): Promise<UnitEffects> {
  await store.lockTree(tx)
  if (!(await store.readFoundation(tx))) await store.layFoundation(tx, await store.readTree(tx), by.at)
  const decision = { ...proposal, changes: [...proposal.changes], unitIds: idsFor(proposal.changes, by.newId) }
  const grown = await growWith(tx, (others) => inOrder([...others, decision]))
  const faults = faultIn(grown, decision.id)
  if (faults.length > 0) throw new ProblemError(...faults)
  await store.insertDecision(tx, decision, by)
  await writeWhole(tx, grown.last, grown.next, by.newId)
  return unitEffectsOf(grown.last, grown.next, proposal.on)
}

/**
 * Takes a decision back that is not yet in force on `today`; tells what it had been going to change.
 * Throws `organisation.unknownEnactment`, `organisation.inForce`, `organisation.laterNoLongerFits`.
 */
export async function revertDecision(tx: Tx, id: string, by: By & { today: string }): Promise<UnitEffects> {
  await store.lockTree(tx)
  const decision = (await store.listDecisions(tx)).find((each) => each.id === id)
  if (!decision) throw new ProblemError(problems.unknownEnactment())
  if (decision.on <= by.today) throw new ProblemError(problems.inForce({ on: decision.on }))
  const grown = await growWith(tx, (others) => others.filter((other) => other.id !== id))
  const faults = faultIn(grown, id)
  if (faults.length > 0) throw new ProblemError(...faults)
  await store.markWithdrawn(tx, id, by)
  await writeWhole(tx, grown.last, grown.next, by.newId)
  return unitEffectsOf(grown.next, grown.last, decision.on)
}

type Grown = ReturnType<typeof growTree> & { last: Tree; next: Tree }

async function growWith(tx: Tx, choose: (others: readonly UnitDecision[]) => readonly UnitDecision[]): Promise<Grown> {
  const last = await store.readTree(tx)
  const foundation = (await store.readFoundation(tx)) ?? last
  const grown = growTree(foundation, await store.listKinds(tx), choose(await store.listDecisions(tx)))
  return { ...grown, last, next: grown.tree }
}

/** A sort keeps the order of those that it finds equal: the proposal is the last of its day. */
function inOrder(decisions: readonly UnitDecision[]): UnitDecision[] {
  return [...decisions].sort((a, b) => a.on.localeCompare(b.on))
}

/** Problems of the decision itself, or of a later one that rested on what it changes. */
function faultIn({ fault }: Grown, id: string): readonly Problem[] {
  if (!fault || fault.decision.id === id) return fault?.problems ?? []
  const { title, on } = fault.decision
  return fault.problems.map((why) => ({
    ...problems.laterNoLongerFits({ title, on, why: '' }),
    words: {
      vi: describe('vi', problems.laterNoLongerFits({ title, on, why: describe('vi', why) })),
      en: describe('en', problems.laterNoLongerFits({ title, on, why: describe('en', why) })),
    },
    params: undefined,
  }))
}

function idsFor(changes: readonly Change[], newId: () => string): Record<string, string> {
  const codes = changes.flatMap((change) => {
    if (change.kind === 'open') return [change.unit.code]
    const targets =
      change.kind === 'merge' ? [change.into] : change.kind === 'split' ? change.into.map((part) => part.unit) : []
    return targets.flatMap((target) => (typeof target === 'string' ? [] : [target.code]))
  })
  return Object.fromEntries(codes.map((code) => [code, newId()]))
}

async function writeWhole(tx: Tx, last: Tree, next: Tree, newId: () => string): Promise<void> {
  await store.writeTree(tx, last, next, newId)
  await rebuildCrosswalk(tx)
}

/** The last day on which the tree is known to have changed; undefined while it stands as it did when its records begin. */
export async function lastChangeOfTree(tx: Tx): Promise<string | undefined> {
  return lastChangeOf(await store.readTree(tx))
}

/** Makes the crosswalk anew from units and successions, and what is searched for among them: after whatever wrote these. */
export async function rebuildCrosswalk(tx: Tx): Promise<number> {
  const places = new Set((await store.listKinds(tx)).filter((kind) => kind.tree === 'place').map((kind) => kind.code))
  const lines = crosswalkOf(await store.readTree(tx), (life) => places.has(life.kind))
  await store.writeCrosswalk(tx, lines)
  await indexUnits(tx)
  return lines.length
}

export const rebuild = operation({
  name: 'organisation.rebuild',
  summary:
    'Makes the crosswalk of places anew from units and their successions: after an upgrade from before there was one.',
  effect: 'write',
  may: operator,
  input: z.object({ onlyIfMissing: z.boolean().default(false) }),
  output: z.object({ lines: z.number() }),
  async run({ tx }, { onlyIfMissing }) {
    await store.lockTree(tx)
    const [row] = await store.countCrosswalk(tx)
    if (onlyIfMissing && row?.count) throw new ProblemError(problems.alreadyLoaded())
    return { lines: await rebuildCrosswalk(tx) }
  },
})
