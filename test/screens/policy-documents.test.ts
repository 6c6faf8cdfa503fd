/** Directing documents: recorded and corrected at their unit, tied to the plan, seen by whom they are for, found, counted, imported. */
import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { modules } from '#app/modules.ts'
import { createApp } from '#app/server.ts'
import { openRound } from '#modules/collection'
import { operatorCaller } from '#platform/authority.ts'
import type { Engine } from '#platform/operation.ts'
import { perform, performAny } from '#platform/perform.ts'
import { workOn } from '#platform/table-import/index.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { sentFile } from '#test/sent-file.ts'
import { type WebClient, webClient } from '#test/web-client.ts'
import { type HanoiPerson, hanoi, hanoiCaller, hanoiPassword } from '#test/worlds/hanoi.ts'

const operator = operatorCaller('command')
const own = modules.find(({ name }) => name === 'policy-documents')
if (!own) throw new Error('the module is not in the list')

let machine: Engine
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  const made = await testMachine(await testDatabase(hanoi))
  machine = { ...made, limiter: { take: () => undefined } }
  app = createApp({ ...made, limiter: { take: () => undefined } }, createIdentify(made))
  await perform(machine, openRound, operator, { year: 2026 })
})

function operationOf(name: string) {
  const operation = own?.operations.find((each) => each.name === `policy-documents.${name}`)
  if (!operation) throw new Error(`there is no ${name}`)
  return operation
}

function run(name: string, input: object, caller = operator): Promise<unknown> {
  return performAny(machine, operationOf(name), caller, input)
}

const fileFor = (taker: string, name: string, content: Uint8Array) =>
  sentFile(machine, operationOf(taker), { name, content })

interface Row {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly endedOn: string | null
  readonly version: number
  readonly items: readonly { readonly kind: string; readonly id: string }[]
}
const rowsOf = async (input: object, person?: HanoiPerson) =>
  ((await run('list', input, person && (await hanoiCaller(machine.database, person)))) as { rows: Row[] }).rows

async function signedIn(person: HanoiPerson): Promise<WebClient> {
  const officer = webClient(app)
  const page = await officer.open('/sign-in')
  await officer.press(page, 'Đăng nhập', { 'Thư điện tử': `${person}@hanoi.example`, 'Mật khẩu': hanoiPassword })
  return officer
}

const plan = {
  unit: '00004',
  number: '11/KH-UBND',
  issuedOn: '2026-02-10',
  kind: 'plan',
  title: 'Kế hoạch học tập suốt đời',
}

