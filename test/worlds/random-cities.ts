/** Random cities: communes that merge, split and pass land on, decided one after the other, and what each counted every year. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import { type NewValue, recordValues } from '#modules/indicators'
import { putInForce, rebuildCrosswalk, type UnitChange } from '#modules/organisation'
import type { Database, Tx } from '#platform/database/index.ts'

export const years = [2023, 2024, 2025]
/** Decisions take effect within the later two of these years; the trees are those before, between and after. */
const decidedOn = ['2024-07-01', '2025-07-01']
export const trees = ['2023-06-30', '2024-12-31', '2026-01-01']
const at = new Date('2026-01-15T02:00:00Z')

const Change = fc.record({
  kind: fc.constantFrom('merge', 'merge', 'absorb', 'split', 'give', 'transfer'),
  share: fc.option(fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100)),
  people: fc.constantFrom(null, null, 'all' as const),
})

export const City = fc.record({
  /** Of its communes, where known. */
  areas: fc.array(fc.option(fc.integer({ min: 1, max: 50 })), { minLength: 2, maxLength: 6 }),
  decisions: fc.tuple(fc.array(Change, { maxLength: 3 }), fc.array(Change, { maxLength: 3 })),
  /** What units counted: taken one after the other, and again from the beginning. */
  counts: fc.array(fc.nat({ max: 10_000 }), { minLength: 40, maxLength: 40 }),
})
type Change = typeof Change extends fc.Arbitrary<infer T> ? T : never
type City = typeof City extends fc.Arbitrary<infer T> ? T : never

/** What every city needs, once in a database. */
export const groundSql = `
  insert into organisation.unit_kind (code, tree, level, name_vi, name_en) values
    ('city', 'place', 1, 'x', 'x'), ('district', 'place', 2, 'x', 'x'), ('commune', 'place', 3, 'x', 'x');
  insert into indicators.source (id, kind, rank, title) values ('submission', 'submission', 1, 'Forms');`

/** Does `work` in a city of its own, of which nothing is kept. */
export async function inCity(database: Database, city: City, work: (tx: Tx, rootId: string) => Promise<void>) {
  const done = Symbol('done')
  const ended = database.kysely.transaction().execute(async (tx) => {
    const rootId = await foundCity(tx, city)
    const communes = city.areas.map((_, index) => `c${index}`)
    for (const [index, on] of decidedOn.entries()) {
      const changes = changesOf(city.decisions[index] ?? [], communes, `n${index}`)
      const proposal = { id: newId(), on, title: 'x', basis: 'x', changes }
      if (changes.length > 0) await putInForce(tx, proposal, { at, newId })
    }
    await rebuildCrosswalk(tx)
    await countAll(tx, city.counts)
    await work(tx, rootId)
    throw done
  })
  await ended.catch((error: unknown) => {
    if (error !== done) throw error
  })
}

async function foundCity(tx: Tx, { areas }: City): Promise<string> {
  const root = { id: newId(), code: '01', kind: 'city', parent: null, area: null }
  const districts = ['D0', 'D1'].map((code) => ({ id: newId(), code, kind: 'district', parent: root.id, area: null }))
  const communes = areas.map((area, index) => {
    const parent = districts[index % 2]?.id ?? root.id
    return { id: newId(), code: `c${index}`, kind: 'commune', parent, area }
  })
  const units = JSON.stringify([root, ...districts, ...communes])
  await sql`
    insert into organisation.unit (id, code, kind, opened_on, closed_on)
    select id, code, kind, '-infinity', 'infinity' from jsonb_to_recordset(${units}::jsonb) as unit(id uuid, code text, kind text)`.execute(
    tx,
  )
  await sql`
    insert into organisation.unit_version (unit_id, valid_from, valid_to, name, full_name, type, parent_id, area_km2, source)
    select id, '-infinity', 'infinity', code, code, 'x', parent, area, 'test'
    from jsonb_to_recordset(${units}::jsonb) as unit(id uuid, code text, parent uuid, area numeric)`.execute(tx)
  await sql`select organisation.rebuild_closure()`.execute(tx)
  return root.id
}

/** What happens to communes as changes of one decision over the communes that stand, which it takes from the list and adds to it: each once. */
function changesOf(changes: readonly Change[], standing: string[], prefix: string): UnitChange[] {
  const free = [...standing]
  return changes.flatMap((change, index): UnitChange[] => {
    const [a, b] = free.splice(0, 2)
    if (!a || !b) return []
    const fresh = (name: string) => {
      standing.push(`${prefix}${index}${name}`)
      return communeOf(`${prefix}${index}${name}`)
    }
    const ends = (...codes: string[]) =>
      standing.splice(0, standing.length, ...standing.filter((code) => !codes.includes(code)))
    const { share, people } = change
    switch (change.kind) {
      case 'merge':
        ends(a, b)
        return [{ kind: 'merge', from: [a, b], into: fresh('') }]
      case 'absorb':
        ends(b)
        return [{ kind: 'merge', from: [b], into: a }]
      case 'split':
      case 'give': {
        ends(a)
        const rest = { unit: change.kind === 'split' ? fresh('r') : b, share: share && 1 - share, people: null }
        return [{ kind: 'split', from: a, into: [{ unit: fresh('p'), share, people }, rest] }]
      }
      default:
        return [{ kind: 'transfer', from: a, to: b, share, people: null }]
    }
  })
}

function communeOf(code: string) {
  const nowhere = { areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null }
  return { code, kind: 'commune', name: code, type: 'x', parent: 'D0', ...nowhere }
}

/** Every commune's `part` of `whole` people and its `level`, on the tree of each year's end; of every seventh nothing. */
async function countAll(tx: Tx, counts: readonly number[]): Promise<void> {
  let drawn = 0
  const draw = () => counts[drawn++ % counts.length] ?? 0
  for (const year of years) {
    const { rows } = await sql<{ id: string }>`
      select id from organisation.unit where kind = 'commune'
        and opened_on <= make_date(${year}, 12, 31) and closed_on > make_date(${year}, 12, 31) order by code`.execute(
      tx,
    )
    const values = rows.flatMap(({ id }) => {
      const [part, rest, seventh] = [draw(), draw(), draw() % 7]
      const amounts: [string, number][] = [
        ['part', part],
        ['whole', part + rest],
        ['level', rest % 4],
      ]
      return seventh === 0 ? [] : amounts.map(([subject, amount]) => valueWith(id, subject, year, amount))
    })
    await recordValues(tx, values, { at, reason: 'test', newId })
  }
}

function valueWith(unitId: string, subject: string, year: number, amount: number): NewValue {
  const period = String(year)
  const firm = { status: 'confirmed', confidence: 'high', sourceId: 'submission', isSample: false } as const
  return { unitId, subject, category: 'total', year, period, asOf: `${year}-11-20`, amount, ...firm }
}
