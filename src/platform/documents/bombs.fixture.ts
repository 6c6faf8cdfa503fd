/** Office files made to harm who reads them, built in code: each small to send and large, deep or endless to read. For tests and trials of attacks. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface Bomb {
  readonly name: string
  readonly kind: 'word' | 'excel'
  /** The code it is to be answered with. */
  readonly answer: string
  readonly build: () => Uint8Array
}

interface Part {
  readonly path: string
  readonly data: Uint8Array
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const part = (path: string, text: string): Part => ({ path, data: utf8(text) })

/** `head`, then `unit` again and again up to so many bytes, then `tail`. */
function repeated(head: string, unit: string, bytes: number, tail: string): Uint8Array {
  return Buffer.concat([utf8(head), Buffer.alloc(bytes, unit), utf8(tail)])
}

/** An archive as any program would pack it; `again` lists every entry that many times. */
export function packed(parts: readonly Part[], again = 1): Uint8Array {
  const files: Buffer[] = []
  const records: Buffer[] = []
  // Data that many parts share is packed once.
  const bodies = new Map<Uint8Array, Buffer>()
  let at = 0
  for (const { path, data } of parts) {
    const body = bodies.get(data) ?? deflateRawSync(data)
    bodies.set(data, body)
    const name = Buffer.from(path)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    records.push(recordOf(name, { checksum: crc32(data), packedSize: body.length, size: data.length, at }))
    files.push(local, name, body)
    at += local.length + name.length + body.length
  }
  const directory = Buffer.concat(Array.from({ length: again }, () => records).flat())
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(records.length * again, 0xffff), 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...files, directory, end]))
}

function recordOf(
  name: Buffer,
  { checksum, packedSize, size, at }: Record<'checksum' | 'packedSize' | 'size' | 'at', number>,
) {
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt16LE(8, 10)
  record.writeUInt32LE(checksum, 16)
  record.writeUInt32LE(packedSize, 20)
  record.writeUInt32LE(size, 24)
  record.writeUInt16LE(name.length, 28)
  record.writeUInt32LE(at, 42)
  return Buffer.concat([record, name])
}

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
const relations = (...each: string[]) => `<Relationships>${each.join('')}</Relationships>`

/** A Word file of this body and these parts besides; relations of the kind of their names. */
export function wordFile(body: string | Uint8Array, more: Readonly<Record<string, string>> = {}): Part[] {
  const kinds = Object.keys(more).map((name, index) => relation(`r${index}`, name.replace(/\..*/, ''), name))
  return [
    part('_rels/.rels', relations(relation('r1', 'officeDocument', 'word/document.xml'))),
    part('word/_rels/document.xml.rels', relations(...kinds)),
    { path: 'word/document.xml', data: typeof body === 'string' ? utf8(body) : body },
    ...Object.entries(more).map(([name, text]) => part(`word/${name}`, text)),
  ]
}