describe('an editor', () => {
  test('records a document at their unit, is told what is wrong at its field, and finds it', async () => {
    const officer = await signedIn('ba-dinh')
    const list = await officer.open('/policy-documents')
    expect(list.text).toContain('Ghi văn bản')
    const form = await officer.open('/policy-documents/new?unit=00004')
    const values = { 'Số, ký hiệu': '11/KH-UBND', 'Loại văn bản': 'plan', 'Trích yếu': plan.title }
    const again = await officer.press(form, 'Lưu', { ...values, 'Ngày ban hành': '2027-01-01' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Ngày ban hành chưa tới.')
    const done = await officer.press(again, 'Lưu', { 'Ngày ban hành': plan.issuedOn })
    expect(done.status).toBe(200)
    expect(done.text).toContain('Kế hoạch học tập suốt đời')
    const twice = await officer.press(await officer.open('/policy-documents/new?unit=00004'), 'Lưu', {
      ...values,
      'Số, ký hiệu': '11/kh-ubnd',
      'Ngày ban hành': '2026-03-01',
    })
    expect(twice.status).toBe(409)
    expect(twice.text).toContain('đã có văn bản mang số, ký hiệu này trong năm')
    // Anybody finds it, misspelt and without tones, on its unit's page and in the list.
    const anybody = webClient(app)
    expect((await anybody.open('/search?q=ke+hoch+hoc+tap+suot+doii')).text).toContain(plan.title)
    expect((await anybody.open('/search?q=11%2FKH-UBND')).text).toContain(plan.title)
    expect((await anybody.open('/units/00004')).text).toContain(plan.title)
    expect((await anybody.open('/policy-documents?unit=00004&year=2026')).text).toContain('11/KH-UBND')
    expect((await anybody.open('/policy-documents?unit=00004&year=2025')).text).toContain('Chưa có văn bản nào')
    expect((await anybody.open('/policy-documents?format=csv')).text).toContain('11/KH-UBND')
  })

  test('does nothing at another unit', async () => {
    const other = await hanoiCaller(machine.database, 'hoan-kiem')
    await expect(run('add', { ...plan, number: '12/KH-UBND' }, other)).rejects.toThrow('platform.forbidden')
    const [document] = await rowsOf({ unit: '00004' })
    const input = { ...plan, id: document?.id, version: 1 }
    await expect(run('edit', input, other)).rejects.toThrow('platform.forbidden')
    await expect(run('tie', { id: document?.id, item: { kind: 'clause', id: 'III.2' } }, other)).rejects.toThrow(
      'platform.forbidden',
    )
  })

  test('ties it to what of the plan it implements, found by words', async () => {
    const officer = await signedIn('ba-dinh')
    const [document] = await rowsOf({ unit: '00004' })
    const screen = await officer.open(`/policy-documents/${document?.id}?q=tuyen+truyen`)
    const tied = await officer.press(screen, 'Gắn', {})
    expect(tied.status).toBe(200)
    const { items } = (await run('document', { id: document?.id })) as Row
    expect(items).toHaveLength(1)
    await expect(run('tie', { id: document?.id, item: { kind: 'clause', id: 'XX.9' } })).rejects.toThrow('unknownItem')
    const untied = await officer.press(tied, 'Gỡ', {})
    expect(untied.text).toContain('Chưa gắn với điều mục')
  })

  test('says what replaces it; who looked at an earlier version changes nothing', async () => {
    const { id: later } = (await run('add', { ...plan, number: '40/KH-UBND', issuedOn: '2026-09-01' })) as Row
    const earlier = (await rowsOf({ unit: '00004' })).find(({ number }) => number === plan.number)
    const { unit: _, ...fields } = plan
    const input = { ...fields, id: earlier?.id, version: earlier?.version, replacedBy: later }
    await run('edit', input)
    await expect(run('edit', input)).rejects.toThrow('changedMeanwhile')
    const replaced = (await run('document', { id: earlier?.id })) as Row
    expect(replaced.endedOn).toBe('2026-09-01')
    expect((await webClient(app).open(`/policy-documents/${earlier?.id}`)).text).toContain('Thay thế bởi 40/KH-UBND')
    const turned = { ...fields, number: '40/KH-UBND', issuedOn: '2026-09-01', id: later, version: 1 }
    await expect(run('edit', { ...turned, replacedBy: later })).rejects.toThrow('replacesItself')
    await expect(run('edit', { ...turned, replacedBy: earlier?.id })).rejects.toThrow('unknownReplacing')
    await expect(run('edit', { ...turned, endedOn: '2026-08-01' })).rejects.toThrow('endsBefore')
  })

  test('keeps its file, of kinds that no browser runs', async () => {
    const add = async (name: string, content: string) =>
      run('add', { ...plan, number: '13/KH-UBND', file: await fileFor('add', name, Buffer.from(content)) })
    await expect(add('x.html', '<script>')).rejects.toThrow('fileType')
    await expect(add('x.pdf', '<script>')).rejects.toThrow('fileType')
    const { id } = (await add('Kế hoạch.pdf', '%PDF-1.7 thử')) as Row
    const answer = await app.request(`/policy-documents/${id}/file`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(await answer.text()).toContain('thử')
    const named = machine.database.kysely.transaction().execute(async (tx) => own?.keptFiles?.(tx, { name: undefined }))
    expect(await named).toHaveLength(1)
  })
})

test('an internal document is seen by readers of its unit and above, in the list, at its address and in search', async () => {
  const { id } = (await run('add', { ...plan, number: '7/UBND-NB', title: 'Công văn riêng', isPublic: false })) as Row
  expect((await rowsOf({ unit: '00004' }, 'ba-dinh')).map((row) => row.id)).toContain(id)
  expect((await rowsOf({ unit: '00004' }, 'doc')).map((row) => row.id)).toContain(id)
  expect((await rowsOf({ unit: '00004' }, 'hoan-kiem')).map((row) => row.id)).not.toContain(id)
  const anybody = webClient(app)
  expect((await anybody.open(`/policy-documents/${id}`)).status).toBe(404)
  expect((await anybody.open('/search?q=cong+van+rieng')).text).not.toContain('Công văn riêng')
  expect((await (await signedIn('ba-dinh')).open('/search?q=cong+van+rieng')).text).toContain('Công văn riêng')
})

test('the form of the unit shows how many are on record beside its measure, and writes nothing into the cell', async () => {
  const officer = await signedIn('ba-dinh')
  const form = await officer.open('/rounds/2026/units/00004?section=steering')
  expect(form.text).toContain('Theo sổ văn bản: 4 văn bản')
  expect(form.html).toContain('href="/policy-documents?unit=00004&amp;year=2026"')
  const { rows } = await machine.database.pool.query("select from collection.cell where measure = 'documents_issued'")
  expect(rows).toHaveLength(0)
})

test('the plan itself is the first document of a city that has none, once', async () => {
  await expect(run('loadPlan', { unit: '01' })).rejects.toThrow('policy-documents.alreadyLoaded')
})

describe('a table', () => {
  async function imported(rows: exceljs.CellValue[][]) {
    const book = new exceljs.Workbook()
    const head = ['Mã đơn vị', 'Số, ký hiệu', 'Ngày ban hành', 'Loại văn bản', 'Trích yếu', 'Thực hiện điều mục']
    book.addWorksheet('Văn bản').addRows([head, ...rows])
    const file = await fileFor('import', 'van-ban.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    const city = await hanoiCaller(machine.database, 'thanh-pho')
    const { id } = (await run('import', { file }, city)) as Row
    await work()
    return { id, city, state: await run('importState', { id }) }
  }
  const work = async () => {
    const [kind] = own?.imports ?? []
    if (kind) await workOn({ perform: (op, input) => perform(machine, op, operatorCaller('job'), input) }, kind)
  }

  test('brings documents of many units; its wrong rows are told, and it is undone as one', async () => {
    const { id, city } = await imported([
      ['00070', '5/CT-UBND', '15/3/2026', 'Chỉ thị', 'Chỉ thị về xóa mù chữ', 'III.2'],
      ['SGDDT', '99/QĐ-SGDĐT', '20/4/2026', 'QĐ', 'Quyết định về trung tâm học tập cộng đồng', ''],
      ['00004', '11/KH-UBND', '1/5/2026', 'Kế hoạch', 'Đã có số này', ''],
      ['99999', '1/KH-UBND', '1/5/2026', 'Sắc lệnh', 'Không có đơn vị', 'XX.9'],
    ])
    const { rows } = (await run('importProblems', { id })) as { rows: { code: string }[] }
    expect(rows.map(({ code }) => code.replace('policy-documents.', '')).toSorted()).toEqual([
      'numberTaken',
      'unknownClause',
      'unknownKind',
      'unknownUnit',
    ])
    await run('importStep', { id, step: 'confirm' }, city)
    await work()
    const [document] = await rowsOf({ unit: '00070' })
    expect(document?.number).toBe('5/CT-UBND')
    expect(((await run('document', { id: document?.id })) as Row).items).toMatchObject([
      { kind: 'clause', id: 'III.2' },
    ])
    expect(await rowsOf({ unit: 'SGDDT' })).toHaveLength(1)
    expect((await webClient(app).open('/search?q=chi+thi+xoa+mu+chu')).text).toContain('Chỉ thị về xóa mù chữ')
    await run('importStep', { id, step: 'undo' }, city)
    await work()
    expect(await rowsOf({ unit: '00070' })).toHaveLength(0)
    expect((await webClient(app).open('/search?q=chi+thi+xoa+mu+chu')).text).not.toContain('Chỉ thị về xóa mù chữ')
  })
})
