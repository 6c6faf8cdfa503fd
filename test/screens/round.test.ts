/** The screens of the round, asked for as people ask for them: by address and posted form, without script. */
import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#app/server.ts'
import { seedDemoRound } from '#modules/collection'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'

type App = ReturnType<typeof createApp>
let app: App

beforeAll(async () => {
  const database = await testDatabase(hanoi)
  const machine = await testMachine(database, { clock: handClock('2026-11-23T02:00:00Z') })
  await seedDemoRound((operation, input) => perform(machine, operation, operatorCaller('command'), input))
  app = createApp(machine, async (http): Promise<Caller> => {
    const person = http.req.header('x-person')
    return person ? hanoiCaller(database, person as HanoiPerson) : { via: 'web' }
  })
})

async function get(person: HanoiPerson | undefined, path: string) {
  const response = await app.request(path, { headers: person ? { 'x-person': person } : {} })
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}

/** Posts a form; arrays of fields come in as they would from the page. */
async function post(person: HanoiPerson, path: string, fields: Record<string, string | Blob>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const headers = { 'x-person': person, origin: 'http://localhost' }
  const response = await app.request(path, { method: 'POST', body, headers })
  const header = (name: string) => response.headers.get(name)
  return {
    status: response.status,
    location: header('location'),
    retryAfter: header('retry-after'),
    text: await response.text(),
  }
}

/** The text of the page as it is read: no tags, single spaces. */
function read(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}

/** What the bar at the foot of a form says. */
function barOf(html: string): string | undefined {
  return /<span id="grid-note">([^<]*)</.exec(html)?.[1]
}

const baDinh = '/rounds/2026/units/00004'

describe('my work', () => {
  test('an officer of a ward sees the form, its date and that it is sample data', async () => {
    const { status, text } = await get('ba-dinh', '/work')
    expect(status).toBe(200)
    expect(read(text)).toContain('Phường Ba Đình Báo cáo năm 2026 Đang nhập Số liệu mẫu 30/11/2026 còn 7 ngày')
  })

  test('the city sees what waits for approval, nobody else does', async () => {
    expect(read((await get('thanh-pho', '/work')).text)).toContain('Chờ bạn duyệt')
    expect(read((await get('ba-dinh', '/work')).text)).not.toContain('Chờ bạn duyệt')
  })

  test('without an account one is asked to sign in and comes back', async () => {
    expect(await get(undefined, '/work')).toMatchObject({ status: 303, location: '/sign-in?back=%2Fwork' })
  })
})

describe('the control room', () => {
  test('shows where units stand, whom to call and the totals, all of it labelled', async () => {
    const page = read((await get('doc', '/rounds/2026')).text)
    expect(page).toContain('Phòng điều hành')
    expect(page).toContain('Quá hạn 2 ngày')
    expect(page).toContain('Công dân học tập được công nhận')
    expect(page).toContain('80,2%')
    expect(page).toContain('Số liệu mẫu')
  })

  test('filters by an address one can share, and exports what it shows', async () => {
    const page = (await get('doc', '/rounds/2026?query=hoan+kiem')).text
    expect(page).toContain('href="/rounds/2026/units/00070"')
    expect(page).not.toContain('href="/rounds/2026/units/00025"')
    const csv = await get('doc', '/rounds/2026/standings/csv?query=hoan+kiem')
    expect(csv.text.split('\r\n').slice(1)).toEqual(['00070,Phường Hoàn Kiếm,Chưa bắt đầu,2026-11-30,,0,có', ''])
    expect((await get('doc', '/rounds/2026/standings/pdf')).status).toBe(404)
  })

  test('an empty filter says what to do', async () => {
    expect(read((await get('doc', '/rounds/2026?query=khongco')).text)).toContain('Không đơn vị nào khớp bộ lọc')
  })

  test('is linked from the rounds for whom it lets in, and only named for others', async () => {
    expect((await get('doc', '/rounds')).text).toContain('<a href="/rounds/2026">Báo cáo năm 2026</a>')
    const ward = await get('ba-dinh', '/rounds')
    expect(read(ward.text)).toContain('Báo cáo năm 2026')
    expect(ward.text).not.toContain('href="/rounds/')
  })

  test('is closed to officers of a ward', async () => {
    expect((await get('ba-dinh', '/rounds/2026')).status).toBe(403)
  })

  test('only administrators are offered to close the round', async () => {
    expect((await get('quan-tri', '/rounds/2026')).text).toContain('id="edit"')
    expect((await get('thanh-pho', '/rounds/2026')).text).not.toContain('id="edit"')
  })

  test('a reminder is confirmed, a second one the same day refused in words', async () => {
    const path = '/rounds/2026/units/00070/remind'
    expect(await post('thanh-pho', path, {})).toMatchObject({ status: 303, location: '/rounds/2026' })
    const again = await post('thanh-pho', path, {})
    expect(again.status).toBe(429)
    expect(Number(again.retryAfter)).toBeGreaterThan(5)
    expect(Number(again.retryAfter)).toBeLessThanOrEqual(86_400)
    expect(read(again.text)).toContain('Hôm nay đã nhắc đơn vị này rồi.')
  })
})

