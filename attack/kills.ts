/** Ends of processes in the middle of work: Node, connections of the database, the database itself. Nothing acknowledged may be lost. */
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#platform/database/index.ts'
import { randomFrom } from './random.ts'
import type { Target } from './server.ts'
import { type Ledger, storedFigure, workUntil } from './work.ts'

export interface Killed {
  readonly kills: Readonly<Record<Victim, number>>
  readonly ledger: Ledger
  readonly stored: number
  /** Whether what stands was acknowledged, or was under way after it. */
  readonly isWhole: boolean
  /** The longest time until pages were answered again. */
  readonly longestOutageMs: number
}

type Victim = 'node' | 'connections' | 'postmaster'

/** By turns; Node least often, because its supervisor waits ever longer with a program that keeps ending. */
const turns: readonly Victim[] = [
  'node',
  'connections',
  'postmaster',
  ...Array<Victim>(4).fill('connections'),
  'postmaster',
  'connections',
  'postmaster',
]

/** Kills `count` times by turns, at moments of chance, while people work; then looks whether all is there. */
export async function killAndWork(
  target: Target,
  count: number,
  seed: number,
  say: (line: string) => void,
): Promise<Killed> {
  const random = randomFrom(seed)
  const ledger: Ledger = { savedCell: 0, sentCell: 0, done: {}, refused: {}, faults: [] }
  const kills = { node: 0, connections: 0, postmaster: 0 }
  let isOver = false
  let longestOutageMs = 0
  const working = workUntil(target.address, () => isOver, ledger)
  try {
    for (let kill = 0; kill < count; kill++) {
      await sleep(200 + random.below(1300))
      const victim = turns[kill % turns.length] as Victim
      const startedAt = performance.now()
      await endOne(target, victim)
      kills[victim] += 1
      await target.answers()
      longestOutageMs = Math.max(longestOutageMs, performance.now() - startedAt)
      if ((kill + 1) % 10 === 0) say(`  ${kill + 1} kills: ${JSON.stringify(ledger.done)}`)
    }
    await sleep(1000)
  } finally {
    isOver = true
    await working
  }
  const stored = await storedFigure(target.address)
  const isWhole = stored >= ledger.savedCell && stored <= ledger.sentCell
  return { kills, ledger, stored, isWhole, longestOutageMs: Math.round(longestOutageMs) }
}

async function endOne(target: Target, victim: Victim): Promise<void> {
  if (victim === 'node') process.kill(target.serving(), 'SIGKILL')
  else if (victim === 'postmaster') process.kill(await target.postmaster(), 'SIGKILL')
  else await endConnections(target)
}

/** All connections of the serving process, as a fail-over or a careless administrator ends them. */
async function endConnections(target: Target): Promise<void> {
  const database = await openDatabase({ dataFolder: target.dataFolder })
  try {
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name like 'hieuhoc:%' and application_name <> $1`,
      [`hieuhoc:${process.pid}`],
    )
  } finally {
    await database.close()
  }
}
