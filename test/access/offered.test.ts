/** What a person is offered is what they may: every link of their menu opens, and no form is shown that would be refused. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#app/server.ts'
import { draftDecision } from '#modules/reorganisation'
import type { Caller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'
import { callerOf, emailOf, type SmallCityPerson, smallCity, smallCityPeople } from '#test/worlds/small-city.ts'

const database = await testDatabase(smallCity)
const machine = await testMachine(database)
const rolesOf = async (id: string) =>
  (await database.pool.query('select distinct role from access.role_grant where account_id = $1', [id])).rows.map(
    ({ role }) => role,
  )
const app = createApp(machine, async (http): Promise<Caller> => {
  const caller = await callerOf(database, http.req.header('x-person') as SmallCityPerson)
  const { id = '', name = '' } = caller.account ?? {}
  return { ...caller, account: { id, name, roles: await rolesOf(id) } }
})
const clientOf = (person: SmallCityPerson) => webClient(app, { 'x-person': person })
const people = Object.keys(smallCityPeople) as SmallCityPerson[]

/** The links under a person's name. */
async function menuOf(person: SmallCityPerson): Promise<string[]> {
  const { html } = await clientOf(person).open('/account')
  const [, menu = ''] = /<ul class="account-links">([\s\S]*?)<\/ul>/.exec(html) ?? []
  return [...menu.matchAll(/href="(\/[^"]*)"/g)].flatMap(([, href]) => href ?? [])
}

describe('the menu', () => {
  test.each(people)('of %s leads nowhere that refuses', async (person) => {
    const links = await menuOf(person)
    expect(links).toContain('/account')
    const refused: string[] = []
    for (const link of links) if ((await clientOf(person).open(link)).status === 403) refused.push(link)
    expect(refused).toEqual([])
  })

  test('leads the city’s people to what only they may', async () => {
    expect(await menuOf('pho-quan-tri')).toEqual(
      expect.arrayContaining(['/people', '/reorganisations/drafts', '/audit', '/system']),
    )
    expect(await menuOf('song-quan-tri')).toEqual(expect.arrayContaining(['/people', '/audit']))
  })
})

describe('forms and links of the city', () => {
  let draft: string
  beforeAll(async () => {
    const input = { on: '2027-01-01', title: 'Sắp xếp', basis: 'Nghị quyết 1/NQ' }
    draft = (await perform(machine, draftDecision, await callerOf(database, 'pho-quan-tri'), input)).id
  })

  test.each([
    ['/rounds', 'action="/rounds"'],
    ['/units', 'href="/boundaries"'],
    ['/reorganisations', 'href="/reorganisations/drafts"'],
    ['/audit', 'href="/audit/chain"'],
  ])('%s offers %s to whom it would let in', async (page, offer) => {
    const offered: string[] = []
    for (const person of ['pho-quan-tri', 'pho-kiem-toan', 'pho-doc', 'song-quan-tri', 'song-kiem-toan'] as const) {
      const { status, html } = await clientOf(person).open(page)
      if (status === 200 && html.includes(offer)) offered.push(person)
    }
    expect(offered).toEqual(
      {
        '/rounds': ['pho-quan-tri'],
        '/units': ['pho-quan-tri'],
        '/reorganisations': ['pho-quan-tri', 'pho-kiem-toan', 'pho-doc'],
        '/audit': ['pho-kiem-toan'],
      }[page],
    )
  })

  test('a commune’s administrator who reads at the city is shown a draft, and none of the steps of its administrators', async () => {
    await database.pool.query(
      `insert into access.role_grant (id, account_id, unit_id, role, field, valid_from, granted_at)
       select gen_random_uuid(), account.id, unit.id, 'reader', 'all', '2026-01-01', now()
       from access.account, organisation.unit where account.email = $1 and unit.code = '01'`,
      [emailOf('doi-quan-tri')],
    )
    const offers = [
      '/reorganisations/drafts/new',
      `/reorganisations/drafts/${draft}/head`,
      `/reorganisations/drafts/${draft}/step/`,
    ]
    const seenBy = async (person: SmallCityPerson) => {
      const pages = [
        await clientOf(person).open('/reorganisations/drafts'),
        await clientOf(person).open(`/reorganisations/drafts/${draft}`),
      ]
      expect(pages.map(({ status }) => status)).toEqual([200, 200])
      return offers.filter((offer) => pages.some(({ html }) => html.includes(`"${offer}`)))
    }
    expect(await seenBy('doi-quan-tri')).toEqual([])
    expect(await seenBy('pho-quan-tri')).toEqual(offers)
  })

  test('whose account reaches beyond the commune cannot be disabled there, and is not offered to be', async () => {
    const { html } = await clientOf('doi-quan-tri').open('/people?unit=102')
    const rows = html.split('<tr').filter((row) => row.includes('@nho.example'))
    const canDisable = rows.filter((row) => row.includes('action="/people/state"')).length
    // Their own account, which now holds a role at the city, is the one that is out of their reach.
    expect([rows.length, canDisable]).toEqual([5, 4])
  })
})
