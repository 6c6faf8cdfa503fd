/** Lists as people walk them, without script: on and back, sorted and filtered by their addresses, and whole as files. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { endGrant, grantRole } from '#modules/access'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type Screen, webClient } from '#test/web-client.ts'
import { emailOf, type SmallCityPerson, smallCity, smallCityPassword } from '#test/worlds/small-city.ts'

const database = await testDatabase(smallCity)
const machine = await testMachine(database)

async function signedIn(person: SmallCityPerson) {
  const client = webClient(createApp(machine, createIdentify(machine)))
  const values = { 'Thư điện tử': emailOf(person), 'Mật khẩu': smallCityPassword }
  await client.press(await client.open('/sign-in'), 'Đăng nhập', values)
  return client
}

/** Where a link of these words leads. */
function linkIn({ html }: Screen, words: string): string {
  const [, href = ''] = new RegExp(`<a [^>]*href="([^"]*)"[^>]*>${words}</a>`).exec(html) ?? []
  expect(href, words).not.toBe('')
  return href.replaceAll('&amp;', '&')
}

function rowHeaders({ html }: Screen): string[] {
  return [...html.matchAll(/<th role="rowheader"[^>]*>(.*?)<\/th>/g)].map(([, cell = '']) =>
    cell.replace(/<[^>]*>/g, ''),
  )
}

describe('the audit log', () => {
  /** Enough entries for three pages. */
  beforeAll(async () => {
    const operator = operatorCaller('command')
    for (let time = 0; time < 90; time++) {
      const grant = { email: emailOf('khach'), unit: '103', role: 'reader', from: '2026-11-02' }
      const { id } = await perform(machine, grantRole, operator, grant)
      await perform(machine, endGrant, operator, { grant: id })
    }
  })

  test('is walked on and back by its links, each page a part of all', async () => {
    const client = await signedIn('pho-kiem-toan')
    const first = await client.open('/audit')
    const second = await client.open(linkIn(first, 'Trang sau'))
    const third = await client.open(linkIn(second, 'Trang sau'))
    expect(first.html).not.toContain('Trang trước')
    expect(third.html).not.toContain('Trang sau')
    const numbers = [first, second, third].flatMap(rowHeaders).map(Number)
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
    expect(numbers.at(-1)).toBe(1)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(rowHeaders(await client.open(linkIn(third, 'Trang trước')))).toEqual(rowHeaders(second))
    expect(rowHeaders(await client.open(linkIn(second, 'Về trang đầu')))).toEqual(rowHeaders(first))
    expect(first.text).toMatch(/100 trong \d{3} dòng/)
  })

  test('its file holds what its filters let through', async () => {
    const client = await signedIn('pho-kiem-toan')
    const page = await client.open('/audit?operation=access.endGrant')
    const file = await client.open(linkIn(page, 'CSV'))
    const lines = file.html.trim().split('\r\n')
    expect(lines).toHaveLength(91)
    expect(lines.slice(1).every((line) => line.includes('access.endGrant'))).toBe(true)
    expect(file.headers.get('content-disposition')).toContain('audit-2026-11-02.csv')
  })

  test('a filter that is none is told at its field, and nothing is shown in its place', async () => {
    const client = await signedIn('pho-kiem-toan')
    const wrong = await client.open('/audit?from=2026-02-30')
    expect(wrong.status).toBe(422)
    expect(wrong.html).toMatch(/<input[^>]*name="from"[^>]*aria-invalid="true"/)
    expect(wrong.html).toMatch(/<title>Lỗi: /)
    expect(rowHeaders(wrong)).toEqual([])
    const unknown = await client.open('/audit?unit=999')
    expect([unknown.status, rowHeaders(unknown)]).toEqual([404, []])
  })

  test('of a commune begins with its own', async () => {
    const client = await signedIn('song-kiem-toan')
    const own = await client.open('/audit')
    expect(own.html).toMatch(/<input[^>]*name="unit"[^>]*value="101"/)
  })
})
