/** Enacts decisions about units, shows what one would change before, and takes one back while it is not in force. */
import { z } from 'zod'
import { describe, type Problem, ProblemError } from '#kernel/problem.ts'
import { operator } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { problems } from '../units.texts.ts'
import type { Act, Enactment, Tree } from './acts.model.ts'
import { type Aftermath, aftermathOf } from './aftermath.rules.ts'
import * as store from './enactment.store.ts'
import { lineageOf } from './lineage.rules.ts'
import { growTree, lastChangeOf } from './tree-growth.rules.ts'

/** A decision that is not yet enacted. */
export interface Proposal {
  readonly on: string
  readonly title: string
  readonly basis: string
  readonly acts: readonly Act[]
}

export interface By extends store.By {
  readonly newId: () => string
}

/**
 * What a proposal would change. `problems` say where it does not fit the tree, at `acts`, n; then nothing else is told.
 */
export async function foreseeReform(
  tx: Tx,
  proposal: Proposal,
  newId: () => string,
): Promise<{ aftermath: Aftermath; problems: readonly Problem[] }> {
  const enactment = { ...proposal, id: newId(), acts: [...proposal.acts], unitIds: idsFor(proposal.acts, newId) }
  const grown = await growWith(tx, (others) => inOrder([...others, enactment]))
  return { aftermath: aftermathOf(grown.last, grown.next, proposal.on), problems: faultIn(grown, enactment.id) }
}

/** Holds the tree until the transaction ends: no decision is enacted or taken back beside this one. */
export async function holdTree(tx: Tx): Promise<void> {
  await store.lockTree(tx)
}

/** Enacts a proposal in the caller's transaction. Throws what does not fit, at `acts`, n; then nothing is kept. */
export async function enactReform(tx: Tx, proposal: Proposal & { id: string }, by: By): Promise<Aftermath> {
  await store.lockTree(tx)
  if (!(await store.readFoundation(tx))) await store.layFoundation(tx, await store.readTree(tx), by.at)
  const enactment = { ...proposal, acts: [...proposal.acts], unitIds: idsFor(proposal.acts, by.newId) }
  const grown = await growWith(tx, (others) => inOrder([...others, enactment]))
  const faults = faultIn(grown, enactment.id)
  if (faults.length > 0) throw new ProblemError(...faults)
  await store.insertEnactment(tx, enactment, by)
  await writeWhole(tx, grown.last, grown.next, by.newId)
  return aftermathOf(grown.last, grown.next, proposal.on)
}

/**
 * Takes a decision back that is not yet in force on `today`; tells what it had been going to change.
 * Throws `organisation.unknownEnactment`, `organisation.inForce`, `organisation.laterNoLongerFits`.
 */
export async function revokeReform(tx: Tx, id: string, by: By & { today: string }): Promise<Aftermath> {
  await store.lockTree(tx)
  const enactment = (await store.listEnactments(tx)).find((each) => each.id === id)
  if (!enactment) throw new ProblemError(problems.unknownEnactment())
  if (enactment.on <= by.today) throw new ProblemError(problems.inForce({ on: enactment.on }))
  const grown = await growWith(tx, (others) => others.filter((other) => other.id !== id))
  const faults = faultIn(grown, id)
  if (faults.length > 0) throw new ProblemError(...faults)
  await store.markRevoked(tx, id, by)
  await writeWhole(tx, grown.last, grown.next, by.newId)
  return aftermathOf(grown.next, grown.last, enactment.on)
}

type Grown = ReturnType<typeof growTree> & { last: Tree; next: Tree }

async function growWith(tx: Tx, choose: (others: readonly Enactment[]) => readonly Enactment[]): Promise<Grown> {
  const last = await store.readTree(tx)
  const foundation = (await store.readFoundation(tx)) ?? last
  const grown = growTree(foundation, await store.listKinds(tx), choose(await store.listEnactments(tx)))
  return { ...grown, last, next: grown.tree }
}

/** A sort keeps the order of those that it finds equal: the proposal is the last of its day. */
function inOrder(enactments: readonly Enactment[]): Enactment[] {
  return [...enactments].sort((a, b) => a.on.localeCompare(b.on))
}

/** Problems of the decision itself, or of a later one that rested on what it changes. */
function faultIn({ fault }: Grown, id: string): readonly Problem[] {
  if (!fault || fault.enactment.id === id) return fault?.problems ?? []
  const { title, on } = fault.enactment
  return fault.problems.map((why) => ({
    ...problems.laterNoLongerFits({ title, on, why: '' }),
    words: {
      vi: describe('vi', problems.laterNoLongerFits({ title, on, why: describe('vi', why) })),
      en: describe('en', problems.laterNoLongerFits({ title, on, why: describe('en', why) })),
    },
    params: undefined,
  }))
}

function idsFor(acts: readonly Act[], newId: () => string): Record<string, string> {
  const codes = acts.flatMap((act) => {
    if (act.act === 'open') return [act.unit.code]
    const targets = act.act === 'merge' ? [act.into] : act.act === 'split' ? act.into.map((part) => part.unit) : []
    return targets.flatMap((target) => (typeof target === 'string' ? [] : [target.code]))
  })
  return Object.fromEntries(codes.map((code) => [code, newId()]))
}

async function writeWhole(tx: Tx, last: Tree, next: Tree, newId: () => string): Promise<void> {
  await store.writeTree(tx, last, next, newId)
  await rebuildLineage(tx)
}

/** The last day on which the tree is known to have changed; undefined while it stands as it did when its records begin. */
export async function lastChangeOfTree(tx: Tx): Promise<string | undefined> {
  return lastChangeOf(await store.readTree(tx))
}

/** Makes the lineage anew from units and successions: after whatever wrote these. */
export async function rebuildLineage(tx: Tx): Promise<number> {
  const places = new Set((await store.listKinds(tx)).filter((kind) => kind.tree === 'place').map((kind) => kind.code))
  const lines = lineageOf(await store.readTree(tx), (life) => places.has(life.kind))
  await store.writeLineage(tx, lines)
  return lines.length
}

export const rebuild = operation({
  name: 'organisation.rebuild',
  summary:
    'Makes the lineage of places anew from units and their successions: after an upgrade from before there was one.',
  effect: 'write',
  may: operator,
  input: z.object({ onlyIfMissing: z.boolean().default(false) }),
  output: z.object({ lines: z.number() }),
  async run({ tx }, { onlyIfMissing }) {
    await store.lockTree(tx)
    const [kept] = await store.countLineage(tx)
    if (onlyIfMissing && kept?.count) throw new ProblemError(problems.alreadyLoaded())
    return { lines: await rebuildLineage(tx) }
  },
})
