/** The pages of a table import as a reader goes through them: upload, look, download with marks, mend, confirm, undo. */
import exceljs from 'exceljs'
import { renderToString } from 'preact-render-to-string'
import { expect, test, vi } from 'vitest'
import { answersOf } from '#app/server.ts'
import { operatorCaller } from '#platform/authority.ts'
import { unboundedPlaces } from '#platform/bounds.ts'
import { perform } from '#platform/perform.ts'
import { workOn } from '#platform/table-import/index.ts'
import { peopleImport, peopleTable } from '#platform/table-import/people.fixture.ts'
import { createWebApp } from '#platform/web/app.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'
import { importPages } from '#ui/table-import/import-pages.tsx'

vi.setConfig({ testTimeout: 60_000 })

const database = await testDatabase()
await database.pool.query(peopleTable)
const machine = await testMachine(database)
const job = operatorCaller('job')
const kit = {
  perform: <I, O>(operation: Parameters<typeof perform<I, O>>[1], input: unknown) =>
    perform(machine, operation, job, input),
}
const app = createWebApp({
  engine: machine,
  routes: importPages(peopleImport, { trail: () => [{ href: '/', label: 'Trang đầu' }] }),
  document: async (view, _, flash) => `${flash?.text ?? ''} ${renderToString(<main>{view.body}</main>)}`,
  problemView: (problems) => ({ title: '', body: problems.map(({ code }) => code).join(' ') }),
  signInAt: () => '/',
  signInAgain: async () => ({ title: '', body: '' }),
  identify: async () => operatorCaller('command'),
  answers: answersOf(machine),
  builtFolder: '.',
  mount: () => undefined,
})
const reader = webClient(app)

async function uploaded(content: string, name = 'danh sách.csv'): Promise<string> {
  const body = new FormData()
  body.set('file', new File([content], name))
  const answer = await app.request('http://localhost/people/imports', {
    method: 'POST',
    body,
    headers: { origin: 'http://localhost' },
  })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

test('wrong cells are told at their addresses, and given back in the file with marks', async () => {
  const at = await uploaded('Mã;Họ và tên;Ngày sinh;Ghi chú\nA1;Bình;31/2/2020;x\n;Chi;1/2/2020;\nA2;Dung;;\n')
  const waiting = await reader.open(at)
  expect(waiting.text).toContain('Đang đọc')
  expect(waiting.headers.get('refresh')).toBe('3')
  await workOn(kit, peopleImport)
  const checked = await reader.open(at)
  expect(checked.headers.get('refresh')).toBeNull()
  for (const text of [
    'C2',
    '31/2/2020” không phải là ngày',
    'A3',
    'Ô này cần được điền',
    'Cột không đọc',
    'D: Ghi chú',
    'UTF-8',
  ])
    expect(checked.text).toContain(text)
  expect(checked.text).not.toContain('Ghi 1 dòng')
  const marked = await app.request(`http://localhost${at}/marked`)
  const book = new exceljs.Workbook()
  await book.xlsx.load(await marked.arrayBuffer())
  const page = book.worksheets[0]
  expect(page?.getCell('C2').value).toBe('31/2/2020')
  expect(page?.getCell('C2').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
  expect(JSON.stringify(page?.getCell('C2').note)).toContain('không phải là ngày')
  expect(page?.getCell('E1').value).toBe('Chỗ cần sửa')
  expect(page?.getCell('E3').value).toBe('Ô này cần được điền.')
  expect(page?.getCell('A4').value).toBe('A2')
  expect(page?.getCell('E4').value).toBeNull()
})

test('a mended file is confirmed, its rows are stored, and the whole of it is undone', async () => {
  const at = await uploaded('Mã;Họ và tên\nA1;Bình\nA2;Dung\n')
  await workOn(kit, peopleImport)
  const storing = await reader.press(await reader.open(at), 'Ghi 2 dòng')
  expect(storing.text).toContain('Đang ghi')
  await workOn(kit, peopleImport)
  const done = await reader.open(at)
  expect(done.text).toContain('Đã ghi xong')
  const undone = await reader.press(done, 'Hoàn tác cả lần nhập')
  expect(undone.text).toContain('Đã hoàn tác 2 dòng.')
  expect((await reader.open('/people/imports')).text).toContain('danh sách.csv')
})

test('no file, and a step that is over, are told', async () => {
  const nothing = await app.request('http://localhost/people/imports', {
    method: 'POST',
    body: new FormData(),
    headers: { origin: 'http://localhost' },
  })
  expect([nothing.status, await nothing.text()]).toEqual([422, expect.stringContaining('Chọn một tệp để tải lên.')])
  const at = await uploaded('Mã;Họ và tên\nA1;Bình\n')
  const early = await reader.open(at)
  await workOn(kit, peopleImport)
  const checked = await reader.open(at)
  await reader.press(early, 'Hủy lần nhập này')
  // The same form sent twice is done once.
  expect((await reader.press(early, 'Hủy lần nhập này')).text).toContain('Đã hủy')
  expect((await reader.press(checked, 'Ghi 1 dòng')).status).toBe(409)
})

test('the template has the headings that are read', async () => {
  const answer = await app.request('http://localhost/people/imports/template/csv')
  expect(await answer.text()).toContain('Mã,Họ và tên,Ngày sinh')
})

test('whatever its operations take has a bound', () => {
  const operations = Object.values(peopleImport.operations)
  expect(operations.flatMap(({ input, name }) => unboundedPlaces(input, name))).toEqual([])
})
