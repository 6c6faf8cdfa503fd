/** The public pages as readers meet them: every address in both languages, the numbers on them, the ways from one to the next. */
import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { newId } from '#kernel/id.ts'
import type { Database } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'
import { hanoi, hanoiPassword } from '#test/worlds/hanoi.ts'

let app: Hono
let database: Database

beforeAll(async () => {
  database = await testDatabase(hanoi)
  const machine = await testMachine(database)
  app = createApp(machine, createIdentify(machine))
  await addFigures()
})

/** Ba Đình and Hoàn Kiếm have reported 2026; Ba Đình's figure was corrected once. */
async function addFigures(): Promise<void> {
  const put = async (unit: string, subject: string, amount: number, replaces?: string) => {
    const id = newId()
    await database.pool.query(
      `insert into indicators.value (unit_id, id, subject, year, period, as_of, amount, status, confidence, source_id, is_sample,
         replaces, reason, recorded_at)
       select unit.id, $2, $3, 2026, '2026', '2026-10-31', $4, 'confirmed', 'high', 'submission', true, $5,
         case when $5::uuid is not null then 'đếm trùng' end, now()
       from organisation.published_unit unit
       where unit.code = $1 and unit.valid_from <= '2026-10-31' and unit.valid_to > '2026-10-31'`,
      [unit, id, subject, amount, replaces ?? null],
    )
    return id
  }
  await put('00004', 'citizens_18_plus', 1000)
  await put('00004', 'learning_citizens_recognised', 640, await put('00004', 'learning_citizens_recognised', 700))
  await put('00070', 'citizens_18_plus', 3000)
  await put('00070', 'learning_citizens_recognised', 1500)
}

const pages = [
  '/',
  '/indicators',
  '/indicators/learning_citizens_share',
  '/indicators/learning_citizens_share?year=2024',
  '/indicators/learning_citizens_share?unit=00004',
  '/indicators/learning_citizens_share?unit=00004&tree=then',
  '/indicators/learning_citizens_share?tree=2024-12-31',
  '/indicators/learning_families_share?unit=007&on=2023-12-31',
  '/indicators/districts_lower_secondary_level3_share',
  '/indicators/learning_city_recognised',
  '/units',
  '/units/01',
  '/units/00004',
  '/units/00004?tree=then',
  '/units/007?on=2024-06-30',
  '/compare',
  '/audit/anchors',
  '/compare?indicator=learning_citizens_share&units=00004,00070,01',
  '/units/SGDDT',
  '/plan',
  '/plan/duties',
  '/plan/duties?role=lead&task=III.4',
  '/plan/agencies',
  '/plan/agencies/SGDDT',
  '/plan/component-plans/PL.1',
  '/plan/document',
  '/search',
  '/search?q=ba+dinh',
  '/data',
  '/data/dictionary',
  '/method',
  '/style',
  '/api',
]

describe.each(['vi', 'en'])('in %s', (language) => {
  test.each(pages)('%s', async (address) => {
    const reader = webClient(app)
    await reader.open(`/preferences?language=${language}&back=${encodeURIComponent('/method')}`)
    const screen = await reader.open(address)
    expect(screen.status).toBe(200)
    expect(screen.html).toContain(`<html lang="${language}"`)
    expect(screen.html.match(/<h1[ >]/g)).toHaveLength(1)
    // A text without its value, a word that has no text, a value that is none.
    expect(screen.text).not.toMatch(/\bundefined\b|\[object |\bNaN\b|\{\w+\}/)
  })
})

describe('the front page', () => {
  test('counts the targets by how they stand and leads to each', async () => {
    const { text, html } = await webClient(app).open('/')
    expect(text).toMatch(/Kế hoạch 290\/KH-UBND đặt 18 chỉ tiêu/)
    expect(html.match(/<ul class="strip"[\s\S]*?<\/ul>/)?.[0].match(/<li>/g)).toHaveLength(18)
    expect(html).toContain('href="/indicators/learning_citizens_share"')
  })

  test('shows the newest value with its date, its target and where it comes from', async () => {
    const { text } = await webClient(app).open('/')
    expect(text).toContain('53,5%')
    expect(text).toContain('2.140 ÷ 4.000 × 100 = 53,5%')
    expect(text).toContain('Số liệu mẫu')
    expect(text).toMatch(/124 xã, phường – Chưa có số liệu/)
  })

  test('says that districts were counted until they ended', async () => {
    expect((await webClient(app).open('/')).text).toContain('Huyện học tập đến 30/06/2025')
  })

  test('is small: page and style sheet under 100 kB compressed', async () => {
    const answer = await app.request('http://localhost/', { headers: { 'accept-encoding': 'br' } })
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(40_000)
  })

  test('answers at one address', async () => {
    const answer = await app.request('http://localhost/progress')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
  })
})

describe('walking a number back', () => {
  test('from the city to a commune to the recorded value to what stood there before', async () => {
    const reader = webClient(app)
    const city = await reader.open('/indicators/learning_citizens_share')
    expect(city.text).toContain('Năm 2026: 2.140 ÷ 4.000 × 100 = 53,5%')
    const link = /<a href="(\/values\/00004\/[^"]+)">640<\/a>/.exec(city.html)?.[1] ?? ''
    const value = await reader.open(link)
    expect(value.text).toContain('Phường Ba Đình')
    expect(value.text).toContain('đếm trùng')
    expect(value.text).toMatch(/640 .*700/)
  })

  test('sources that differ stand side by side, and one is marked', async () => {
    const { text } = await webClient(app).open('/indicators/preschools_and_general_schools')
    expect(text).toContain('Không có chỉ số')
    const differing = await webClient(app).open('/indicators/learning_citizens_share?year=2024')
    expect(differing.text).toContain('Vì sao năm 2024 hiện số này?')
    expect(differing.text).toContain('Số đang hiển thị')
  })

  test('an unknown value is a clear problem', async () => {
    const { status, text } = await webClient(app).open(`/values/00004/${newId()}`)
    expect(status).toBe(404)
    expect(text).toContain('Không có giá trị này.')
  })
})

