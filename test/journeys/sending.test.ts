/** Two officers on one form: whoever sends it on a stale page is told what the other changed since, with script and without, wide and narrow. */
import { expect, test } from 'vitest'
import { createAccount, grantRole } from '#modules/access'
import { returnSubmission, saveCells, submissionOperation } from '#modules/collection'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { demo, demoAccount } from '#test/worlds/demo.ts'
import { hanoiCaller, hanoiPassword, hanoiPeople } from '#test/worlds/hanoi.ts'
import { describeInBrowser, expectAccessible, journeyIn, signIn } from './browser.ts'

const operator = operatorCaller('command')
const form = { round: 2026, unit: '00004' }
const other = { ...hanoiPeople['ba-dinh-2'], email: 'ba-dinh-2@hanoi.example' }

describeInBrowser('a form that somebody else changed since its page was opened', () => {
  const journey = journeyIn(demo)

  /** The other officer enters a figure: as often as there are looks, another one. */
  async function change(measure: string, entry: string): Promise<string> {
    const { database } = journey.machine
    const { cells } = await perform(journey.machine, submissionOperation, operator, form)
    const before = cells.find((cell) => cell.measure === measure && cell.category === 'total')
    const own = { measure, entry, note: before?.note || 'Theo sổ', version: before?.version ?? 0 }
    await perform(journey.machine, saveCells, await hanoiCaller(database, 'ba-dinh-2'), { ...form, cells: [own] })
    return before?.entry ?? ''
  }

  test('a second officer fills the form', async () => {
    const { name, email, unit, role } = other
    await perform(journey.machine, createAccount, operator, { email, name, password: hanoiPassword })
    await perform(journey.machine, grantRole, operator, { email, unit, role, from: '2026-01-01' })
    const { findings } = await perform(journey.machine, submissionOperation, operator, form)
    const missing = findings.filter(({ severity }) => severity === 'missing')
    expect(missing.length).toBeGreaterThan(0)
    for (const { measure } of missing) await change(measure, '250.000.000')
  })

  test.each([{ script: true }, { script: false }])(
    'is told old, new and by whom, and goes as it stands, script $script',
    async ({ script }) => {
      const page = await journey.visitor({ script })
      const { email, password } = demoAccount('ba-dinh')
      await signIn(page, email, password)
      await page.waitForURL('**/work')
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: width < 600 ? 844 : 900 })
        await page.goto('/rounds/2026/units/00004?section=events')
        const now = `${width}${script ? 1 : 2}`
        const before = await change('events_held', now)
        await page.getByRole('button', { name: 'Gửi thành phố', exact: true }).click()
        await page.getByText('Nội dung vừa thay đổi').waitFor()
        const text = await page.getByRole('alert').textContent()
        expect(text).toContain(`khi bạn mở trang là “${before}”, nay là “${now}”. Người thực hiện: ${other.name}.`)
        // axe is a script itself.
        if (script) await expectAccessible(page)
        await page.getByRole('button', { name: 'Gửi biểu như đang lưu' }).click()
        await page.waitForURL('**/work')
        const { submission, cells } = await perform(journey.machine, submissionOperation, operator, form)
        expect(submission.state).toBe('sent')
        expect(cells).toContainEqual(
          expect.objectContaining({ measure: 'events_held', entry: now, editor: other.name }),
        )
        const back = { reason: 'Kiểm tra lại', dueOn: '2099-01-01', version: submission.version }
        await perform(journey.machine, returnSubmission, operator, { ...form, ...back })
      }
    },
    60_000,
  )
})
