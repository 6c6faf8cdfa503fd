/** A real browser on a real server over a database of its own: what journeys walk in. Skipped, saying so, where there is no browser. */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { Machine } from '#app/engine.ts'
import { createIdentify } from '#app/identify.ts'
import { startServer } from '#app/server.ts'
import { testDatabase, type World } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'

const executablePath = process.env.CHROMIUM_PATH
const axeText = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** `describe` where a browser is at hand. */
export const describeInBrowser = executablePath ? describe : describe.skip
if (!executablePath) console.warn('No browser (CHROMIUM_PATH): journeys are skipped.')

export interface Journey {
  readonly address: string
  readonly machine: Machine
  /** A fresh visitor: own cookies, phone or desktop, with script or without. */
  visitor(options?: { width?: number; dark?: boolean; script?: boolean }): Promise<Page>
}

/**
 * Starts server and browser for the tests of one `describe`; both end with it. `keepsPages` leaves the browser its memory of whole
 * pages for the way back, which the driver switches off.
 */
export function journeyIn(world: World, options: { keepsPages?: boolean } = {}): Journey {
  const contexts: BrowserContext[] = []
  let started: { machine: Machine; address: string; browser: Browser; stop(): Promise<void> }
  beforeAll(async () => {
    started = await start(world, options.keepsPages ? ['--disable-back-forward-cache'] : [])
  })
  afterAll(async () => {
    for (const context of contexts) await context.close()
    await started?.stop()
  })
  return {
    get address() {
      return started.address
    },
    get machine() {
      return started.machine
    },
    async visitor({ width = 1280, dark = false, script = true } = {}) {
      const context = await started.browser.newContext({
        baseURL: started.address,
        viewport: { width, height: width < 600 ? 844 : 900 },
        colorScheme: dark ? 'dark' : 'light',
        javaScriptEnabled: script,
        reducedMotion: 'reduce',
        acceptDownloads: true,
      })
      context.setDefaultTimeout(10_000)
      contexts.push(context)
      return context.newPage()
    },
  }
}

async function start(world: World, ignoreDefaultArgs: string[]) {
  const machine = await testMachine(await testDatabase(world), { settings: { port: 0 } })
  const running = await startServer(machine, createIdentify(machine))
  const profile = await mkdtemp(join(tmpdir(), 'hieuhoc-browser-'))
  const browser = await chromium.launch({
    executablePath: executablePath ?? '',
    ignoreDefaultArgs,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: { ...process.env, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile },
  })
  return {
    machine,
    browser,
    address: running.address,
    async stop() {
      await browser.close()
      await running.stop()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

/** Signs in by the form, as a person would. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click()
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly unknown[] }[]
}

/** WCAG 2.2 AA. */
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** What of it goes by colours: a scheme changes nothing else of a page. */
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** No violation that axe can see, and no sideways scrolling. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated by the debugger, not loaded as a script: the page's own Content-Security-Policy stays in force.
  await page.evaluate(axeText)
  await expectNoViolation(page, everything)
  await expectNoOverflow(page)
}

/** The same in both schemes of colours; the page is left in the light one. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await expectNoViolation(page, colours)
}

async function expectNoViolation(page: Page, rules: typeof everything | typeof colours): Promise<void> {
  const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] })
  const violations = await page.evaluate<Violation[]>(`axe.run(document, ${options}).then((found) => found.violations)`)
  expect(
    violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}

async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(overflow, `${page.url()} scrolls sideways`).toBe(0)
}
