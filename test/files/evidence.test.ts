/** Files given as evidence: taken by what they are, whatever their names say, or refused in words; given back as downloads that can run nothing. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { ProblemError, describe as tell } from '#kernel/problem.ts'
import { collection, openRound } from '#modules/collection'
import type { Database } from '#platform/database/index.ts'
import { packed, wordFile } from '#platform/documents/bombs.fixture.ts'
import { perform, performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'
import { hanoi, hanoiCaller, hanoiPassword } from '#test/worlds/hanoi.ts'

let database: Database
let machine: Awaited<ReturnType<typeof testMachine>>
let query: { round: number; unit: string; duty: string }
beforeAll(async () => {
  database = await testDatabase(hanoi)
  machine = await testMachine(database)
  await perform(machine, openRound, await hanoiCaller(database, 'quan-tri'), { year: 2026 })
  const submission = { round: 2026, unit: 'SGDDT' }
  const { duties } = await does<Duties>('duties', submission)
  query = { ...submission, duty: duties[0]?.id ?? '' }
})

interface Duties {
  readonly duties: { id: string; evidence: { id: string; title: string; fileType: string }[] }[]
}

async function does<T>(name: string, input: object): Promise<T> {
  const operation = collection.operations.find((each) => each.name === `collection.${name}`)
  if (!operation) throw new Error(`no operation collection.${name}`)
  return (await performAny(machine, operation, await hanoiCaller(database, 'sgddt'), input)) as T
}

const text = (content: string) => Buffer.from(content)
const pdf = text('%PDF-1.7 trang một')
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2])
const word = Buffer.from(packed(wordFile('<w:document><w:body/></w:document>')))
const excel = Buffer.from(packed([{ path: 'xl/workbook.xml', data: text('<workbook/>') }]))
const longName = (length: number, end: string) => 'ă'.repeat(length - end.length) + end

/** In base64, as the API took files before. */
const add = (content: Buffer, fileName?: string) =>
  does<{ id: string }>('addEvidence', { ...query, fileName, content: content.toString('base64') })

test.each<[string, Buffer, string]>([
  ['a web page called PDF', text('<!doctype html><script>alert(1)</script>'), 'bao-cao.pdf'],
  ['a picture that runs', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'a.png'],
  ['a script', text('alert(1)'), 'a.jpg'],
  ['a picture of another kind', text('GIF89a'), 'a.png'],
  ['a package of anything', Buffer.from(packed([{ path: 'a.html', data: text('<p>') }])), 'a.docx'],
  ['a program', Buffer.from('MZ\0\0'), 'a.xlsx'],
  ['a Word file of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.doc'],
])('%s is no kind of evidence', async (_, content, fileName) => {
  const error = await add(content, fileName).catch((thrown: unknown) => thrown)
  if (!(error instanceof ProblemError)) throw error
  expect(error.status).toBe(422)
  expect(error.problems.map((problem) => tell('vi', problem))).toEqual(['Chỉ nhận tệp PDF, ảnh, Word hoặc Excel.'])
  expect(error.problems[0]?.path).toEqual(['file'])
})

const documentType = 'application/vnd.openxmlformats-officedocument'

test.each<[string, Buffer, string | undefined, string]>([
  ['what every object has', pdf, 'a.__proto__', 'application/pdf'],
  ['a page', pdf, 'bao-cao.pdf.html', 'application/pdf'],
  ['nothing', pdf, undefined, 'application/pdf'],
  ['another kind', pdf, 'a.constructor.Jpeg', 'application/pdf'],
  ['300 signs', png, longName(300, '.png'), 'image/png'],
  ['capitals', jpeg, 'A.JPG', 'image/jpeg'],
  ['a Word file', word, 'a.docx', `${documentType}.wordprocessingml.document`],
  ['an Excel file', excel, 'a.xlsx', `${documentType}.spreadsheetml.sheet`],
])('called %s: taken as what it is, and back as it was', async (_, content, fileName, fileType) => {
  const { id } = await add(content, fileName)
  const proof = await does<{ title: string }>('evidence', { ...query, evidence: id })
  expect(proof).toMatchObject({ fileType, content: content.toString('base64') })
  if (fileName) expect(proof.title).toBe(fileName)
})

test('a name of more than 300 signs is refused as too long', async () => {
  const error = await add(pdf, longName(301, '.pdf')).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ problems: [{ code: 'platform.tooLong', path: ['fileName'] }] })
})

describe('on the page', () => {
  async function signedIn() {
    const app = createApp(machine, createIdentify(machine))
    const client = webClient(app)
    const values = { 'Thư điện tử': 'sgddt@hanoi.example', 'Mật khẩu': hanoiPassword }
    await client.press(await client.open('/sign-in'), 'Đăng nhập', values)
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: 'http://localhost' }
    return (path: string, init: RequestInit = {}) =>
      app.request(`http://localhost${path}`, { ...init, headers: { ...headers, ...init.headers } })
  }
  const at = () => `/rounds/2026/units/SGDDT/duties/${query.duty}/evidence`
  const form = (content: Uint8Array<ArrayBuffer>, fileName: string) => {
    const body = new FormData()
    body.set('title', '')
    body.set('url', '')
    body.set('file', new Blob([content]), fileName)
    return body
  }

  test('a file comes as a form, and goes as a download, whole or in part, that may run nothing', async () => {
    const request = await signedIn()
    const name = 'Kế hoạch “quý 1”.html'
    const sent = await request(at(), { method: 'POST', body: form(new Uint8Array(pdf), name) })
    expect(sent.status).toBe(303)
    const { duties } = await does<Duties>('duties', query)
    const proof = duties.flatMap((duty) => duty.evidence).find(({ title }) => title === name)
    expect(proof).toMatchObject({ fileType: 'application/pdf' })
    const path = `/rounds/2026/units/SGDDT/evidence/${proof?.id}`
    const whole = await request(path)
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(pdf)
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    })
    const part = await request(path, { headers: { range: 'bytes=5-7' } })
    expect([part.status, await part.text()]).toEqual([206, '1.7'])
    const byName = `/api/v1/collection/evidenceFile?round=2026&unit=SGDDT&evidence=${proof?.id}`
    const given = await request(byName)
    expect([given.status, await given.text()]).toEqual([200, pdf.toString()])
    expect(given.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  })

  test('one that is too large is told at its field, and nothing of it stays', async () => {
    const request = await signedIn()
    const soon = () => new Date(Date.now() + 1000)
    // What tests before this one left in the folder that their process shares.
    await machine.incoming.removeLeftovers(soon())
    const body = form(new Uint8Array(8_000_001).fill(37), 'a.pdf')
    const answer = await request(at(), { method: 'POST', body })
    expect([answer.status, await answer.text()]).toEqual([
      413,
      expect.stringContaining('Tệp minh chứng lớn quá 8\u00a0MB'),
    ])
    expect(await machine.incoming.removeLeftovers(soon())).toBe(0)
  })
})
