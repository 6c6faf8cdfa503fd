/** The screens of reorganisations without script: drafted by one administrator, approved by another, seen by everybody. */
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '#app/server.ts'
import { grantRole } from '#modules/access'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { type Screen, type WebClient, webClient } from '#test/web-client.ts'
import { callerOf, type SmallCityPerson, smallCity } from '#test/worlds/small-city.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

let app: ReturnType<typeof createApp>
const drafter = () => webClient(app, { 'x-person': 'pho-quan-tri' })
const approver = () => webClient(app, { 'x-person': 'so-nhap' })
const nobody = () => webClient(app)

beforeAll(async () => {
  const database = await testDatabase(smallCity)
  const machine = await testMachine(database, { clock: handClock() })
  const second = { email: 'so-nhap@nho.example', unit: '01', role: 'administrator', from: '2026-01-01' }
  await perform(machine, grantRole, operatorCaller('command'), second)
  app = createApp(machine, async (http): Promise<Caller> => {
    const person = http.req.header('x-person')
    if (!person) return { via: 'web' }
    const caller = await callerOf(database, person as SmallCityPerson)
    const isAdministrator = person === 'pho-quan-tri' || person === 'so-nhap'
    return caller.account && isAdministrator
      ? { ...caller, account: { ...caller.account, roles: ['administrator'] } }
      : caller
  })
})

/** Begins a draft as the first administrator. */
async function begun(client: WebClient, title: string): Promise<Screen> {
  const empty = await client.open('/reorganisations/drafts/new')
  return client.press(empty, 'Bắt đầu soạn', {
    'Ngày hiệu lực': '2027-01-01',
    Tên: title,
    'Quyết định': 'Nghị quyết 7',
  })
}

const add = (client: WebClient, draft: Screen, change: string, values: Record<string, string>) =>
  client.open(`${draft.path}/acts?act=${change}`).then((form) => client.press(form, 'Thêm vào phương án', values))

test('a draft goes from its first change to its approval, and everybody sees the decision', async () => {
  const client = drafter()
  let draft = await begun(client, 'Nhập Sông và Chợ')
  expect(draft.text).toContain('Đã lập phương án')
  expect(draft.text).toContain('Chưa có thay đổi nào.')

  const mistaken = await add(client, draft, 'nhap', {
    'Đơn vị cũ': 'song\nkhong co',
    'Mã mới (không bắt buộc)': '201',
    'Tên viết đủ (không bắt buộc)': 'Xã Mới',
  })
  expect(mistaken.status).toBe(422)
  expect(mistaken.text).toContain('không có đơn vị nào có mã hoặc tên “khong co”')
  expect(mistaken.html).toContain('id="field-rows.0.from-error"')
  const mended = await client.press(mistaken, 'Thêm vào phương án', { 'Đơn vị cũ': 'song\nPhường Chợ' })
  expect(mended.text).toContain('Đã thêm vào phương án.')
  expect(mended.text).toContain('Nhập Phường Sông (101), Phường Chợ (103) vào Xã Mới (201), mới')
  expect(mended.text).toContain('Quyền chuyển đi 5')

  draft = await client.open(draft.path)
  const changes = await client.open(`${draft.path}/changes`)
  expect(changes.text).toContain('Xem trước: chưa có gì được ghi.')
  expect(changes.text).toContain('Đặng Sông Nhập')

  const waiting = await client.press(draft, 'Trình duyệt')
  expect(waiting.text).toContain('cần một quản trị viên thứ hai')
  expect(waiting.html).not.toContain(`${draft.path}/step/approve`)

  const other = approver()
  const returned = await other.press(await other.open(draft.path), 'Trả lại', { 'Lý do': '' })
  expect(returned.status).toBe(422)
  expect(returned.html).toContain('id="field-reason-error"')
  const approved = await other.press(await other.open(draft.path), 'Duyệt')
  expect(approved.text).toContain('Đã duyệt. Có hiệu lực từ 01/01/2027.')
  expect(approved.html).toContain('href="/units?on=2027-01-01"')

  const list = await nobody().open('/reorganisations')
  expect(list.text).toContain('Nhập Sông và Chợ')
  const id = draft.path.split('/').at(-1) ?? ''
  const decision = await nobody().open(`/reorganisations/${id}`)
  expect(decision.text).toContain('Xã Mới')
  expect(decision.text).not.toContain('Đặng Sông Nhập')

  const withdrawn = await other.press(await other.open(draft.path), 'Rút lại', { 'Lý do': 'Hoãn một năm' })
  expect(withdrawn.text).toContain('Được rút lại: Hoãn một năm')
  expect((await nobody().open(`/reorganisations/${id}`)).status).toBe(404)
})

