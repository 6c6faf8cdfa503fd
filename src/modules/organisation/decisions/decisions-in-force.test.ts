/** The tables say what the decisions give, whatever was decided; taking one back leaves no trace; the database keeps the laws itself. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import type { Tree, UnitDecision } from './changes.model.ts'
import { decision, foundation, idOf, kinds, newUnit, sequences, thatFit } from './decisions.fixture.ts'
import { previewDecision, putInForce, rebuildCrosswalk, revertDecision } from './decisions-in-force.operations.ts'
import { readTree, writeTree } from './decisions-in-force.store.ts'
import { growTree } from './tree-growth.rules.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase()
  const names = kinds.map(({ code, tree, level }) => ({ code, tree, level, vi: code, en: code }))
  await database.kysely.transaction().execute(async (tx) => {
    await sql`
      insert into organisation.unit_kind (code, tree, level, name_vi, name_en)
      select code, tree, level, vi, en from jsonb_to_recordset(${JSON.stringify(names)}::jsonb)
        as kind(code text, tree text, level int, vi text, en text)`.execute(tx)
    await writeTree(tx, { lives: [], steps: [] }, foundation, newId)
    await rebuildCrosswalk(tx)
  })
})

const by = { at: new Date('2026-11-02T02:00:00Z'), newId }

class Undo extends Error {}

/** Runs work as a transaction would, laws and all, and takes everything back. */
async function tried<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  await database.kysely
    .transaction()
    .execute(async (tx) => {
      result = { value: await work(tx) }
      await sql`set constraints all immediate`.execute(tx)
      throw new Undo()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
  if (!result) throw new Error('nothing was done')
  return result.value
}

/** A tree in an order of its own, however it was read. */
function sorted({ lives, steps }: Tree) {
  return {
    lives: [...lives].sort((a, b) => a.id.localeCompare(b.id)),
    steps: [...steps].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
  }
}

/** Ids come from the fixture, so that the tables can be compared with the tree on paper. */
function withIdsOf(decision: UnitDecision) {
  const ids = Object.values(decision.unitIds)
  return { ...by, newId: () => ids.shift() ?? newId() }
}

test('the tables are the tree that the decisions give', async () => {
  for (const sequence of fc.sample(sequences, 25)) {
    const decisions = thatFit(sequence)
    const tree = await tried(async (tx) => {
      for (const each of decisions) await putInForce(tx, each, withIdsOf(each))
      return readTree(tx)
    })
    expect(sorted(tree)).toEqual(sorted(growTree(foundation, kinds, decisions).tree))
  }
})

const everything = sql<{ all: string }>`
  select jsonb_build_array(
    (select jsonb_agg(to_jsonb(each) order by id) from organisation.unit each),
    (select jsonb_agg(to_jsonb(each) order by unit_id, valid_from) from organisation.unit_version each),
    (select jsonb_agg(to_jsonb(each) order by ancestor_id, descendant_id, valid_from) from organisation.closure each),
    (select jsonb_agg(to_jsonb(each) - 'id' order by from_id, to_id) from organisation.succession each),
    (select jsonb_agg(to_jsonb(each) order by to_id, to_start, from_id, from_start) from organisation.crosswalk each))::text as all`

test('a decision that is taken back before its day leaves everything as it was', async () => {
  const lasting = decision('2027-01-01', { kind: 'merge', from: ['a', 'b'], into: 'b' })
  const passing = decision(
    '2027-06-01',
    { kind: 'merge', from: ['b', 'c'], into: newUnit('b', 'D1') },
    { kind: 'rename', code: 'd', name: 'Khác' },
    { kind: 'close', code: 'S2' },
  )
  await tried(async (tx) => {
    await putInForce(tx, lasting, by)
    const before = await everything.execute(tx)
    const done = await putInForce(tx, passing, by)
    expect(done.ended.map((unit) => unit.code).sort()).toEqual(['S2', 'b', 'c'])
    const undone = await revertDecision(tx, passing.id, { ...by, today: '2026-11-02' })
    expect(undone.ended.map((unit) => unit.code).sort()).toEqual(['S2', 'b', 'c'])
    expect(await everything.execute(tx)).toEqual(before)
  })
})

describe('is not taken back', () => {
  const first = decision('2027-01-01', { kind: 'open', unit: newUnit('h', 'D1') })
  test.each([
    ['on its day', first.id, '2027-01-01', 'organisation.inForce'],
    ['when a later one rests on it', first.id, '2026-11-02', 'organisation.laterNoLongerFits'],
    ['when there is none', newId(), '2026-11-02', 'organisation.unknownEnactment'],
  ])('%s', async (_, id, today, code) => {
    const refused = tried(async (tx) => {
      await putInForce(tx, first, by)
      await putInForce(tx, decision('2027-06-01', { kind: 'rename', code: 'h', name: 'Khác' }), by)
      await revertDecision(tx, id, { ...by, today })
    })
    await expect(refused).rejects.toThrow(code)
  })
})

test('what is foreseen is what then happens', async () => {
  const proposal = decision('2026-01-01', { kind: 'merge', from: ['a', 'b'], into: newUnit('h', 'D1') })
  await tried(async (tx) => {
    const foreseen = await previewDecision(tx, proposal, newId)
    expect(foreseen.problems).toEqual([])
    const happened = await putInForce(tx, proposal, by)
    const codes = ({ ended, opened, passings }: typeof happened) => [
      ended.map((unit) => unit.code).sort(),
      opened.map((unit) => unit.name),
      passings.map(({ from, to, share }) => `${from.name} > ${to.name} ${share}`).sort(),
    ]
    expect(codes(foreseen.unitEffects)).toEqual(codes(happened))
    expect(codes(happened)).toEqual([
      ['a', 'b'],
      ['Loại Mới h'],
      ['Loại Tên a > Loại Mới h 1', 'Loại Tên b > Loại Mới h 1'],
    ])
  })
})

test('a decision of the past is put before those of later days, and they still hold', async () => {
  await tried(async (tx) => {
    await putInForce(tx, decision('2026-06-01', { kind: 'rename', code: 'a', name: 'Sau' }), by)
    await putInForce(tx, decision('2025-01-01', { kind: 'retype', code: 'a', type: 'Phường' }), by)
    const life = (await readTree(tx)).lives.find((each) => each.code === 'a')
    expect(life?.versions.map((version) => `${version.validFrom} ${version.fullName}`)).toEqual([
      '-infinity Loại Tên a',
      '2025-01-01 Phường Tên a',
      '2026-06-01 Phường Sau',
    ])
  })
})

describe('the database itself refuses', () => {
  const day = '2026-01-01'
  test.each([
    [
      'a day without a version',
      'unit_version_covers_life',
      `update organisation.unit_version set valid_to = '${day}' where unit_id = '${idOf('a')}'`,
    ],
    [
      'a unit that outlives its parent',
      'unit_version_parent_stands',
      `
      update organisation.unit_version set valid_to = '${day}' where unit_id = '${idOf('D1')}';
      update organisation.unit set closed_on = '${day}' where id = '${idOf('D1')}'`,
    ],
    [
      'a place under its like',
      'unit_version_parent_stands',
      `update organisation.unit_version set parent_id = '${idOf('b')}' where unit_id = '${idOf('a')}'`,
    ],
    [
      'a place under an agency',
      'unit_version_parent_stands',
      `update organisation.unit_version set parent_id = '${idOf('S1')}' where unit_id = '${idOf('a')}'`,
    ],
    [
      'a circle of agencies',
      'unit_version_no_circle',
      `update organisation.unit_version set parent_id = '${idOf('S2')}' where unit_id = '${idOf('S1')}'`,
    ],
    [
      'two units of one code',
      'unit_code_once',
      `insert into organisation.unit values ('${newId()}', 'a', 'commune', '${day}', 'infinity')`,
    ],
    [
      'a unit without a version',
      'unit_version_covers_life',
      `insert into organisation.unit values ('${newId()}', 'x', 'commune', '${day}', 'infinity')`,
    ],
  ])('%s', async (_, constraint, statements) => {
    await expect(database.pool.query(`begin; ${statements}; commit`)).rejects.toMatchObject({ constraint })
    await database.pool.query('rollback')
  })
})
