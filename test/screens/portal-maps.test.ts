/** Numbers on any map as readers meet them: a commune's years before it existed, the way back, units of the past, comparisons. */
import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { compareOperation, seriesOperation } from '#modules/indicators'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { figuresOf } from '#test/walking/figures.ts'
import { type Screen, webClient } from '#test/web-client.ts'
import { hanoiHistory } from '#test/worlds/hanoi-history.ts'

const machine = await testMachine(await testDatabase(hanoiHistory))
const app = createApp(machine, createIdentify(machine))
const open = (address: string) => webClient(app).open(address)

/** Phường Ba Đình of today is made from wards in part; Xã Cổ Đô from whole ones. */
const inPart = '00004'
const inWhole = '09634'
const share = 'learning_citizens_share'

/** The rows of a table by their headings: what each cell says, by the heading of its column. */
function rowsOf({ html }: Screen, id: string): Map<string, Record<string, string>> {
  const table = new RegExp(`id="${id}">[\\s\\S]*?</table>`).exec(html)?.[0] ?? ''
  const rows = [...table.matchAll(/<tr role="row"[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => row)
  return new Map(
    rows.slice(1).map((row) => {
      const cells = [...row.matchAll(/<td[^>]*data-label="([^"]*)"[^>]*>([\s\S]*?)<\/td>/g)]
      const said = Object.fromEntries(cells.map(([, label = '', cell = '']) => [label, wordsOf(cell)]))
      return [wordsOf(/<th[^>]*>([\s\S]*?)<\/th>/.exec(row)?.[1] ?? ''), said]
    }),
  )
}

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The address behind the words of a link. */
function linkOf({ html }: Screen, words: string): string {
  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)]
  const match = links.find(([, , inner = '']) => wordsOf(inner) === words)?.[1]
  if (!match) throw new Error(`no link says “${words}”`)
  return match.replaceAll('&amp;', '&')
}

