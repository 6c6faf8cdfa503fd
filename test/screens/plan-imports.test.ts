/** The review of a document on its screens: uploaded, read beside its lines, decided by buttons, corrected in forms, published. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#app/server.ts'
import type { Caller } from '#platform/authority.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type WebClient, webClient } from '#test/web-client.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'

type App = ReturnType<typeof createApp>
let app: App
let as: (person: HanoiPerson) => WebClient

beforeAll(async () => {
  const database = await testDatabase(hanoi)
  app = createApp(await testMachine(database), async (http): Promise<Caller> => {
    const person = http.req.header('x-person')
    return person ? hanoiCaller(database, person as HanoiPerson) : { via: 'web' }
  })
  as = (person) => webClient(app, { 'x-person': person })
})

const text = `ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI
Số: 290/KH-UBND
Hà Nội, ngày 16 tháng 12 năm 2021
KẾ HOẠCH
Thực hiện Đề án học tập giai đoạn 2021-2030
I. MỤC TIÊU
1. Mục tiêu đến năm 2030
- Phần đầu 65% gia đình được công nhận gia đình học tập.
II. TỔ CHỨC THỰC HIỆN
1. Sở Giáo dục và Đào tạo chủ trì theo dõi Kế hoạch.
2. Các sở, ngành liên quan phối hợp thực hiện.
TM. ỦY BAN NHÂN DÂN
Nguyễn Văn Mẫu
`

async function upload(person: HanoiPerson, content: string, name = 'ke-hoach.txt') {
  const body = new FormData()
  body.append('file', new File([content], name, { type: 'text/plain' }))
  const headers = { 'x-person': person, origin: 'http://localhost' }
  const response = await app.request('/plan/imports', { method: 'POST', body, headers })
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() }
}

let review = ''

describe('uploading', () => {
  test('is for approvers of the city', async () => {
    expect((await as('doc').open('/plan/imports')).status).toBe(403)
    expect((await as('thanh-pho').open('/plan/imports')).text).toContain('Chưa có văn bản nào')
  })

  test('what is no plan is refused at the field', async () => {
    const refused = await upload('thanh-pho', 'Kính gửi quý vị')
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('id="field-file-error"')
    expect(refused.html).toContain('Không thấy tên loại văn bản')
    expect((await upload('thanh-pho', '')).html).toContain('Chọn một tệp')
  })

  test('a plan leads to its review', async () => {
    const sent = await upload('thanh-pho', text)
    expect(sent.status).toBe(303)
    review = sent.to
    const page = await as('thanh-pho').open(review)
    expect(page.text).toContain('Xem lại ke-hoach.txt')
    expect(page.text).toMatch(/còn \d+ điểm cần xem/)
    expect(page.text).toContain('Kế hoạch 290/KH-UBND đang có hiệu lực')
  })

  test('it waits in the work of those who may publish it, and otherwise of who brought it in', async () => {
    const own = await as('thanh-pho').open('/work')
    expect(own.text).toContain('Kế hoạch: chờ người thứ hai công bố')
    expect(own.text).not.toContain('Kế hoạch: chờ bạn xem và công bố')
    const other = await as('quan-tri').open('/work')
    expect(other.text).toContain('Kế hoạch: chờ bạn xem và công bố')
    expect(other.text).toContain('Văn bản nhập để xem lại · Trần Thành Phố')
    expect(other.html).toContain(`href="${review}"`)
    expect((await as('ba-dinh').open('/work')).text).not.toContain('ke-hoach.txt')
  })
})

describe('the review', () => {
  test('lines and pieces lead to each other, faults are marked', async () => {
    const { html } = await as('thanh-pho').open(review)
    expect(html).toMatch(/<li id="l8" value="8">\s*<a class="source-number" href="#piece-/)
    expect(html).toContain('<mark>Phần đầu</mark>')
    expect(html).toContain('href="#l8"')
    expect(html).toContain('Có thể là “Phấn đấu”')
  })

  test('buttons accept and reject, and come back to the piece', async () => {
    const client = as('thanh-pho')
    const page = await client.open(`${review}?filter=duties`)
    const accepted = await client.press(page, 'Nhận Nhiệm vụ II.1')
    expect(accepted.path).toContain('filter=duties')
    expect(accepted.path).toContain('#piece-duty-II-1-1')
    expect(accepted.text).toContain('Đã nhận')
    const rejected = await client.press(accepted, 'Loại Nhiệm vụ II.2')
    expect(rejected.text).toContain('Đã loại')
  })

  test('a target is corrected in a form, and linked', async () => {
    const client = as('thanh-pho')
    const page = await client.open(`${review}?filter=targets`)
    const linked = await client.press(page, 'Gắn chỉ số Chỉ tiêu I.1.1', { 'Chỉ số': 'learning_families_share' })
    expect(linked.text).toContain('Theo dõi bằng: Tỷ lệ gia đình học tập')
    const href = /href="(\/plan\/imports\/[^"]+\/piece\?key=target[^"]+)"/.exec(linked.html)?.[1] ?? ''
    const form = await client.open(href.replaceAll('&amp;', '&'))
    const refused = await client.press(form, 'Lưu', { Năm: 'sang năm' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('id="field-year-error"')
    const screen = await client.press(refused, 'Lưu', { Năm: '2030', 'Tên ngắn': 'Gia đình học tập' })
    expect(screen.text).toContain('Gia đình học tập (chưa dịch)')
    expect(screen.text).toContain('Đã sửa')
  })

  test('what is sure is accepted at once; publishing waits for a second person and all decisions', async () => {
    const client = as('thanh-pho')
    const page = await client.press(await client.open(review), 'Nhận mọi điểm chắc')
    expect(page.text).toMatch(/Đã nhận \d+ điểm/)
    const mine = await client.open(`${review.split('#')[0]}/publish`)
    expect(mine.text).toContain('Một người duyệt khác của thành phố xem lại và công bố')
    const second = as('quan-tri')
    const form = await second.open(`${review}/publish`)
    const refused = await second.press(form, 'Công bố', {
      'Số, ký hiệu của quyết định': '5/QĐ-UBND',
      'Ngày ký': '2026-01-05',
      'Có hiệu lực từ': '2026-01-10',
      'Trích yếu': 'Sửa',
      'Lý do': 'Thử',
    })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('điểm chưa quyết định')
    const gone = await client.press(await client.open(review), 'Bỏ văn bản này')
    expect(gone.text).toContain('Đã bỏ văn bản')
    expect((await client.open(review)).html).not.toContain('Nhận mọi điểm chắc')
  })
})