describe('files', () => {
  const fetched = async (path: string) => {
    const answer = await app.request(`http://localhost${path}`)
    return { answer, text: await answer.text() }
  }

  test('a table downloads as it is shown', async () => {
    const { answer, text } = await fetched('/indicators/learning_citizens_share?year=2026&sort=-value&format=csv')
    expect(answer.headers.get('content-disposition')).toContain('learning_citizens_share-01-2026.csv')
    const lines = text.split('\r\n')
    expect(lines).toHaveLength(128)
    expect(lines[1]).toMatch(/^00004,Phường Ba Đình,2026-11-02,0\.64,640,1000,confirmed,.*Số liệu mẫu$/)
    expect(lines[2]).toMatch(/^00070,/)
  })

  test('all values come as CSV and JSON, samples marked on their rows', async () => {
    const { text } = await fetched('/data/values.csv?subject=learning_citizens_recognised&year=2026')
    expect(text.split('\r\n').filter((line) => line.includes('Số liệu mẫu'))).toHaveLength(2)
    const json = JSON.parse((await fetched('/data/values.json')).text)
    expect(json.note).toContain('Số liệu mẫu')
    expect(json.rows.length).toBeGreaterThan(2000)
    expect(new Set(json.rows.map((row: { id: string }) => row.id)).size).toBe(json.rows.length)
  })

  test.each([
    ['', 126],
    ['?on=2025-06-30', 526],
    ['?on=2024-06-30', 579],
  ])('units%s has %d communes', async (query, count) => {
    const { text } = await fetched(`/data/units.csv${query}`)
    expect(text.split('\r\n').filter((line) => line.split(',')[3] === 'commune')).toHaveLength(count)
  })

  test('progress and dictionary come as JSON', async () => {
    const progress = JSON.parse((await fetched('/data/progress.json')).text)
    expect(progress.rows).toHaveLength(19)
    const dictionary = JSON.parse((await fetched('/data/dictionary.json')).text)
    expect(dictionary.columns.every((column: { vi?: string; en?: string }) => column.vi && column.en)).toBe(true)
  })

  test('duties come as Excel', async () => {
    const answer = await app.request('http://localhost/plan/duties?format=xlsx')
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })
})

describe('search', () => {
  test.each([
    ['ba dinh', 'Phường Ba Đình'],
    ['biet chu', 'Người 15-60 tuổi biết chữ'],
    ['xoa mu chu', 'Chuẩn xóa mù chữ mức độ 2'],
    ['trung tâm học tập cộng đồng', 'Trung tâm học tập cộng đồng xếp loại Tốt'],
  ])('%s finds %s', async (query, name) => {
    expect((await webClient(app).open(`/search?q=${encodeURIComponent(query)}`)).text).toContain(name)
  })

  test('says what to do when nothing is found', async () => {
    expect((await webClient(app).open('/search?q=zzzzqqqq')).text).toContain('Không tìm thấy gì cho “zzzzqqqq”')
  })
})

describe('bad addresses', () => {
  test.each([
    ['/indicators/nothing', 404],
    ['/indicators/learning_citizens_share?year=soon', 422],
    ['/indicators/learning_citizens_share?unit=nowhere', 404],
    ['/units/00004?on=yesterday', 422],
    ['/units/00004?tree=yesterday', 422],
    ['/compare?indicator=nothing', 404],
    ['/compare?tree=yesterday', 422],
    ['/values/00004/7', 422],
    ['/plan/duties/7', 422],
    ['/plan/component-plans/PL.9', 404],
    ['/data/units.csv?on=yesterday', 422],
  ])('%s is told as %d', async (address, status) => {
    expect((await webClient(app).open(address)).status).toBe(status)
  })
})

describe('the city', () => {
  test('records when a component plan was approved; others are not asked to', async () => {
    const officer = webClient(app)
    const signIn = await officer.open('/sign-in')
    await officer.press(signIn, 'Đăng nhập', { 'Thư điện tử': 'thanh-pho@hanoi.example', 'Mật khẩu': hanoiPassword })
    const form = await officer.open('/plan/component-plans/PL.2')
    const again = await officer.press(form, 'Ghi nhận', { 'Ngày phê duyệt': '2021-12-30' })
    expect(again.status).toBe(422)
    const done = await officer.press(again, 'Ghi nhận', { 'Văn bản phê duyệt': '300/KH-UBND' })
    expect(done.text).toContain('Đã ghi nhận phê duyệt.')
    expect(done.text).toContain('Đã duyệt 30/12/2021')
    expect((await webClient(app).open('/plan/component-plans/PL.2')).html).not.toContain('field-approvedOn')
  })
})
