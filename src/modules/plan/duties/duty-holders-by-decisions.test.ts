/** Duties that follow agencies through real decisions, on the plan and the agencies of Hanoi. */
import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { previewDecision, putInForce, revertDecision, type UnitChange, type UnitEffects } from '#modules/organisation'
import type { Tx } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { hanoi } from '#test/worlds/hanoi.ts'
import { followDuties, foreseeDuties, foreseeTargets } from './duty-holders.operations.ts'

const database = await testDatabase(hanoi)
const by = { at: new Date('2026-11-23T02:00:00Z'), newId }
const within = <T>(work: (tx: Tx) => Promise<T>) => database.kysely.transaction().execute(work)
const on = '2027-01-01'

/** The education department ends; its tasks go to a new one, vocational education to another agency. */
const unit = {
  ...{ code: 'SGDM', kind: 'agency', name: 'Sở Giáo dục mới', type: 'department', parent: 'UBNDTP' },
  ...{ areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null },
}
const scoped = (code: string) => ({ code, vi: null, en: null })
const changes: UnitChange[] = [
  { kind: 'open', unit },
  { kind: 'succeed', from: 'SGDDT', to: 'SGDM', scope: scoped('main'), verified: true },
  { kind: 'succeed', from: 'SGDDT', to: 'SNV', scope: scoped('vocational-education'), verified: false },
  { kind: 'close', code: 'SGDDT' },
]

async function holders(): Promise<string[]> {
  const { rows } = await database.pool.query<{ line: string }>(
    `select concat_ws(' ', duty.ref, duty.role, unit.code, holder.valid_from::text, holder.valid_to::text, holder.verified) as line
     from plan.duty_holder holder join plan.duty on duty.id = holder.duty_id
     join organisation.unit on unit.id = holder.unit_id order by line`,
  )
  return rows.map((row) => row.line)
}

const loaded = await holders()

test('the plan is loaded with the holders that the successions give, and following again changes nothing', async () => {
  const of = (duty: string) => loaded.filter((line) => line.startsWith(`${duty} `))
  expect(of('V.2.1.1 lead')).toEqual([
    'V.2.1.1 lead SGDDT 2025-03-01 infinity f',
    'V.2.1.1 lead SLDTBXH 2021-12-16 2025-03-01 t',
  ])
  expect(await within(followDuties)).toBe(0)
  expect(await holders()).toEqual(loaded)
})

test('a duty loaded before its part of the tasks was kept goes on where it has gone', async () => {
  await database.pool.query(`
    alter table plan.duty disable trigger duty_ended_only;
    create table plan.kept_for_test as select id, scope from plan.duty;
    update plan.duty set scope = null`)
  expect(await within(followDuties)).toBe(0)
  await database.pool.query(`
    update plan.duty set scope = kept.scope from plan.kept_for_test kept where kept.id = duty.id;
    alter table plan.duty enable trigger duty_ended_only`)
  expect(await holders()).toEqual(loaded)
})

test('duties go where their part of the tasks goes, as foreseen, and come back when the decision is taken back', async () => {
  const proposal = { on, title: 'Sắp xếp', basis: 'thử', changes }
  const foreseen = await within(async (tx) =>
    foreseeDuties(tx, (await previewDecision(tx, proposal, newId)).unitEffects),
  )
  const id = newId()
  const unitEffects = await within(async (tx) => {
    const changed = await putInForce(tx, { ...proposal, id }, by)
    expect(await followDuties(tx)).toBeGreaterThan(0)
    return changed
  })
  const after = await holders()
  const begun = after.filter((line) => line.includes(` ${on} infinity`))
  const texts = foreseen.map(({ ref, role, from, to }) => `${ref} ${role} ${from.code} ${to?.code}`)
  expect(texts.sort()).toEqual(
    begun
      .map((line) => line.split(' ').slice(0, 3))
      .map(([ref, role, code]) => `${ref} ${role} SGDDT ${code}`)
      .sort(),
  )
  expect(begun).toContain(`V.2.1.1 lead SNV ${on} infinity f`)
  expect(begun.filter((line) => line.includes(' SGDM ')).length).toBe(9)
  // Told the same when it is in force already.
  expect((await within((tx) => foreseeDuties(tx, unitEffects))).map(({ dutyId }) => dutyId)).toEqual(
    foreseen.map(({ dutyId }) => dutyId),
  )
  await within(async (tx) => {
    await revertDecision(tx, id, { ...by, today: '2026-11-23' })
    await followDuties(tx)
  })
  expect(await holders()).toEqual(loaded)
})

test('a duty whose agency ends without a successor is told to be nobody’s', async () => {
  const proposal = { on, title: '', basis: '', changes: [{ kind: 'close', code: 'DPTTH' }] as UnitChange[] }
  const foreseen = await within(async (tx) =>
    foreseeDuties(tx, (await previewDecision(tx, proposal, newId)).unitEffects),
  )
  expect(foreseen.length).toBeGreaterThan(0)
  expect(foreseen.every(({ from, to }) => from.code === 'DPTTH' && to === null)).toBe(true)
})

test('targets that count a kind of unit which ends are named', async () => {
  const communes = await database.pool.query<{ id: string; code: string }>(
    `select id, code from organisation.unit where kind = 'commune' and closed_on = 'infinity'`,
  )
  const ended = communes.rows.map(({ id, code }) => ({ id, code, kind: 'commune', name: code }))
  const all: UnitEffects = { on, ended, opened: [], revised: [], passings: [] }
  const foreseen = await within((tx) => foreseeTargets(tx, all))
  expect(foreseen.length).toBeGreaterThan(0)
  expect(new Set(foreseen.map(({ unitKind }) => unitKind))).toEqual(new Set(['commune']))
  expect(foreseen.every(({ year }) => year >= 2027)).toBe(true)
  expect(await within((tx) => foreseeTargets(tx, { ...all, ended: ended.slice(1) }))).toEqual([])
})
