/** Invitations and password resets by letter: sent by a real worker to a real mail server, read by another's parser. */
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createIdentify } from '#app/identify.ts'
import { createApp, jobs } from '#app/server.ts'
import { access, delegate, followRoles } from '#modules/access'
import { putInForce, type UnitChange } from '#modules/organisation'
import { operator, operatorCaller } from '#platform/authority.ts'
import { startWorker } from '#platform/jobs/index.ts'
import { createMailer } from '#platform/mail/index.ts'
import { operation } from '#platform/operation.ts'
import { perform, performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { type WebClient, webClient } from '#test/web-client.ts'
import { emailOf, type SmallCityPerson, smallCity, smallCityPassword } from '#test/worlds/small-city.ts'

const newPassword = 'chin con trau qua cau-5'
const letters: ParsedMail[] = []
const arrivals: ((letter: ParsedMail) => void)[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    simpleParser(stream).then((letter) => {
      letters.push(letter)
      arrivals.shift()?.(letter)
      done()
    }, done)
  },
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.server.address() as AddressInfo

const clock = handClock()
const database = await testDatabase(smallCity)
const settings = { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Hiếu Học <hoc@nho.example>' }
const machine = { ...(await testMachine(database, { clock, settings })), limiter: { take: () => undefined } }
const app = createApp(machine, createIdentify(machine))
const mailer = createMailer(machine.settings)
const worker = await startWorker(machine, mailer, jobs)
machine.onCommit(worker.wake)

afterAll(async () => {
  await worker.stop()
  mailer.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

/** The next letter that arrives after `doing`. */
async function letterAfter(
  doing: () => Promise<unknown>,
): Promise<{ to: string; subject: string; text: string; path: string }> {
  const arrival = new Promise<ParsedMail>((resolve) => arrivals.push(resolve))
  await doing()
  const { to, subject = '', text = '' } = await arrival
  const [, path = ''] = /http:\/\/localhost(\/\S+)/.exec(text) ?? []
  return {
    to: [to]
      .flat()
      .map((each) => each?.text)
      .join(),
    subject,
    text,
    path,
  }
}

async function signIn(client: WebClient, email: string, password: string) {
  const values = { 'Thư điện tử': email, 'Mật khẩu': password }
  return client.press(await client.open('/sign-in'), 'Đăng nhập', values)
}

async function signedIn(person: SmallCityPerson): Promise<WebClient> {
  const client = webClient(app)
  await signIn(client, emailOf(person), smallCityPassword)
  return client
}

async function inviteBy(person: SmallCityPerson, unit: string, email: string) {
  const client = await signedIn(person)
  const people = await client.open(`/people?unit=${unit}`)
  const values = { 'Thư điện tử': email, 'Họ và tên': 'Tạ Thị Mới', 'Người nhập': true, 'Mã đơn vị': unit } as const
  return client.press(people, 'Mời người', values)
}

describe('an invitation', () => {
  test('comes in Vietnamese, opens an account with its role, and works once', async () => {
    const letter = await letterAfter(() => inviteBy('song-quan-tri', '101', 'Moi@nho.example'))
    expect(letter).toMatchObject({ to: 'moi@nho.example', subject: 'Lời mời dùng Hiếu Học: Phường Sông' })
    expect(letter.text).toContain('Kính gửi Tạ Thị Mới')
    const client = webClient(app)
    const offer = await client.open(letter.path)
    expect(offer.text).toContain('moi@nho.example được mời làm người nhập tại Phường Sông')
    const weak = await client.press(offer, 'Nhận lời mời', { 'Mật khẩu': 'matkhau123456' })
    expect(weak.status).toBe(422)
    expect(weak.html).toContain('value="Tạ Thị Mới"')
    await client.press(weak, 'Nhận lời mời', { 'Mật khẩu': newPassword })
    await signIn(client, 'moi@nho.example', newPassword)
    const account = await client.open('/account')
    expect(account.text).toContain('Người nhập')
    expect(account.text).toContain('Phường Sông')
    const again = await webClient(app).open(letter.path)
    expect([again.status, again.text.includes('Lời mời này đã được dùng.')]).toEqual([410, true])
  })

  test('that has expired or was never made says so', async () => {
    const letter = await letterAfter(() => inviteBy('song-quan-tri', '101', 'tre@nho.example'))
    clock.pass(14 * 24 * 60 + 1)
    const late = await webClient(app).open(letter.path)
    expect([late.status, late.text.includes('Lời mời đã hết hạn ngày')]).toEqual([410, true])
    const invented = await webClient(app).open('/invitations/khong-co-that')
    expect([invented.status, invented.text.includes('Liên kết này không đúng.')]).toEqual([404, true])
  })

  test('that was withdrawn is worth nothing', async () => {
    const letter = await letterAfter(() => inviteBy('doi-quan-tri', '102', 'thoi@nho.example'))
    const client = await signedIn('doi-quan-tri')
    await client.press(await client.open('/people?unit=102'), 'Thu hồi : thoi@nho.example')
    expect((await webClient(app).open(letter.path)).status).toBe(410)
  })

  test('to somebody with an account gives the role at once, without a letter', async () => {
    const before = letters.length
    const done = await inviteBy('doi-quan-tri', '102', emailOf('khach'))
    expect(done.text).toContain('đã có tài khoản và được giao quyền')
    const twice = await inviteBy('doi-quan-tri', '102', emailOf('khach'))
    expect([twice.status, twice.text.includes('Người này đã giữ quyền này')]).toEqual([409, true])
    expect(letters.length).toBe(before)
  })

  test('is refused outside of the administrator’s unit', async () => {
    const client = await signedIn('doi-quan-tri')
    const people = await client.open('/people?unit=102')
    const values = {
      'Thư điện tử': 'leo@nho.example',
      'Họ và tên': 'Leo Thang',
      'Quản trị': true,
      'Mã đơn vị': '01',
    } as const
    expect((await client.press(people, 'Mời người', values)).status).toBe(403)
  })
})

describe('a decision about units', () => {
  const decide = operation({
    name: 'access.decideForTest',
    summary: '',
    effect: 'write',
    may: operator,
    input: z.object({ from: z.string(), into: z.string() }),
    output: z.object({}),
    async run({ tx, now, newId, publish }, { from, into }) {
      const id = newId()
      const proposal = { id, on: '2027-01-01', title: 'Sắp xếp', basis: 'Nghị quyết 7/NQ-UB' }
      const changes: UnitChange[] = [{ kind: 'merge', from: [from], into }]
      const unitEffects = await putInForce(tx, { ...proposal, changes }, { at: now, newId })
      await followRoles(tx, unitEffects, { decisionId: id, decision: proposal.basis, at: now, newId, publish })
      return {}
    },
  })

  test('tells each of its people once what ends and what begins, by letter and on their account’s page', async () => {
    const email = emailOf('song-doc')
    await database.pool.query(`update access.account set language = 'en' where email = $1`, [email])
    const before = letters.length
    await perform(machine, decide, operatorCaller('command'), { from: '101', into: '103' })
    await vi.waitFor(() => expect(letters.length).toBe(before + 6), { timeout: 15_000 })
    const came = letters.slice(before)
    const to = (address: string) => came.find((letter) => [letter.to].flat()[0]?.text === address)
    const vietnamese = to(emailOf('song-nhap'))
    expect(vietnamese?.subject).toBe('Quyền của bạn từ ngày 01/01/2027')
    expect(vietnamese?.text).toContain('Theo Nghị quyết 7/NQ-UB, từ ngày 01/01/2027')
    expect(vietnamese?.text).toContain(
      '- Thôi quyền Người nhập tại Phường Sông; bắt đầu quyền Người nhập tại Phường Chợ.',
    )
    expect(to(email)?.text).toContain('- Reader at Phường Sông ends; Reader at Phường Chợ begins.')
    const account = await (await signedIn('song-nhap')).open('/account')
    expect(account.text).toContain(
      'Quyền Người nhập của bạn tại Phường Sông chuyển sang Phường Chợ từ ngày 01/01/2027, theo Nghị quyết 7/NQ-UB.',
    )
  })

  test('is told of as well where the version before asked for the letter, under the names of that time', async () => {
    const before = letters.length
    await database.pool.query(`
      insert into platform.outbox (id, name, payload, created_at)
      select gen_random_uuid(), name, payload - 'decisionId' || jsonb_build_object('reformId', payload->'decisionId'), now()
      from platform.outbox where name = 'access.rolesMoved' limit 1`)
    worker.wake()
    await vi.waitFor(() => expect(letters.length).toBe(before + 1), { timeout: 15_000 })
    expect(letters.at(-1)?.text).toContain('Phường Chợ')
  })
})

describe('a delegation', () => {
  const asDelegated = (field: string, until: string) => {
    const input = { delegator: emailOf('doi-duyet'), delegate: emailOf('doi-nhap'), field, until }
    return perform(machine, delegate, operatorCaller('command'), input)
  }

  test('is told to the delegate in the language of their account, with field and days', async () => {
    const today = clock.now()
    const until = new Date(today.getTime() + 40 * 86_400_000).toISOString().slice(0, 10)
    const shown = until.split('-').reverse().join('/')
    const vietnamese = await letterAfter(() => asDelegated('collection', until))
    expect(vietnamese.to).toBe(emailOf('doi-nhap'))
    expect(vietnamese.subject).toMatch(/ ủy quyền cho bạn trên Hiếu Học$/)
    expect(vietnamese.text).toContain(`(${emailOf('doi-duyet')}) ủy quyền trên hệ thống Hiếu Học.`)
    expect(vietnamese.text).toContain('Lĩnh vực: Báo cáo tổng hợp')
    expect(vietnamese.text).toContain(`Đến hết ngày trước ngày: ${shown}`)
    expect(vietnamese.path).toBe('/account')
    await database.pool.query(`update access.account set language = 'en' where email = $1`, [emailOf('doi-nhap')])
    const english = await letterAfter(() => asDelegated('plan', until))
    expect(english.text).toContain('Field of work: The plan')
    expect(english.text).toContain(`First day without it: ${shown}`)
  })

  test('of one that has ended before the letter is written, nothing is told', async () => {
    const until = new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
    const arrival = await letterAfter(() => asDelegated('reports', until))
    expect(arrival.to).toBe(emailOf('doi-nhap'))
    const { rows } = await database.pool.query<{ id: string }>(
      'select id from access.delegation order by seq desc limit 1',
    )
    clock.pass(2 * 24 * 60)
    const prepare = access.operations.find(({ name }) => name === 'access.prepareDelegated')
    if (!prepare) throw new Error('no operation access.prepareDelegated')
    const input = { delegationId: rows[0]?.id }
    expect(await performAny(machine, prepare, operatorCaller('job'), input)).toEqual({ letter: null })
  })
})

describe('a forgotten password', () => {
  function ask(email: string) {
    const client = webClient(app)
    return client
      .open('/password-reset')
      .then((screen) => client.press(screen, 'Gửi liên kết', { 'Thư điện tử': email }))
  }

  test('is set anew by the link, once, and other sessions end', async () => {
    const other = await signedIn('pho-doc')
    const letter = await letterAfter(() => ask(emailOf('pho-doc')))
    expect(letter).toMatchObject({ to: emailOf('pho-doc'), subject: 'Đặt lại mật khẩu Hiếu Học' })
    const client = webClient(app)
    const choose = await client.open(letter.path)
    const short = await client.press(choose, 'Đổi mật khẩu', { 'Mật khẩu mới': 'ngan' })
    expect([short.status, short.text.includes('ít nhất 12 ký tự')]).toEqual([422, true])
    const done = await client.press(short, 'Đổi mật khẩu', { 'Mật khẩu mới': newPassword })
    expect(done.text).toContain('Đã đặt mật khẩu mới.')
    expect((await signIn(client, emailOf('pho-doc'), newPassword)).path).toBe('/work')
    expect((await other.open('/account')).path).toMatch(/^\/sign-in/)
    const again = await webClient(app).press(choose, 'Đổi mật khẩu', { 'Mật khẩu mới': newPassword })
    expect([again.status, again.text.includes('đã hết hạn hoặc đã được dùng')]).toEqual([410, true])
  })

  test('the link works for an hour', async () => {
    const letter = await letterAfter(() => ask(emailOf('pho-nhap')))
    const client = webClient(app)
    const choose = await client.open(letter.path)
    clock.pass(61)
    expect((await client.press(choose, 'Đổi mật khẩu', { 'Mật khẩu mới': newPassword })).status).toBe(410)
  })

  test('an unknown e-mail gets the same words and no letter, and nobody gets more than three an hour', async () => {
    const before = letters.length
    const unknown = await ask('khong-co@nho.example')
    for (let time = 0; time < 3; time += 1) await letterAfter(() => ask(emailOf('pho-duyet')))
    const fourth = await ask(emailOf('pho-duyet'))
    expect(unknown.text).toContain('Nếu có tài khoản với thư này')
    expect(fourth.text).toBe(unknown.text)
    const last = await letterAfter(() => ask(emailOf('doi-doc')))
    expect(last.to).toBe(emailOf('doi-doc'))
    expect(letters.length).toBe(before + 4)
  })
})

test('no link stands readable in the outbox, the job queue or the audit log', async () => {
  const links = letters.flatMap(
    (letter) => /(?:invitations|password-reset)\/([\w-]{43})/.exec(letter.text ?? '')?.[1] ?? [],
  )
  expect(links.length).toBeGreaterThan(5)
  const tables = [
    'platform.outbox',
    'pgboss.job',
    'platform.audit_entry',
    'platform.idempotency_key',
    'access.invitation',
  ]
  for (const table of tables) {
    const { rows } = await database.pool.query(`select t::text as t from ${table} t`)
    const all = rows.map((row) => row.t).join()
    expect(links.filter((link) => all.includes(link))).toEqual([])
  }
})
