/** Typing on a slow line: what is typed before the script is there, and what is posted while a saving is on its way. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { submissionOperation } from '#modules/collection'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { demo, demoAccount } from '#test/worlds/demo.ts'
import { describeInBrowser, journeyIn, signIn } from './browser.ts'

const money = '/rounds/2026/units/00004?section=money'
const field = '[name="cells.study_fund_raised"]'
const note = '[name="note.study_fund_raised"]'
const save = { name: /^(Lưu|Tiếp)/ }

describeInBrowser.each([{ width: 1280 }, { width: 390 }])('a slow line, $width px', ({ width }) => {
  const journey = journeyIn(demo)

  async function enter(): Promise<Page> {
    const page = await journey.visitor({ width })
    const { email, password } = demoAccount('ba-dinh')
    await signIn(page, email, password)
    await page.waitForURL('**/work')
    return page
  }

  async function stored() {
    const input = { round: 2026, unit: '00004' }
    const { cells } = await perform(journey.machine, submissionOperation, operatorCaller('command'), input)
    return cells.find(({ measure, category }) => measure === 'study_fund_raised' && category === 'total')
  }

  test('what is typed before the grid is alive stays, and is saved', async () => {
    const page = await enter()
    const arrived = Promise.withResolvers<void>()
    await page.route('**/submission-grid*.js', async (route) => {
      await arrived.promise
      await route.continue()
    })
    await page.goto(money, { waitUntil: 'commit' })
    await page.locator(field).fill('250.000.000')
    await page
      .locator('tr')
      .filter({ has: page.locator(note) })
      .locator('summary')
      .click()
    await page.locator(note).fill('Theo sổ')
    arrived.resolve()
    await page.locator('#grid-note').getByText('Đã lưu').waitFor()
    expect(await page.locator(field).inputValue()).toBe('250.000.000')
    expect(await stored()).toMatchObject({ entry: '250.000.000', note: 'Theo sổ' })
  }, 60_000)

  test('typed on and posted while a saving is on its way, it is no other’s figure', async () => {
    const page = await enter()
    await page.goto(money, { waitUntil: 'networkidle' })
    const arrived = Promise.withResolvers<void>()
    const isSaved = Promise.withResolvers<void>()
    await page.route('**/api/v1/collection/saveCells', async (route) => {
      // Done on the server; the answer is on its way.
      const response = await route.fetch()
      isSaved.resolve()
      await arrived.promise
      await route.fulfill({ response }).catch(() => undefined)
    })
    await page.locator(field).fill('260.000.000')
    await isSaved.promise
    await page.locator(field).fill('270.000.000')
    await page.getByRole('button', save).click()
    setTimeout(arrived.resolve, 300)
    await page.getByText('Đã lưu').first().waitFor()
    expect(await page.getByText('vừa sửa ô này').count()).toBe(0)
    await expect.poll(async () => (await stored())?.entry).toBe('270.000.000')
  }, 60_000)
})
