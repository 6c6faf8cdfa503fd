/**
 * No number without its way back: looks at every page that shows figures, and follows totals down to the person who typed them.
 * The places, and where each leads, are listed in docs/provenance.md.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { freezeReport, previewReport } from '#modules/reports'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { figuresOf, type ShownFigure } from '#test/walking/figures.ts'
import { type Screen, type WebClient, webClient } from '#test/web-client.ts'
import { demo, demoAccount } from '#test/worlds/demo.ts'

let app: ReturnType<typeof createApp>
/** A commune whose report is approved. */
let commune: string
/** A value that came by its form. */
let value: string

beforeAll(async () => {
  const database = await testDatabase(demo)
  const machine = await testMachine(database, { clock: handClock('2026-11-23T02:00:00Z') })
  app = createApp(machine, createIdentify(machine))
  await database.pool.query('analyze')
  const { rows } = await database.pool.query<{ code: string; id: string }>(
    `select unit.code, value.id from collection.published_submission submission
     join organisation.unit on unit.id = submission.unit_id and unit.kind = 'commune'
     join indicators.value on value.submission_id = submission.id and value.subject = 'citizens_18_plus'
     where submission.state = 'approved' and submission.year = 2026 order by unit.code limit 1`,
  )
  commune = rows[0]?.code ?? ''
  value = rows[0]?.id ?? ''
  const head = { year: 2026, number: 7, symbol: 'BC-UBND', issuedOn: '2026-11-28', place: 'Hà Nội', keptBy: 'VT' }
  const foot = { authority: ['TM. Ủy ban nhân dân'], position: 'Chủ tịch', signatory: 'Mẫu', recipients: ['Bộ'] }
  const operator = operatorCaller('command')
  const { draftVersion } = await perform(machine, previewReport, operator, { year: 2026 })
  await perform(machine, freezeReport, operator, { ...head, ...foot, draftVersion, incompleteIsKnown: true })
}, 90_000)

async function signedIn(person: string): Promise<WebClient> {
  const client = webClient(app)
  const { email, password } = demoAccount(person)
  await client.press(await client.open('/sign-in'), 'Đăng nhập', { 'Thư điện tử': email, 'Mật khẩu': password })
  return client
}