test('a proposal that does not fit says so beside its change, and is not sent', async () => {
  const client = drafter()
  const draft = await begun(client, 'Kết thúc Chợ')
  const added = await add(client, draft, 'ket_thuc', { 'Đơn vị': '103' })
  expect(added.text).toContain('Kết thúc Phường Chợ (103) Phường Chợ kết thúc mà địa bàn không giao cho đơn vị nào')
  const refused = await client.press(added, 'Trình duyệt')
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('địa bàn không giao cho đơn vị nào')
  const removed = await client.press(added, `Bỏ : Kết thúc Phường Chợ (103)`)
  expect(removed.text).toContain('Đã bỏ thay đổi thứ 1.')
})

test('a unit is split into parts, as many as are asked for', async () => {
  const client = drafter()
  const draft = await begun(client, 'Tách Chợ')
  const two = await client.open(`${draft.path}/acts?act=tach`)
  // A browser says which of two buttons was pressed.
  const asMore = {
    ...two,
    html: two.html.replace('name="act"', 'name="_do" value="more"/><input type="hidden" name="act"'),
  }
  const three = await client.press(asMore, 'Thêm một phần', { 'Đơn vị cũ': 'cho' })
  expect(three.text).toContain('Phần 3')
  expect(three.html).toContain('value="cho"')
  const alone = await client.press(three, 'Thêm vào phương án')
  expect(alone.status).toBe(422)
  expect(alone.text).toContain('Còn thiếu đơn vị nhận')
})

test('two who edit one draft: the later is told, and what was typed stays', async () => {
  const [mine, yours] = [drafter(), approver()]
  const draft = await begun(mine, 'Cùng sửa')
  const [one, other] = [await mine.open(draft.path), await yours.open(draft.path)]
  await yours.press(other, 'Lưu', { Tên: 'Của người kia' })
  const late = await mine.press(one, 'Lưu', { Tên: 'Của tôi' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Tên: khi bạn mở trang là “Cùng sửa”, nay là “Của người kia”.')
  expect(late.html).toContain('value="Của tôi"')
})

describe('a file', () => {
  const send = (path: string, file: File) => {
    const body = new FormData()
    body.append('file', file)
    body.append('version', '1')
    return app.request(path, {
      method: 'POST',
      body,
      headers: { 'x-person': 'pho-quan-tri', origin: 'http://localhost' },
    })
  }

  test('is told about row by row, mended in place and taken', async () => {
    const client = drafter()
    const draft = await begun(client, 'Từ tệp')
    const path = `${draft.path}/file`
    const wrong = await send(path, new File(['hanh_dong,ma,ten\nket_thuc,777,\n\ndoi_ten,101,Suối\n'], 'a.csv'))
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('không có đơn vị nào có mã hoặc tên “777”')
    const screen = { status: 422, path, html, text: '', headers: wrong.headers }
    const taken = await client.press(screen, 'Gửi lại', {
      'Sửa ngay tại đây': 'hanh_dong,ma,ten\n\ndoi_ten,101,Suối\n',
    })
    expect(taken.text).toContain('Đã nhận 1 thay đổi từ tệp.')
    expect(taken.text).toContain('Đổi tên Phường Sông (101) thành “Suối”')
  })

  test('of another kind is refused at its field', async () => {
    const draft = await begun(drafter(), 'Tệp lạ')
    const refused = await send(`${draft.path}/file`, new File([Uint8Array.of(0x50, 0x68, 0xfd, 0xf5)], 'a.csv'))
    expect(refused.status).toBe(415)
    expect(await refused.text()).toContain('id="field-file-error"')
  })

  test('the template is a file of our own headings', async () => {
    const csv = await nobody().open('/reorganisations/template/csv')
    expect(csv.html).toMatch(/^\uFEFF?hanh_dong,ma,ten,loai,cap,truc_thuoc,tu,den,/)
    expect((await nobody().open('/reorganisations/template/pdf')).status).toBe(404)
  })
})

test('drafts are closed to who follows nothing at the city, and open to the auditor without forms', async () => {
  expect((await webClient(app, { 'x-person': 'song-quan-tri' }).open('/reorganisations/drafts')).status).toBe(403)
  const auditor = await webClient(app, { 'x-person': 'pho-kiem-toan' }).open('/reorganisations/drafts')
  expect(auditor.status).toBe(200)
  expect(auditor.text).not.toContain('Soạn phương án')
})
