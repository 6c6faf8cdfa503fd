/** `npm run attack`: everything that is known to harm a server, bounded in time and on loopback, and what it did. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { modules } from '#app/modules.ts'
import { routes } from '#app/server.ts'
import { projectRoot } from '#platform/root.ts'
import { type Exploded, floodAnonymously, throwBombs } from './bombs.ts'
import { type FuzzResult, fuzz } from './fuzz.ts'
import { type Killed, killAndWork } from './kills.ts'
import { signIn } from './people.ts'
import { startTarget, type Target } from './server.ts'
import { holdSlowly } from './slow.ts'
import { type Watched, watched } from './watch.ts'

export interface Size {
  readonly requests: number
  /** Every how many-th bomb is sent. */
  readonly eachBomb: number
  readonly floods: number
  readonly sockets: number
  readonly seconds: number
  readonly kills: number
  /** Until memory is looked at again: threads that have nothing to do end, and V8 gives back what it does not need. */
  readonly restSeconds: number
}

export const fullSize: Size = {
  requests: 9000,
  eachBomb: 1,
  floods: 100,
  sockets: 2000,
  seconds: 20,
  kills: 100,
  restSeconds: 15,
}
/** What `npm test` has time for. */
export const shortSize: Size = {
  requests: 150,
  eachBomb: 7,
  floods: 1,
  sockets: 600,
  seconds: 2,
  kills: 3,
  restSeconds: 6,
}

export interface Outcome {
  readonly fuzzed: readonly { readonly who: string; readonly result: FuzzResult }[]
  readonly bombs: Exploded
  readonly floods: Exploded
  readonly slow: { readonly held: number; readonly closed: number }
  readonly killed: Killed
  /** What a reader saw while each went on; not while processes were ended. */
  readonly seen: Readonly<Record<string, Watched>>
  readonly memory: { readonly before: number; readonly after: number }
  readonly isAuditSound: boolean
}

const seed = 20_261_127
const targets = { routes, operations: modules.flatMap((module) => module.operations) }

export interface Options {
  readonly say?: (line: string) => void
  /** Brings a demonstration into the server's data folder. */
  readonly fill?: (dataFolder: string) => Promise<void>
}

/** Attacks a server of its own. */
export async function attack(size: Size, { say = () => undefined, fill }: Options = {}): Promise<Outcome> {
  const target = await startTarget(fill)
  try {
    return await attackOn(target, size, say)
  } finally {
    await target.stop()
  }
}

async function attackOn(target: Target, size: Size, say: (line: string) => void): Promise<Outcome> {
  const { address } = target
  const seen: Record<string, Watched> = {}
  const during = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    say(`${name} ...`)
    const { done, seen: by } = await watched(`${address}/`, work)
    seen[name] = by
    say(`  ${JSON.stringify(by)}`)
    return done
  }
  // Once through everything, so that what is made once does not count as growth.
  await throwBombs(address, 17)
  await fuzzAll(address, Math.floor(size.requests / 5))
  const before = target.memory()
  const fuzzed = await during('malformed requests', () => fuzzAll(address, size.requests))
  const bombs = await during('bombs', () => throwBombs(address, size.eachBomb))
  const floods = await during('floods', () => floodAnonymously(address, size.floods))
  const slow = await during('slow connections', () => holdSlowly(address, size.sockets, size.seconds))
  await sleep(size.restSeconds * 1000)
  const memory = { before, after: target.memory() }
  say('kills ...')
  const killed = await killAndWork(target, size.kills, seed, say)
  return { fuzzed, bombs, floods, slow, killed, seen, memory, isAuditSound: verifyAudit(target) }
}

async function fuzzAll(address: string, count: number) {
  const people = { nobody: undefined, 'ba-dinh': await signIn(address, 'ba-dinh'), doc: await signIn(address, 'doc') }
  const fuzzed: { who: string; result: FuzzResult }[] = []
  for (const [who, person] of Object.entries(people)) {
    const send =
      person?.send ?? ((path: string, init: RequestInit) => fetch(address + path, { redirect: 'manual', ...init }))
    const result = await fuzz({
      count: Math.floor(count / 3),
      seed,
      origin: address,
      targets,
      // Fetch has no body for GET and no bytes past Latin-1 in headers; the rest is sent as it is.
      send: ({ method, path, headers, body }) => send(path, { method, headers, body }),
    })
    fuzzed.push({ who, result })
  }
  return fuzzed
}

function verifyAudit(target: Target): boolean {
  try {
    const env = { ...process.env, HIEUHOC_DATA: target.dataFolder }
    execFileSync(join(projectRoot, 'hieuhoc'), ['audit', 'verify'], { env, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export interface Allowed {
  /** What a reader may wait. */
  readonly p99Ms: number
  /** How many times as much memory may be held after as before; what is kept ready for readers counts. */
  readonly growth: number
}

/** What went wrong, in lines; empty when all held. */
export function faultsOf(outcome: Outcome, { p99Ms, growth }: Allowed): string[] {
  const { fuzzed, bombs, floods, killed, seen, memory, isAuditSound } = outcome
  return [
    ...fuzzed.flatMap(({ who, result }) => result.faults.map((fault) => `${who}: ${JSON.stringify(fault)}`)),
    ...bombs.faults,
    ...floods.faults,
    ...killed.ledger.faults.map((fault) => `while processes were ended: ${fault}`),
    ...(killed.isWhole ? [] : [`${killed.ledger.savedCell} was acknowledged, ${killed.stored} stands`]),
    ...(isAuditSound ? [] : ['the audit chain does not verify']),
    ...Object.entries(seen).flatMap(([name, { p99Ms: waited, others }]) => [
      ...(waited > p99Ms ? [`${name}: a reader waited ${waited} ms (p99)`] : []),
      ...(Object.keys(others).length > 0 ? [`${name}: a reader was answered ${JSON.stringify(others)}`] : []),
    ]),
    ...(memory.after > memory.before * growth ? [`memory grew from ${memory.before} to ${memory.after} MB`] : []),
  ]
}
