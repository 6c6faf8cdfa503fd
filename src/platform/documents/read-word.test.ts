/** Word files and texts that somebody brings in: what is read, what is refused and how, and that nothing else can happen. */
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { tries } from '#test/length.ts'
import { readDocument } from './read-document.ts'
import { wordLimits } from './read-word.ts'
import { packParts, readParts } from './zip.fixture.ts'

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
})
const numbering = {
  config: [
    {
      reference: 'parts',
      levels: [
        level(0, LevelFormat.UPPER_ROMAN, '%1.'),
        level(1, LevelFormat.DECIMAL, '%2.'),
        level(2, LevelFormat.DECIMAL, '%2.%3.'),
      ],
    },
    { reference: 'letters', levels: [level(0, LevelFormat.LOWER_LETTER, '%1)')] },
    { reference: 'dots', levels: [level(0, LevelFormat.BULLET, '\uF0B7')] },
  ],
}
const listed = (text: string, reference: string, at = 0, instance = 0) =>
  new Paragraph({ text, numbering: { reference, level: at, instance } })
const cell = (...texts: string[]) => new TableCell({ children: texts.map((text) => new Paragraph(text)) })
const row = (...cells: TableCell[]) => new TableRow({ children: cells })

async function wordOf(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ numbering, sections: [{ children }] })))
}

const linesOf = async (bytes: Uint8Array) => (await readDocument(bytes)).text.split('\n')
const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof ProblemError ? error.message : `defect: ${String(error)}`),
  )

let sound: Uint8Array
beforeAll(async () => {
  sound = await wordOf([
    new Paragraph('KẾ HOẠCH'.normalize('NFD')),
    listed('MỤC TIÊU', 'parts'),
    listed('Chung', 'parts', 1),
    listed('Cụ thể', 'parts', 1),
    listed('Năm 2028', 'parts', 2),
    listed('Năm 2030', 'parts', 2),
    listed('biết chữ', 'letters', 0, 1),
    listed('biết đọc', 'letters', 0, 1),
    listed('NHIỆM VỤ', 'parts'),
    listed('Tuyên truyền', 'parts', 1),
    listed('lại từ a', 'letters', 0, 2),
    listed('một ý', 'dots'),
  ])
})