describe('the form', () => {
  test('opens at the first section with something to fill, last year beside it', async () => {
    const { text } = await get('ba-dinh', baDinh)
    expect(text).toContain('name="cells.money_mobilised"')
    expect(read(text)).toMatch(/Kinh phí 2\/6/)
    expect(read(text)).toMatch(/Năm 2025 Năm 2026 Kiểm tra/)
    expect(read(text)).toContain('4 ô chưa nhập.')
    expect(text).toContain('data-island="submission-grid"')
  })

  test('a ward of one’s own only', async () => {
    expect((await get('hoan-kiem', baDinh)).status).toBe(403)
    expect((await get('ba-dinh', '/rounds/2026/units/99999')).status).toBe(404)
    expect((await get('ba-dinh', '/rounds/2030/units/00004')).status).toBe(404)
  })

  test('a reader sees figures but no way to change or judge them', async () => {
    const { text } = await get('doc', baDinh)
    expect(text).toContain('readonly')
    expect(text).not.toContain('name="_do"')
    expect(text).not.toContain('id="review"')
  })

  test('an incomplete form does not go: what was typed is saved, each problem leads to its cell', async () => {
    const fields = { 'cells.money_mobilised': '1,5', 'version.money_mobilised': '0', contentVersion: '0', _do: 'send' }
    const { status, text } = await post('ba-dinh', `${baDinh}?section=money`, fields)
    expect(status).toBe(422)
    expect(read(text)).toContain('“1,5” được đọc là 1,5, mà ở đây cần số nguyên')
    expect(text).toContain(`href="${baDinh}?section=money#field-cells.money_mobilised"`)
    expect((await get('ba-dinh', `${baDinh}?section=money`)).text).toContain('value="1,5"')
  })

  test('saving leads on, but not out of a section with something to correct', async () => {
    const saveMoney = { 'cells.money_mobilised': '1,5', 'version.money_mobilised': '1', _do: 'check', _key: 'k8' }
    expect((await post('ba-dinh', `${baDinh}?section=money`, saveMoney)).location).toBe(
      `${baDinh}?section=money#field-cells.money_mobilised`,
    )
    const saveLearners = {
      'cells.learners.sex:female': '',
      'version.learners.sex:female': '1',
      _do: 'next:models',
      _key: 'k9',
    }
    expect((await post('ba-dinh', `${baDinh}?section=centres`, saveLearners)).location).toBe(
      `${baDinh}?section=models#section`,
    )
  })

  test('a part stands under its total, by its words, and is not asked for', async () => {
    const { text } = await get('ba-dinh', `${baDinh}?section=centres`)
    expect(text).toContain('name="cells.learners.disability:yes"')
    expect(read(text)).toContain('trong đó: có khuyết tật Người học, trong đó: có khuyết tật')
    expect(read(text)).toContain('Trung tâm học tập cộng đồng 9/9')
  })

  test('somebody else’s change comes back beside what was typed', async () => {
    const save = { 'cells.events_held': '33', 'version.events_held': '1', _key: 'k2' }
    expect((await post('ba-dinh-2', `${baDinh}?section=events`, save)).status).toBe(303)
    const late = await post('ba-dinh', `${baDinh}?section=events`, { ...save, 'cells.events_held': '44', _key: 'k3' })
    expect(late.status).toBe(409)
    expect(read(late.text)).toContain('Lý Văn Ba Đình vừa sửa ô này thành “33”')
    expect(late.text).toContain('value="44"')
    // Saving what is on the screen again is the decision to replace it.
    const version = /name="version.events_held" value="(\d+)"/.exec(late.text)?.[1] ?? ''
    const again = { 'cells.events_held': '44', 'version.events_held': version, _key: 'k4' }
    expect((await post('ba-dinh', `${baDinh}?section=events`, again)).status).toBe(303)
  })

  test('a note has room for lines, and is as long as it was typed however a form ends its lines', async () => {
    const page = () => get('ba-dinh', `${baDinh}?section=events`)
    const { text } = await page()
    const version = /name="version.events_held" value="(\d+)"/.exec(text)?.[1] ?? ''
    expect(text).toMatch(/<textarea[^>]*name="note.events_held"/)
    const entry = `Theo sổ\n${'a'.repeat(1990)}\nhết`.slice(0, 2000)
    const note = entry.replaceAll('\n', '\r\n')
    const cells = { 'cells.events_held': '44', 'version.events_held': version, 'note.events_held': note, _key: 'k4n' }
    expect((await post('ba-dinh', `${baDinh}?section=events`, cells)).status).toBe(303)
    expect((await page()).text).toContain(`>${entry}</textarea>`)
    const next = { ...cells, 'version.events_held': String(Number(version) + 1), 'note.events_held': '', _key: 'k4o' }
    expect((await post('ba-dinh', `${baDinh}?section=events`, next)).status).toBe(303)
  })

  test('in English numbers are written and read the English way', async () => {
    const response = await app.request(`${baDinh}?section=models`, {
      headers: { 'x-person': 'ba-dinh', cookie: 'hieuhoc_language=en' },
    })
    const text = await response.text()
    expect(read(text)).toContain('Report of 2026')
    expect(text).toMatch(/name="cells.citizens_18_plus"[^>]*value="\d\d,\d{3}"/)
  })

  test('filled and sent, judged by the city, and the total moves', async () => {
    const cells = ['money_mobilised', 'money_mobilised_spent', 'study_fund_raised', 'study_fund_balance']
    const fields = Object.fromEntries(
      cells.flatMap((measure) => [
        [`cells.${measure}`, '200.000.000'],
        [`version.${measure}`, measure === 'money_mobilised' ? '1' : '0'],
      ]),
    )
    const contentVersion = /name="contentVersion" value="(\d+)"/.exec((await get('ba-dinh', baDinh)).text)?.[1] ?? ''
    const again = { ...fields, contentVersion, _do: 'send', _key: 'k5' }
    // The same form posted again, as by an impatient hand, is done once.
    for (const _ of ['sent', 'again'])
      expect(await post('ba-dinh', `${baDinh}?section=money`, again)).toMatchObject({ status: 303, location: '/work' })

    const wrong = await post('thanh-pho', `${baDinh}/return`, {
      version: '1',
      reason: '',
      dueOn: '2026-11-20',
      _key: 'k6',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('id="field-reason-error"')
    const before = read((await get('doc', '/rounds/2026')).text)
    expect(await post('thanh-pho', `${baDinh}/approve`, { version: '1', _key: 'k7' })).toMatchObject({
      location: '/rounds/2026',
    })
    const after = read((await get('doc', '/rounds/2026')).text)
    expect(before).toContain('80,2%')
    expect(after).toContain('81%')
    expect(read((await get('ba-dinh', baDinh)).text)).toContain('số liệu đã được tính vào tổng của thành phố')
  })
})

describe('files', () => {
  test('the Excel form goes down and comes up; another file is refused at its field', async () => {
    const response = await app.request('/rounds/2026/units/00070/excel', { headers: { 'x-person': 'hoan-kiem' } })
    const file = await response.blob()
    const path = '/rounds/2026/units/00070/excel'
    expect(await post('hoan-kiem', path, { file: new File([file], 'bieu.xlsx') })).toMatchObject({ status: 303 })
    const foreign = await post('ba-dinh', `${baDinh}/excel`, { file: new File([file], 'bieu.xlsx') })
    expect(foreign.status).toBe(409)
    const text = await post('hoan-kiem', path, { file: new File(['chữ'], 'bieu.xlsx') })
    expect(text.status).toBe(415)
    expect(text.text).toContain('id="field-file-error"')
    expect(read((await post('hoan-kiem', path, {})).text)).toContain('Chọn tệp Excel để tải lên.')
  })

  test('what a file did not bring in is said beside what stands, and nothing of being ready alone', async () => {
    const again = { version: '1', reason: 'Xem lại', dueOn: '2026-12-10', _key: 'k8' }
    expect((await post('thanh-pho', `${baDinh}/reopen`, again)).status).toBe(303)
    const ready = 'Đã đủ, có thể gửi.'
    expect(barOf((await get('ba-dinh', baDinh)).text)).toBe(ready)
    const file = await app.request(`${baDinh}/excel`, { headers: { 'x-person': 'ba-dinh' } })
    const book = new exceljs.Workbook()
    await book.xlsx.load(await file.arrayBuffer())
    book.worksheets[0]?.getRow(6).eachCell((cell) => {
      if (typeof cell.value === 'number') cell.value = 'chưa rõ'
    })
    const wrong = new File([await book.xlsx.writeBuffer()], 'bieu.xlsx')
    const refused = await post('ba-dinh', `${baDinh}/excel`, { file: wrong })
    expect(refused.status).toBe(422)
    const stands = 'Số đang lưu trên hệ thống đã đủ; gửi bây giờ là gửi số đó.'
    expect(barOf(refused.text)).toBe(`1 chỗ trong tệp Excel chưa được lưu. ${stands}`)
    // The browser says the same, from what it is given.
    expect(refused.text).toContain('&quot;uploadLeft&quot;:&quot;1 chỗ trong tệp Excel chưa được lưu.&quot;')
    const foreign = await post('ba-dinh', `${baDinh}/excel`, { file: new File(['chữ'], 'bieu.xlsx') })
    expect(barOf(foreign.text)).toBe(`Không số nào trong tệp Excel được lưu. ${stands}`)
  })
})

describe('an agency', () => {
  test('reports duty by duty, and comes back with what was typed when something is wrong', async () => {
    const { text } = await get('sgddt', '/rounds/2026/units/SGDDT')
    const href = /href="(\/rounds\/2026\/units\/SGDDT\/duties\/[^"]+)"/.exec(text)?.[1] ?? ''
    expect(read(text)).toContain('Nhiệm vụ được giao 8/13')
    const wrong = await post('sgddt', href, { state: 'done', percent: '140', result: 'Đã ban hành', version: '1' })
    expect(wrong.status).toBe(422)
    expect(read(wrong.text)).toContain('Tiến độ phải từ 0 đến 100%.')
    expect(wrong.text).toContain('value="140"')
    const right = await post('sgddt', href, { state: 'done', percent: '100', result: 'Đã ban hành', version: '1' })
    expect(right).toMatchObject({ status: 303, location: '/rounds/2026/units/SGDDT?section=duties' })
  })
})
