/** Keeps the tree of units, the decisions that made it, and the crosswalk that follows from it. */
import { sql } from 'kysely'
import { z } from 'zod'
import { insertRows, namedQuery, recordsOf, type Tx } from '#platform/database/index.ts'
import { type Kind, type Life, type Step, type Tree, UnitDecision } from './changes.model.ts'
import type { Line } from './crosswalk.rules.ts'

/** Whoever changes the tree holds this until the transaction ends: two decisions never grow the same tree. */
export async function lockTree(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organisation.tree'))`.execute(tx)
}

const VersionRow = z.object({
  validFrom: z.string(),
  validTo: z.string(),
  name: z.string(),
  fullName: z.string(),
  type: z.string(),
  parentId: z.string().nullable(),
  areaKm2: z.number().nullable(),
  areaIsEstimate: z.boolean(),
  seat: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  source: z.string(),
})

const LifeRow = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.string(),
  openedOn: z.string(),
  closedOn: z.string(),
  versions: z.array(VersionRow),
})

const StepRow = z.object({
  on: z.string(),
  fromId: z.string(),
  toId: z.string(),
  part: z.enum(['full', 'partial']),
  share: z.number().nullable(),
  populationMoves: z.enum(['all', 'part', 'none']).nullable(),
  scope: z.string().nullable(),
  scopeVi: z.string().nullable(),
  scopeEn: z.string().nullable(),
  basis: z.string(),
  verified: z.boolean(),
})

const TreeShape = z.object({ lives: z.array(LifeRow), steps: z.array(StepRow) })

const listLives = namedQuery({
  name: 'organisation.wholeLives',
  row: LifeRow,
  text: () => sql`
    select unit.id, unit.code, unit.kind, unit.opened_on::text as "openedOn", unit.closed_on::text as "closedOn",
      jsonb_agg(jsonb_build_object('validFrom', version.valid_from::text, 'validTo', version.valid_to::text,
        'name', version.name, 'fullName', version.full_name, 'type', version.type, 'parentId', version.parent_id,
        'areaKm2', version.area_km2, 'areaIsEstimate', version.area_is_estimate, 'seat', version.seat,
        'lon', version.lon, 'lat', version.lat, 'source', version.source) order by version.valid_from) as versions
    from organisation.unit join organisation.unit_version version on version.unit_id = unit.id
    group by unit.id`,
})

const listSteps = namedQuery({
  name: 'organisation.steps',
  row: StepRow,
  text: () => sql`
    select effective_on::text as on, from_id as "fromId", to_id as "toId", part, share::float8 as share,
      population_moves as "populationMoves", scope, scope_vi as "scopeVi", scope_en as "scopeEn", basis, verified
    from organisation.succession`,
})

/** The tree as the tables hold it. */
export async function readTree(tx: Tx): Promise<Tree> {
  return { lives: await listLives(tx), steps: await listSteps(tx) }
}

const findFoundation = namedQuery({
  name: 'organisation.foundation',
  row: z.object({ tree: TreeShape }),
  text: () => sql`select tree from organisation.foundation`,
})

/** What stood before the first decision; undefined until there is one. */
export async function readFoundation(tx: Tx): Promise<Tree | undefined> {
  return (await findFoundation(tx))[0]?.tree
}

export async function layFoundation(tx: Tx, tree: Tree, at: Date): Promise<void> {
  await sql`insert into organisation.foundation (tree, laid_at) values (${JSON.stringify(tree)}::jsonb, ${at})`.execute(
    tx,
  )
}

export const listKinds = namedQuery({
  name: 'organisation.kindsOfTree',
  row: z.object({ code: z.string(), tree: z.enum(['place', 'agency']), level: z.number() }) satisfies z.ZodType<Kind>,
  text: () => sql`select code, tree, level from organisation.unit_kind`,
})

const listInForce = namedQuery({
  name: 'organisation.decisionsInForce',
  row: z.object({
    id: z.string(),
    on: z.string(),
    title: z.string(),
    basis: z.string(),
    changes: z.array(z.unknown()),
    unitIds: z.record(z.string(), z.string()),
  }),
  text: () => sql`
    select id, effective_on::text as on, title, basis, changes, unit_ids as "unitIds"
    from organisation.decision where withdrawn_at is null order by effective_on, position`,
})

/** The decisions in force, in the order in which they take effect. */
export async function listDecisions(tx: Tx): Promise<UnitDecision[]> {
  return (await listInForce(tx)).map((row) => UnitDecision.parse(row))
}

export interface By {
  readonly accountId?: string
  readonly at: Date
}

export async function insertDecision(
  tx: Tx,
  { id, on, title, basis, changes, unitIds }: UnitDecision,
  by: By,
): Promise<void> {
  await sql`
    insert into organisation.decision (id, effective_on, title, basis, changes, unit_ids, applied_by, applied_at)
    values (${id}, ${on}, ${title}, ${basis}, ${JSON.stringify(changes)}::jsonb, ${JSON.stringify(unitIds)}::jsonb,
      ${by.accountId ?? null}::uuid, ${by.at})`.execute(tx)
}

