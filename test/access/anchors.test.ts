/** Anchors of the audit log: made once a day is over, published, sent to auditors who wish it, written beside backups, and held against. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp, jobs } from '#app/server.ts'
import { auditHead, grantRole, verifyAudit } from '#modules/access'
import { sealWaiting } from '#platform/audit/sealing.ts'
import { operatorCaller } from '#platform/authority.ts'
import { startWorker } from '#platform/jobs/index.ts'
import type { Letter } from '#platform/mail/index.ts'
import { perform } from '#platform/perform.ts'
import { openTerminal } from '../commands/run.ts'
import { testDatabase } from '../database.ts'
import { handClock, testMachine } from '../machine.ts'
import { type WebClient, webClient } from '../web-client.ts'
import { callerOf, emailOf, type SmallCityPerson, smallCity, smallCityPassword } from '../worlds/small-city.ts'

vi.setConfig({ testTimeout: 90_000 })

const clock = handClock('2026-11-02T02:00:00Z')
const database = await testDatabase(smallCity)
const machine = await testMachine(database, { clock })
const app = createApp(machine, createIdentify(machine))
const operator = operatorCaller('command')
const settings: Record<string, string> = {
  HIEUHOC_DEMO: '0',
  DATABASE_URL: String(database.pool.options.connectionString),
}
const terminal = openTerminal(settings)

const act = (year: number) =>
  perform(machine, grantRole, operator, {
    ...{ email: emailOf('khach'), unit: '103', role: 'reader' },
    ...{ from: `${year}-01-01`, until: `${year + 1}-01-01` },
  })

async function published(): Promise<Record<string, unknown>[]> {
  const answer = await app.request('/audit/anchors?format=json')
  return ((await answer.json()) as { rows: Record<string, unknown>[] }).rows
}

async function signedIn(person: SmallCityPerson): Promise<WebClient> {
  const client = webClient(app)
  const typed = { 'Thư điện tử': emailOf(person), 'Mật khẩu': smallCityPassword }
  await client.press(await client.open('/sign-in'), 'Đăng nhập', typed)
  return client
}

test('the head of a day is its anchor from the first seal after midnight in the city, also when nothing was written since', async () => {
  await act(2030)
  await sealWaiting(machine)
  // Seven minutes before midnight in Hà Nội.
  clock.set('2026-11-02T16:53:00Z')
  await act(2031)
  await sealWaiting(machine)
  expect(await published()).toEqual([])
  clock.set('2026-11-02T17:00:01Z')
  await sealWaiting(machine)
  const { rows } = await database.pool.query(
    'select seq, place as entries, batch, batch_hash as hash from platform.audit_head',
  )
  const [head] = rows
  expect(await published()).toEqual([{ day: '2026-11-02', ...head }])
  // The next day with writes, two days later; the day between has no head of its own.
  clock.set('2026-11-04T02:00:00Z')
  await act(2032)
  await sealWaiting(machine)
  clock.set('2026-11-05T02:00:00Z')
  await act(2033)
  await sealWaiting(machine)
  expect((await published()).map(({ day }) => day)).toEqual(['2026-11-04', '2026-11-02'])
})

test('a clock set back makes no second anchor of a day', async () => {
  clock.set('2026-11-03T02:00:00Z')
  await act(2034)
  await sealWaiting(machine)
  clock.set('2026-11-06T02:00:00Z')
  await sealWaiting(machine)
  expect((await published()).map(({ day }) => day)).toEqual(['2026-11-05', '2026-11-04', '2026-11-02'])
  const report = await perform(machine, verifyAudit, operator, {})
  expect(report).toMatchObject({ ok: true, waiting: 0 })
})

test('anybody reads them, in both languages', async () => {
  const vietnamese = await (await app.request('/audit/anchors')).text()
  expect(vietnamese).toContain('Mốc niêm phong nhật ký')
  expect(vietnamese).toContain('04/11/2026')
  const english = await (await app.request('/audit/anchors', { headers: { cookie: 'language=en' } })).text()
  expect(vietnamese.match(/[0-9a-f]{64}/g)?.length).toBe(3)
  expect(english).toMatch(/Anchors of the audit log|Mốc niêm phong/)
})

test('an auditor who wishes it is sent each; who is none is not asked', async () => {
  const letters: Letter[] = []
  const mailer = { send: async (letter: Letter) => void letters.push(letter), close: () => undefined }
  const auditor = await signedIn('pho-kiem-toan')
  const page = await auditor.open('/account')
  expect(page.text).toContain('Thư về mốc niêm phong')
  const chosen = await auditor.press(page, 'Lưu lựa chọn', { 'Gửi cho tôi mốc niêm phong mỗi ngày': true })
  expect(chosen.text).toContain('Đã lưu lựa chọn.')
  expect((await auditor.open('/account')).html).toMatch(/name="isWished"[^>]*checked/)
  const reader = await signedIn('pho-doc')
  expect((await reader.open('/account')).text).not.toContain('Thư về mốc niêm phong')
  await sealWaiting(machine)
  clock.set('2026-11-07T02:00:00Z')
  await sealWaiting(machine)
  const worker = await startWorker(machine, mailer, jobs)
  worker.wake()
  const ofDay = () => letters.filter(({ subject }) => subject.includes('06/11/2026'))
  await vi.waitFor(() => expect(ofDay()).not.toEqual([]), { timeout: 30_000 })
  await worker.stop()
  const [anchor] = await published()
  const sent = ofDay()
  expect(sent.map(({ to }) => to)).toEqual([emailOf('pho-kiem-toan')])
  expect(sent[0]?.text).toContain(JSON.stringify(anchor))
})

test('beside a backup lie the anchors, which the log is held against later, as the page’s own file is', async () => {
  const file = join(terminal.folder, 'night.backup')
  await terminal.json('backup', file)
  const lines = (await readFile(`${file}.anchors`, 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(5)
  const page = join(terminal.folder, 'page.json')
  await writeFile(page, await (await app.request('/audit/anchors?format=json')).text())
  const verify = (against: string) => terminal.json('audit', 'verify', '--against', against)
  expect(await verify(`${file}.anchors`)).toMatchObject({ ok: true, anchors: { agreeing: 5, differing: [] } })
  expect(await verify(page)).toMatchObject({ ok: true, anchors: { agreeing: 4, differing: [] } })
})

test('a log that was written anew, whole in itself, is told by its anchors', async () => {
  const file = join(terminal.folder, 'night.backup.anchors')
  const tables = ['audit_entry', 'audit_link', 'audit_batch', 'audit_head'].map((name) => `platform.${name}`)
  const to = (state: string) => tables.map((name) => `alter table ${name} ${state} trigger user;`).join('')
  // As somebody would who owns the database and knows the program: one entry changed, and everything linked again.
  await database.pool.query(`${to('disable')}
    update platform.audit_entry set actor = 'nobody' where seq = 7;
    truncate platform.audit_link, platform.audit_batch;
    insert into platform.audit_waiting select seq, '{}' from platform.audit_entry on conflict do nothing;
    update platform.audit_head set seq = 0, hash = repeat('0', 64), place = 0, batch = 0, batch_hash = repeat('0', 64), sealed_on = null;
    ${to('enable')}`)
  await sealWaiting(machine, 7)
  expect(await perform(machine, verifyAudit, operator, {})).toMatchObject({ ok: true, changed: 0, missing: 0 })
  const { code, stdout } = await terminal.run(['audit', 'verify', '--against', file, '--json'])
  expect(code).toBe(1)
  const { ok, anchors } = JSON.parse(stdout) as {
    ok: boolean
    anchors: { agreeing: number; differing: { why: string }[] }
  }
  expect(ok).toBe(false)
  expect(anchors.agreeing).toBe(0)
  expect(anchors.differing.map(({ why }) => why)).toEqual(Array.from({ length: 5 }, () => 'differs'))
})

test('a file that holds none is refused in words, with its line', async () => {
  const file = join(terminal.folder, 'bad.anchors')
  const [first] = await published()
  await writeFile(file, `${JSON.stringify(first)}\n{"day":"2026-11-02"}\n`)
  const { code, stderr } = await terminal.run(['audit', 'verify', '--against', file])
  expect(code).toBe(1)
  expect(stderr).toContain('dòng 2 không đọc được')
  expect((await terminal.run(['audit', 'verify', '--against', 'gone'])).stderr).toContain('Không đọc được tệp gone')
})

test('an auditor may ask for the head as of now, others may not', async () => {
  const { head } = await perform(machine, auditHead, await callerOf(database, 'pho-kiem-toan'), {})
  expect(head).toMatchObject({ batch: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  await expect(perform(machine, auditHead, await callerOf(database, 'pho-doc'), {})).rejects.toMatchObject({
    status: 403,
  })
})
