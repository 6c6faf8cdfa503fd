/** Decisions from files: the published tables of Hà Nội give exactly the tree of the packs. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { loadCatalogue } from '#modules/indicators'
import { loadPlan } from '#modules/plan'
import { importDecisionFile, previewOperation, proposeDecision } from '#modules/reorganisation'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi } from '#test/worlds/hanoi.ts'
import { approveAsSeen, hanoiBefore } from '#test/worlds/hanoi-then.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const shared = join(import.meta.dirname, '../../shared/data')
const packs = join(import.meta.dirname, '../packs/hanoi')
const operator = operatorCaller('command')

/** The places of a day with all that makes them: code, name, type, parent; and every step of that day, without its basis. */
async function treeOn({ pool }: Database, day: string) {
  const units = await pool.query(
    `select unit.code, unit.kind, version.name, version.full_name, version.type, parent.code as parent
     from organisation.unit join organisation.unit_version version on version.unit_id = unit.id
     left join organisation.unit parent on parent.id = version.parent_id
     where version.valid_from <= $1 and version.valid_to > $1 and unit.kind <> 'agency' order by unit.code`,
    [day],
  )
  const steps = await pool.query(
    `select former.code as "from", next.code as "to", next.opened_on::text as opened, step.part, step.share::float8 as share,
       step.population_moves as people
     from organisation.succession step
     join organisation.unit former on former.id = step.from_id join organisation.unit next on next.id = step.to_id
     where step.effective_on = $1 and former.kind <> 'agency' order by 1, 2`,
    [day],
  )
  return { units: units.rows, steps: steps.rows }
}

type Fact = Record<string, string | number | boolean | null>

function factsOf(name: string): Fact[] {
  const { columns, rows } = JSON.parse(readFileSync(join(packs, name), 'utf8')) as {
    columns: string[]
    rows: Fact[string][][]
  }
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])))
}

/** The table of a day as it was published: from beside the checkout, or where it is absent written from the facts of the pack. */
function tableOf(day: string): Buffer {
  const file = join(shared, `hanoi_commune_mapping_${day}.csv`)
  return existsSync(file) ? readFileSync(file) : Buffer.from(writtenTable(day))
}

function writtenTable(day: string): string {
  const communes = factsOf('units.json').filter(({ kind }) => kind === 'commune')
  const before = communes.filter(({ validFrom, validTo }) => (validFrom ?? '') < day && (validTo ?? '9999') >= day)
  const after = communes.filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo ?? '9999') > day)
  const nameOf = (units: Fact[], code: unknown) => {
    const unit = units.find((each) => each.code === code)
    return unit ? `${unit.type} ${unit.name}` : ''
  }
  const steps = Map.groupBy(
    factsOf('successions.json').filter(({ on }) => on === day),
    ({ fromCode }) => fromCode,
  )
  const lines = before.flatMap(({ code, parentCode }) =>
    (
      steps.get(code ?? '') ?? [{ toCode: code, part: 'full', share: 1, populationMoves: 'all', basis: 'same-code' }]
    ).map((step) =>
      [
        code,
        nameOf(before, code),
        parentCode,
        step.toCode,
        nameOf(after, step.toCode),
        step.part,
        ...(day === '2025-01-01'
          ? [step.basis]
          : [step.basis === 'remainder' ? 1 : 0, step.populationMoves, step.share]),
      ].join(),
    ),
  )
  const last = day === '2025-01-01' ? 'basis' : 'remainder,population_moves,est_area_share'
  const parent = day === '2025-01-01' ? 'district_code' : 'old_district_code'
  return [`old_code,old_name,${parent},new_code,new_name,part,${last}`, ...lines].join('\n')
}

describe.each([
  ['2025-01-01', 'stays', 526, 88, 33, 86],
  ['2025-07-01', 'ends', 126, 795, 126, 556],
] as const)('the published table of %s', (day, levelAbove, communes, steps, opened, ended) => {
  test('gives the tree of the pack', async () => {
    const database = await testDatabase(hanoiBefore(day))
    const machine = await testMachine(database)
    await perform(machine, loadCatalogue, operator, { pack: 'hanoi' })
    await perform(machine, loadPlan, operator, { pack: 'hanoi/plan-290' })
    const given = { on: day, title: 'Sắp xếp', basis: 'Nghị quyết', fileName: `${day}.csv`, levelAbove }
    const content = tableOf(day).toString('base64')
    const imported = await perform(machine, importDecisionFile, operator, { ...given, content })
    expect(imported.problems).toEqual([])
    expect(imported).toMatchObject({ format: 'mapping', isSaved: true, counts: { passings: steps } })
    const { counts } = await perform(machine, previewOperation, operator, { id: imported.id })
    expect(counts).toMatchObject({ opened, ended, passings: steps })
    // The targets of the plan that count districts have nothing left to count.
    expect(counts.targets > 0).toBe(levelAbove === 'ends')
    const proposed = await perform(machine, proposeDecision, operator, { id: imported.id, version: 1 })
    await approveAsSeen(machine, proposed)

    const made = await treeOn(database, day)
    const known = await treeOn(await testDatabase(hanoi), day)
    expect(made.units.filter((unit) => unit.kind === 'commune')).toHaveLength(communes)
    expect(made.units).toEqual(known.units)
    expect(made.steps).toHaveLength(steps)
    // The table of 2025-01-01 publishes no shares of parts.
    const comparable = (step: (typeof known.steps)[number]) =>
      day === '2025-01-01' && step.part === 'partial' ? { ...step, share: null } : step
    expect(made.steps).toEqual(known.steps.map(comparable))
  })
})
