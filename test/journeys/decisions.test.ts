/** What two people decide together: how units change, and what a plan asks. Walked in a real browser, with script and without. */
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { grantRole } from '#modules/access'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { hanoiPassword } from '#test/worlds/hanoi.ts'
import { hanoiHistory } from '#test/worlds/hanoi-history.ts'
import { describeInBrowser, expectAccessible, type Journey, journeyIn, signIn } from './browser.ts'

const document = resolve(import.meta.dirname, '..', 'plans', 'an-lac.txt')

describeInBrowser.each([
  { script: true, width: 1280 },
  { script: false, width: 1280 },
  { script: true, width: 390 },
])('decisions, script $script, $width px', ({ script, width }) => {
  const journey = journeyIn(hanoiHistory)
  // axe is a script itself: without script the same pages are only walked.
  const look = script ? expectAccessible : async () => undefined

  test('two communes are merged: drafted, foreseen, approved by another, seen on the day, withdrawn', async () => {
    await secondAdministrator(journey)
    const drafter = await entered(journey, 'quan-tri', { script, width })
    await draftMerger(drafter, look)
    await drafter.getByRole('button', { name: 'Trình duyệt' }).click()
    await expectText(drafter, 'cần một quản trị viên thứ hai')
    await look(drafter)

    const approver = await entered(journey, 'thanh-pho', { script, width })
    await approver.goto(new URL(drafter.url()).pathname)
    await approver.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await expectText(approver, 'Có hiệu lực từ 01/01/2030')
    await look(approver)

    const anybody = await journey.visitor({ script, width })
    await anybody.goto('/units/00004?on=2030-06-30')
    expect(await anybody.getByRole('heading', { level: 1 }).textContent()).toBe('Phường Thử')
    await expectText(anybody, 'Phường Hoàn Kiếm')
    await look(anybody)

    await approver.locator('summary', { hasText: 'Rút lại' }).click()
    await approver.getByLabel('Lý do').fill('Chưa cần')
    await approver.getByRole('button', { name: 'Rút lại' }).click()
    await expectText(approver, 'Được rút lại: Chưa cần')
    await anybody.goto('/units/00004?on=2030-06-30')
    expect(await anybody.getByRole('heading', { level: 1 }).textContent()).toBe('Phường Ba Đình')
  }, 120_000)

  test('a plan document is read, reviewed beside its lines, and its doubts are decided', async () => {
    const officer = await entered(journey, 'thanh-pho', { script, width })
    await officer.goto('/plan/imports')
    await look(officer)
    await officer.getByLabel('Tệp kế hoạch').setInputFiles(document)
    await officer.getByRole('button', { name: 'Tải lên và đọc' }).click()
    await officer.waitForURL(/\/plan\/imports\/[0-9a-f-]{36}/)
    await expectText(officer, 'điểm cần xem')
    await look(officer)
    const left = () =>
      officer
        .getByText(/còn \d+ điểm cần xem/)
        .first()
        .textContent()
    const before = await left()
    await officer.getByRole('button', { name: /^Nhận/ }).first().click()
    await officer.waitForLoadState()
    expect(await left()).not.toBe(before)
    await officer.goto('/plan/amendments')
    await look(officer)
  }, 120_000)
})

type Look = (page: Page) => Promise<void>

async function secondAdministrator({ machine }: Journey): Promise<void> {
  const second = { email: 'thanh-pho@hanoi.example', unit: '01', role: 'administrator', from: '2026-01-01' }
  await perform(machine, grantRole, operatorCaller('command'), second)
}

async function entered(journey: Journey, person: string, as: { script: boolean; width: number }): Promise<Page> {
  const page = await journey.visitor(as)
  await signIn(page, `${person}@hanoi.example`, hanoiPassword)
  await page.waitForURL('**/work')
  return page
}

async function draftMerger(page: Page, look: Look): Promise<void> {
  await page.goto('/reorganisations/drafts/new')
  await page.getByLabel('Ngày hiệu lực').fill('2030-01-01')
  await page.getByLabel('Tên', { exact: true }).fill('Nhập thử hai phường')
  await page.getByLabel('Quyết định').fill('Nghị quyết thử')
  await look(page)
  await page.getByRole('button', { name: 'Bắt đầu soạn' }).click()
  await expectText(page, 'Chưa có thay đổi nào.')
  const draft = new URL(page.url()).pathname
  await page.goto(`${draft}/acts?act=nhap`)
  await page.getByLabel('Đơn vị cũ').fill('Phường Ba Đình\nhoan kiem')
  await page.getByLabel('Mã mới').fill('00004')
  await page.getByLabel('Tên viết đủ').fill('Phường Thử')
  await look(page)
  await page.getByRole('button', { name: 'Thêm vào phương án' }).click()
  await expectText(page, 'Đã thêm vào phương án.')
  await look(page)
  await page.goto(`${draft}/changes`)
  await expectText(page, 'Đỗ Thị Ba Đình')
  await look(page)
  await page.goto(draft)
}

async function expectText(page: Page, text: string): Promise<void> {
  await page.getByRole('main').getByText(text).first().waitFor()
}
