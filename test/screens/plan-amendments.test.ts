/** The screens of amendments, filled in by label and pressed by words, without script. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#app/server.ts'
import type { Caller } from '#platform/authority.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type WebClient, webClient } from '#test/web-client.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'

let as: (person?: HanoiPerson) => WebClient

beforeAll(async () => {
  const database = await testDatabase(hanoi)
  const app = createApp(await testMachine(database), async (http): Promise<Caller> => {
    const person = http.req.header('x-person')
    return person ? hanoiCaller(database, person as HanoiPerson) : { via: 'web' }
  })
  as = (person) => webClient(app, person ? { 'x-person': person } : {})
})

const decision = {
  'Số, ký hiệu của quyết định': '15/QĐ-UBND',
  'Ngày ký': '2026-01-05',
  'Có hiệu lực từ': '2026-01-10',
  'Trích yếu': 'Sửa chỉ tiêu của Kế hoạch 290',
  'Lý do': 'Kết thúc cấp huyện',
}

describe('amendments', () => {
  test('everyone sees the versions; only approvers of the city may draft', async () => {
    const page = await as().open('/plan/amendments')
    expect(page.text).toContain('Bản 1')
    expect(page.text).toContain('290/KH-UBND')
    expect(page.text).not.toContain('Soạn lần sửa')
    expect((await as('doc').open('/plan/amendments/new')).status).toBe(403)
    expect((await as().open('/plan/versions/1')).text).toContain('Kế hoạch thực hiện Đề án')
    expect((await as().open('/plan/versions/9')).status).toBe(404)
  })

  test('are drafted, previewed and published by another person', async () => {
    const writer = as('thanh-pho')
    const start = await writer.open('/plan/amendments/new')
    const refused = await writer.press(start, 'Lưu', { ...decision, 'Ngày ký': '2020-01-01' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Quyết định không thể ký trước ngày 16/12/2021')
    const draft = await writer.press(refused, 'Lưu', decision)
    expect(draft.text).toContain('Đã lưu bản soạn')
    expect(draft.text).toContain('Chưa có điều sửa nào')

    const form = await writer.open(`${draft.path}/target?replaces=`)
    const wrong = await writer.press(form, 'Đưa vào bản soạn', {
      'Số mục': 'XX.1',
      'Tên chỉ tiêu': 'Thử',
      'Chỉ số': 'learning_citizens_share',
      Năm: '2030',
      'Con số (không bắt buộc)': '',
    })
    expect(wrong.text).toContain('Kế hoạch không có mục XX.1')
    const bad = await writer.press(wrong, 'Đưa vào bản soạn', { 'Số mục': 'II.2', 'Con số (không bắt buộc)': '1,2,3' })
    expect(bad.status).toBe(422)
    const one = await writer.press(bad, 'Đưa vào bản soạn', { 'Con số (không bắt buộc)': '62,5' })
    expect(one.text).toContain('1 điều sửa')
    expect(one.text).toContain('≥ 62,5%')

    const clause = await writer.open(`${draft.path}/clause?ref=I.1`)
    const two = await writer.press(clause, 'Đưa vào bản soạn', { Tên: 'Mục đích chung' })
    expect(two.text).toContain('2 điều sửa')
    expect(two.text).toContain('Người soạn không tự công bố')
    const dropped = await writer.press(two, 'Bỏ điều này')
    expect(dropped.text).toContain('1 điều sửa')

    const second = as('quan-tri')
    const waits = async (person: HanoiPerson, title: string) => {
      const { text } = await as(person).open('/work')
      return text.includes(title) && text.includes('Sửa chỉ tiêu của Kế hoạch 290')
    }
    expect(await waits('quan-tri', 'Kế hoạch: chờ bạn xem và công bố')).toBe(true)
    expect(await waits('thanh-pho', 'Kế hoạch: chờ người thứ hai công bố')).toBe(true)
    const published = await second.press(await second.open(draft.path), 'Công bố')
    expect(published.text).toContain('Đã công bố bản 2')
    expect(published.path).toBe('/plan/versions/2')
    expect((await second.open('/work')).text).not.toContain('Sửa chỉ tiêu của Kế hoạch 290')
    const again = await second.open(draft.path)
    expect(again.text).not.toContain('Bỏ bản soạn')
    expect((await as().open('/plan/amendments')).text).toContain('15/QĐ-UBND')
  })

  test('a target moves from districts to communes, and progress shows both', async () => {
    const writer = as('thanh-pho')
    const list = await writer.open('/plan/amendments')
    const href = /href="(\/plan\/targets\/[^"]+\/rebase)"/.exec(list.html)?.[1] ?? ''
    const form = await writer.open(href)
    expect(form.text).toContain('Tỷ lệ xã, phường đạt phổ cập giáo dục mầm non')
    const refused = await writer.press(form, 'Đưa vào bản soạn', {
      ...decision,
      'Con số theo quyết định (không bắt buộc)': '',
    })
    expect(refused.text).toContain('Chỉ tiêu cần một con số')
    const draft = await writer.press(refused, 'Đưa vào bản soạn', {
      ...decision,
      'Số, ký hiệu của quyết định': '16/QĐ-UBND',
      'Con số theo quyết định (không bắt buộc)': '90',
    })
    expect(draft.text).toContain('≥ 90%')
    const other = (await writer.open('/plan/amendments')).html.match(/\/plan\/targets\/[^"]+\/rebase/g)?.[1] ?? ''
    const both = await writer.press(await writer.open(other), 'Đưa vào bản soạn', {
      'Con số theo quyết định (không bắt buộc)': '85',
    })
    expect(both.text).toContain('2 điều sửa')
    const second = as('quan-tri')
    await second.press(await second.open(draft.path), 'Công bố')

    const { text: home } = await as().open('/')
    expect(home).toContain(
      'tính đến 30/06/2025, thay bằng Tỷ lệ xã, phường đạt phổ cập giáo dục mầm non cho trẻ 5 tuổi theo Quyết định số 16/QĐ-UBND ngày 05/01/2026',
    )
    expect(home).toContain('từ 10/01/2026 theo Quyết định số 16/QĐ-UBND ngày 05/01/2026')
    const { text: old } = await as().open('/indicators/districts_universal_preschool_share')
    expect(old).toContain('tính đến 30/06/2025, thay bằng')
    const { text: now } = await as().open('/indicators/communes_universal_preschool_share')
    expect(now).toContain('từ 10/01/2026 theo Quyết định số 16/QĐ-UBND')
  })

  test('a duty is replaced and another ended', async () => {
    const writer = as('thanh-pho')
    const start = await writer.open('/plan/amendments/new')
    const draft = await writer.press(start, 'Lưu', { ...decision, 'Số, ký hiệu của quyết định': '17/QĐ-UBND' })
    const list = await writer.open(`${draft.path}/duties`)
    const ended = await writer.press(list, 'Kết thúc')
    expect(ended.text).toContain('1 điều sửa')
    const replaces = /duty\?replaces=([^"]+)"[\s\S]*?duty\?replaces=([^"]+)"/.exec(list.html)?.[2] ?? ''
    const form = await writer.open(`${draft.path}/duty?replaces=${replaces}`)
    const two = await writer.press(form, 'Đưa vào bản soạn', { 'Nhiệm vụ': 'Việc khác', 'Cơ quan': 'SVHTT' })
    expect(two.text).toContain('2 điều sửa')
    expect(two.text).toContain('Việc khác')
    const gone = await writer.press(two, 'Bỏ bản soạn')
    expect(gone.text).toContain('Đã bỏ bản soạn')
  })
})
