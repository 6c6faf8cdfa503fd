/** What Word shows and how it keeps it: boxes, lists, fields, tracked changes, parts put in; each read as a person sees it, or told. */
import { describe, expect, test } from 'vitest'
import { packed, wordFile } from './bombs.fixture.ts'
import { readDocument } from './read-document.ts'

const r = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const p = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`
const line = (text: string) => p(r(text))
const style = (id: string) => `<w:pStyle w:val="${id}"/>`
const listed = (text: string, level: number, list = 1) =>
  p(r(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

async function read(body: string, parts: Record<string, string> = {}) {
  const { text, notes } = await readDocument(
    packed(wordFile(`<w:document><w:body>${body}</w:body></w:document>`, parts)),
    { convertsLetters: true },
  )
  return { lines: text.split('\n'), notes: notes.map(({ kind, line, endLine }) => `${kind} ${line}-${endLine}`) }
}
const linesOf = async (body: string, parts?: Record<string, string>) => (await read(body, parts)).lines

describe('boxes', () => {
  const box = `<w:txbxContent>${line('trong khung')}</w:txbxContent>`
  const vml = `<w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict>`
  const drawn = `<w:drawing><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></w:drawing>`
  const both = (choice: string, fallback: string) =>
    `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`

  test.each([
    ['of old', vml],
    ['of today', drawn],
    ['in both forms', both(drawn, vml)],
    ['in the second form alone', both('<w:drawing/>', vml)],
    ['within one another', vml.replace('<w:r>', `<w:r>${both(drawn.replace('trong khung', 'trong cùng'), vml)}`)],
  ])('%s are read once', async (_, content) => {
    const lines = await linesOf(p(`<w:r>${content}<w:t>sau</w:t></w:r>`))
    expect(lines.filter((text) => text === 'trong khung')).toHaveLength(1)
    expect(lines.at(-1)).toBe('sau')
  })

  test('in a cell of a table stay in the cell', async () => {
    const cell = (inner: string) => `<w:tc>${inner}</w:tc>`
    const row = (a: string, b: string, c: string) => `<w:tr>${cell(a)}${cell(b)}${cell(c)}</w:tr>`
    const table = `<w:tbl>${row(line('1'), p(`<w:r>${vml}</w:r>`), line('2'))}</w:tbl>`
    expect(await linesOf(table)).toEqual(['1\ttrong khung\t2'])
  })
})

describe('lists', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const abstract = (id: number, inner: string) => `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`
  const num = (id: number, of: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/></w:num>`
  const numbering = (inner: string) => ({ 'numbering.xml': `<w:numbering>${inner}</w:numbering>` })
  const styles = (inner: string) => ({ 'styles.xml': `<w:styles>${inner}</w:styles>` })
  const both = level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.')

  test('through a style of lists, found by either end of the link', async () => {
    const link = abstract(2, '<w:numStyleLink w:val="Muc"/>') + num(2, 2)
    const named = '<w:style w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const body = listed('A', 0, 2) + listed('B', 1, 2) + listed('C', 0, 2)
    const right = ['I. A', '1. B', 'II. C']
    const linked = numbering(abstract(1, `<w:styleLink w:val="Muc"/>${both}`) + link + num(1, 1))
    expect(await linesOf(body, linked)).toEqual(right)
    const unlinked = numbering(abstract(1, both) + link + num(1, 1))
    expect(await linesOf(body, { ...unlinked, ...styles(named) })).toEqual(right)
  })

  test('whose levels name the styles that stand on them', async () => {
    const levels =
      level(0, 'upperRoman', '%1.', '<w:pStyle w:val="H1"/>') + level(1, 'decimal', '%2.', '<w:pStyle w:val="H2"/>')
    const list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    const heads = `<w:style w:styleId="H1">${list}</w:style><w:style w:styleId="H2">${list}</w:style><w:style w:styleId="H2b"><w:basedOn w:val="H2"/></w:style>`
    const body = p(r('A'), style('H1')) + p(r('B'), style('H2')) + p(r('C'), style('H2b')) + p(r('D'), style('H1'))
    const parts = { ...numbering(abstract(1, levels) + num(1, 1)), ...styles(heads) }
    expect(await linesOf(body, parts)).toEqual(['I. A', '1. B', '2. C', 'II. D'])
  })

  test.each([
    ['never', '<w:lvlRestart w:val="0"/>', ['I. a', '1. b', 'II. c', '2. d']],
    ['after the first level', '<w:lvlRestart w:val="1"/>', ['I. a', '1. b', 'II. c', '1. d']],
    ['as usual', '', ['I. a', '1. b', 'II. c', '1. d']],
  ])('that begin anew %s', async (_, restart, right) => {
    const levels = level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.', restart)
    const body = listed('a', 0) + listed('b', 1) + listed('c', 0) + listed('d', 1)
    expect(await linesOf(body, numbering(abstract(1, levels) + num(1, 1)))).toEqual(right)
  })

  test('whose third level begins anew after the first only', async () => {
    const levels = both + level(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="1"/>')
    const body = [0, 1, 2, 1, 2, 0, 2].map((at) => listed('x', at)).join('')
    const lines = await linesOf(body, numbering(abstract(1, levels) + num(1, 1)))
    expect(lines).toEqual(['I. x', '1. x', 'a) x', '2. x', 'b) x', 'II. x', 'a) x'])
  })
})

