/** Who is asked to wait is told the seconds in the header, by every page and by the API. */
import { beforeEach, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { ProblemError } from '#kernel/problem.ts'
import { problems } from '#platform/problems.ts'
import { problems as workerProblems } from '#platform/workers/problems.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { emailOf, smallCity } from '#test/worlds/small-city.ts'

let refuse: () => void
beforeEach(() => {
  refuse = () => undefined
})
const database = await testDatabase(smallCity)
const machine = { ...(await testMachine(database)), limiter: { take: () => refuse() } }
const app = createApp(machine, createIdentify(machine))

async function answerOf(path: string, init: RequestInit = {}) {
  const { status, headers } = await app.request(`http://localhost${path}`, init)
  return [status, headers.get('retry-after')]
}

const credentials = { email: emailOf('song-nhap'), password: 'not the password' }
const viaApi = () =>
  answerOf('/api/v1/access/signIn', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  })
const viaPage = (path: string, fields: Record<string, string>) =>
  answerOf(path, { method: 'POST', headers: { origin: 'http://localhost' }, body: new URLSearchParams(fields) })
const signIn = () => viaPage('/sign-in', { _sign_in_email: credentials.email, _sign_in_password: credentials.password })

const throwing = (error: ProblemError) => () => {
  throw error
}

test('too many requests: the rest of the minute, on a form shown again, in the API', async () => {
  refuse = throwing(new ProblemError(problems.tooManyRequests({ seconds: 37 })))
  expect(await signIn()).toEqual([429, '37'])
  expect(await viaPage('/password-reset', { email: credentials.email })).toEqual([429, '37'])
  expect(await viaApi()).toEqual([429, '37'])
})

test('too much to do: as long as the problem says, else five seconds', async () => {
  refuse = throwing(new ProblemError(workerProblems.busy({ seconds: 12 })))
  expect(await viaApi()).toEqual([503, '12'])
  expect(await signIn()).toEqual([503, '12'])
  refuse = throwing(new ProblemError(problems.busy()))
  expect(await viaApi()).toEqual([503, '5'])
  expect(await signIn()).toEqual([503, '5'])
})

test('an account locked for minutes: as many seconds; a wrong password asks nobody to wait', async () => {
  expect(await signIn()).toEqual([422, null])
  let last = await signIn()
  for (let attempt = 0; attempt < 12 && last[0] !== 429; attempt++) last = await signIn()
  expect(last).toEqual([429, String(15 * 60)])
})
