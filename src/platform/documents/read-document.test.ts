/** Files of other kinds under the name of a Word file, and letters of before Unicode: what a file is, said before what it lacks. */
import { describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { excelFile, packed, wordFile } from './bombs.fixture.ts'
import { readDocument } from './read-document.ts'

const answerOf = (bytes: Uint8Array, convertsLetters = false) =>
  readDocument(bytes, { convertsLetters }).then(
    ({ text }) => text,
    (error: unknown) => (error instanceof ProblemError ? error.message : `defect: ${String(error)}`),
  )
const compound = (...names: string[]) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), ...names.map((name) => Buffer.from(name, 'utf16le'))])
const zip = (...paths: string[]) => packed(paths.map((path) => ({ path, data: Buffer.from('x') })))
const html = '<html xmlns:w="urn:w"><head></head><body><p>KẾ HOẠCH</p></body></html>'

describe('what a file is', () => {
  test.each<[string, Uint8Array, string]>([
    ['a web page', Buffer.from(html), 'isHtml'],
    ['a web page after white space and comments', Buffer.from(`\n <!-- x -->\n<!DOCTYPE HTML>${html}`), 'isHtml'],
    ['a web page in UTF-16', Buffer.from(`\uFEFF${html}`, 'utf16le'), 'isHtml'],
    ['a web page declared as XML', Buffer.from(`<?xml version="1.0"?>${html}`), 'isHtml'],
    ['a piece of a page', Buffer.from('<p class=MsoNormal>KẾ HOẠCH</p>'), 'isHtml'],
    ['RTF', Buffer.from('{\\rtf1\\ansi x}'), 'isRtf'],
    ['a page saved whole', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx'), 'isMht'],
    [
      'the same from a browser',
      Buffer.from('From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n'),
      'isMht',
    ],
    ['PDF', Buffer.from('%PDF-1.7\n'), 'isPdf'],
    ['PDF after other bytes', Buffer.from('\n\nxyz\n%PDF-1.4'), 'isPdf'],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'isPicture'],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'isPicture'],
    ['HEIC', Buffer.from('\0\0\0\u0018ftypheic', 'latin1'), 'isPicture'],
    ['old Word', compound('WordDocument'), 'oldWord'],
    ['old Excel', compound('Workbook'), 'isExcel'],
    ['old PowerPoint', compound('PowerPoint Document'), 'isPowerPoint'],
    ['a mail', compound('__substg1.0_0037001F'), 'isMail'],
    ['Works', compound('MatOST'), 'oldOffice'],
    ['a password', compound('EncryptedPackage'), 'lockedWord'],
    ['Excel', packed(excelFile('<worksheet/>')), 'isExcel'],
    ['PowerPoint', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'isPowerPoint'],
    ['OpenDocument', zip('mimetype', 'content.xml'), 'isOpenDocument'],
    [
      'OpenDocument in one file',
      Buffer.from('<?xml version="1.0"?><office:document xmlns:office="x"/>'),
      'isOpenDocument',
    ],
    ['Pages', zip('Index/Document.iwa'), 'isPages'],
    ['an archive', zip('ke-hoach.docx'), 'isArchive'],
    ['RAR', Buffer.from('Rar!\u001a\u0007'), 'isArchive'],
    [
      'Word as XML',
      Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'isWordXml',
    ],
    ['a package in one file', Buffer.from('<?xml version="1.0"?><pkg:package/>'), 'isWordXml'],
    ['XML', Buffer.from('<?xml version="1.0"?><a/>'), 'isXml'],
    [
      'scanned pages',
      packed(
        wordFile('<w:document><w:body><w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p></w:body></w:document>'),
      ),
      'onlyPictures',
    ],
    [
      'a file within',
      packed(wordFile('<w:document><w:body><w:altChunk r:id="x"/></w:body></w:document>')),
      'onlyEmbedded',
    ],
    ['a program', Buffer.from('MZ\0\u0001 text'), 'notWord'],
    ['text in an unknown encoding', Buffer.from('Größe und Länge, schön', 'latin1'), 'unknownLetters'],
  ])('%s', async (_, bytes, code) => {
    expect(await answerOf(bytes)).toBe(`documents.${code}`)
  })

  test.each([
    ['with a heading that looks like one of a mail', 'Kính gửi: Sở A\nSố: 45/KH-UBND'],
    ['that begins with a sign', '< 70% và > 50%'],
    ['about PDF', 'Tệp PDF của kế hoạch'],
  ])('text %s is text', async (_, text) => {
    expect(await answerOf(Buffer.from(text))).toBe(text)
  })
})

