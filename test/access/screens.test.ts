/** The screens of access as people use them: by labels and buttons, without script, through the whole app. */
import { describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { type Screen, type WebClient, webClient } from '#test/web-client.ts'
import { emailOf, type SmallCityPerson, smallCity, smallCityPassword } from '#test/worlds/small-city.ts'

const clock = handClock()
const database = await testDatabase(smallCity)
const machine = { ...(await testMachine(database, { clock })), limiter: { take: () => undefined } }
const app = createApp(machine, createIdentify(machine))

function signIn(client: WebClient, screen: Screen, person: SmallCityPerson, password = smallCityPassword) {
  return client.press(screen, 'Đăng nhập', { 'Thư điện tử': emailOf(person), 'Mật khẩu': password })
}

async function signedIn(person: SmallCityPerson): Promise<WebClient> {
  const client = webClient(app, { 'user-agent': 'Test browser' })
  await signIn(client, await client.open('/sign-in'), person)
  return client
}

describe('signing in', () => {
  test('leads back to where one was going, and only within this site', async () => {
    const client = webClient(app)
    const input = await client.open('/account')
    expect(input.path).toBe('/sign-in?back=%2Faccount')
    const landed = await signIn(client, input, 'song-nhap')
    expect(landed.path).toBe('/account')
    expect(landed.text).toContain('Đặng Sông Nhập')
    const away = webClient(app)
    const tricked = await signIn(away, await away.open('/sign-in?back=//evil.example/'), 'song-nhap')
    expect(tricked.path).toBe('/work')
  })

  test('keeps the e-mail and says the same for a wrong password and an unknown account', async () => {
    const client = webClient(app)
    const wrong = await signIn(client, await client.open('/sign-in'), 'song-nhap', 'not the password')
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Thư điện tử hoặc mật khẩu không đúng.')
    expect(wrong.html).toContain(`value="${emailOf('song-nhap')}"`)
    expect(wrong.html).not.toContain('not the password')
    expect(client.cookies.has('hieuhoc_session')).toBe(false)
  })

  test('asks for what is missing', async () => {
    const client = webClient(app)
    const missing = await client.press(await client.open('/sign-in'), 'Đăng nhập')
    expect(missing.status).toBe(422)
    expect(missing.text).toContain('Có 1 chỗ phải sửa')
  })

  test('sets a cookie that scripts and other sites cannot use, and https only where the site is', async () => {
    const sent = { _sign_in_email: emailOf('pho-doc'), _sign_in_password: smallCityPassword }
    const request = { method: 'POST', body: new URLSearchParams(sent), headers: { origin: 'http://localhost' } }
    const plain = await app.request('http://localhost/sign-in', request)
    const cookie = plain.headers.getSetCookie().find((each) => each.startsWith('hieuhoc_session='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toMatch(/Secure/)
    const settings = { ...machine.settings, publicUrl: 'https://hoc.example' }
    const secured = createApp({ ...machine, settings }, createIdentify(machine))
    const behindTls = await secured.request('http://localhost/sign-in', request)
    expect(behindTls.headers.getSetCookie().find((each) => each.startsWith('hieuhoc_session='))).toMatch(/Secure/)
  })

  test('signing out ends the session, also for a copy of the cookie', async () => {
    const client = await signedIn('pho-nhap')
    const copy = client.cookies.get('hieuhoc_session')
    const account = await client.open('/account')
    await client.press(account, 'Đăng xuất')
    const headers = { cookie: `hieuhoc_session=${copy}` }
    expect((await app.request('http://localhost/account', { headers })).status).toBe(303)
  })
})

describe('a session that ended while typing', () => {
  test('keeps what was typed, and does it after signing in on the same page', async () => {
    const client = await signedIn('song-quan-tri')
    const people = await client.open('/people?unit=101')
    clock.pass(13 * 60)
    const values = { 'Thư điện tử': 'moi@nho.example', 'Họ và tên': 'Người <Mới> "Tới"', 'Người nhập': true } as const
    const over = await client.press(people, 'Mời người', values)
    expect(over.status).toBe(401)
    expect(over.text).toContain('Phiên làm việc đã hết')
    expect(over.html).toContain('value="moi@nho.example"')
    const wrong = await signIn(client, over, 'song-quan-tri', 'not the password')
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('value="moi@nho.example"')
    const done = await signIn(client, wrong, 'song-quan-tri')
    expect(done.path).toBe('/people?unit=101')
    expect(done.text).toContain('Đã mời moi@nho.example')
    expect(done.text).toContain('Người <Mới> "Tới"')
  })

  test('shows the form again with what was typed when that is not right', async () => {
    const client = await signedIn('song-quan-tri')
    const people = await client.open('/people?unit=101')
    clock.pass(13 * 60)
    const over = await client.press(people, 'Mời người', { 'Thư điện tử': 'khong phai thu', 'Họ và tên': 'Ai Đó' })
    const again = await signIn(client, over, 'song-quan-tri')
    expect(again.status).toBe(422)
    expect(again.html).toContain('value="khong phai thu"')
    expect(again.html).toContain('value="Ai Đó"')
  })

  test('keeps no password in the page', async () => {
    const client = await signedIn('pho-duyet')
    const account = await client.open('/account')
    clock.pass(13 * 60)
    const values = { 'Mật khẩu hiện tại': smallCityPassword, 'Mật khẩu mới': 'mot-cau-khac-de-nho-9' }
    const over = await client.press(account, 'Đổi mật khẩu', values)
    expect(over.status).toBe(401)
    expect(over.html).not.toContain(smallCityPassword)
    expect(over.html).not.toContain('mot-cau-khac-de-nho-9')
  })

  test('a page keeps its address with the query', async () => {
    const client = webClient(app)
    expect((await client.open('/people?unit=101')).path).toBe('/sign-in?back=%2Fpeople%3Funit%3D101')
  })
})

describe('the account', () => {
  test('shows roles and the places one is signed in, and leaves them all', async () => {
    const client = await signedIn('pho-doc')
    const other = await signedIn('pho-doc')
    const account = await client.open('/account')
    expect(account.text).toContain('Người xem')
    expect(account.text).toContain('Thành phố Nhỏ')
    expect(account.text).toContain('Test browser')
    const out = await client.press(account, 'Đăng xuất mọi nơi')
    expect(out.path).toBe('/sign-in')
    expect((await other.open('/account')).path).toMatch(/^\/sign-in/)
  })

  test('makes a token that is shown once, works in the API within its scopes, and is revoked', async () => {
    const client = await signedIn('song-quan-tri')
    const values = { 'Tên khóa': 'bảng tính', 'Phạm vi': 'access.accounts', 'Dùng được đến hết ngày': '2026-12-31' }
    const made = await client.press(await client.open('/account'), 'Tạo khóa', values)
    const token = /hieuhoc_[\w-]{43}/.exec(made.text)?.[0]
    expect((await client.open('/account')).text).not.toContain(token)
    const call = (path: string) =>
      app.request(`http://localhost${path}`, { headers: { authorization: `Bearer ${token}` } })
    const accounts = await call('/api/v1/access/accounts?unit=101')
    expect(accounts.status).toBe(200)
    expect((await call('/api/v1/access/openInvitations?unit=101')).status).toBe(403)
    expect((await call('/api/v1/access/accounts?unit=102')).status).toBe(403)
    await client.press(await client.open('/account'), 'Thu hồi')
    expect((await call('/api/v1/access/accounts?unit=101')).status).toBe(401)
    const result = await database.pool.query('select t::text as t from platform.audit_entry t')
    expect(result.rows.map((row) => row.t).join()).not.toContain(token)
  })

  test.each([
    ['2026-11-01', 'Ngày hết hạn đã qua.'],
    ['2030-01-01', 'Khóa dùng được nhiều nhất một năm'],
  ])('refuses a token until %s', async (day, words) => {
    clock.set('2026-11-02T02:00:00Z')
    const client = await signedIn('song-doc')
    const values = { 'Tên khóa': 'x', 'Phạm vi': '*', 'Dùng được đến hết ngày': day }
    const refused = await client.press(await client.open('/account'), 'Tạo khóa', values)
    expect([refused.status, refused.text.includes(words)]).toEqual([422, true])
  })
})

describe('people of a unit', () => {
  test('an administrator sees them, ends a role and locks an account; others are refused', async () => {
    const client = await signedIn('doi-quan-tri')
    const people = await client.open('/people')
    expect(people.text).toContain('Người dùng của Xã Đồi')
    expect(people.text).toContain('Dương Đồi Nhập')
    expect(people.text).not.toContain('Đặng Sông Nhập')
    const ended = await client.press(people, 'Thôi quyền : Ngô Đồi Đọc, Người xem, Xã Đồi')
    expect(ended.text).toContain('Đã thôi quyền.')
    expect(ended.text).not.toContain('Ngô Đồi Đọc,')
    const locked = await client.press(ended, 'Khóa : Lý Đồi Duyệt')
    expect(locked.text).toContain('Mở khóa : Lý Đồi Duyệt')
    expect((await (await signedIn('doi-nhap')).open('/people?unit=102')).status).toBe(403)
    expect((await client.open('/people?unit=101')).status).toBe(403)
  })
})

describe('the audit log', () => {
  test('is read by auditors of the unit, filtered, with old and new', async () => {
    const client = await signedIn('doi-kiem-toan')
    const log = await client.open('/audit?operation=access.endGrant')
    expect(log.text).toContain('access.endGrant')
    expect(log.text).toContain('Mai Đồi Quản Trị')
    const [, entry = ''] = /href="(\/audit\/entries\/\d+)"/.exec(log.html) ?? []
    expect((await client.open(entry)).text).toContain('"role": "reader"')
    expect((await (await signedIn('song-kiem-toan')).open(entry)).status).toBe(403)
    expect((await (await signedIn('song-kiem-toan')).open('/audit?unit=102')).status).toBe(403)
    expect((await client.open('/audit/chain')).status).toBe(403)
  })

  test('the city sees all of it and checks the chain', async () => {
    const client = await signedIn('pho-kiem-toan')
    expect((await client.open('/audit')).text).toContain('access.signIn')
    expect((await client.open('/audit/chain')).text).toContain('Chuỗi nguyên vẹn')
  })
})
