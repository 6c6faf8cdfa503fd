/** Numbers for whoever watches: on a port of their own where they are asked for, and never where strangers come. */
import { afterAll, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { type Running, startServer } from '#app/server.ts'
import type { Settings } from '#platform/settings.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { smallCity } from '#test/worlds/small-city.ts'

const database = await testDatabase(smallCity)
const started: Running[] = []
afterAll(async () => {
  for (const running of started) await running.stop()
})

async function start(settings: Partial<Settings>): Promise<Running> {
  const machine = await testMachine(database, { settings: { port: 0, ...settings } })
  const running = await startServer(machine, createIdentify(machine))
  started.push(running)
  return running
}

test('metrics are served nowhere by default', async () => {
  const { address, metricsAddress } = await start({})
  expect(metricsAddress).toBeUndefined()
  for (const path of ['/metrics', '/Metrics', '/metrics/', '//metrics']) {
    const response = await fetch(address + path)
    expect([response.status, (await response.text()).includes('process_cpu')]).toEqual([404, false])
  }
})

test('metrics are served on the port they are given, and nothing else is', async () => {
  const { address, metricsAddress = '' } = await start({ metrics: { port: 0, host: '127.0.0.1' } })
  const metrics = await fetch(`${metricsAddress}/metrics`)
  expect([metrics.status, (await metrics.text()).includes('hieuhoc_operation_seconds')]).toEqual([200, true])
  expect((await fetch(`${metricsAddress}/units`)).status).toBe(404)
  expect((await fetch(`${address}/metrics`)).status).toBe(404)
})

test('a port of metrics that is taken is refused, and the public one is free again', async () => {
  const { metricsAddress = '' } = await start({ metrics: { port: 0, host: '127.0.0.1' } })
  const taken = Number(new URL(metricsAddress).port)
  const refused = await testMachine(database, { settings: { port: 0, metrics: { port: taken, host: '127.0.0.1' } } })
  await expect(startServer(refused, createIdentify(refused))).rejects.toMatchObject({ code: 'EADDRINUSE', port: taken })
})