describe('a document', () => {
  test('has the numbers that Word counts', async () => {
    expect(await linesOf(sound)).toEqual([
      'KẾ HOẠCH',
      'I. MỤC TIÊU',
      '1. Chung',
      '2. Cụ thể',
      '2.1. Năm 2028',
      '2.2. Năm 2030',
      'a) biết chữ',
      'b) biết đọc',
      'II. NHIỆM VỤ',
      '1. Tuyên truyền',
      'a) lại từ a',
      '• một ý',
    ])
  })

  test('gives rows of tables with tabs, and cells side by side in a head one after the other', async () => {
    const merged = new TableCell({ children: [new Paragraph('Sở A')], rowSpan: 2 })
    const bytes = await wordOf([
      new Table({ rows: [row(cell('UBND TỈNH', 'SỞ A'), cell('CỘNG HÒA', 'Độc lập'))] }),
      new Table({
        rows: [
          row(cell('TT'), cell('Nhiệm vụ'), cell('Chủ trì')),
          row(cell('1'), cell('Dạy', 'Học'), merged),
          row(cell('2'), cell('Tập\tlàm')),
        ],
      }),
    ])
    expect(await linesOf(bytes)).toEqual([
      'UBND TỈNH',
      'SỞ A',
      'CỘNG HÒA',
      'Độc lập',
      'TT\tNhiệm vụ\tChủ trì',
      '1\tDạy\vHọc\tSở A',
      '2\tTập làm\tSở A',
    ])
  })

  test('takes tracked changes as accepted, ends lines at soft breaks, leaves hidden text out', async () => {
    const change = { id: 1, author: 'A', date: '2026-01-01T00:00:00Z' }
    const bytes = await wordOf([
      new Paragraph({
        children: [
          new TextRun('Đạt '),
          new DeletedTextRun({ ...change, text: '80%' }),
          new InsertedTextRun({ ...change, id: 2, text: '90%' }),
          new TextRun({ text: ' ẩn', vanish: true }),
        ],
      }),
      new Paragraph({ children: [new TextRun('dòng một'), new TextRun({ text: 'dòng hai', break: 1 })] }),
    ])
    expect(await linesOf(bytes)).toEqual(['Đạt 90%', 'dòng một', 'dòng hai'])
  })

  test('with a list that begins anew, one that a style gives, and one taken away', async () => {
    const parts = await readParts(sound)
    const list = (id: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="9"/>${more}</w:num>`
    const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl>'
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    parts.set(
      'word/numbering.xml',
      `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="9">${level}</w:abstractNum>${list(1)}${list(2, again)}</w:numbering>`,
    )
    parts.set(
      'word/styles.xml',
      '<w:styles xmlns:w="w"><w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>',
    )
    const p = (inner: string, text: string) => `<w:p><w:pPr>${inner}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const body = [
      p('<w:pStyle w:val="A"/>', 'một'),
      p('<w:pStyle w:val="B"/>', 'hai'),
      p('<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>', 'không số'),
      p('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>', 'năm'),
      p('<w:numPr><w:numId w:val="2"/></w:numPr>', 'sáu'),
      p('<w:rPr><w:del/></w:rPr>', 'nối '),
      p('', 'liền'),
    ]
    parts.set('word/document.xml', `<w:document xmlns:w="w"><w:body>${body.join('')}</w:body></w:document>`)
    expect(await linesOf(packParts(parts))).toEqual(['1) một', '2) hai', 'không số', '5) năm', '6) sáu', 'nối liền'])
  })
})

describe('a text', () => {
  const plan = 'Kế hoạch của tỉnh\nMục tiêu: 90% và các xã'
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
  test.each([
    ['UTF-8', Buffer.from(plan)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${plan}`)],
    ['letters in pieces', Buffer.from(plan.normalize('NFD'))],
    ['UTF-16', Buffer.from(`\uFEFF${plan}`, 'utf16le')],
    ['UTF-16 the other way', swapped(Buffer.from(`\uFEFF${plan}`, 'utf16le'))],
    ['UTF-16 without its mark', Buffer.from(plan, 'utf16le')],
  ])('in %s', async (_, bytes) => {
    expect(await readDocument(bytes)).toEqual({ kind: 'text', text: plan, notes: [] })
  })

  test('of nothing', async () => {
    expect(await readDocument(new Uint8Array())).toEqual({ kind: 'text', text: '', notes: [] })
  })
})

describe('refused', () => {
  const compound = (text: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(text, 'utf16le')])
  // "Ủy ban nhân dân và các sở của tỉnh đạt" as the fonts and code pages of before Unicode have it.
  const tcvn = 'Uû ban nh©n d©n vµ c¸c së cña tØnh ®¹t kÕ ho¹ch n¨m häc tËp, thùc hiÖn nhiÖm vô ®­îc giao'
  const windows1258 = Buffer.from('Kê\xec hoa\xf2ch cu\xd2a ti\xd2nh va\xcc ca\xecc xa\xde na\xdem', 'latin1')
  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'documents.isPicture'],
    ['a zip of other things', Buffer.from(packParts(new Map([['a.txt', 'x']]))), 'documents.isArchive'],
    ['a torn zip', Buffer.from('PK\u0003\u0004....'), 'documents.brokenWord'],
    ['an old Word file', compound('WordDocument'), 'documents.oldWord'],
    ['a file with a password', compound('EncryptedPackage'), 'documents.lockedWord'],
    ['letters of an old font', Buffer.from(tcvn), 'documents.oldEncoding'],
    ['bytes of an old font', Buffer.from(tcvn, 'latin1'), 'documents.oldEncoding'],
    ['Windows-1258', windows1258, 'documents.oldEncoding'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(readDocument(bytes))).toBe(code)
  })

  test('an Excel file', async () => {
    const book = new exceljs.Workbook()
    book.addWorksheet('A').getCell('A1').value = 1
    expect(await codeOf(readDocument(new Uint8Array(await book.xlsx.writeBuffer())))).toBe('documents.isExcel')
  })

  test.each([
    ['bytes', { bytes: 100 }],
    ['paragraphs', { paragraphs: 3 }],
    ['signs', { signs: 20 }],
  ])('more %s than the limit', async (_, limit) => {
    expect(await codeOf(readDocument(sound, { limits: { ...wordLimits, ...limit } }))).toBe('documents.wordTooLarge')
  })

  test('more unpacked bytes than the limit', async () => {
    expect(await codeOf(readDocument(sound, { limits: { ...wordLimits, unpackedBytes: 1000 } }))).toBe(
      'documents.unpackedTooLarge',
    )
  })

  test.each([
    ['no XML', 'not xml'],
    ['an end that is missing', '<w:document xmlns:w="w"><w:body><w:p>'],
  ])('a body of %s', async (_, body) => {
    const parts = await readParts(sound)
    parts.set('word/document.xml', body)
    expect(await codeOf(readDocument(packParts(parts)))).toBe('documents.brokenWord')
  })
})

describe('broken files', () => {
  const known = [
    'read',
    ...['brokenWord', 'notWord', 'wordTooLarge', 'unpackedTooLarge', 'partTooLarge', 'partLocked', 'partTwice'].map(
      (name) => `documents.${name}`,
    ),
    ...['partsOverlap', 'unknownEncoding', 'nameTooLong', 'tooManyParts'].map((name) => `documents.${name}`),
  ]

  test('thousands with bytes changed or cut: read, or refused with a reason', { timeout: 60_000 }, async () => {
    let state = 1
    const below = (limit: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return Math.floor((state / 4_294_967_296) * limit)
    }
    for (let run = 0; run < tries(1000, 4000); run++) {
      const bytes = Uint8Array.from(sound)
      for (let count = 1 + below(4); count > 0; count--) bytes[below(bytes.length)] = below(256)
      const cut = run % 3 === 0 ? bytes.subarray(0, below(bytes.length)) : bytes
      expect(known).toContain(await codeOf(readDocument(cut)))
    }
  })

  test('hundreds with elements of the body lost or doubled', { timeout: 60_000 }, async () => {
    const parts = await readParts(sound)
    const body = parts.get('word/document.xml') ?? ''
    const tags = [...body.matchAll(/<[^>]+>/g)]
    for (let run = 0; run < tries(400, 1000); run++) {
      const tag = tags[(run * 7919) % tags.length]
      const at = tag?.index ?? 0
      const [before, after] = [body.slice(0, at), body.slice(at + (tag?.[0].length ?? 0))]
      parts.set('word/document.xml', run % 2 === 0 ? before + after : `${before}${tag?.[0]}${tag?.[0]}${after}`)
      expect(known).toContain(await codeOf(readDocument(packParts(parts))))
    }
  })
})
