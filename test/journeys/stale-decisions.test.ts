/** An approver whose page foretells what is no longer so: told what is otherwise, on phones and desktops, light and dark. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { approveDecision, draftDecision, previewOperation, proposeDecision } from '#modules/reorganisation'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { demo, demoAccount } from '#test/worlds/demo.ts'
import { describeInBrowser, expectAccessibleInBoth, type Journey, journeyIn, signIn } from './browser.ts'

const operator = operatorCaller('command')

describeInBrowser.each([{ width: 1280 }, { width: 390 }])('what would be otherwise, $width px', ({ width }) => {
  const journey = journeyIn(demo)

  test('a reorganisation comes into force as it was foreseen on the page, or the page says what is otherwise', async () => {
    const { machine } = journey
    const merge = [{ kind: 'merge', from: ['00070'], into: '00004' }]
    const id = await proposed(journey, 'Nhập thử hai phường', '2099-01-01', merge)
    const page = await journey.visitor({ width })
    await enter(page, `/reorganisations/drafts/${id}`)
    const rename = [{ kind: 'rename', code: '00004', name: 'Thử' }]
    const other = await proposed(journey, 'Đổi tên thử', '2098-01-01', rename)
    const { effectsVersion } = await perform(machine, previewOperation, operator, { id: other })
    await perform(machine, approveDecision, operator, { id: other, version: 2, effectsVersion })
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await page.getByText('Nội dung vừa thay đổi').waitFor()
    const text = await page.getByRole('alert').textContent()
    expect(text).toContain('Quyết định khác “Đổi tên thử”: mới có thêm, là “Có hiệu lực từ 01/01/2098”.')
    expect(text).toContain('Lần chuyển giao đã khác so với lúc bạn mở trang.')
    await expectAccessibleInBoth(page)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/reform-${width}.png` })
    // Seen as it is now, it is approved.
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await page.getByText('Có hiệu lực từ 01/01/2099').first().waitFor()
  }, 60_000)
})

async function enter(page: Page, address: string): Promise<void> {
  const { email, password } = demoAccount('quan-tri')
  await signIn(page, email, password)
  await page.waitForURL('**/work')
  await page.goto(address)
}

async function proposed({ machine }: Journey, title: string, on: string, changes: object[]): Promise<string> {
  const { id } = await perform(machine, draftDecision, operator, { title, on, basis: 'Nghị quyết thử', changes })
  await perform(machine, proposeDecision, operator, { id, version: 1 })
  return id
}
