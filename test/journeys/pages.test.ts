/** Every public page in a real browser: on a phone and a desk, light and dark, with script and without; axe on each. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { hanoiHistory } from '#test/worlds/hanoi-history.ts'
import { describeInBrowser, expectAccessible, journeyIn } from './browser.ts'

const pages = [
  '/',
  '/units',
  '/units/00004',
  '/units/00004?on=2024-06-30',
  '/units/01',
  '/indicators',
  '/indicators/learning_families_share',
  '/indicators/learning_families_share?tree=2024-12-31&year=2026',
  '/indicators/learning_families_share?unit=00004&year=2022',
  '/compare?indicator=learning_families_share&units=00004,00070,01',
  '/reorganisations',
  '/plan',
  '/plan/duties',
  '/plan/agencies',
  '/data',
  '/method',
  '/search?q=ba+dinh',
  '/api',
  '/style',
  '/sign-in',
]

describeInBrowser('public pages', () => {
  const journey = journeyIn(hanoiHistory)
  const readers: Page[] = []
  const complaints: string[] = []
  beforeAll(async () => {
    // A page for all addresses: a new one takes longer to open than most addresses.
    for (const look of [{ width: 1280 }, { width: 390, dark: true }]) {
      const page = await journey.visitor(look)
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      readers.push(page)
    }
  })

  test.each(pages)('%s', async (address) => {
    expect(readers).toHaveLength(2)
    for (const page of readers) {
      const answer = await page.goto(address)
      expect(answer?.status()).toBe(200)
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      await expectAccessible(page)
      expect(complaints.splice(0)).toEqual([])
    }
  })

  test('an unknown address says so, and leads back', async () => {
    const page = await journey.visitor({ script: false })
    const answer = await page.goto('/nowhere')
    expect(answer?.status()).toBe(404)
    expect(await page.getByRole('heading', { level: 1, name: 'Không tìm thấy' }).count()).toBe(1)
    await page.getByRole('link', { name: 'Về trang đầu' }).click()
    expect(new URL(page.url()).pathname).toBe('/')
  })
})
