/** One answer to what a file is, for whoever reads Word, Excel or plain text. */
import { describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { packed } from './bombs.fixture.ts'
import { type FileKind, kindOf } from './file-kinds.ts'
import { readDocument } from './read-document.ts'
import { readWorkbook } from './read-workbook.ts'
import { packParts } from './zip.fixture.ts'

const compound = (...names: string[]) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), ...names.map((name) => Buffer.from(`${name}\0`, 'utf16le'))])
const zip = (...paths: string[]) => packed(paths.map((path) => ({ path, data: Buffer.from('x') })))
const open = (kind: string) =>
  packParts(new Map(['mimetype', 'content.xml'].map((name) => [name, `application/vnd.oasis.opendocument.${kind}`])))
const flat = (kind: string) =>
  Buffer.from(`<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.${kind}">`)
const spreadsheet2003 = Buffer.from(
  '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
)
const codeOf = (read: Promise<unknown>) =>
  read.then(
    () => 'read',
    (error: unknown) => (error instanceof ProblemError ? error.problems[0]?.code : `defect: ${String(error)}`),
  )

describe('one kind, and what each reader says of it', () => {
  test.each<[string, Uint8Array, FileKind, string, string]>([
    ['.xlsb', zip('[Content_Types].xml', 'xl/workbook.bin'), 'excelBinary', 'isExcel', 'binaryExcel'],
    ['XML Spreadsheet 2003', spreadsheet2003, 'excelXml', 'isExcel', 'excelXml'],
    ['.ods', open('spreadsheet'), 'openSheet', 'isOpenDocument', 'openDocument'],
    ['a template of .ods', open('spreadsheet-template'), 'openSheet', 'isOpenDocument', 'openDocument'],
    ['.ods in one file', flat('spreadsheet'), 'openSheet', 'isOpenDocument', 'openDocument'],
    ['.odt', open('text'), 'openText', 'isOpenDocument', 'wordFile'],
    ['.odt in one file', flat('text'), 'openText', 'isOpenDocument', 'wordFile'],
    ['.odp', open('presentation'), 'openDocument', 'isOpenDocument', 'notExcel'],
    ['.ods packed anew', zip('content.xml', 'META-INF/manifest.xml'), 'openDocument', 'isOpenDocument', 'notExcel'],
    ['Numbers', zip('Index/Document.iwa', 'Index/Tables/DataList.iwa'), 'iWork', 'isPages', 'numbersFile'],
    ['Pages of before 2013', zip('index.xml', 'thumbs/page.jpg'), 'iWork', 'isPages', 'numbersFile'],
    ['a folder called index', zip('index/bieu.csv'), 'archive', 'isArchive', 'archiveFile'],
    ['a mail', compound('__substg1.0_0037001F'), 'mail', 'isMail', 'mailFile'],
    ['a mail with old Word attached', compound('WordDocument', '__substg1.0_0037001F'), 'mail', 'isMail', 'mailFile'],
    ['old Word with a table of Excel', compound('WordDocument', 'Workbook'), 'oldWord', 'oldWord', 'wordFile'],
    ['old Excel with a text of Word', compound('Workbook', 'WordDocument'), 'oldExcel', 'isExcel', 'oldExcel'],
    ['Word as XML', Buffer.from('<?xml version="1.0"?><pkg:package/>'), 'wordXml', 'isWordXml', 'wordFile'],
    ['a picture of a telephone', Buffer.from('\0\0\0\u0018ftypheic', 'latin1'), 'picture', 'isPicture', 'pictureFile'],
    ['PDF after other bytes', Buffer.from('\n\nxyz\n%PDF-1.4'), 'pdf', 'isPdf', 'pdfFile'],
    ['a program', Buffer.from('MZ\0\u0001 text'), 'unknown', 'notWord', 'notExcel'],
  ])('%s', async (_, bytes, kind, word, excel) => {
    expect(kindOf(bytes)).toBe(kind)
    expect(await codeOf(readDocument(bytes))).toBe(`documents.${word}`)
    expect(await codeOf(readWorkbook(bytes))).toBe(`documents.${excel}`)
  })

  test('a text that begins as a zip does is text', async () => {
    const bytes = Buffer.from('PK 12 của Quận ủy: kế hoạch xây dựng xã hội học tập\n')
    expect(kindOf(bytes)).toBe('text')
    expect(await readDocument(bytes)).toMatchObject({ kind: 'text' })
    expect(await codeOf(readWorkbook(bytes))).toBe('documents.textFile')
  })
})