describe('letters of before Unicode', () => {
  const right = ['II. TỔ CHỨC THỰC HIỆN', '1. Đến năm 2030, 90% trung tâm học tập cộng đồng xếp loại tốt.']
  const tcvn = ['II. Tæ CHøC THùC HIÖN', '1. §Õn n¨m 2030, 90% trung t©m häc tËp céng ®ång xÕp lo¹i tèt.']
  const vni = ['II. TOÅ CHÖÙC THÖÏC HIEÄN', '1. Ñeán naêm 2030, 90% trung taâm hoïc taäp coäng ñoàng xeáp loaïi toát.']
  const bytesOf = (lines: string[], encoding: BufferEncoding = 'utf8') => Buffer.from(lines.join('\n'), encoding)

  test.each<[string, Uint8Array]>([
    ['TCVN3', bytesOf(tcvn)],
    ['TCVN3 in bytes', bytesOf(tcvn, 'latin1')],
    ['VNI', bytesOf(vni)],
    ['VNI in bytes', bytesOf(vni, 'latin1')],
    ['both, paragraph by paragraph', bytesOf([tcvn[0] ?? '', vni[1] ?? ''])],
    ['one beside Unicode', bytesOf([right[0] ?? '', vni[1] ?? ''])],
    ['Unicode beside bytes', Buffer.concat([bytesOf([`${right[0]}\n`]), bytesOf([tcvn[1] ?? ''], 'latin1')])],
  ])('%s is converted when the reader agrees, and only then', async (_, bytes) => {
    expect(await answerOf(bytes)).toBe('documents.oldEncoding')
    expect((await answerOf(bytes, true)).split('\n')).toEqual(right)
  })

  test('are told with their lines and names', async () => {
    const { notes } = await readDocument(bytesOf([...right, ...tcvn, ...right, ...vni]), { convertsLetters: true })
    expect(notes.map(({ line, endLine, text }) => [line, endLine, text])).toEqual([
      [3, 4, 'TCVN3 (ABC)'],
      [7, 8, 'VNI'],
    ])
  })

  test('Windows-1258', async () => {
    const bytes = Buffer.from('Kê\xec hoa\xf2ch cu\xd2a ti\xd2nh va\xcc ca\xecc xa\xde n\xe3m', 'latin1')
    expect(await answerOf(bytes)).toBe('documents.oldEncoding')
    expect(await answerOf(bytes, true)).toBe('Kế hoạch của tỉnh và các xã năm')
  })

  const run = (text: string, font: string) =>
    `<w:r><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
  const word = (inner: string, styles = '<w:styles/>') =>
    packed(wordFile(`<w:document><w:body>${inner}</w:body></w:document>`, { 'styles.xml': styles }))

  test.each([
    ['the font of a run', `<w:p>${run('Së Néi vô', '.VnTime')}</w:p>`, 'Sở Nội vụ'],
    ['one word, which its font decides', `<w:p>${run('Sè', '.VnTime')}</w:p>`, 'Số'],
    ['a letter cut in two', `<w:p>${run('So', 'VNI-Times')}${run('á: 45', 'VNI-Times')}</w:p>`, 'Số: 45'],
    ['a font of capitals', `<w:p>${run('môc tiªu', '.VnTimeH')}</w:p>`, 'MỤC TIÊU'],
    [
      'two fonts in a paragraph',
      `<w:p>${run('Së Néi vô ', '.VnArial')}${run('và Sở Tài chính', 'Arial')}</w:p>`,
      'Sở Nội vụ và Sở Tài chính',
    ],
    ['Unicode in an old font', `<w:p>${run('Sở Nội vụ và có là', '.VnTime')}</w:p>`, 'Sở Nội vụ và có là'],
    ['Unicode of Latin letters alone in an old font', `<w:p>${run('và là bà cô', '.VnTime')}</w:p>`, 'và là bà cô'],
  ])('in Word: %s', async (_, body, text) => {
    expect(await answerOf(word(body), true)).toBe(text)
  })

  test('in Word: the font of a style, and of the whole document', async () => {
    const fonts = '<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>'
    const plain = '<w:r><w:t>Sè</w:t></w:r>'
    const byStyle = `<w:styles><w:style w:styleId="A">${fonts}</w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`
    expect(await answerOf(word(`<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>${plain}</w:p>`, byStyle), true)).toBe('Số')
    const byDefault = `<w:styles><w:docDefaults><w:rPrDefault>${fonts}</w:rPrDefault></w:docDefaults></w:styles>`
    expect(await answerOf(word(`<w:p>${plain}</w:p>`, byDefault), true)).toBe('Số')
  })

  test.each(['Müller và Señor Núñez ở café', 'Lê Văn Tám', '« Đề án » số 5 · 20°C', 'naïve résumé', 'À Ô É'])(
    'not found in %s',
    async (text) => {
      expect(await answerOf(Buffer.from(text))).toBe(text)
    },
  )
})
