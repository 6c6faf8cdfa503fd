/** The official letter to units that are late, as the city takes it from the control room. */
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '#app/server.ts'
import { openRound } from '#modules/collection'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'

const address = '/rounds/2026/late-units-letter'
const database = await testDatabase(hanoi)

/** The app as of a day. */
async function appOn(day: string): Promise<(person: HanoiPerson, path: string) => Promise<Response>> {
  const machine = await testMachine(database, { clock: handClock(`${day}T02:00:00Z`) })
  const app = createApp(machine, async (http): Promise<Caller> => {
    const person = http.req.header('x-person')
    return person ? hanoiCaller(database, person as HanoiPerson) : { via: 'web' }
  })
  return async (person, path) => app.request(path, { headers: { 'x-person': person } })
}

beforeAll(async () => {
  await perform(await testMachine(database), openRound, operatorCaller('command'), { year: 2026 })
})

test('before the due date nobody is late, and there is no letter', async () => {
  const get = await appOn('2026-11-29')
  expect(await (await get('thanh-pho', '/rounds/2026')).text()).not.toContain(address)
  expect((await get('thanh-pho', `${address}/pdf`)).status).toBe(404)
})

test('after it the city takes the letter as Word or PDF; a commune may not', async () => {
  const get = await appOn('2026-12-05')
  expect(await (await get('thanh-pho', '/rounds/2026')).text()).toContain(`${address}/pdf`)
  const letter = await get('thanh-pho', `${address}/pdf`)
  expect(letter.headers.get('content-type')).toBe('application/pdf')
  expect(
    Buffer.from(await letter.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const word = await get('thanh-pho', `${address}/docx`)
  expect(
    Buffer.from(await word.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  expect((await get('ba-dinh', `${address}/pdf`)).status).toBe(403)
  expect((await get('thanh-pho', `${address}/odt`)).status).toBe(422)
})