/** What explains a figure: the page of an indicator, a measure, a value, a form, a figure of a report, a list it counts. */
const explains =
  /^(\/indicators\/|\/measures\/|\/values\/|\/rounds\/\d+(\/units\/|\?|$)|\/reports\/\d+(\/figure|\/units|$)|\/plan[/#?]|\/units\/|#)/

const ofPublic = [
  '/',
  '/indicators',
  '/indicators/learning_citizens_share?year=2026',
  '/indicators/learning_citizens_share?year=2025',
  '/indicators/literacy_rate_15_60?year=2026',
  '/indicators/communes_universal_preschool_share?year=2026',
  '/indicators/learning_citizens_share?unit=COMMUNE',
  '/indicators/districts_lower_secondary_level3_share',
  '/measures/learning_citizens_recognised?year=2026',
  '/measures/learner_turns?year=2025',
  '/compare?units=COMMUNE,01',
  '/units/01',
  '/units/COMMUNE',
  '/values/COMMUNE/VALUE',
  '/plan',
  '/plan/agencies',
  '/reports',
  '/reports/2026',
  '/reports/2026/units/COMMUNE',
  '/reports/2026/figure?target=a.2&when=2026',
  '/reports/2026/figure?of=share%3Alearning_citizens_recognised%2Fcitizens_18_plus&in=communes',
  '/reports/2026/figure?of=sum%3Aevents_held&in=working',
  '/reports/2026/figure?of=sum%3Aevents_held&in=before',
]
const ofOfficers = [
  '/work',
  '/rounds',
  '/rounds/2026',
  '/rounds/2026/units/COMMUNE?section=models',
  '/rounds/2026/units/COMMUNE?section=check',
  '/rounds/2026/units/SGDDT',
]

function addressOf(path: string): string {
  return path.replace('COMMUNE', commune).replace('VALUE', value)
}

/** By the first word of the address and the table: where a figure is itself the explanation, or the row says it in words. */
const ends = new Set([
  // The page of a value: its history and what was typed.
  'values history',
  'values cells',
  // A unit in a report: shares with their numbers written out; the numbers are links in the table above.
  'reports shares-table',
])

function isEnd(path: string, { place }: ShownFigure): boolean {
  return ends.has(`${path.split('/')[1]} ${place}`)
}

async function lostOn(client: WebClient, path: string): Promise<string[]> {
  const page = await client.open(addressOf(path))
  expect(page.status, path).toBe(200)
  return figuresOf(page.html)
    .filter((figure) => !isEnd(path, figure) && !figure.leadsTo.some((href) => explains.test(href)))
    .map(({ place, row }) => `${place}: ${row}`)
}

describe('every figure leads to its explanation', () => {
  test.each(ofPublic)('%s, for everybody', async (path) => {
    expect(await lostOn(webClient(app), path)).toEqual([])
  })

  test.each(ofOfficers)('%s, for the city’s officer', async (path) => {
    expect(await lostOn(await signedIn('thanh-pho'), path)).toEqual([])
  })

  test('the pages are not empty of figures', async () => {
    const counts = await Promise.all(
      ['/', '/indicators/learning_citizens_share?year=2026', '/units/COMMUNE', '/reports/2026'].map(
        async (path) => figuresOf((await webClient(app).open(addressOf(path))).html).length,
      ),
    )
    expect(Math.min(...counts)).toBeGreaterThan(20)
  })

  test('one of each kind of link opens, for everybody', async () => {
    const visitor = webClient(app)
    const kinds = new Map<string, string>()
    for (const path of ofPublic) {
      for (const figure of figuresOf((await visitor.open(addressOf(path))).html)) {
        const [href] = figure.leadsTo
        if (href?.startsWith('/')) kinds.set(`${path} ${figure.place}`, href)
      }
    }
    for (const [kind, href] of kinds) expect((await visitor.open(href)).status, `${kind} ${href}`).toBe(200)
  })
})

const typist = 'Cán bộ đơn vị (mẫu)'

/** Follows figures from a page, the nearest first, until a value names who typed it; how many steps it took. */
async function stepsToPerson(client: WebClient, from: string, most: number): Promise<number | undefined> {
  let pages: Screen[] = [await client.open(from)]
  const seen = new Set<string>()
  for (let step = 0; step <= most; step++) {
    if (pages.some((page) => page.path.startsWith('/values/') && page.text.includes(typist))) return step
    const next = pages.flatMap((page) => waysOn(page)).filter((href) => !seen.has(href))
    for (const href of next) seen.add(href)
    pages = await Promise.all(next.slice(0, 6).map((href) => client.open(href)))
  }
  return undefined
}

/** One way for each kind of place on a page: values before all, so that a walk goes down. */
function waysOn(page: Screen): string[] {
  const figures = figuresOf(page.html).flatMap(({ leadsTo }) => leadsTo.filter((href) => explains.test(href)))
  const local = figures.map((href) => (href.startsWith('#') ? page.path + href : href))
  const kinds = ['/values/', '/reports/2026/figure', '/measures/', '/indicators/', '/reports/2026/units']
  return kinds.flatMap((kind) => local.filter((href) => href.startsWith(kind)).slice(0, 2))
}

describe('a total leads to the person who typed, in at most four steps', () => {
  test.each([
    '/indicators/learning_citizens_share?year=2026',
    '/',
    '/units/COMMUNE',
    '/rounds/2026',
    '/reports/2026',
    '/reports/2026/figure?of=sum%3Aevents_held&in=communes',
  ])('from %s, for those with rights', async (path) => {
    const steps = await stepsToPerson(await signedIn('thanh-pho'), addressOf(path), 4)
    expect(steps).toBeGreaterThan(0)
    expect(steps).toBeLessThanOrEqual(4)
  })
})

describe('the page of a value', () => {
  const own = () => `/values/${commune}/${value}`

  test('tells everybody the value, its form and dates, and where to sign in for the rest', async () => {
    const page = await webClient(app).open(own())
    expect(page.text).toContain('Báo cáo năm 2026')
    expect(page.text).toContain('lần 1, trong 1 lần gửi')
    expect(page.text).toContain('Đăng nhập để xem người nhập')
    expect(page.html).toContain(`href="/sign-in?back=${encodeURIComponent(own())}"`)
    expect(page.text).not.toContain(typist)
    expect(page.text).not.toContain('Cán bộ thành phố (mẫu)')
  })

  test.each(['doc', 'kiem-toan', 'thanh-pho'])('tells %s of the city who typed, approved, and when', async (person) => {
    const page = await (await signedIn(person)).open(own())
    expect(page.text).toContain(typist)
    expect(page.text).toContain('Cán bộ thành phố (mẫu)')
    expect(page.text).not.toContain('Đăng nhập để xem')
  })

  test('tells officers of another commune no more than everybody', async () => {
    const page = await (await signedIn('hoan-kiem')).open(own())
    expect(page.status).toBe(200)
    expect(page.text).not.toContain(typist)
    expect(page.text).toContain('chỉ hiện với người có vai trò ở đơn vị này hoặc cấp trên')
  })

  test('leads on to what it enters and to the reports that used it', async () => {
    const page = await webClient(app).open(own())
    expect(page.html).toContain(`href="/indicators/learning_citizens_share?year=2026#why"`)
    expect(page.text).toContain('Báo cáo 07/BC-UBND, 2026')
    expect(page.html).toContain('href="/reports/2026"')
  })
})
