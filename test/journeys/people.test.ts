/** Who may do what, and in whose place, for how long: given and taken back in a real browser, with script and without. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hanoi, hanoiPassword } from '#test/worlds/hanoi.ts'
import { describeInBrowser, expectAccessible, journeyIn, signIn } from './browser.ts'

describeInBrowser.each([
  { script: true, width: 1280 },
  { script: false, width: 390 },
  { script: true, width: 390 },
])('people, script $script, $width px', ({ script, width }) => {
  const journey = journeyIn(hanoi)
  // axe is a script itself: without script the same pages are only walked.
  const look = script ? expectAccessible : async () => undefined

  test('a role for one field, and a delegation: given, used, taken back', async () => {
    const administrator = await entered('quan-tri')
    await administrator.goto('/people')
    await look(administrator)
    await giveRole(administrator)
    await look(administrator)
    await delegate(administrator)
    await look(administrator)

    const standIn = await entered('doc')
    await standIn.goto('/account')
    await seen(standIn, 'Quyền được ủy quyền')
    await seen(standIn, 'Nguyễn Quản Trị')
    await look(standIn)
    await standIn.goto('/people')
    await seen(standIn, 'Người dùng của Thành phố Hà Nội')

    await administrator.goto('/people')
    await administrator.getByRole('button', { name: /^Thôi ủy quyền/ }).click()
    await seen(administrator, 'Không có ủy quyền nào.')
    expect((await standIn.goto('/people'))?.status()).toBe(403)
    await look(standIn)
  }, 120_000)

  async function entered(person: string): Promise<Page> {
    const page = await journey.visitor({ script, width })
    await signIn(page, `${person}@hanoi.example`, hanoiPassword)
    await page.waitForURL('**/work')
    return page
  }
})

/** To whom has an account the role is given at once, and its field stands beside it. */
async function giveRole(page: Page): Promise<void> {
  const form = page.locator('#invite')
  await form.getByLabel('Thư điện tử').fill('sgddt@hanoi.example')
  await form.getByLabel('Họ và tên').fill('Hoàng Thị Sở Giáo')
  await form.getByLabel('Người xem').check()
  await form.getByLabel('Lĩnh vực').selectOption({ label: 'Báo cáo tổng hợp' })
  await form.getByLabel('Mã đơn vị').fill('00004')
  await form.getByRole('button', { name: 'Mời người' }).click()
  await seen(page, 'Người xem, Phường Ba Đình')
  await seen(page, 'Báo cáo tổng hợp')
}

async function delegate(page: Page): Promise<void> {
  const form = page.locator('#delegations')
  await form.getByLabel('Người ủy quyền').fill('quan-tri@hanoi.example')
  await form.getByLabel('Người được ủy quyền').fill('doc@hanoi.example')
  await form.getByRole('button', { name: 'Ủy quyền' }).click()
  // Without a last day there is no delegation; what was typed stays.
  await form.getByRole('alert').first().waitFor()
  await form.getByLabel('Đến trước ngày').fill('2026-12-15')
  await form.getByRole('button', { name: 'Ủy quyền' }).click()
  await seen(page, 'Đã ủy quyền cho doc@hanoi.example.')
  await form.getByText('15/12/2026').first().waitFor()
}

async function seen(page: Page, text: string): Promise<void> {
  await page.getByRole('main').getByText(text).first().waitFor()
}
