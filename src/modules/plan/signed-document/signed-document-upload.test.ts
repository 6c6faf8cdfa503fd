/** Attaching the signed document: who may, what is kept, what is told, and what is refused. */
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ProblemError } from '#kernel/problem.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine } from '#platform/operation.ts'
import { mayPerform, perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { tree } from '../plan-in-force.operations.ts'
import { attachDocument, documentInfo } from './signed-document.operations.ts'

let database: Database
let engine: Engine

beforeAll(async () => {
  database = await testDatabase(hanoi)
  engine = await testMachine(database)
})

/** The parts of the plan with their names, and a few clauses in our own words. */
const document = `
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Câu thứ nhất.
II. MỤC TIÊU CỤ THỂ
1. Mục tiêu đến năm 2025
- a) Xóa mù chữ
- Giữ chuẩn.
III. NHIỆM VỤ VÀ GIẢI PHÁP
IV. KINH PHÍ THỰC HIỆN
Tiền từ ngân sách và đóng góp.
V. TỔ CHỨC THỰC HIỆN
Phụ lục
`

async function attach(content: string | Buffer, person: Parameters<typeof hanoiCaller>[1] = 'thanh-pho') {
  const caller = await hanoiCaller(database, person)
  return perform(engine, attachDocument, caller, {
    fileName: 'ke-hoach.txt',
    content: Buffer.from(content).toString('base64'),
  })
}

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: ProblemError) => error.problems[0]?.code,
  )

describe('attaching', () => {
  test('says how many clauses got their words, which did not, and which lines nobody took', async () => {
    const attached = await attach(`${document}\nHÀ NỘI, ngày mai`)
    expect(attached.matched + attached.missing.length).toBe(attached.clauses)
    expect(attached.missing.map(({ ref }) => ref)).toContain('I.1.2')
    expect(attached.untaken).toEqual([{ line: 15, text: 'HÀ NỘI, ngày mai' }])
  })

  test('the words stand with their clauses, a statement with those around it', async () => {
    const { clauses } = await perform(engine, tree, { via: 'web' }, {})
    const textOf = (ref: string) => clauses.find((clause) => clause.ref === ref)?.text
    expect(textOf('I.1.1')).toBe('Câu thứ nhất.')
    expect(textOf('II.1.a.1')).toBe('Giữ chuẩn.')
    expect(textOf('IV.1.2')).toBe('Tiền từ ngân sách và đóng góp.')
    expect(textOf('I.1.2')).toBeNull()
  })

  test('the file is kept as it came, and the log does not hold it', async () => {
    const { rows } = await database.pool.query<{ file: string }>(
      'select file from plan.document order by attached_at limit 1',
    )
    const bytes = await engine.files.read(rows[0]?.file ?? '')
    expect(Buffer.from(bytes).toString()).toContain('Câu thứ nhất.')
    const logged = await database.pool.query<{ input: unknown }>(
      "select detail->'input' as input from platform.audit_entry where operation = $1",
      ['plan.attachDocument'],
    )
    const file = { name: expect.any(String), size: bytes.length, hash: rows[0]?.file }
    expect(logged.rows.map(({ input }) => input)).toEqual([{ file, convertsLetters: false }])
  })

  test('a later document takes the place of the one before', async () => {
    await attach(document.replace('Câu thứ nhất.', 'Câu đã sửa.'))
    const { clauses } = await perform(engine, tree, { via: 'web' }, {})
    expect(clauses.find((clause) => clause.ref === 'I.1.1')?.text).toBe('Câu đã sửa.')
  })

  test('tells what the reader of the file could not read or left out, with its place', async () => {
    const lines = document.trim().split('\n')
    const shown = lines.map((text) => new Paragraph(text))
    const hidden = new Paragraph({ children: [new TextRun('Thời hạn'), new TextRun({ text: ' 31/12', vanish: true })] })
    const word = await Packer.toBuffer(new Document({ sections: [{ children: [...shown, hidden] }] }))
    const line = lines.length + 1
    expect((await attach(word)).notes).toEqual([
      { kind: 'left-out-hidden', line, endLine: line, text: ' 31/12', near: 'Thời hạn' },
    ])
    expect((await attach(document)).notes).toEqual([])
  })
})

describe('the same words', () => {
  test.each([
    ['in UTF-16', async () => Buffer.from(`\uFEFF${document}`, 'utf16le')],
    [
      'in a Word file',
      () =>
        Packer.toBuffer(
          new Document({ sections: [{ children: document.split('\n').map((line) => new Paragraph(line)) }] }),
        ),
    ],
  ])('%s', async (_, made) => {
    const plain = await attach(document)
    expect((await attach(await made())).matched).toBe(plain.matched)
  })
})

describe('refused', () => {
  test.each([
    ['another document', 'Kính gửi ông bà', 'plan.notThePlan'],
    ['nothing', '', 'plan.notThePlan'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'documents.isPicture'],
    ['a broken Word file', Buffer.from('PK\u0003\u0004\u0000\u0000'), 'documents.brokenWord'],
    ['too large', Buffer.alloc(8 * 1_048_576 + 1, 'a'), 'plan.documentTooLarge'],
  ])('%s', async (_, content, code) => {
    expect(await codeOf(attach(content))).toBe(code)
  })

  test.each(['doc', 'ba-dinh', 'duyet-ba-dinh', 'sgddt'] as const)('%s may not', async (person) => {
    expect(await codeOf(attach(document, person))).toBe('platform.forbidden')
    expect(await mayPerform(engine, attachDocument, await hanoiCaller(database, person))).toBe(false)
  })

  test('what is refused changes nothing', async () => {
    const { document: kept } = await perform(engine, documentInfo, { via: 'web' }, {})
    await codeOf(attach('Kính gửi ông bà'))
    expect((await perform(engine, documentInfo, { via: 'web' }, {})).document).toEqual(kept)
  })
})