describe('a table of contents is left out', () => {
  const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
  const entry = (text: string) =>
    `${r(text)}<w:r><w:tab/></w:r>${char('begin')}${code(' PAGEREF _Toc1 ')}${char('separate')}${r('1')}${char('end')}`
  const body = line('I. MỤC TIÊU')

  test.each([
    [
      'in a control',
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${line('I. MỤC TIÊU\t1')}</w:sdtContent></w:sdt>`,
    ],
    [
      'in a field over paragraphs',
      p(char('begin') + code(' TOC \\o "1-3" ') + char('separate') + entry('I. MỤC TIÊU')) +
        p(entry('II. X')) +
        p(char('end')),
    ],
    [
      'in a code cut in two',
      p(char('begin') + code(' TO') + code('C \\h ') + char('separate') + entry('I. MỤC TIÊU') + char('end')),
    ],
    ['in a simple field', `<w:p><w:fldSimple w:instr=" TOC \\o ">${r('I. MỤC TIÊU')}</w:fldSimple></w:p>`],
    ['in its styles', p(r('MỤC LỤC'), style('TOCHeading')) + p(r('I. MỤC TIÊU'), style('TOC1'))],
    ['in links to headings', p(`<w:hyperlink w:anchor="_Toc123">${r('I. MỤC TIÊU')}</w:hyperlink>`)],
  ])('%s', async (_, contents) => {
    expect((await linesOf(contents + body)).filter((text) => text.trim() !== '')).toEqual(['I. MỤC TIÊU'])
  })

  test('in styles that Word names in the language of its user', async () => {
    const styles = '<w:styles><w:style w:styleId="Mclc1"><w:name w:val="toc 1"/></w:style></w:styles>'
    expect(await linesOf(p(r('I. MỤC TIÊU'), style('Mclc1')) + body, { 'styles.xml': styles })).toEqual(['I. MỤC TIÊU'])
  })

  test('but not the document after a field that never ends, nor a sentence with a link', async () => {
    const open = p(char('begin') + code(' TOC ') + char('separate') + r('I. MỤC TIÊU'))
    expect(await linesOf(open + body)).toEqual(['I. MỤC TIÊU', 'I. MỤC TIÊU'])
    const linked = p(`${r('Xem ')}<w:hyperlink w:anchor="_Ref1">${r('mục I')}</w:hyperlink>`)
    expect(await linesOf(linked)).toEqual(['Xem mục I'])
  })

  test('nor what other fields show', async () => {
    expect(await linesOf(p(char('begin') + code(' REF a ') + char('separate') + r('70%') + char('end')))).toEqual([
      '70%',
    ])
  })
})

describe('tracked changes', () => {
  const row = (text: string, mark = '') =>
    `<w:tr><w:trPr>${mark}</w:trPr>${['1', text, '2'].map((each) => `<w:tc>${line(each)}</w:tc>`).join('')}</w:tr>`

  test('moved and deleted rows and tables stay away, new ones come', async () => {
    const table = `<w:tbl>${row('cũ', '<w:del/>')}${row('mới', '<w:ins/>')}${row('giữ')}</w:tbl>`
    const gone = `<w:tbl>${row('đi', '<w:del/>')}</w:tbl>`
    expect(await linesOf(table + gone)).toEqual(['1\tmới\t2', '1\tgiữ\t2'])
  })

  test('a deleted end mark before a table keeps its words', async () => {
    const joined = p(r('trước bảng'), '<w:rPr><w:del/></w:rPr>')
    expect(await linesOf(`${joined}<w:tbl>${row('x')}</w:tbl>`)).toEqual(['trước bảng', '1\tx\t2'])
    expect(await linesOf(p(r('cuối'), '<w:rPr><w:del/></w:rPr>'))).toEqual(['cuối'])
  })

  test('how things were before counts for nothing', async () => {
    const was = '<w:pPrChange><w:pPr><w:pStyle w:val="TOC1"/></w:pPr></w:pPrChange>'
    const hidden = '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
    expect(await linesOf(p(r('còn', hidden), was))).toEqual(['còn'])
  })

  test('text moved here is read, text moved away is not', async () => {
    const moved = p(`<w:moveTo>${r('đến')}</w:moveTo>`) + p(`<w:moveFrom>${r('đi')}</w:moveFrom>${r('ở lại')}`)
    expect(await linesOf(moved)).toEqual(['đến', 'ở lại'])
  })
})

describe('what is put in', () => {
  const relation = (target: string) => ({
    '_rels/document.xml.rels': `<Relationships><Relationship Id="c" Type="x/aFChunk" Target="${target}"/></Relationships>`,
  })
  const chunked = `${line('trước')}<w:altChunk r:id="c"/>${line('sau')}`
  async function readChunk(target: string, content: string) {
    const parts = wordFile(`<w:document><w:body>${chunked}</w:body></w:document>`).filter(
      ({ path }) => !path.startsWith('word/_rels'),
    )
    const more = Object.entries({ ...relation(target), [target]: content })
    const all = [...parts, ...more.map(([path, text]) => ({ path: `word/${path}`, data: Buffer.from(text) }))]
    return readDocument(packed(all))
  }

  test('web pages in their place, with lists and tables', async () => {
    const table = '<table><tr><td rowspan=2>A</td><td>1</td><td>x</td></tr><tr><td>2<td>y</tr></table>'
    const page = `<html><head><title>bỏ</title></head><body><p>I. M&#7908;C<br>TI&Ecirc;U<ol><li>một<li>hai</ol>${table}<script>x</script></body></html>`
    const { text } = await readChunk('a.htm', page)
    expect(text.split('\n')).toEqual(['trước', 'I. MỤC', 'TIÊU', '1. một', '2. hai', 'A\t1\tx', 'A\t2\ty', 'sau'])
  })

  test.each([
    ['a page saved whole', 'a.mht', 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b'],
    ['RTF', 'a.rtf', '{\\rtf1 x}'],
    ['a Word file', 'a.docx', 'PK\u0003\u0004'],
  ])('%s is told with its place', async (_, target, content) => {
    const { text, notes } = await readChunk(target, content)
    expect(text.split('\n')).toEqual(['trước', '', 'sau'])
    expect(notes).toMatchObject([{ kind: 'unread-part', line: 2 }])
  })

  test('pictures, objects, diagrams, hidden words and notes with figures are told with their lines', async () => {
    const picture = '<w:r><w:drawing><pic:pic/></w:drawing></w:r>'
    const object = '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>'
    const note = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const footnotes = `<w:footnotes><w:footnote w:id="2">${line('Số liệu năm 2025: 70%')}</w:footnote><w:footnote w:id="3">${line('Xem thêm')}</w:footnote></w:footnotes>`
    const body =
      line('một') +
      p(r('hai') + picture) +
      p(object + r('ba')) +
      p(r('bốn') + note(2)) +
      p(r('năm') + note(3)) +
      p(r('sáu') + r('ẩn', '<w:vanish/>'))
    const { lines, notes } = await read(body, { 'footnotes.xml': footnotes })
    expect(lines).toEqual(['một', 'hai', 'ba', 'bốn', 'năm', 'sáu'])
    expect(notes).toEqual(['unread-picture 2-2', 'unread-object 3-3', 'left-out-note 4-4', 'left-out-hidden 6-6'])
  })
})

describe('one hyphen', () => {
  test.each([
    ['that does not break', 'Số: 45/KH\u2011UBND'],
    ['of its own', 'Số: 45/KH\u2010UBND'],
    ['with a dash', 'Số: 45/KH–UBND'],
    ['with a dash and spaces', 'Số: 45/KH – UBND'],
    ['with unseen signs', 'Số: 45/\u200bKH\u00ad-\u2060UBND'],
    ['in letters in pieces', 'Số: 45/KH\u2011UBND'.normalize('NFD')],
  ])('%s', async (_, text) => {
    expect(await linesOf(line(text))).toEqual(['Số: 45/KH-UBND'])
    expect((await readDocument(Buffer.from(text))).text).toBe('Số: 45/KH-UBND')
  })

  test('as Word keeps it, and none where it breaks only', async () => {
    const body = '<w:p><w:r><w:t>45/KH</w:t><w:noBreakHyphen/><w:t>UB</w:t><w:softHyphen/><w:t>ND</w:t></w:r></w:p>'
    expect(await linesOf(body)).toEqual(['45/KH-UBND'])
  })

  test('but dashes between years and words stay; eth is đ', async () => {
    expect(await linesOf(line('QÐ-TTg: giai đoạn 2021–2025 – phần A'))).toEqual([
      'QĐ-TTg: giai đoạn 2021–2025 – phần A',
    ])
  })
})

test('signs of a symbol font that compare numbers are no bullets', async () => {
  const sign = (code: string) => `<w:r><w:sym w:font="Symbol" w:char="${code}"/></w:r>`
  expect(await linesOf(p(`${sign('F0B3')}${r(' 70% ')}${sign('F0B7')}`))).toEqual(['≥ 70% •'])
})

test('a letter under a thousand marks costs no more than its length', async () => {
  const pile = `a${'\u0301\u0323'.repeat(200_000)}`
  const from = performance.now()
  await linesOf(line(pile))
  expect(performance.now() - from).toBeLessThan(5000)
})
