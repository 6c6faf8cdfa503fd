/** Steps on something that somebody else has changed since: as the API and the page answer them. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Machine } from '#app/engine.ts'
import { createApp } from '#app/server.ts'
import { seedDemoRound } from '#modules/collection'
import { draftDecision, reorganisation } from '#modules/reorganisation'
import { operatorCaller } from '#platform/authority.ts'
import { perform, performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { callerOf, type SmallCityPerson, smallCity } from '#test/worlds/small-city.ts'

type App = ReturnType<typeof createApp>

interface Refusal {
  readonly status: number
  readonly code: string
  readonly problems: readonly { readonly code: string; readonly detail: string }[]
}

function clientOf(app: App, person: string) {
  const headers = { 'x-person': person, origin: 'http://localhost', 'accept-language': 'vi' }
  const bodyOf = (fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return body
  }
  return {
    async call(operation: string, input: object) {
      const response = await app.request(`/api/v1/${operation}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      return { status: response.status, answer: await response.json() }
    },
    async upload(operation: string, fields: Record<string, string | File>) {
      const response = await app.request(`/api/v1/${operation}`, { method: 'POST', headers, body: bodyOf(fields) })
      return { status: response.status, answer: await response.json() }
    },
    async open(path: string) {
      return (await app.request(path, { headers })).text()
    },
    async post(path: string, fields: Record<string, string>) {
      const response = await app.request(path, { method: 'POST', headers, body: bodyOf(fields) })
      return { status: response.status, location: response.headers.get('location'), text: await response.text() }
    },
  }
}

describe('a draft of a decision about units', () => {
  const addChanges = operationOf('reorganisation.addChanges')
  let machine: Machine
  let app: App
  let id: string

  beforeAll(async () => {
    const database = await testDatabase(smallCity)
    machine = await testMachine(database)
    app = createApp(machine, (http) => callerOf(database, http.req.header('x-person') as SmallCityPerson))
    const head = { on: '2027-01-01', title: 'Sắp xếp', basis: 'Nghị quyết' }
    id = (await perform(machine, draftDecision, await callerOf(database, 'pho-quan-tri'), head)).id
  })

  test('addChanges on a version of before: 409 with what came since; on the version that stands it is done', async () => {
    const rename = (version: number, code: string) => ({ id, version, rows: [{ change: 'rename', code, name: 'Hồ' }] })
    const mine = clientOf(app, 'pho-quan-tri')
    await performAny(machine, addChanges, operatorCaller('command'), rename(1, '103'))
    const late = await mine.call('reorganisation/addChanges', rename(1, '101'))
    expect(late.status).toBe(409)
    expect(codesIn(late.answer)).toEqual(['platform.changedSince', 'platform.difference', 'platform.added'])
    expect(await mine.call('reorganisation/addChanges', rename(2, '101'))).toMatchObject({ answer: { version: 3 } })
  })

  test.each(['add', 'replace'])('importCsv in mode %s: the same, and nothing without the version', async (mode) => {
    const client = clientOf(app, 'pho-quan-tri')
    const file = () => new File(['act,code,name\nrename,102,Núi\n'], 'a.csv')
    const late = await client.upload('reorganisation/importCsv', { id, mode, version: '1', file: file() })
    expect(late.status).toBe(409)
    expect(codesIn(late.answer)[0]).toBe('platform.changedSince')
    const unseen = await client.upload('reorganisation/importCsv', { id, mode, file: file() })
    expect(unseen.status).toBe(422)
    const version = mode === 'add' ? '3' : '4'
    const seen = await client.upload('reorganisation/importCsv', { id, mode, version, file: file() })
    expect(seen.answer).toMatchObject({ isSaved: true, changes: 1 })
  })
})

describe('a form that is sent', () => {
  const form = { round: 2026, unit: '00004' }
  const path = '/rounds/2026/units/00004'
  let app: App

  beforeAll(async () => {
    const database = await testDatabase(hanoi)
    const machine = await testMachine(database)
    await seedDemoRound((operation, input) => perform(machine, operation, operatorCaller('command'), input))
    app = createApp(machine, (http) => hanoiCaller(database, http.req.header('x-person') as HanoiPerson))
  }, 120_000)

  const contentsIn = (html: string) => /name="contentVersion" value="(\d+)"/.exec(html)?.[1] ?? ''

  test('on the page and by the API: what somebody else changed is told with who, then it goes as it stands', async () => {
    const [mine, theirs] = [clientOf(app, 'ba-dinh'), clientOf(app, 'ba-dinh-2')]
    const money = ['money_mobilised', 'money_mobilised_spent', 'study_fund_raised', 'study_fund_balance']
    const cells = money.map((measure) => ({ measure, entry: '200.000.000', version: 0 }))
    expect(await mine.call('collection/saveCells', { ...form, cells })).toMatchObject({ answer: { conflicts: [] } })
    const contentVersion = contentsIn(await mine.open(`${path}?section=check`))
    expect(contentVersion).toMatch(/^\d+$/)
    const change = { measure: 'events_held', entry: '46', version: 1 }
    expect((await theirs.call('collection/saveCells', { ...form, cells: [change] })).status).toBe(200)

    const refused = await mine.call('collection/send', { ...form, contentVersion: Number(contentVersion) })
    expect(refused.status).toBe(409)
    expect(codesIn(refused.answer)).toEqual(['platform.changedSince', 'platform.difference'])
    expect((await mine.call('collection/send', form)).status).toBe(422)

    const late = await mine.post(`${path}?section=check`, { contentVersion, _do: 'send' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('nay là “46”. Người thực hiện: Lý Văn Ba Đình.')
    const button = /<form class="inline-form"[^>]*>(?:(?!<\/form>).)*Gửi biểu như đang lưu/s.exec(late.text)?.[0] ?? ''
    expect(contentsIn(button)).toBe(String(Number(contentVersion) + 1))
    const sent = await mine.post(path, { contentVersion: contentsIn(button), _do: 'send' })
    expect(sent).toMatchObject({ status: 303, location: '/work' })
  })
})

function operationOf(name: string) {
  const operation = reorganisation.operations.find((each) => each.name === name)
  if (!operation) throw new Error(`no operation ${name}`)
  return operation
}

function codesIn(answer: Refusal): string[] {
  return answer.problems.map(({ code }) => code)
}