function currentMap({ html }: Screen): string {
  const maps = /<ul class="switch-maps">[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  return wordsOf(/<a [^>]*aria-current="true"[^>]*>([\s\S]*?)<\/a>/.exec(maps)?.[1] ?? '')
}

/** Sums taken in another order differ in their last digits. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toPrecision(10)) : each)),
  )
}

describe('the page of a commune of today', () => {
  test('shows 2021 to 2026 on its own land, estimates marked, and how they were made', async () => {
    const page = await open(`/units/${inPart}`)
    expect(currentMap(page)).toBe('hiện nay (từ 01/07/2025)')
    const row = rowsOf(page, 'indicators').get('Tỷ lệ công dân học tập Số liệu mẫu')
    expect(Object.keys(row ?? {})).toEqual(['2021', '2022', '2023', '2024', '2025', '2026', 'Diễn biến'])
    expect(row?.['2023']).toMatch(/% , số này từ đâu ra ước tính$/)
    expect(row?.['2025']).not.toContain('ước tính')
    expect(page.text).toContain('2022–2024: cộng từ 8 đơn vị trước đây, 5 đơn vị vào một phần (chia theo diện tích).')
    expect(page.text).toContain(
      '2021: cộng từ 8 đơn vị trước đây, 5 đơn vị vào một phần (chia theo diện tích); 1 đơn vị chưa có số.',
    )
  })

  test('made from whole communes it has firm figures, drawn solid', async () => {
    const page = await open(`/units/${inWhole}`)
    const row = rowsOf(page, 'indicators').get('Tỷ lệ công dân học tập Số liệu mẫu')
    expect(row?.['2022']).not.toContain('ước tính')
    expect(page.text).toContain('2021–2024: cộng từ 8 đơn vị trước đây.')
    expect(page.html).not.toContain('class="line estimate"')
  })

  test('as reported each year it has only the years since it stands', async () => {
    const page = await open(`/units/${inPart}`)
    const then = await open(linkOf(page, 'như báo cáo từng năm'))
    expect(currentMap(then)).toBe('như báo cáo từng năm')
    const row = rowsOf(then, 'indicators').get('Tỷ lệ công dân học tập Số liệu mẫu')
    expect(Object.keys(row ?? {})).toEqual(['2025', '2026', 'Diễn biến'])
  })

  test('another day is asked for by a form; where it was not there, its land was', async () => {
    const client = webClient(app)
    const page = await client.open(`/units/${inPart}`)
    const shown = await client.press(page, 'Xem', { 'Bản đồ của ngày': '2024-06-30' })
    expect(shown.text).toContain('Phường Ba Đình không có trên bản đồ ngày 30/06/2024')
    expect(shown.text).toMatch(/Đất của đơn vị khi ấy thuộc: .*Phường Trúc Bạch/)
    expect(currentMap(shown)).toBe('hiện nay (từ 01/07/2025)')
  })

  test('tells by which decision it was made, with land and people', async () => {
    const { text } = await open(`/units/${inPart}`)
    expect(text).toMatch(/01\/07\/2025 theo Nghị quyết 1656\/NQ-UBTVQH15: /)
    expect(text).toContain('Phường Điện Biên một phần, ước tính 87% diện tích, một phần dân')
  })
})

describe('a unit of the past', () => {
  test('shows its own years and leads on to its successor', async () => {
    const page = await open('/units/00013?on=2024-06-30')
    expect(currentMap(page)).toBe('như báo cáo từng năm')
    expect(page.text).toContain('Đơn vị này có đến trước ngày 01/07/2025.')
    expect(page.html).not.toContain('class="line estimate"')
    const next = await open(linkOf(page, 'Phường Ba Đình'))
    expect(next.path).toBe(`/units/${inPart}?on=2025-07-01`)
  })

  test('on its own land, later years come from its successor', async () => {
    const page = await open('/units/00013?on=2024-06-30&tree=2024-06-30')
    expect(page.text).toMatch(/2025–2026: cộng từ 1 đơn vị sau này, 1 đơn vị vào một phần/)
  })
})

describe('an indicator of a commune', () => {
  const address = `/indicators/${share}?unit=${inPart}&year=2023`

  test('dashes what is estimated, and names its basis in the table of years', async () => {
    const page = await open(address)
    expect(page.html).toContain('class="line estimate"')
    const rows = rowsOf(page, 'years-table')
    expect(rows.get('2023')).toMatchObject({
      'Trạng thái': 'Ước tính Số liệu mẫu chia theo diện tích',
      Nguồn: 'Cộng từ 8 đơn vị trước đây, 5 đơn vị vào một phần (chia theo diện tích)',
    })
    expect(rows.get('2025')).toMatchObject({ Nguồn: 'Số liệu của chính đơn vị' })
  })

  test('walks back to each earlier unit and its recorded value; the parts give the sum', async () => {
    const page = await open(address)
    const rows = rowsOf(page, 'units-table')
    const [total, sources] = [rows.get('Tổng'), [...rows].filter(([name]) => name !== 'Tổng')]
    expect(sources).toHaveLength(8)
    const number = (text = '') => Number(text.replaceAll('.', ''))
    const summed = sources.reduce((sum, [, cells]) => sum + number(cells['Tử số tính vào đây']), 0)
    expect(Math.abs(summed - number(total?.['Tử số tính vào đây']))).toBeLessThanOrEqual(sources.length / 2)
    const [, numerator, denominator] = /Năm 2023: ([\d.]+) ÷ ([\d.]+) × 100 = /.exec(page.text) ?? []
    expect([numerator, denominator]).toEqual([total?.['Tử số tính vào đây'], total?.['Mẫu số tính vào đây']])
    expect(rows.get('Phường Trúc Bạch')?.['Phần thuộc về đây']).toBe('Toàn bộ')
    const given = rows.get('Phường Trúc Bạch')?.['Tử số'] ?? ''
    const value = await open(linkOf(page, given))
    expect(value.status).toBe(200)
    expect(value.text).toContain('Phường Trúc Bạch')
  })

  test('a file tells the sources of the figure', async () => {
    const { html } = await open(`${address}&format=csv`)
    expect(html).toContain('Phường Trúc Bạch (toàn bộ)')
  })
})

describe('an indicator of the city', () => {
  test.each([
    ['126 đơn vị hiện nay (từ 01/07/2025)', 126],
    ['526 đơn vị (01/01/2025 – 30/06/2025)', 526],
    ['579 đơn vị (01/03/2020 – 31/12/2024)', 579],
  ])('on the map of %s: as many units, the same total', async (words, count) => {
    const page = await open(`/indicators/${share}?year=2023`)
    const total = /Năm 2023: [\d.]+ ÷ [\d.]+ × 100 = [\d,]+%/.exec(page.text)?.[0]
    const other = await open(linkOf(page, words))
    expect(currentMap(other)).toBe(words)
    expect(other.text).toContain(`${count} đơn vị theo địa giới ngày`)
    expect(other.text).toContain(total)
  })

  test('over districts it keeps its history and says so', async () => {
    const page = await open('/indicators/districts_lower_secondary_level3_share')
    expect(page.text).toContain('Chỉ số đếm theo cấp đã kết thúc ngày 30/06/2025')
    expect(page.text).not.toContain('Ngày khác…')
  })
})

describe('units side by side', () => {
  test('begin empty, say what to do, and grow by names found without tones', async () => {
    const client = webClient(app)
    const empty = await client.open('/compare')
    expect(empty.text).toContain('Chọn ít nhất hai đơn vị')
    const first = await client.press(empty, 'Xem', { 'Tìm đơn vị để thêm (không bắt buộc)': 'co do' })
    const one = await client.open(linkOf(first, 'Thêm Xã Cổ Đô'))
    const second = await client.press(one, 'Xem', { 'Tìm đơn vị để thêm (không bắt buộc)': 'ba dinh' })
    const two = await client.open(linkOf(second, 'Thêm Phường Ba Đình'))
    const rows = rowsOf(two, 'compare-table')
    expect([...rows.keys()]).toEqual([
      'Xã Cổ Đô Số liệu mẫu',
      'Phường Ba Đình Số liệu mẫu',
      'Đích của thành phố Đích 2030: ≥ 70%',
    ])
    expect(rows.get('Đích của thành phố Đích 2030: ≥ 70%')).toMatchObject({ '2025': '≥ 50%' })
    const removed = await client.open(linkOf(two, 'Bỏ'))
    expect(removed.path).toContain('units=00004')
    expect(removed.text).toContain('Chọn ít nhất hai đơn vị')
  })

  test('of different levels, with each figure leading to how it was made', async () => {
    const page = await open(`/compare?indicator=${share}&units=${inPart},01`)
    const [wide = ''] = /<svg class="chart chart-lines chart-wide"[\s\S]*?<\/svg>/.exec(page.html) ?? []
    expect(wide).toContain('>Thành phố Hà Nội</text>')
    const figure = rowsOf(page, 'compare-table').get('Phường Ba Đình Số liệu mẫu')?.['2023'] ?? ''
    const why = await open(linkOf(page, figure.replace(' ước tính', '')))
    expect(why.path).toMatch(/^\/indicators\/learning_citizens_share\?unit=00004&.*year=2023#why$/)
    expect(why.text).toContain('Vì sao năm 2023 hiện số này?')
  })

  test('come as a file, a row for each figure', async () => {
    const { html } = await open(`/compare?indicator=${share}&units=${inPart},${inWhole}&format=csv`)
    const lines = html.trim().split('\r\n')
    expect(lines).toHaveLength(1 + 6 + 6)
    expect(lines[1]).toMatch(/^00004,Phường Ba Đình,2021,0\.\d+,,estimate,.*chia theo diện tích.*Số liệu mẫu$/)
  })

  test('more than eight are cut, and a code of no unit is named', async () => {
    const codes = ['00004', '00070', '00097', '00118', '09634', '00454', '00226', '01', '00385']
    expect((await open(`/compare?units=${codes.join()}`)).text).toContain('Đã đủ 8 đơn vị')
    expect((await open('/compare?units=00004,nowhere')).text).toContain('không có đơn vị nào mang mã: nowhere')
  })

  test('are what each unit shows by itself, on every map', async () => {
    const caller = operatorCaller('command')
    for (const tree of ['2026-11-02', 'then']) {
      const units = [inPart, '01', inWhole]
      const together = await perform(machine, compareOperation, caller, { indicator: share, units, tree })
      for (const { unit, points } of together.units) {
        const [alone] = await perform(machine, seriesOperation, caller, { indicators: [share], unit: unit.code, tree })
        expect(rounded(points)).toEqual(rounded(alone?.points))
      }
    }
  })

  test('cost a few statements, whatever their number', async () => {
    const input = vi.spyOn(pg.Client.prototype, 'query')
    const count = async (units: string) => {
      input.mockClear()
      await open(`/compare?indicator=${share}&units=${units}`)
      return input.mock.calls.length
    }
    const few = await count('00004,00070')
    expect(await count('00004,00070,00097,00118,09634,00454,00226,01')).toBe(few)
    expect(few).toBeGreaterThan(0)
    input.mockRestore()
  })
})

test.each([
  `/units/${inPart}`,
  `/indicators/${share}?unit=${inPart}&year=2023`,
  `/indicators/${share}?tree=2025-07-01&year=2023`,
  `/compare?indicator=${share}&units=${inPart},01`,
])('no carried figure on %s stands without its explanation', async (address) => {
  const figures = figuresOf((await open(address)).html)
  expect(figures.length).toBeGreaterThan(10)
  expect(figures.filter(({ leadsTo }) => leadsTo.length === 0)).toEqual([])
})

describe('the method', () => {
  test('states the rules of re-basing and leads to the decisions', async () => {
    const page = await open('/method')
    expect(page.text).toContain('Tổng của toàn thành phố không đổi')
    expect(page.text).toContain('Mức độ và Có/Không: lấy mức thấp nhất')
    expect(linkOf(page, 'Các quyết định đã đổi bản đồ')).toBe('/reorganisations')
  })
})
