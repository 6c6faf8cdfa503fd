/**
 * The front page for 50 readers without an account while officers type figures, in the program as people run it: what they type is on
 * no public page, so none is made anew. The same load without officers beside it, in the same run.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Person, signIn } from '../attack/people.ts'
import { startTarget } from '../attack/server.ts'
import { type Figure, ms, timesOf } from './figures.ts'
import { load } from './public-page.tsx'

const seconds = 8
/** What a second brings, where the machine has room for it. */
const savesASecond = 200
const officers = ['ba-dinh', 'hoan-kiem'] as const
const wards = ['00004', '00070'] as const
const round = 2026
const measure = 'documents_issued'

export async function benchWarmPages(): Promise<Figure[]> {
  const target = await startTarget()
  try {
    const people = await Promise.all(officers.map((name) => signIn(target.address, name)))
    const quiet = await load(target.address, seconds)
    const typing = type(people)
    const busy = await load(target.address, seconds)
    const saved = await typing.stop()
    const perSecond = saved.length / seconds
    return [
      {
        bar: 8,
        what: `the front page at 50 connections while ${officers.length} officers save figures without rest (${perSecond.toFixed(0)} a second, median ${ms(timesOf(saved).median)})`,
        measured: `${busy.requests.average.toFixed(0)} req/s, p99 ${busy.latency.p99} ms, ${busy.non2xx + busy.errors} errors`,
        promised: `>= 5,000 req/s, p99 < 50 ms, beside ${savesASecond} saves a second`,
        holds: busy.requests.average >= 5000 && busy.latency.p99 < 50 && perSecond >= savesASecond,
        ratio: `${(busy.requests.average / quiet.requests.average).toFixed(2)} of the load without officers (${quiet.requests.average.toFixed(0)} req/s, p99 ${quiet.latency.p99} ms)`,
      },
    ]
  } finally {
    await target.stop()
  }
}

/** Each of them saves one figure after the other, at most their share of a second's. */
function type(people: readonly Person[]) {
  const stopping = new AbortController()
  const taken: number[] = []
  const working = people.map(async (person, index) => {
    for (let figure = 1; !stopping.signal.aborted; figure += 1) {
      const startedAt = performance.now()
      await saveFigure(person, wards[index] ?? '', figure)
      taken.push(performance.now() - startedAt)
      const share = (1000 * people.length) / savesASecond
      await sleep(Math.max(0, share - (performance.now() - startedAt)))
    }
  })
  return {
    async stop(): Promise<readonly number[]> {
      stopping.abort()
      await Promise.all(working)
      return taken
    },
  }
}

interface Cell {
  readonly measure: string
  readonly category: string
  readonly version: number
}

const versions = new Map<string, number>()

async function saveFigure(person: Person, unit: string, figure: number): Promise<void> {
  const version = versions.get(unit) ?? (await versionOf(person, unit))
  const cells = [{ measure, entry: String(figure), version }]
  const { status, answer } = await person.write('collection.saveCells', { round, unit, cells })
  if (status !== 200) throw new Error(`saving a figure: ${status} ${JSON.stringify(answer).slice(0, 300)}`)
  versions.set(unit, version + 1)
}

async function versionOf(person: Person, unit: string): Promise<number> {
  const cells = await person.read<readonly Cell[]>('collection.cells', { round, unit })
  return cells.find((cell) => cell.measure === measure && cell.category === 'total')?.version ?? 0
}
