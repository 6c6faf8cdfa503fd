/** The versions of the plan: what each changed, and how one is published. */
import { z } from 'zod'
import type { Words } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import { unitFinder } from '#modules/organisation'
import { anyone } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation, type Work } from '#platform/operation.ts'
import { followDuties } from '../duties/duty-holders.operations.ts'
import type { Plan } from '../plan.model.ts'
import { listClauses } from '../plan.store.ts'
import { problems } from '../plan.texts.ts'
import { isApproverAtCity, MayStep, requirePlan } from '../plan-in-force.operations.ts'
import * as packs from '../plan-packs.store.ts'
import { indexPlan } from '../plan-search.operations.ts'
import { Diff, type PlanState, Version, type VersionHead } from './versions.model.ts'
import { applyDiff, keyOfDuty, keyOfTarget, outdatedIn, refOf, unknownRefs } from './versions.rules.ts'
import * as store from './versions.store.ts'

/** Everything the plan asks now, with the rows it is kept in. */
export async function stateOf(tx: Tx, planId: string) {
  const targets = await store.targetFacts(tx, { planId })
  const duties = await store.dutyFacts(tx, { planId })
  const clauses = await listClauses(tx, { planId })
  const componentPlans = await store.componentPlanFacts(tx, { planId })
  const state: PlanState = {
    clauses,
    targets: targets.map(({ id: _, position: __, ...fact }) => fact),
    duties: duties.map(({ id: _, position: __, ...fact }) => fact),
    componentPlans,
  }
  return { state, targets, duties }
}

/** The version that a plan begins with. */
export async function insertFirstVersion(
  tx: Tx,
  plan: Pick<Plan, 'id' | 'symbol' | 'issuedOn' | 'title'> & { at: Date; draftedBy?: string; publishedBy?: string },
): Promise<void> {
  await store.insertVersion(tx, {
    planId: plan.id,
    number: 1,
    symbol: plan.symbol,
    issuedOn: plan.issuedOn,
    effectiveOn: plan.issuedOn,
    title: plan.title,
    reason: '',
    diff: [],
    documentId: null,
    draftedBy: plan.draftedBy ?? null,
    publishedBy: plan.publishedBy ?? null,
    at: plan.at,
  })
}

/** Days of a decision that cannot be: before the plan, before the version before, or not yet here. */
export function problemsOfHead(
  head: Pick<VersionHead, 'issuedOn' | 'effectiveOn'>,
  plan: Plan,
  last: Version | undefined,
) {
  const { issuedOn, effectiveOn } = head
  const latest = last?.effectiveOn ?? plan.issuedOn
  return [
    ...(issuedOn < plan.issuedOn ? [problems.issuedBeforePlan({ date: plan.issuedOn }, ['issuedOn'])] : []),
    ...(effectiveOn < plan.issuedOn
      ? [problems.effectiveBeforePlan({ date: plan.issuedOn }, ['effectiveOn'])]
      : effectiveOn < latest
        ? [problems.effectiveBeforeLast({ symbol: last?.symbol ?? '', date: latest }, ['effectiveOn'])]
        : []),
  ]
}

/**
 * Publishes one more version: ends what the diff ends, adds what it adds, and keeps the diff with the decision. All or nothing.
 * Throws `plan.effectiveLater`, `plan.nothingChanged`, `plan.changesOutdated`, `plan.clauseNotInPlan`, `plan.unknownAgency`.
 */
