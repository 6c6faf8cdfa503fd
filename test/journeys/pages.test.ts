/** Every public page in a real browser: on a phone and a desk, light and dark, with script and without; axe on each. */
import type { BrowserContext } from 'playwright-core'
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
  const readers: BrowserContext[] = []
  beforeAll(async () => {
    for (const look of [{ width: 1280 }, { width: 390, dark: true }]) {
      const first = await journey.visitor(look)
      readers.push(first.context())
      await first.close()
    }
  })

  test.each(pages)('%s', async (address) => {
    expect(readers).toHaveLength(2)
    for (const reader of readers) {
      const page = await reader.newPage()
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      const answer = await page.goto(address)
      expect(answer?.status()).toBe(200)
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      await expectAccessible(page)
      expect(complaints).toEqual([])
      await page.close()
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
