/** Somebody who judges or writes on a page that is no longer as things are: told what changed, on phones and desktops, light and dark. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { approve, returnSubmission, saveCells, send } from '#modules/collection'
import { saveNarrative } from '#modules/reports'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { demo, demoAccount } from '#test/worlds/demo.ts'
import { seenForm } from '#test/worlds/seen.ts'
import { describeInBrowser, expectAccessible, journeyIn, signIn } from './browser.ts'

const operator = operatorCaller('command')

describeInBrowser.each([
  { width: 1280, dark: false },
  { width: 1280, dark: true },
  { width: 390, dark: false },
  { width: 390, dark: true },
])('what changed meanwhile, $width px, dark $dark', ({ width, dark }) => {
  const journey = journeyIn(demo)

  async function enter(person: string, address: string): Promise<Page> {
    const page = await journey.visitor({ width, dark })
    const { email, password } = demoAccount(person)
    await signIn(page, email, password)
    await page.waitForURL('**/work')
    await page.goto(address)
    return page
  }

  async function waiting(): Promise<{ round: number; unit: string }> {
    const { rows } = await journey.machine.database.pool.query<{ code: string }>(
      `select unit.code from collection.published_submission submission
       join organisation.published_unit unit on unit.id = submission.unit_id
       where submission.state = 'sent' and submission.year = 2026 and unit.kind = 'commune' order by unit.code limit 1`,
    )
    return { round: 2026, unit: rows[0]?.code ?? '' }
  }

  test('a form that was sent again is not approved unseen', async () => {
    const input = await waiting()
    const page = await enter('thanh-pho', `/rounds/2026/units/${input.unit}`)
    const { machine } = journey
    await perform(machine, returnSubmission, operator, { ...input, version: 1, reason: 'Sai', dueOn: '2099-01-01' })
    const cells = [{ measure: 'events_held', entry: '4.321', note: 'Đã đếm lại', version: 1 }]
    await perform(machine, saveCells, operator, { ...input, cells })
    await perform(machine, send, operator, await seenForm(machine, input))
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await page.getByText('Nội dung vừa thay đổi').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('nay là “4.321”')
    await expectAccessible(page)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/approve-${width}-${dark}.png` })
    // Seen as it is now, it is approved.
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await page.waitForURL('**/rounds/2026')
    await expect(perform(machine, approve, operator, { ...input, version: 2 })).rejects.toThrow('collection.notSent')
  }, 60_000)

  test('two who write one text see both', async () => {
    const page = await enter('thanh-pho', '/reports/2026/narrative')
    const theirs = 'Thành phố đã mở thêm 12 lớp học buổi tối.\n- Ba Đình: 5 lớp'
    await perform(journey.machine, saveNarrative, operator, { year: 2026, version: 0, strengths: theirs })
    await page.locator('[name="strengths"]').fill('Bản của tôi.')
    await page.locator('[name="limits"]').fill('Còn thiếu kinh phí.')
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('Ba Đình: 5 lớp').waitFor()
    expect(await page.locator('[name="strengths"]').inputValue()).toBe('Bản của tôi.')
    await expectAccessible(page)
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/text-${width}-${dark}.png`, fullPage: true })
    await page.locator('[name="strengths"]').fill('Bản ghép.')
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.waitForURL('**/reports/2026')
    await page.getByText('Bản ghép.').first().waitFor()
    await page.getByText('Còn thiếu kinh phí.').first().waitFor()
  }, 60_000)
})