export async function publishVersion(
  work: Pick<Work, 'tx' | 'now' | 'today' | 'newId' | 'caller'>,
  plan: Plan,
  version: VersionHead & {
    diff: Diff
    draftedBy: string | null
    documentId?: string
    order?: readonly string[]
    groups?: Groups
  },
): Promise<number> {
  const { tx } = work
  const { diff } = version
  await store.lockPlan(tx, plan.id)
  const [last] = await store.listVersions(tx, { planId: plan.id })
  const current = await stateOf(tx, plan.id)
  const wrong = [
    ...problemsOfHead(version, plan, last),
    ...(version.effectiveOn > work.today
      ? [problems.effectiveLater({ date: version.effectiveOn }, ['effectiveOn'])]
      : []),
    ...(diff.length === 0 ? [problems.nothingChanged()] : []),
    ...outdatedIn(current.state, diff).map((entry) => problems.changeOutdated({ ref: refOf(entry) })),
    ...unknownRefs(current.state, diff).map((ref) => problems.clauseNotInPlan({ ref }, ['ref'])),
  ]
  if (wrong.length > 0) throw new ProblemError(...wrong)
  const number = (last?.number ?? 1) + 1
  const publishedBy = work.caller.account?.id ?? null
  await store.insertVersion(tx, { documentId: null, ...version, planId: plan.id, number, publishedBy, at: work.now })
  await writeClauses(tx, plan.id, number, diff)
  const refs = version.order ?? applyDiff(current.state, diff).clauses.map(({ ref }) => ref)
  await store.orderClauses(tx, plan.id, refs)
  const find = await idFinder(tx)
  await writeTargets(work, { planId: plan.id, number, groups: version.groups ?? {} }, diff, current.targets)
  await writeDuties(
    work,
    { planId: plan.id, number, effectiveOn: version.effectiveOn, refs },
    diff,
    current.duties,
    find,
  )
  await writeComponentPlans(tx, { planId: plan.id, number, effectiveOn: version.effectiveOn }, diff, find)
  await indexPlan(tx)
  return number
}

/** Names of groups of targets that a version may bring. */
type Groups = Readonly<Record<string, Words>>

type FindId = (code: string, on: string) => string

async function idFinder(tx: Tx): Promise<FindId> {
  const find = await unitFinder(tx)
  return (code, on) => {
    const unit = find(code, on)
    if (!unit) throw new ProblemError(problems.unknownAgency({ agency: code, date: on }, ['agency']))
    return unit.id
  }
}

async function writeClauses(tx: Tx, planId: string, number: number, diff: Diff): Promise<void> {
  const changes = diff.filter((entry) => entry.what === 'clause')
  const written = changes.flatMap((change) => (change.new ? [change.new] : []))
  const ended = changes.flatMap((change) => (change.new === null && change.old ? [change.old.ref] : []))
  await store.writeClauses(tx, planId, number, written)
  await store.endClauses(tx, planId, number, ended)
}

type Row<Fact> = Fact & { readonly id: string; readonly position: number }

/** What a change does to the rows: which one ends, which one comes, and at which place. */
function stepsOf<Fact extends { ref: string }>(
  changes: readonly { old: Fact | null; new: Fact | null }[],
  rows: readonly Row<Fact>[],
  at: { key: (fact: Fact) => string; newId: () => string; placeOf: (fact: Fact) => number },
) {
  const known = new Map(rows.map((row) => [at.key(row), row]))
  return changes.map((change) => {
    const ended = change.old ? known.get(at.key(change.old)) : undefined
    const id = at.newId()
    const added = change.new && { ...change.new, id, position: ended?.position ?? at.placeOf(change.new) }
    return { ended: ended?.id, added }
  })
}

function replacedIn(steps: readonly { ended: string | undefined; added: { id: string } | null }[]) {
  return steps.flatMap(({ ended, added }) => (ended && added ? [{ old: ended, by: added.id }] : []))
}

async function writeTargets(
  { tx, newId }: Pick<Work, 'tx' | 'newId'>,
  { planId, number, groups }: { planId: string; number: number; groups: Groups },
  diff: Diff,
  rows: Awaited<ReturnType<typeof store.targetFacts>>,
): Promise<void> {
  const changes = diff.filter((entry) => entry.what === 'target')
  const placeOf = () => Math.max(0, ...rows.map((row) => row.position)) + 1
  const steps = stepsOf(changes, rows, { key: keyOfTarget, newId, placeOf })
  const ended = steps.flatMap((step) => step.ended ?? [])
  await store.endRows(tx, 'target', ended, number)
  const added = steps.flatMap((step) => step.added ?? [])
  const named = added.map(({ group }) => [
    group,
    Object.hasOwn(groups, group) ? groups[group] : { vi: group, en: group },
  ])
  await packs.insertGroups(tx, planId, Object.fromEntries(named))
  await packs.insertTargets(tx, planId, added, number)
  await store.linkReplaced(tx, 'target', replacedIn(steps))
}

