/** What one request may bring, and what it is told: nobody is parsed, nothing long is read, no answer is longer than its question. */
import { expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { callerOf, smallCity } from '#test/worlds/small-city.ts'

const database = await testDatabase(smallCity)
const machine = await testMachine(database)
const app = createApp(machine, createIdentify(machine))
const officer = await callerOf(database, 'pho-quan-tri')
const signedInApp = createApp(machine, async () => ({ ...officer, via: 'api' }))

const json = { 'content-type': 'application/json', origin: 'http://localhost' }
const piece = (agencies: unknown) => ({
  id: '019a0000-0000-7000-8000-000000000001',
  piece: 'duty 1',
  version: 0,
  verdict: 'corrected',
  correction: { agencies },
})
const post = (to: typeof app, path: string, body: string, headers: Record<string, string> = json) =>
  to.request(path, { method: 'POST', body, headers })

test('nobody is asked to sign in before a word of theirs is read', async () => {
  const answer = await post(app, '/api/v1/plan/judgePiece', JSON.stringify(piece(Array(1_000_000).fill(7))))
  expect(answer.status).toBe(401)
})

test('a call brings what it needs: 64 kilobytes, unless it says more', async () => {
  const long = (length: number) => JSON.stringify({ unit: '101', name: 'x'.repeat(length) })
  const answer = await post(signedInApp, '/api/v1/access/createToken', long(65_536))
  expect([answer.status, (await answer.json()).detail]).toEqual([
    413,
    'Nội dung gửi lên quá lớn (tối đa 64\u00a0KB) nên chưa lưu gì. Hãy bớt lại rồi gửi lần nữa.',
  ])
  expect((await post(signedInApp, '/api/v1/access/createToken', long(60_000))).status).toBe(422)
})

test('a form of nobody brings no file, and is asked to sign in', async () => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(3_000_000)]), 'a.xlsx')
  const answer = await app.request('/plan/imports', {
    method: 'POST',
    body: form,
    headers: { origin: 'http://localhost', 'content-length': '3000400' },
  })
  expect(answer.status).toBe(401)
})

test('two hundred thousand wrong elements are one problem', async () => {
  const answer = await post(signedInApp, '/api/v1/plan/judgePiece', JSON.stringify(piece(Array(200_000).fill(7))))
  expect((await answer.json()).problems).toMatchObject([
    { code: 'platform.tooMany', path: ['correction', 'agencies'], detail: 'Nhiều nhất 200 mục; ở đây có 200.000.' },
  ])
})

test('of many problems fifty are told, and how many more there are', async () => {
  const answer = await post(signedInApp, '/api/v1/plan/judgePiece', JSON.stringify(piece(Array(180).fill(7))))
  const { problems } = await answer.json()
  expect(problems).toHaveLength(51)
  expect(problems[50]).toMatchObject({ code: 'platform.andMore', detail: 'Còn 130 lỗi nữa.' })
})

test.each([
  ['a pile of marks', `a${'\u0301\u0323'.repeat(20_000)}`.slice(0, 20_000)],
  ['a NUL', 'Tên\0'],
  ['half a sign', 'Tên\uD83D'],
])('%s is no text, told at once and at its place', async (_name, name) => {
  const startedAt = performance.now()
  const answer = await post(
    signedInApp,
    '/api/v1/access/createToken',
    JSON.stringify({ name, scopes: ['*'], expiresOn: '2027-01-01' }),
  )
  expect(answer.status).toBe(422)
  expect((await answer.json()).problems[0].path).toEqual(['name'])
  expect(performance.now() - startedAt).toBeLessThan(500)
})

test('a form that is none is told so', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: 'http://localhost' }
  const answer = await post(app, '/sign-in', '--y\r\nnothing', headers)
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Không đọc được biểu mẫu')])
})

test('a form of hundreds of thousands of fields is not taken apart', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' }
  const answer = await post(app, '/sign-in', 'a=&'.repeat(600_000), headers)
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Nhiều nhất 10.000 mục')])
})
