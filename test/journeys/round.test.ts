/** The yearly round as a newcomer walks it: a commune sends its form, the city approves it, the total moves, the report is frozen. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demo, demoAccount } from '#test/worlds/demo.ts'
import { describeInBrowser, expectAccessible, journeyIn, signIn } from './browser.ts'

const missing = [
  'Kinh phí huy động',
  'Kinh phí huy động đã chi',
  'Quỹ khuyến học, khuyến tài vận động được',
  'Số dư quỹ khuyến học, khuyến tài',
]

describeInBrowser.each([
  { script: true, width: 1280 },
  { script: false, width: 1280 },
  { script: true, width: 390 },
])('the round, script $script, $width px', ({ script, width }) => {
  const journey = journeyIn(demo)

  test('from the commune’s form to the frozen report', async () => {
    // axe is a script itself: without script the same pages are only walked.
    const look = script ? expectAccessible : async () => undefined
    const commune = await journey.visitor({ script, width })
    await enter(commune, 'ba-dinh')
    expect(await commune.getByRole('heading', { level: 1 }).textContent()).toBe('Việc của tôi')
    await fillForm(commune, look)
    await sendForm(commune, look)

    const city = await journey.visitor({ script, width })
    await enter(city, 'thanh-pho')
    const before = await totalOf(city)
    await approve(city)
    expect(await totalOf(city)).toBeGreaterThan(before)
    await look(city)

    await freeze(city, look)
    const word = await download(city, 'Word')
    expect(word.subarray(0, 2).toString()).toBe('PK')
    expect((await download(city, 'Excel')).subarray(0, 2).toString()).toBe('PK')
  }, 120_000)
})

type Look = (page: Page) => Promise<void>

async function enter(page: Page, person: string): Promise<void> {
  const { email, password } = demoAccount(person)
  await signIn(page, email, password)
  await page.waitForURL('**/work')
}

async function fillForm(page: Page, look: Look): Promise<void> {
  await page.getByRole('link', { name: 'Điền biểu' }).click()
  await page.getByRole('link', { name: /Kinh phí/ }).click()
  await look(page)
  // "1,5" is one and a half in Vietnamese: no number of đồng. The form says how it was read, and keeps what was typed.
  await page.getByLabel(`${missing[0]}, 2026`, { exact: true }).fill('1,5')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expectText(page, '“1,5” được đọc là 1,5')
  await look(page)
  await page.getByRole('link', { name: 'Kinh phí 3/6' }).click()
  expect(await page.getByLabel(`${missing[0]}, 2026`, { exact: true }).inputValue()).toBe('1,5')
  await writeNote(page)
  for (const name of missing) await page.getByLabel(`${name}, 2026`, { exact: true }).fill('250.000.000')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('link', { name: 'Kinh phí 6/6' }).waitFor()
}

/** A note is a comfortable field from the first line, and grows with its lines. */
async function writeNote(page: Page): Promise<void> {
  const note = page.getByLabel('Ghi chú: Kinh phí huy động', { exact: true })
  await page.getByRole('cell').filter({ has: note }).getByText('Ghi chú', { exact: true }).click()
  const empty = await note.boundingBox()
  expect(empty?.width).toBeGreaterThanOrEqual(256)
  expect(empty?.height).toBeGreaterThanOrEqual(80)
  await note.fill('Theo sổ của kế toán phường.\n'.repeat(8))
  expect((await note.boundingBox())?.height).toBeGreaterThan((empty?.height ?? 0) + 80)
}

async function sendForm(page: Page, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'Gửi thành phố' }).click()
  await expectText(page, 'Chờ duyệt')
  await look(page)
}

/** Families recognised, as the control room adds them up at this moment. */
async function totalOf(page: Page): Promise<number> {
  await page.goto('/rounds/2026')
  const row = page.getByRole('row', { name: /Gia đình học tập được công nhận/ })
  const figures = await row.getByRole('cell').allTextContents()
  return Number(figures[1]?.replaceAll('.', ''))
}

async function approve(page: Page): Promise<void> {
  await page.goto('/rounds/2026/units/00004')
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expectText(page, 'Đã duyệt')
}

async function freeze(page: Page, look: Look): Promise<void> {
  await page.goto('/reports/2026')
  await look(page)
  await page.getByRole('link', { name: 'Chốt báo cáo' }).click()
  await page.getByLabel('Số văn bản').fill('7')
  await page.getByLabel('Họ và tên người ký').fill('Nguyễn Văn Mẫu')
  await page.getByRole('button', { name: 'Chốt báo cáo' }).click()
  // Some communes have not reported: the report says so, and is frozen only by someone who says they know.
  await page.getByLabel(/Tôi biết báo cáo còn thiếu/).check()
  await page.getByRole('button', { name: 'Chốt báo cáo' }).click()
  await expectText(page, 'Số: 07/BC-UBND')
  await look(page)
}

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: new RegExp(name) })
      .first()
      .click(),
  ])
  return readFile(await file.path())
}

async function expectText(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 10_000 })
}
