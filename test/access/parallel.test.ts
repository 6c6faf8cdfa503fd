/** Many who sign in at once: passwords are compared a few at a time, whoever does not fit is told so, and whoever reads does not notice. */
import { availableParallelism } from 'node:os'
import { verify } from '@node-rs/argon2'
import { afterEach, expect, test, vi } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { emailOf, smallCity, smallCityPassword } from '#test/worlds/small-city.ts'

let running = 0
let most = 0
vi.mock('@node-rs/argon2', async (importOriginal) => {
  const real = await importOriginal<typeof import('@node-rs/argon2')>()
  const counted: typeof real.verify = async (...given) => {
    running += 1
    most = Math.max(most, running)
    return real.verify(...given).finally(() => {
      running -= 1
    })
  }
  return { ...real, verify: vi.fn(counted) }
})

const database = await testDatabase(smallCity)
const machine = { ...(await testMachine(database)), limiter: { take: () => undefined } }
const app = createApp(machine, createIdentify(machine))
afterEach(() => vi.mocked(verify).mockClear())

function signIn(email: string, password: string) {
  return app.request('http://localhost/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ _sign_in_email: email, _sign_in_password: password }),
    headers: { origin: 'http://localhost' },
  })
}

const atOnce = Math.min(3, Math.max(1, availableParallelism() - 1))

test('a hundred at once are answered, a few at a time, while pages are read', async () => {
  const attempts = Array.from({ length: 100 }, (_, index) => signIn(`ai-${index}@nho.example`, 'not the password'))
  const waits: number[] = []
  let isOver = false
  const all = Promise.all(attempts).finally(() => {
    isOver = true
  })
  while (!isOver) {
    const started = performance.now()
    const read = await app.request('http://localhost/units')
    expect(read.status).toBe(200)
    waits.push(performance.now() - started)
    // The few connections that signing in may hold.
    expect(database.pool.totalCount - database.pool.idleCount).toBeLessThan(10)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(new Set((await all).map(({ status }) => status))).toEqual(new Set([422]))
  expect(verify).toHaveBeenCalledTimes(100)
  expect(most).toBeLessThanOrEqual(atOnce)
  // The promise is 200 ms; three times that on a machine that does other things too.
  expect(waits.sort((a, b) => a - b).at(-1)).toBeLessThan(600)
}, 60_000)

test('past what may wait, people are told to come again, in words, with their e-mail kept', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 + atOnce + 20 }, () => signIn('mot-nguoi@nho.example', 'not the password')),
  )
  const busy = answers.filter(({ status }) => status === 503)
  expect(busy).toHaveLength(20)
  const page = (await busy[0]?.text()) ?? ''
  expect(page).toContain('Hệ thống đang có quá nhiều việc cùng lúc.')
  expect(page).toContain('value="mot-nguoi@nho.example"')
  expect((await signIn(emailOf('song-nhap'), smallCityPassword)).status).toBe(303)
}, 60_000)

test('a password of ten thousand signs is refused before anything is done with it', async () => {
  const started = performance.now()
  const refused = await signIn(emailOf('song-nhap'), 'mậtkhẩu-9'.repeat(1200))
  expect([refused.status, vi.mocked(verify).mock.calls.length]).toEqual([422, 0])
  expect(performance.now() - started).toBeLessThan(500)
})
