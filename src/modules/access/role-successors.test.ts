/** Who holds what at units that have ended: decided at their heirs, and only then. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { putInForce, type UnitChange } from '#modules/organisation'
import { operatorCaller, rolesIncluding } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { emailOf, type SmallCityPerson, smallCity, unitIdOf } from '#test/worlds/small-city.ts'
import { findHolding } from './accounts.store.ts'
import { grantRole } from './roles.operations.ts'

const database = await testDatabase(smallCity)
const machine = await testMachine(database)
const decisions: [string, UnitChange[]][] = [
  ['2026-03-01', [{ kind: 'merge', from: ['102'], into: '103' }]],
  // Some of what was 102 may lie in it.
  ['2026-05-01', [{ kind: 'transfer', from: '103', to: '101', share: 0.2, people: 'part' }]],
  [
    '2026-07-01',
    [
      { kind: 'succeed', from: 'TRUONG', to: 'SO', scope: { code: 'main', vi: null, en: null }, verified: true },
      { kind: 'close', code: 'TRUONG' },
    ],
  ],
  ['2027-01-01', [{ kind: 'merge', from: ['103'], into: '101' }]],
]
for (const [on, changes] of decisions) {
  await database.kysely
    .transaction()
    .execute((tx) => putInForce(tx, { id: newId(), on, title: '', basis: '', changes }, { at: new Date(), newId }))
}
await perform(machine, grantRole, operatorCaller('command'), {
  email: emailOf('khach'),
  unit: '103',
  role: 'editor',
  from: '2026-01-01',
})

async function idOf(person: SmallCityPerson): Promise<string> {
  const result = await database.pool.query<{ id: string }>('select id from access.account where email = $1', [
    emailOf(person),
  ])
  return result.rows[0]?.id ?? ''
}

/** Whether a person may do what an editor may. */
async function holds(person: SmallCityPerson, unit: string, on: string): Promise<boolean> {
  const input = {
    accountId: await idOf(person),
    roles: rolesIncluding('editor'),
    unitId: await unitIdOf(database, unit),
    field: 'collection',
    on,
  }
  const [holding] = await findHolding(database.kysely, input)
  return holding !== undefined
}

describe('a unit that stands', () => {
  test.each([
    ['is its own people’s', 'doi-nhap', '102', '2026-02-28', true],
    ['and those’s above', 'pho-nhap', '102', '2026-02-28', true],
    ['not yet those’s who will take it over', 'khach', '102', '2026-02-28', false],
    ['not those’s whom it gave a part', 'song-nhap', '103', '2026-11-02', false],
    ['not those’s who read only', 'song-doc', '101', '2026-11-02', false],
  ] as const)('%s', async (_, person, unit, on, answer) => {
    expect(await holds(person, unit, on)).toBe(answer)
  })
})

describe('a unit that has ended', () => {
  test.each([
    ['is its heir’s from the day on', 'khach', '102', '2026-03-01', true],
    ['is above its heir', 'pho-nhap', '102', '2026-03-01', true],
    ['is no longer its own people’s, unless they follow it', 'doi-nhap', '102', '2026-03-01', false],
    ['is not its neighbours’', 'song-nhap', '102', '2026-03-01', false],
    ['is theirs too who got some of its land later', 'song-nhap', '102', '2026-05-01', true],
    ['is its heir’s heir’s', 'khach', '901', '2026-11-02', true],
    ['is the last heir’s after two reforms', 'song-nhap', '901', '2027-01-01', true],
    ['not that one’s before', 'so-nhap', '901', '2027-01-01', false],
    ['without heirs is theirs who stood above it', 'pho-nhap', '011', '2026-11-02', true],
    ['and nobody else’s', 'song-nhap', '011', '2026-11-02', false],
    ['passes on its tasks, as an agency', 'so-nhap', 'TRUONG', '2026-07-01', true],
    ['and not to a place', 'song-nhap', 'TRUONG', '2026-07-01', false],
  ] as const)('%s', async (_, person, unit, on, answer) => {
    expect(await holds(person, unit, on)).toBe(answer)
  })
})

test('is asked by index alone, however large the tables', async () => {
  const statements: { sql: string; parameters: readonly unknown[] }[] = []
  const listening = database.kysely.withPlugin({
    transformQuery: ({ node }) => {
      statements.push(database.kysely.getExecutor().compileQuery(node, { queryId: 'plan' }))
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const unitId = await unitIdOf(database, '901')
  await findHolding(listening, {
    accountId: await idOf('khach'),
    roles: ['editor'],
    unitId,
    field: 'collection',
    on: '2026-11-02',
  })
  const client = await database.pool.connect()
  const plans: string[] = []
  const keep = ({ message = '' }) => void (message.includes('Query Text') && plans.push(message))
  client.on('notice', keep)
  try {
    await client.query(`load 'auto_explain'`)
    await client.query(`
      set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
      set enable_seqscan = off; set client_min_messages = log; discard plans`)
    for (const { sql, parameters } of statements) await client.query(sql, [...parameters])
  } finally {
    client.removeListener('notice', keep)
    client.release(true)
  }
  expect(plans.length).toBeGreaterThan(2)
  for (const plan of plans) expect(plan).not.toContain('Seq Scan')
  expect(plans.filter((plan) => plan.includes('Index')).length).toBe(plans.length)
})
