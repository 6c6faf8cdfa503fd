/**
 * The 795-row decision of 1 July 2025, killed in the middle twenty times: after each the tree is wholly the one of before or wholly
 * the one of after. The program is the built one, in a process of its own; three times its connection is cut instead.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, test, vi } from 'vitest'
import { packDecisions } from '#modules/organisation'
import { draftDecision, previewOperation, proposeDecision } from '#modules/reorganisation'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { perform } from '#platform/perform.ts'
import { projectRoot } from '#platform/root.ts'
import { testDatabase, type World } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoiBefore } from '#test/worlds/hanoi-then.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const day = '2025-07-01'
const kills = 20

/** Everything before that day in force, and the decision of the day proposed. */
const proposed: World = {
  name: 'hanoi_reform_proposed',
  async fill(database) {
    await hanoiBefore(day).fill(database)
    const machine = await testMachine(database)
    const operator = operatorCaller('command')
    const decision = (await packDecisions('hanoi')).find(({ on }) => on === day)
    const { id } = await perform(machine, draftDecision, operator, decision)
    await perform(machine, proposeDecision, operator, { id, version: 1 })
  },
}

beforeAll(() => {
  // Builds when the sources are newer; the runs below start the built program directly.
  const built = spawnSync(join(projectRoot, 'hieuhoc'), ['op', '--json'], { stdio: ['ignore', 'ignore', 'inherit'] })
  expect(built.status).toBe(0)
})

const begin = ({ pool }: Database, input: object): ChildProcess =>
  spawn(
    process.execPath,
    [join(projectRoot, 'dist/server/main.js'), 'op', 'reorganisation.approve', JSON.stringify(input)],
    {
      cwd: projectRoot,
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        DATABASE_URL: String(pool.options.connectionString),
        LOG_LEVEL: 'silent',
      },
    },
  )

const isOver = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null
const ended = (child: ChildProcess) => (isOver(child) ? Promise.resolve() : once(child, 'exit'))

/** Waits until the child's transaction has begun to write; false where it ended without. */
async function hasBegun({ pool }: Database, child: ChildProcess): Promise<boolean> {
  while (!isOver(child)) {
    const { rows } = await pool.query(
      `select pid from pg_stat_activity
       where datname = current_database() and application_name = $1 and backend_xid is not null`,
      [`hieuhoc:${child.pid}`],
    )
    if (rows.length > 0) return true
    await wait(2)
  }
  return false
}

/** Until the server has noticed that nobody is there any more, and has taken back or kept what was begun. */
async function untilGone({ pool }: Database, child: ChildProcess): Promise<void> {
  const left = () => pool.query(`select from pg_stat_activity where application_name = $1`, [`hieuhoc:${child.pid}`])
  while (((await left()).rowCount ?? 0) > 0) await wait(10)
}

const facts = {
  units: `select code, kind, opened_on::text, closed_on::text from organisation.unit`,
  versions: `select code, valid_from::text, valid_to::text, full_name, type,
    (select code from organisation.unit parent where parent.id = parent_id) as parent
    from organisation.unit_version join organisation.unit on unit.id = unit_id`,
  closure: `select above.code as above, above.opened_on::text as since, below.code, below.opened_on::text, valid_from::text, valid_to::text
    from organisation.closure join organisation.unit above on above.id = ancestor_id
    join organisation.unit below on below.id = descendant_id`,
  successions: `select former.code as former, next.code, next.opened_on::text, part, share, effective_on::text
    from organisation.succession join organisation.unit former on former.id = from_id
    join organisation.unit next on next.id = to_id`,
  crosswalk: `select former.code as former, from_start::text, next.code, to_start::text, round(weight::numeric, 9), basis
    from organisation.crosswalk join organisation.unit former on former.id = from_id
    join organisation.unit next on next.id = to_id`,
  decisions: `select effective_on::text from organisation.decision`,
  reforms: `select effective_on::text, state, settled_at is null, unit_effects is null from reorganisation.decision`,
}

/** Each table of the tree as its number of rows and a hash over them, with units by their codes: ids are made anew every time. */
async function stateOf({ pool }: Database): Promise<string> {
  const told = Object.entries(facts).map(async ([name, text]) => {
    const { rows } = await pool.query<{ n: string; hash: string }>(
      `select count(*) as n, md5(string_agg(fact::text, '|' order by fact::text)) as hash from (${text}) fact`,
    )
    return `${name} ${rows[0]?.n} ${rows[0]?.hash}`
  })
  return (await Promise.all(told)).join('\n')
}

/** What its approval names: the decision that waits, and the preview of it. */
async function approvalOf(database: Database) {
  const { rows } = await database.pool.query<{ id: string }>(
    `select id from reorganisation.decision where state = 'proposed'`,
  )
  const id = rows[0]?.id ?? ''
  const machine = await testMachine(database)
  const { effectsVersion } = await perform(machine, previewOperation, operatorCaller('command'), { id, limit: 1 })
  return { id, version: 2, effectsVersion }
}

test(`killed ${kills} times, applied wholly or not at all`, async () => {
  let database = await testDatabase(proposed)
  const input = await approvalOf(database)
  const before = await stateOf(database)
  const whole = begin(database, input)
  expect(await hasBegun(database, whole)).toBe(true)
  const started = performance.now()
  await ended(whole)
  let takes = performance.now() - started

  const after = await stateOf(database)
  expect(whole.exitCode).toBe(0)
  expect(after).not.toBe(before)

  database = await testDatabase(proposed)
  const outcomes = { before: 0, after: 0 }
  for (let run = 0; run < kills; run += 1) {
    const child = begin(database, input)
    const waits = (run / (kills - 1)) * takes
    if (await hasBegun(database, child)) await wait(waits)
    if (run % 7 === 3) {
      await database.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
        `hieuhoc:${child.pid}`,
      ])
    } else child.kill('SIGKILL')
    await ended(child)
    await untilGone(database, child)
    const state = await stateOf(database)
    expect([before, after], `run ${run}`).toContain(state)
    outcomes[state === before ? 'before' : 'after'] += 1
    if (state === before) continue
    // Too late: the first run, on a cold server, took longer than those that follow.
    takes = Math.min(takes, waits)
    database = await testDatabase(proposed)
  }
  // Early kills take everything back; a kill that came too late to matter is no failure, but not all may be such.
  expect(outcomes.before).toBeGreaterThanOrEqual(kills / 2)

  const last = begin(database, input)
  await ended(last)
  expect(await stateOf(database)).toBe(after)
})
