/** What the watch over stalls costs: one page out of the cache under load, with it and without it by turns in one run. */
import type { AddressInfo } from 'node:net'
import { buildMachine } from '#app/engine.ts'
import { fillEmpty } from '#app/fill.ts'
import { closeListener, listen } from '#app/listener.ts'
import { createApp } from '#app/server.ts'
import { noteRequest, watchForStalls } from '#app/stalls.ts'
import { openDatabase } from '#platform/database/index.ts'
import { createLogger } from '#platform/log.ts'
import { timesOf } from './figures.ts'
import { load } from './public-page.tsx'
import { benchSettings } from './world.ts'

/** As short as an answer can be: nowhere does what is done for every request weigh more. */
const page = '/units?kind=commune'
const rounds = 9
const seconds = 3

interface Round {
  readonly perSecond: number
  /** Of the processor, by the serving process alone: it hardly feels what else runs on the machine. */
  readonly microseconds: number
}

async function main(): Promise<void> {
  const settings = benchSettings()
  const database = await openDatabase(settings)
  const machine = await buildMachine(settings, database, createLogger(settings))
  await fillEmpty(machine)
  const server = await listen(
    createApp(machine, async () => ({ via: 'web' })),
    0,
    '127.0.0.1',
  )
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${page}`
  const measure = async (isWatched: boolean): Promise<Round> => {
    server.off('request', noteRequest)
    if (isWatched) server.prependListener('request', noteRequest)
    const stop = isWatched ? watchForStalls(machine.log) : () => undefined
    const before = process.cpuUsage()
    const { requests } = await load(address, seconds)
    const { user, system } = process.cpuUsage(before)
    stop()
    return { perSecond: requests.average, microseconds: (user + system) / requests.total }
  }
  await measure(true)
  const [watched, unwatched]: [Round[], Round[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    for (const isWatched of round % 2 === 0 ? [true, false] : [false, true]) {
      const measured = await measure(isWatched)
      ;(isWatched ? watched : unwatched).push(measured)
    }
  }
  tell(watched, unwatched)
  await closeListener(server)
  await database.close()
}

function tell(watched: readonly Round[], unwatched: readonly Round[]): void {
  const median = (list: readonly Round[], key: keyof Round) => timesOf(list.map((one) => one[key])).median
  for (const [key, unit] of [
    ['perSecond', 'requests/s'],
    ['microseconds', 'µs of processor a request'],
  ] as const) {
    const [on, off] = [median(watched, key), median(unwatched, key)]
    const percent = ((on / off - 1) * 100).toFixed(1)
    console.log(`${unit}: ${on.toFixed(1)} with, ${off.toFixed(1)} without (${percent} %), medians of ${rounds} turns`)
  }
}

await main()
