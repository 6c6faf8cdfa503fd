/** Going back to a form that was sent, changing it and sending it again: the change is there. With script and without. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demo, demoAccount } from '#test/worlds/demo.ts'
import { describeInBrowser, journeyIn, signIn } from './browser.ts'

const narrative = '/reports/2026/narrative'
const strengths = '[name="strengths"]'
const section = '/rounds/2026/units/00004?section=money'
const fund = '[name="cells.study_fund_raised"]'

/** What a field holds, read in another page. */
async function keptIn(other: Page, address: string, field: string): Promise<string> {
  await other.goto(address)
  return other.locator(field).inputValue()
}

/** There, back again, and back to what was typed first: each is kept. */
async function typeOver(page: Page, field: string, texts: readonly [string, string], save: () => Promise<void>) {
  const address = page.url()
  const other = await page.context().newPage()
  for (const text of [...texts, texts[0]]) {
    await page.locator(field).fill(text)
    await save()
    expect(await keptIn(other, address, field)).toBe(text)
    await page.goBack()
    await page.locator(field).waitFor()
  }
}

describeInBrowser.each([{ script: true }, { script: false }])('going back, script $script', ({ script }) => {
  const journey = journeyIn(demo)

  async function enter(person: string, address: string): Promise<Page> {
    const page = await journey.visitor({ script })
    const { email, password } = demoAccount(person)
    await signIn(page, email, password)
    await page.waitForURL('**/work')
    await page.goto(address)
    return page
  }

  test('the narrative of a report', async () => {
    const page = await enter('thanh-pho', narrative)
    await typeOver(page, strengths, ['Lần một.', 'Lần hai.'], async () => {
      await page.getByRole('button', { name: 'Lưu' }).click()
      await page.waitForURL('**/reports/2026')
    })
  }, 60_000)

  test('cells of a section', async () => {
    const page = await enter('ba-dinh', section)
    await typeOver(page, fund, ['250.000.000', '260.000.000'], async () => {
      await page.getByRole('button', { name: /^(Lưu|Tiếp)/ }).click()
      await page.getByText('Đã lưu').first().waitFor()
    })
  }, 60_000)

  test('the report on a duty', async () => {
    const page = await enter('sgddt', '/rounds/2026/units/SGDDT?section=duties')
    await page.locator('[id^="field-duties."]').first().click()
    await page.locator('[name="result"]').waitFor()
    await typeOver(page, '[name="result"]', ['Kết quả lần một', 'Kết quả lần hai'], async () => {
      await page.locator('[name="state"]').selectOption('done')
      await page.getByRole('button', { name: 'Lưu', exact: true }).click()
      await page.waitForURL('**section=duties')
    })
  }, 60_000)
})