export async function markWithdrawn(tx: Tx, id: string, by: By): Promise<void> {
  await sql`
    update organisation.decision set withdrawn_by = ${by.accountId ?? null}::uuid, withdrawn_at = ${by.at}
    where id = ${id}`.execute(tx)
}

/** Makes the tables say what `next` says; touches only what differs from `last`. */
export async function writeTree(tx: Tx, last: Tree, next: Tree, newId: () => string): Promise<void> {
  const lasting = new Map(last.lives.map((life) => [life.id, life]))
  const staying = new Set(next.lives.map((life) => life.id))
  const changed = next.lives.filter((life) => !isSame(lasting.get(life.id), life))
  const gone = last.lives.filter((life) => !staying.has(life.id)).map((life) => life.id)
  const steps = { last: new Set(last.steps.map(stepCells)), next: new Set(next.steps.map(stepCells)) }
  await deleteSteps(
    tx,
    last.steps.filter((step) => !steps.next.has(stepCells(step))),
  )
  await deleteVersions(tx, [...gone, ...changed.map((life) => life.id)])
  await deleteUnits(tx, gone)
  await upsertUnits(tx, changed)
  await insertVersions(tx, changed)
  const fresh = next.steps.filter((step) => !steps.last.has(stepCells(step)))
  await insertSteps(
    tx,
    fresh.map((step) => ({ ...step, id: newId() })),
  )
  await sql`select organisation.rebuild_closure()`.execute(tx)
}

function isSame(one: Life | undefined, other: Life): boolean {
  return one !== undefined && JSON.stringify(lifeCells(one)) === JSON.stringify(lifeCells(other))
}

/** A life in one order of fields, however it was made. */
function lifeCells(life: Life) {
  const versions = life.versions.map((row) => [
    ...[row.validFrom, row.validTo, row.name, row.fullName, row.type, row.parentId, row.source],
    ...[row.areaKm2, row.areaIsEstimate, row.seat, row.lon, row.lat],
  ])
  return [life.openedOn, life.closedOn, versions]
}

async function deleteVersions(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from organisation.unit_version where unit_id = any(${ids}::uuid[])`.execute(tx)
}

/** Units that no decision opens any more: what was derived from them goes first, and is made anew after. */
async function deleteUnits(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from organisation.closure where descendant_id = any(${ids}::uuid[])`.execute(tx)
  await sql`delete from organisation.crosswalk where to_id = any(${ids}::uuid[]) or from_id = any(${ids}::uuid[])`.execute(
    tx,
  )
  await sql`delete from organisation.unit where id = any(${ids}::uuid[])`.execute(tx)
}

/** Ends before beginnings: a code may pass from one unit to another on a day. */
async function upsertUnits(tx: Tx, lives: readonly Life[]): Promise<void> {
  const rows = lives.map(({ versions: _, ...life }) => life)
  const given = recordsOf('organisation.unit', rows)
  await sql`
    update organisation.unit set closed_on = life.closed_on from ${given} as life where unit.id = life.id`.execute(tx)
  await sql`
    insert into organisation.unit (id, code, kind, opened_on, closed_on)
    select life.id, life.code, life.kind, life.opened_on, life.closed_on from ${given} as life
    where not exists (select from organisation.unit where unit.id = life.id)`.execute(tx)
}

async function insertVersions(tx: Tx, lives: readonly Life[]): Promise<void> {
  const versions = lives.flatMap((life) => life.versions.map((version) => ({ ...version, unitId: life.id })))
  await insertRows(tx, 'organisation.unit_version', versions)
}

async function deleteSteps(tx: Tx, gone: readonly Step[]): Promise<void> {
  const steps = gone.map(({ on: effectiveOn, fromId, toId, scope }) => ({ effectiveOn, fromId, toId, scope }))
  await sql`
    delete from organisation.succession using ${recordsOf('organisation.succession', steps)} as step
    where succession.effective_on = step.effective_on and succession.from_id = step.from_id
      and succession.to_id = step.to_id and succession.scope is not distinct from step.scope`.execute(tx)
}

async function insertSteps(tx: Tx, fresh: readonly (Step & { id: string })[]): Promise<void> {
  const rows = fresh.map(({ on: effectiveOn, ...step }) => ({ effectiveOn, ...step }))
  await insertRows(tx, 'organisation.succession', rows)
}

function stepCells(step: Step): string {
  const { on, fromId, toId, part, share, populationMoves, scope, scopeVi, scopeEn, basis, verified } = step
  return JSON.stringify([on, fromId, toId, scope, part, share, populationMoves, scopeVi, scopeEn, basis, verified])
}

/** Puts a new crosswalk in the place of the old one. */
export async function writeCrosswalk(tx: Tx, lines: readonly Line[]): Promise<void> {
  await sql`delete from organisation.crosswalk`.execute(tx)
  await insertRows(tx, 'organisation.crosswalk', lines)
}

export const countCrosswalk = namedQuery({
  name: 'organisation.countCrosswalk',
  row: z.object({ count: z.number() }),
  text: () => sql`select count(*)::int as count from organisation.crosswalk`,
})
