/** The screens of reports as people use them, without script: an officer from draft to frozen, then anybody. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Machine } from '#app/engine.ts'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { seedDemoRound } from '#modules/collection'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { type WebClient, webClient } from '#test/web-client.ts'
import { hanoi, hanoiPassword } from '#test/worlds/hanoi.ts'

let app: ReturnType<typeof createApp>
let machine: Machine

beforeAll(async () => {
  const database = await testDatabase(hanoi)
  machine = await testMachine(database, { clock: handClock('2026-11-23T02:00:00Z') })
  const operator = operatorCaller('command')
  await seedDemoRound((operation, input) => perform(machine, operation, operator, input))
  await database.pool.query('analyze')
  app = createApp(machine, createIdentify(machine))
}, 60_000)

async function signedIn(person: string): Promise<WebClient> {
  const client = webClient(app)
  const values = { 'Thư điện tử': `${person}@hanoi.example`, 'Mật khẩu': hanoiPassword }
  await client.press(await client.open('/sign-in'), 'Đăng nhập', values)
  return client
}

describe('before freezing', () => {
  test('the public sees that there is no report yet, and no draft', async () => {
    const list = await webClient(app).open('/reports')
    expect(list.text).toContain('Chưa có báo cáo nào được ban hành')
    expect(list.text).not.toContain('Đang soạn')
    const page = await webClient(app).open('/reports/2026')
    expect([page.status, page.text]).toEqual([404, expect.stringContaining('Báo cáo năm 2026 chưa được ban hành.')])
  })

  test('a commune sees no draft, a reader of the city sees it without the buttons', async () => {
    const commune = await signedIn('ba-dinh')
    expect((await commune.open('/reports/2026')).status).toBe(404)
    const reader = await signedIn('doc')
    expect((await reader.open('/reports')).text).toContain('Xem dự thảo năm 2026')
    const draft = await reader.open('/reports/2026')
    expect(draft.text).toContain('DỰ THẢO')
    expect(draft.text).not.toContain('Chốt báo cáo')
    expect((await reader.open('/reports/2026/freeze')).status).toBe(403)
  })

  test('the style sheet of the document is a style sheet of ours', async () => {
    const sheet = await webClient(app).open('/reports/official.css?draft=1')
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=UTF-8')
    expect(sheet.html).toContain('.official-head')
    expect(sheet.html).toContain('content: "DỰ THẢO"')
    expect((await webClient(app).open('/reports/official.css')).html).not.toContain('DỰ THẢO')
  })
})

describe('an officer of the city', () => {
  const title = 'Chốt báo cáo'
  const values = { 'Số văn bản': '412', 'Họ và tên người ký': 'Nguyễn Thị Mẫu' }

  test('writes, and keeps what was typed when somebody else saved before', async () => {
    const client = await signedIn('thanh-pho')
    const other = await client.open('/reports/2026/narrative')
    const form = await client.open('/reports/2026/narrative')
    const saved = await client.press(form, 'Lưu', { 'IV.1. Kết quả nổi bật (không bắt buộc)': 'Nhiều mô hình mới.' })
    expect(saved.path).toBe('/reports/2026')
    expect(saved.text).toContain('Nhiều mô hình mới.')
    const late = await client.press(other, 'Lưu', { 'IV.1. Kết quả nổi bật (không bắt buộc)': 'Bản khác.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Trần Thành Phố vừa viết lại mục này.')
    expect(late.text).toContain('Bản đang lưu của Trần Thành Phố Nhiều mô hình mới.')
    expect(late.text).toContain('Bản khác.')
    // The form now knows the newer version: whoever has compared may save.
    expect((await client.press(late, 'Lưu')).text).toContain('Bản khác.')
  })

  test('is told what is missing, and what was typed is kept', async () => {
    const client = await signedIn('thanh-pho')
    const form = await client.open('/reports/2026/freeze')
    expect(form.text).toContain('38 đơn vị chưa được duyệt báo cáo')
    expect(form.text).toContain('Phường Ba Đình')
    const refused = await client.press(form, title, values)
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('value="412"')
    expect(refused.html).toContain('href="#field-incompleteIsKnown"')
    const unnamed = await client.press(form, title, { 'Số văn bản': '412' })
    expect(unnamed.status).toBe(422)
  })

  test('freezes; the report is public, with files and a check', async () => {
    const client = await signedIn('thanh-pho')
    const known = { 'Tôi biết báo cáo còn thiếu những phần trên và vẫn chốt': true } as const
    const done = await client.press(await client.open('/reports/2026/freeze'), title, { ...values, ...known })
    expect([done.status, done.path]).toEqual([200, '/reports/2026'])
    const visitor = webClient(app)
    const page = await visitor.open('/reports/2026')
    expect(page.text).toContain('412/BC-UBND')
    expect(page.text).toContain('Nguyễn Thị Mẫu')
    expect(page.text).toContain('Số liệu mẫu')
    expect(page.text).not.toContain('DỰ THẢO')
    expect((await visitor.open('/reports')).text).toContain('412/BC-UBND')
    expect((await visitor.open('/reports/2026/verify')).text).toContain('Nguyên vẹn')
    for (const format of ['docx', 'pdf', 'xlsx', 'html']) {
      const file = await visitor.open(`/reports/2026/files/${format}`)
      expect(file.headers.get('content-disposition')).toBe(`attachment; filename="bao-cao-2026.${format}"`)
    }
    expect((await visitor.open('/reports/2026/files/odt')).status).toBe(404)
  })

  test('a file comes by the API as it is, whole or a part of it, under its own name', async () => {
    const ask = (range: object = {}) =>
      app.request('http://localhost/api/v1/reports/download?year=2026&format=html', { headers: { ...range } })
    const whole = await ask()
    expect(whole.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''bao-cao-2026.html")
    expect(whole.headers.get('content-security-policy')).toContain('sandbox')
    const html = await whole.text()
    expect(html).toContain('<!doctype html>')
    const part = await ask({ range: 'bytes=0-14' })
    expect([part.status, await part.text()]).toEqual([206, html.slice(0, 15)])
    const draft = await app.request('http://localhost/api/v1/reports/downloadDraft?year=2026&format=html')
    expect(draft.status).toBe(401)
  })
})
