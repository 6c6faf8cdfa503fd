/** Several lists on one page, without script: each is walked, filtered and taken as a file by its own part of the address. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { createToken, invite } from '#modules/access'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type Screen, webClient } from '#test/web-client.ts'
import { callerOf, emailOf, type SmallCityPerson, smallCity, smallCityPassword } from '#test/worlds/small-city.ts'

const database = await testDatabase(smallCity)
const machine = await testMachine(database)

async function signedIn(person: SmallCityPerson) {
  const client = webClient(createApp(machine, createIdentify(machine)))
  const fields = { 'Thư điện tử': emailOf(person), 'Mật khẩu': smallCityPassword }
  await client.press(await client.open('/sign-in'), 'Đăng nhập', fields)
  return client
}

/** The part of a page from a table to the next section. */
function partOf({ html }: Screen, id: string): string {
  const from = html.indexOf(`id="${id}"`)
  expect(from, id).toBeGreaterThan(0)
  return html.slice(from, html.indexOf('</section>', from))
}

function rowHeaders(part: string): string[] {
  return [...part.matchAll(/<th role="rowheader"[^>]*>(.*?)<\/th>/g)].map(([, cell = '']) =>
    cell.replace(/<[^>]*>/g, ''),
  )
}

function linkIn(part: string, words: string): string {
  const [, href = ''] = new RegExp(`<a [^>]*href="([^"]*)"[^>]*>${words}</a>`).exec(part) ?? []
  expect(href, words).not.toBe('')
  return href.replaceAll('&amp;', '&')
}

/** Latest first. */
const tokenNames = Array.from({ length: 45 }, (_, index) => `Khóa ${45 - index}`)

describe('on the page of one’s account', () => {
  beforeAll(async () => {
    // Whoever comes by the command makes as many a minute as there are to make.
    const caller = { ...(await callerOf(database, 'song-nhap')), via: 'command' as const }
    for (const name of tokenNames.toReversed()) {
      const token = { name, scopes: ['organisation'], expiresOn: '2027-01-31' }
      await perform(machine, createToken, caller, token)
    }
  })

  test('tokens are walked on and back, and every one of them is there once', async () => {
    const client = await signedIn('song-nhap')
    const first = partOf(await client.open('/account'), 'token-list')
    expect(first).toContain('20 trong 45 dòng')
    const second = partOf(await client.open(linkIn(first, 'Trang sau')), 'token-list')
    const third = partOf(await client.open(linkIn(second, 'Trang sau')), 'token-list')
    expect([first, second, third].flatMap(rowHeaders)).toEqual(tokenNames)
    expect(third).not.toContain('Trang sau')
    expect(rowHeaders(partOf(await client.open(linkIn(second, 'Trang trước')), 'token-list'))).toEqual(
      tokenNames.slice(0, 20),
    )
    expect(linkIn(first, 'Trang sau')).toMatch(/^\/account\?tokensAfter=[\w-]+#token-list$/)
  })

  test('a list on its second page leaves the others on their first', async () => {
    const client = await signedIn('song-nhap')
    const page = await client.open('/account')
    const next = await client.open(linkIn(partOf(page, 'token-list'), 'Trang sau'))
    expect(rowHeaders(partOf(next, 'session-list'))).toEqual(rowHeaders(partOf(page, 'session-list')))
  })

  test('a revoked token is found by the filter, and the file of the list has all that the filter lets through', async () => {
    const client = await signedIn('song-nhap')
    await client.press(await client.open('/account'), 'Thu hồi')
    const over = await client.open('/account?tokensState=over')
    expect(rowHeaders(partOf(over, 'token-list'))).toEqual(['Khóa 45'])
    const live = await client.open('/account?tokensState=live')
    const file = await client.open(linkIn(partOf(live, 'token-list'), 'CSV'))
    expect(file.headers.get('content-disposition')).toContain('api-tokens-')
    expect(file.html.trim().split('\r\n')).toHaveLength(45)
    const wrong = await client.open('/account?tokensState=x')
    expect([wrong.status, wrong.html]).toEqual([
      422,
      expect.stringMatching(/name="tokensState"[^>]*aria-invalid="true"/),
    ])
  })
})

describe('invitations of a unit', () => {
  const emails = Array.from({ length: 60 }, (_, index) => `moi-${String(60 - index).padStart(2, '0')}@nho.example`)

  beforeAll(async () => {
    for (const email of emails.toReversed()) {
      const input = { email, name: `Lê Văn ${email.slice(4, 6)}`, unit: '101', role: 'editor', field: 'collection' }
      await perform(machine, invite, operatorCaller('command'), input)
    }
    await database.pool.query(
      `update access.invitation set expires_at = created_at - interval '1 day' where email = 'moi-07@nho.example'`,
    )
  })

  test('are walked beyond what one page holds, and sorted', async () => {
    const client = await signedIn('pho-quan-tri')
    const first = await client.open('/people?unit=101')
    const second = await client.open(linkIn(partOf(first, 'invitations'), 'Trang sau'))
    const seen = [first, second].flatMap((screen) => rowHeaders(partOf(screen, 'invitations')))
    expect(seen).toEqual(emails)
    const sorted = await client.open('/people?unit=101&invitationsSort=email')
    expect(rowHeaders(partOf(sorted, 'invitations'))).toEqual(emails.toReversed().slice(0, 50))
  })

  test('are found by a name without tones and by whether they still stand; the filter keeps the unit of the page', async () => {
    const client = await signedIn('pho-quan-tri')
    const screen = await client.open('/people?unit=101&invitationsQuery=le+van+3')
    expect(rowHeaders(partOf(screen, 'invitations'))).toHaveLength(10)
    const expired = await client.open('/people?unit=101&invitationsState=expired')
    expect(rowHeaders(partOf(expired, 'invitations'))).toEqual(['moi-07@nho.example'])
    expect(partOf(expired, 'invitations')).toContain('Đã hết hạn')
    expect(expired.html).toMatch(/<form class="filters"[^>]*>.*?<input type="hidden" name="unit" value="101"/s)
  })

  test('are a file of all of them', async () => {
    const client = await signedIn('pho-quan-tri')
    const file = await client.open(linkIn(partOf(await client.open('/people?unit=101'), 'invitations'), 'CSV'))
    expect(file.html.trim().split('\r\n')).toHaveLength(61)
    expect(file.headers.get('content-disposition')).toContain('invitations-101-')
  })
})
