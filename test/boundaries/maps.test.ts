/** Maps of the public pages: tiles while boundaries are missing, outlines once nearly all are loaded, small enough for a phone. */
import { brotliDecompressSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { importBoundaries } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi } from '#test/worlds/hanoi.ts'

const database = await testDatabase(hanoi)
const machine = await testMachine(database)
const app = createApp(machine, createIdentify(machine))
const home = 'http://localhost/'

interface Place {
  readonly code: string
  readonly lon: number
  readonly lat: number
}

/** Around each commune's point, a ring of many corners: as much drawing as real boundaries are. */
function fileOf(places: readonly Place[]): string {
  const features = places.map(({ code, lon, lat }) => {
    const ring = Array.from({ length: 300 }, (_, step) => [
      lon + 0.01 * Math.cos(step / 47.7) * (1 + 0.2 * Math.sin(step * 2.1)),
      lat + 0.01 * Math.sin(step / 47.7) * (1 + 0.2 * Math.sin(step * 1.7)),
    ])
    const coordinates = [[...ring, ring[0]]]
    return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates } }
  })
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })).toString('base64')
}

let places: Place[] = []

beforeAll(async () => {
  const { rows } = await database.pool.query<Place>(`
    select code, lon::float8, lat::float8 from organisation.published_unit
    where kind = 'commune' and valid_from <= '2026-11-02' and valid_to > '2026-11-02' order by code`)
  places = rows
  await database.pool.query(`
    insert into indicators.value (unit_id, id, subject, year, period, as_of, amount, status, confidence, source_id, is_sample, recorded_at)
    select unit.id, gen_random_uuid(), subject, 2026, '2026', '2026-10-31', amount, 'confirmed', 'high', 'submission', true, now()
    from organisation.published_unit unit
    cross join (values ('citizens_18_plus', 1000), ('learning_citizens_recognised', 640)) as given (subject, amount)
    where kind = 'commune' and valid_from <= '2026-10-31' and valid_to > '2026-10-31'`)
})

function load(some: readonly Place[]) {
  const input = {
    fileName: 'a.geojson',
    content: fileOf(some),
    on: '2026-11-02',
    source: 'Bản đồ <thử>',
    licence: 'CC0',
  }
  return perform(machine, importBoundaries, operatorCaller('command'), input)
}

async function mapAt(path: string): Promise<string> {
  const html = await (await app.request(home + path)).text()
  return /<div class="tile-figure">[\s\S]*?<\/div>/.exec(html)?.[0] ?? ''
}

describe.each(['', 'indicators/learning_citizens_share'])('/%s', (path) => {
  test('tiles until nineteen of twenty have a boundary, then outlines that link and say where they come from', async () => {
    await load(places.slice(0, 100))
    expect(await mapAt(path)).not.toContain('shape-map')
    await load(places)
    const map = await mapAt(path)
    expect(map).toContain('shape-map')
    expect(map).toContain('Ranh giới: Bản đồ &lt;thử> (CC0)')
    for (const { code } of places) expect(map).toContain(`href="/units/${code}?on=`)
    expect(map).toMatch(/<a [^>]*aria-label="Phường Ba Đình: 64%[^"]*"[^>]*><title>Phường Ba Đình: 64%/)
    expect(map).not.toMatch(/NaN|undefined/)
    await database.pool.query('delete from organisation.boundary')
  })
})

test('the front page with its map is far below 100 kB', async () => {
  await load(places)
  const answer = await app.request(home, { headers: { 'accept-encoding': 'br' } })
  const body = Buffer.from(await answer.arrayBuffer())
  expect(brotliDecompressSync(body).toString()).toContain('shape-map')
  expect(body.length).toBeLessThan(60_000)
})