/** An Excel file of one sheet and these shared texts. */
export function excelFile(sheet: string | Uint8Array, texts: string | Uint8Array = '<sst/>'): Part[] {
  const data = (given: string | Uint8Array) => (typeof given === 'string' ? utf8(given) : given)
  const kinds = [relation('r1', 'worksheet', 'sheet1.xml'), relation('r2', 'sharedStrings', 'sharedStrings.xml')]
  return [
    part('_rels/.rels', relations(relation('r1', 'officeDocument', 'xl/workbook.xml'))),
    part('xl/workbook.xml', '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
    part('xl/_rels/workbook.xml.rels', relations(...kinds)),
    { path: 'xl/sheet1.xml', data: data(sheet) },
    { path: 'xl/sharedStrings.xml', data: data(texts) },
  ]
}

const open = '<w:document><w:body>'
const close = '</w:body></w:document>'
const paragraph = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`
const body = (unit: string, bytes: number) => repeated(open, unit, bytes, close)
/** Bytes that divide by every unit used here are not needed: what is cut off at the end is never reached. */
const million = 1_000_000

const word = (
  name: string,
  answer: string,
  document: () => string | Uint8Array,
  more?: Record<string, string>,
): Bomb => ({
  name,
  kind: 'word',
  answer: `documents.${answer}`,
  build: () => packed(wordFile(document(), more)),
})
const excel = (name: string, answer: string, sheet: () => string | Uint8Array, texts?: () => Uint8Array): Bomb => ({
  name,
  kind: 'excel',
  answer: `documents.${answer}`,
  build: () => packed(excelFile(sheet(), texts?.())),
})
const rows = (unit: string, bytes: number) =>
  repeated('<worksheet><sheetData>', unit, bytes, '</sheetData></worksheet>')

/** A megabyte of text that hardly packs, so that no ratio gives it away. */
function noise(bytes: number): string {
  let state = 1
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'
  const out: string[] = []
  for (let at = 0; at < bytes; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    out.push(letters[state >>> 26] ?? 'a')
  }
  return out.join('')
}

/** One tag with more attributes than memory. */
function manyAttributes(count: number): string {
  return `<w:p ${Array.from({ length: count }, (_, index) => `a${index}="1"`).join(' ')}/>`
}

function archive(name: string, answer: string, build: () => Uint8Array): Bomb[] {
  return (['word', 'excel'] as const).map((kind) => ({
    name: `${name} (${kind})`,
    kind,
    answer: `documents.${answer}`,
    build,
  }))
}

function manyParts(count: number): Uint8Array {
  const data = utf8('<a/>')
  const parts = Array.from({ length: count }, (_, index) => ({ path: `word/a${index}.xml`, data }))
  return packed([...wordFile(open + close), ...parts])
}

export const bombs: readonly Bomb[] = [
  word('five million nested tags', 'tooDeep', () => repeated(open, '<a>', 15 * million, '')),
  excel('five million nested tags in a sheet', 'tooDeep', () => repeated('<worksheet>', '<a>', 15 * million, '')),
  word('nested tables', 'tooDeep', () => repeated(open, '<w:tbl><w:tr><w:tc>', 19 * million, '')),
  word('nested text boxes', 'tooDeep', () => repeated(open, '<w:p><w:r><w:txbxContent>', 25 * million, '')),
  word('entities in a paragraph', 'tooManyEntities', () =>
    body(paragraph(`<w:t>${'&lt;'.repeat(1000)}</w:t>`), 120 * million),
  ),
  excel(
    'entities in shared texts',
    'tooManyEntities',
    () => '<worksheet/>',
    () => repeated('<sst>', `<si><t>${'&#x1ea1;'.repeat(1000)}</t></si>`, 150 * million, '</sst>'),
  ),
  excel(
    'entities in one shared text',
    'textTooLong',
    () => '<worksheet/>',
    () => repeated('<sst><si><t>', '&lt;', 150 * million, '</t></si></sst>'),
  ),
  word('a text of 150 MB', 'textTooLong', () =>
    repeated(`${open}<w:p><w:r><w:t>`, 'a', 150 * million, '</w:t></w:r></w:p>'),
  ),
  word('an attribute of 150 MB', 'textTooLong', () => repeated(`${open}<w:p a="`, 'a', 150 * million, '"/>')),
  word('a name of 150 MB', 'textTooLong', () => repeated(`${open}<w:`, 'a', 150 * million, '/>')),
  word('a comment of 150 MB', 'textTooLong', () => repeated(`${open}<!--`, 'a', 150 * million, '-->')),
  word('a name of 1 MB', 'nameTooLong', () => `${open}<w:${noise(million)}/>${close}`),
  word('a million attributes', 'tooManyAttributes', () => open + manyAttributes(million) + close),
  excel(
    'a million attributes of a cell',
    'tooManyAttributes',
    () => `<worksheet>${manyAttributes(million)}</worksheet>`,
  ),
  word('a document type', 'hasDoctype', () => `<!DOCTYPE a [<!ENTITY b "c">]>${open}&b;${close}`),
  excel('a document type', 'hasDoctype', () => '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'),
  word('white space without end', 'textTooLong', () => body(' ', 190 * million)),
  word('comments without end', 'packedTooTightly', () => body('<!---->', 190 * million)),
  word('empty paragraphs', 'wordTooLarge', () => body('<w:p/>', 150 * million)),
  word('a table of empty paragraphs', 'wordTooLarge', () =>
    repeated(`${open}<w:tbl><w:tr><w:tc>`, '<w:p/>', 150 * million, ''),
  ),
  word('empty elements', 'packedTooTightly', () => body('<a/>', 150 * million)),
  word('tabs', 'packedTooTightly', () => repeated(`${open}<w:p><w:r>`, '<w:tab/>', 150 * million, '')),
  word('a cell merged into every row', 'wordTooLarge', () => mergedDown(1_000_000, 40_000)),
  word('cells that span a hundred columns', 'wordTooLarge', () => spanned(60_000)),
  word('a long number before every paragraph', 'wordTooLarge', () => body(listed, 40_000 * listed.length), {
    'numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="${'%1.'.repeat(100_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
  }),
  excel('empty rows', 'packedTooTightly', () => rows('<row/>', 190 * million)),
  excel('full cells', 'tooManyColumns', () =>
    repeated('<worksheet><sheetData><row>', '<c><v>1</v></c>', 150 * million, ''),
  ),
  ...archive('sixty-five thousand parts', 'tooManyParts', () => manyParts(65_500)),
  ...archive('one part listed many times', 'partTwice', () => packed(wordFile(open + close), 2)).map((each) => ({
    ...each,
    answer: 'documents.partsOverlap',
  })),
  ...archive('two parts of one name', 'partTwice', () =>
    packed([...wordFile(open + close), part('WORD\\Document.xml', '<a/>')]),
  ),
]

const listed = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'

function mergedDown(signs: number, count: number): string {
  const first = `<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph(`<w:t>${noise(signs)}</w:t>`)}</w:tc></w:tr>`
  const below = '<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr>'
  return `${open}<w:tbl>${first}${below.repeat(count)}</w:tbl>${close}`
}

function spanned(count: number): string {
  const cell = '<w:tc><w:tcPr><w:gridSpan w:val="100"/></w:tcPr></w:tc>'
  return `${open}<w:tbl><w:tr>${cell.repeat(count)}</w:tr></w:tbl>${close}`
}