async function writeDuties(
  { tx, newId }: Pick<Work, 'tx' | 'newId'>,
  at: { planId: string; number: number; effectiveOn: string; refs: readonly string[] },
  diff: Diff,
  rows: Awaited<ReturnType<typeof store.dutyFacts>>,
  idOf: FindId,
): Promise<void> {
  const changes = diff.filter((entry) => entry.what === 'duty')
  const order = new Map(at.refs.map((ref, index) => [ref, index]))
  // After the last duty of the clauses up to its own.
  const placeOf = ({ ref }: { ref: string }) =>
    Math.max(0, ...rows.filter((row) => (order.get(row.ref) ?? 0) <= (order.get(ref) ?? 0)).map((row) => row.position))
  const steps = stepsOf(changes, rows, { key: keyOfDuty, newId, placeOf })
  const ended = steps.flatMap((step) => step.ended ?? [])
  await store.endRows(tx, 'duty', ended, at.number)
  const added = steps.flatMap(({ added: fact }) =>
    fact ? [{ ...fact, agencyId: idOf(fact.agency, at.effectiveOn) }] : [],
  )
  await packs.insertDuties(tx, at.planId, added, at.number)
  await followDuties(tx)
  await store.linkReplaced(tx, 'duty', replacedIn(steps))
}

async function writeComponentPlans(
  tx: Tx,
  at: { planId: string; number: number; effectiveOn: string },
  diff: Diff,
  idOf: FindId,
): Promise<void> {
  const changes = diff.filter((entry) => entry.what === 'component-plan')
  const ended = changes.flatMap((change) => (change.old ? [change.old.ref] : []))
  await store.endComponentPlans(tx, at.planId, at.number, ended)
  const added = changes.flatMap(({ new: fact }) =>
    fact
      ? [{ ...fact, leadId: idOf(fact.lead, at.effectiveOn), coordinatorId: idOf(fact.coordinator, at.effectiveOn) }]
      : [],
  )
  await packs.insertComponentPlans(tx, at.planId, added, at.number)
  await store.keepApprovals(tx, at.planId, at.number)
}

export const versions = operation({
  name: 'plan.versions',
  summary: 'The versions of the plan, newest first: the one signed first, and each amendment with its decision.',
  effect: 'read',
  reads: ['access', 'organisation'],
  may: anyone,
  input: z.object({}),
  output: z.object({ versions: z.array(Version), mayDraft: MayStep }),
  async run(work) {
    const { tx } = work
    const plan = await requirePlan(tx)
    const versions = await store.listVersions(tx, { planId: plan.id })
    return { versions, mayDraft: await isApproverAtCity(work) }
  },
})

export const version = operation({
  name: 'plan.version',
  summary: 'One version of the plan with everything it changed, before and after.',
  effect: 'read',
  reads: ['access', 'organisation'],
  may: anyone,
  input: z.object({ number: z.coerce.number().int().min(1) }),
  output: z.object({ version: Version, diff: Diff, agencies: z.record(z.string(), z.string()) }),
  async run({ tx }, { number }) {
    const plan = await requirePlan(tx)
    const version = (await store.listVersions(tx, { planId: plan.id })).find((each) => each.number === number)
    const [row] = await store.versionDiff(tx, { planId: plan.id, number })
    if (!version || !row) throw new ProblemError(problems.unknownVersion())
    return { version, diff: row.diff, agencies: await namesOfAgencies(tx) }
  },
})

/** Agencies by code, for words of a diff. */
export async function namesOfAgencies(tx: Tx): Promise<Record<string, string>> {
  return Object.fromEntries((await store.agencyNames(tx)).map(({ code, name }) => [code, name]))
}
