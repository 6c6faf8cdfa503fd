/** Makes the pictures of the guides: starts a demonstration of its own and walks through it. `node scripts/run.mjs tool scripts/screenshots.ts` */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { projectRoot } from '#platform/root.ts'

const images = join(projectRoot, 'docs', 'guide', 'images')
const password = 'hoc-tap-suot-doi-2026'

interface Picture {
  readonly name: string
  readonly path: string
  /** E-mail of who looks; nobody where it is absent. */
  readonly as?: string
  readonly phone?: boolean
  readonly dark?: boolean
  /** What is done on the page before the picture is taken. */
  readonly step?: (page: Page) => Promise<void>
}

const pictures: readonly Picture[] = [
  { name: 'progress', path: '/' },
  { name: 'progress-dark-phone', path: '/', phone: true, dark: true },
  { name: 'indicator', path: '/indicators/learning_families_share' },
  { name: 'unit', path: '/units/00004' },
  { name: 'compare', path: '/compare?indicator=learning_families_share&units=00004,00070,01' },
  { name: 'decision', path: '/reorganisations', step: (page) => page.getByRole('link', { name: /hai cấp/ }).click() },
  {
    name: 'document-review',
    path: '/plan/imports',
    as: 'thanh-pho@hanoi.example',
    step: async (page) => {
      await page.getByLabel('Tệp kế hoạch').setInputFiles(join(projectRoot, 'test', 'plans', 'lam-ha.txt'))
      await page.getByRole('button', { name: 'Tải lên và đọc' }).click()
    },
  },
  { name: 'my-work', path: '/work', as: 'ba-dinh@hanoi.example' },
  { name: 'form', path: '/rounds/2026/units/00004?section=models', as: 'ba-dinh@hanoi.example' },
  { name: 'form-phone', path: '/rounds/2026/units/00004?section=models', as: 'ba-dinh@hanoi.example', phone: true },
  { name: 'control-room', path: '/rounds/2026', as: 'thanh-pho@hanoi.example' },
  { name: 'report', path: '/reports/2026', as: 'thanh-pho@hanoi.example' },
  { name: 'freeze', path: '/reports/2026/freeze', as: 'thanh-pho@hanoi.example' },
  { name: 'duties', path: '/rounds/2026/units/SGDDT', as: 'sgddt@hanoi.example' },
  { name: 'audit', path: '/audit', as: 'quan-tri@hanoi.example' },
]

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hieuhoc-guide-'))
  const env = { ...process.env, HIEUHOC_DATA: folder, HIEUHOC_DEMO: '1', PORT: '0', LOG_LEVEL: 'warn' }
  const program = spawn(join(projectRoot, 'hieuhoc'), ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const address = await addressOf(program)
    for (const picture of pictures) await take(browser, address, picture)
  } finally {
    await browser.close()
    program.kill('SIGTERM')
    await new Promise((resolve) => program.once('exit', resolve))
    await rm(folder, { recursive: true, force: true })
  }
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    program.stdout?.on('data', (chunk) => {
      const address = /http:\/\/\S+/.exec(String(chunk))?.[0]
      if (address) resolve(address)
    })
    program.once('exit', (code) => reject(new Error(`the program ended with ${code}`)))
  })
}

async function take(browser: Browser, baseURL: string, picture: Picture): Promise<void> {
  const viewport = picture.phone ? { width: 390, height: 844 } : { width: 1280, height: 860 }
  const context = await browser.newContext({ baseURL, viewport, colorScheme: picture.dark ? 'dark' : 'light' })
  const page = await context.newPage()
  if (picture.as) await signIn(page, picture.as)
  await page.goto(picture.path, { waitUntil: 'networkidle' })
  await picture.step?.(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(images, `${picture.name}.png`) })
  console.error(picture.name)
  await context.close()
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL('**/work')
}

await main()
