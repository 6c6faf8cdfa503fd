/** The page of boundaries as an administrator of the small city uses it: check a file, read what is wrong, import it, see its map. */
import { expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine, testNow } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'
import { smallCity, smallCityPassword } from '#test/worlds/small-city.ts'

const machine = await testMachine(await testDatabase(smallCity))
const app = createApp(machine, createIdentify(machine))
const today = testNow.slice(0, 10)

/** A square of a tenth of a degree, the `column`th from the west, as a program draws it. */
function square(code: string, name: string, column: number) {
  const [west, south] = [105.5 + column * 0.1, 21]
  const ring = [
    [west, south],
    [west + 0.1, south],
    [west + 0.1, south + 0.1],
    [west, south + 0.1],
    [west, south],
  ]
  return { type: 'Feature', properties: { code, name }, geometry: { type: 'Polygon', coordinates: [ring] } }
}

const communes = [square('101', 'Sông', 0), square('102', 'Đồi', 1), square('103', 'Chợ', 2)]

function blob(features: unknown[]) {
  return new Blob([JSON.stringify({ type: 'FeatureCollection', features })])
}

test('the screen checks, tells, then imports', async () => {
  const cookies = webClient(app)
  const signIn = await cookies.open('/sign-in')
  const values = { 'Thư điện tử': 'pho-quan-tri@nho.example', 'Mật khẩu': smallCityPassword }
  await cookies.press(signIn, 'Đăng nhập', values)
  expect((await cookies.open('/units')).html).toContain('href="/boundaries"')
  const send = async (fields: Record<string, string | Blob>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') body.set(name, value)
      else body.set(name, value, 'xa.geojson')
    }
    const cookie = [...cookies.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: 'http://localhost' }
    const answer = await app.request('http://localhost/boundaries', { method: 'POST', headers, body })
    return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
  }
  const fields = { on: today, source: 'Sở thử', licence: '', codeProperty: '', nameProperty: '' }
  expect((await send(fields)).html).toContain('Chọn một tệp GeoJSON.')
  expect((await send({ ...fields, source: '', file: blob(communes) })).html).toContain('field-source-error')
  const bad = await send({ ...fields, file: blob([square('999', 'x', 0)]) })
  expect(bad.html).toContain('không có đơn vị mã 999')
  expect(bad.html).not.toContain('name="kept"')
  const good = await send({ ...fields, file: blob(communes.slice(0, 2)) })
  expect(good.html).toContain('1 trên 3 đơn vị cùng cấp không có trong tệp: Phường Chợ.')
  const text = /name="kept" value="([0-9a-f]{64})"/.exec(good.html)?.[1] ?? ''
  const done = await send({ ...fields, kept: text, fileName: 'xa.geojson' })
  expect([done.status, done.to]).toEqual([303, '/boundaries'])
  expect((await cookies.open('/boundaries')).text).toContain('Sở thử')
  expect((await webClient(app).open('/boundaries')).path).toContain('/sign-in')
})

test('areas known by name alone are shown beside their units, and imported once a person has said so', async () => {
  const cookies = webClient(app)
  const values = { 'Thư điện tử': 'pho-quan-tri@nho.example', 'Mật khẩu': smallCityPassword }
  await cookies.press(await cookies.open('/sign-in'), 'Đăng nhập', values)
  const send = async (fields: Record<string, string | Blob>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const cookie = [...cookies.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: 'http://localhost' }
    const answer = await app.request('http://localhost/boundaries', { method: 'POST', headers, body })
    return { status: answer.status, html: await answer.text() }
  }
  const named = communes.map(({ properties: { name }, ...rest }) => ({ ...rest, properties: { ten_xa: name } }))
  const fields = { on: today, source: 'Cổng tên', licence: '', codeProperty: '', nameProperty: '', unit: '' }
  const checked = await send({ ...fields, file: blob(named) })
  expect(checked.html).toContain('Ghép theo tên: xem từng cặp trước khi nạp')
  expect(checked.html).toMatch(/Phường Sông<\/a>/)
  const text = /name="kept" value="([0-9a-f]{64})"/.exec(checked.html)?.[1] ?? ''
  const unsaid = await send({ ...fields, kept: text, fileName: 'xa.geojson' })
  expect([unsaid.status, unsaid.html]).toEqual([422, expect.stringContaining('“Sông” → Phường Sông (101)')])
  expect(checked.html).toContain('name="namesConfirmed" value="true"')
  expect((await send({ ...fields, kept: text, fileName: 'xa.geojson', namesConfirmed: 'true' })).status).toBe(303)
  expect((await cookies.open('/boundaries')).text).toContain('Cổng tên')
})
