/** Somebody signs out at a shared desk, and the next person presses Back. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { emailOf, smallCity, smallCityPassword } from '#test/worlds/small-city.ts'
import { describeInBrowser, expectAccessible, journeyIn, signIn } from './browser.ts'

/** Names that only the page of people holds. */
const othersName = emailOf('song-nhap')

async function signOut(page: Page): Promise<void> {
  await page.goto('/method')
  const isPhone = (page.viewportSize()?.width ?? 0) < 600
  await page.locator(isPhone ? '.shell-menu > summary' : '[popovertarget=account-menu]').click()
  await page.locator(isPhone ? '.shell-menu .sign-out' : '#account-menu .sign-out').click()
  await page.waitForURL((url) => url.pathname === '/')
}

async function leaveFromPeople(page: Page): Promise<void> {
  await signIn(page, emailOf('song-quan-tri'), smallCityPassword)
  await page.goto('/people?unit=101')
  expect(await page.getByRole('main').textContent()).toContain(othersName)
  await signOut(page)
}

describeInBrowser('after signing out', () => {
  const journey = journeyIn(smallCity, { keepsPages: true })

  test.each([
    [1280, true],
    [1280, false],
    [390, true],
  ])('the way back leads to the sign-in page, not to what was seen (%i px, script %s)', async (width, script) => {
    const page = await journey.visitor({ width, script })
    await leaveFromPeople(page)
    await page.goBack()
    await page.waitForURL(/\/method$/)
    expect(await page.content()).not.toContain('/sign-out')
    await page.goBack()
    await page.waitForURL(/\/sign-in\?back=/)
    expect(await page.content()).not.toContain(othersName)
    // The checks run as script.
    if (script) await expectAccessible(page)
    // A page that the browser kept comes back without loading.
    await page.goForward({ waitUntil: 'commit' })
    expect(await page.content()).not.toContain(othersName)
    await page.close()
  })

  test('a page in another window is gone with the next step, and its kept copies with it', async () => {
    const page = await journey.visitor()
    await signIn(page, emailOf('song-quan-tri'), smallCityPassword)
    await page.goto('/people?unit=101')
    const other = await page.context().newPage()
    await signOut(other)
    await page.goto('/')
    await page.goBack()
    await page.waitForURL(/\/sign-in\?back=/)
    expect(await page.content()).not.toContain(othersName)
  })
})
