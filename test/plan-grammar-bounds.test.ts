/** Texts made to be slow: reading takes time that grows as the text does, whatever shape it has. */
import { describe, expect, test } from 'vitest'
import { readDraft } from '#modules/official-texts'

const aims = 'KẾ HOẠCH\nThử\nI. MỤC TIÊU\n'
const duties = `${aims}II. TỔ CHỨC THỰC HIỆN\n`
const bases = (text: string) => `KẾ HOẠCH\nCăn cứ ${text}\nI. MỤC TIÊU\nII. KHÁC`

/** A head, and what is repeated under it until the text is long enough. */
const shapes: readonly (readonly [string, (fill: (piece: string) => string) => string])[] = [
  ['figures in a line', (fill) => `${aims}- ${fill('đạt 50% xã, ')}`],
  ['figures in lines', (fill) => aims + fill('- Đến năm 2030 đạt 50% xã, 60% thôn.\n')],
  ['figures with years', (fill) => `${aims}- ${fill('đến năm 2030 đạt 5%, ')}`],
  ['years', (fill) => `${aims}- ${fill('năm 2030 ')}`],
  ['periods', (fill) => `${aims}- ${fill('2021-2030 ')}`],
  ['a title without end', (fill) => `${aims}- ${fill('kế hoạch ')}2021-2030`],
  ['digits', (fill) => `${aims}- ${fill('1')}`],
  ['digits and dots', (fill) => `${aims}- ${fill('1.')}`],
  ['digits and spaces', (fill) => `${aims}- ${fill('1 ')}`],
  ['digits and strokes', (fill) => `${aims}- ${fill('1/')}`],
  ['one letter', (fill) => `${aims}- ${fill('a')}`],
  ['marks on a letter', (fill) => `${aims}- a${fill('\u0301')}`],
  ['open brackets', (fill) => `${aims}- ${fill('(')}`],
  ['open quotation marks', (fill) => `${aims}- ${fill('“a')}`],
  ['commas', (fill) => `${aims}- ${fill(',')}`],
  ['points', (fill) => `${aims}- ${fill('a; ')}`],
  ['parts of parts', (fill) => `${aims}- 5% ${fill('trong đó ')}`],
  ['words told apart', (fill) => `${aims}- ${fill('trong độ gắn tặng 5 quỹ ')}`],
  ['legal bases', (fill) => bases(fill('Luật a, '))],
  ['numbers of documents', (fill) => bases(fill('1/a-b/c-d '))],
  ['amended laws', (fill) => bases(fill('Luật sửa đổi, bổ sung của Luật a và '))],
  ['proposals', (fill) => bases(fill('xét đề nghị của a '))],
  ['agencies', (fill) => `${duties}1. ${fill('Sở Y tế, ')}`],
  ['an agency without end', (fill) => `${duties}1. Sở ${fill('A ')}`],
  ['agencies in brackets', (fill) => `${duties}1. ${fill('Sở A (Sở B ')}`],
  ['agencies under one word', (fill) => `${duties}1. ${fill('Các Sở: A, ')}`],
  ['days', (fill) => `${duties}1. Sở Y tế ${fill('trước ngày 15/6, ')}`],
  ['days joined', (fill) => `${duties}1. Sở Y tế trước ngày 15/6${fill(' và 15/6')}`],
  ['quarters', (fill) => `${duties}1. Sở Y tế ${fill('quý I, ')}`],
  ['roles', (fill) => `${duties}- ${fill('chủ trì ')}`],
  ['partners', (fill) => `${duties}1. Sở Y tế ${fill('phối hợp với Sở A ')}`],
  [
    'closing words',
    (fill) => `${duties}1. Sở Y tế\n- Làm.\n${fill('Trên đây là Kế hoạch, yêu cầu các Sở báo cáo./.\n')}`,
  ],
  ['a table', (fill) => `${aims}TT\tChỉ tiêu\tĐVT\tNăm 2030\n${fill('1\tTỷ lệ\t%\t40\n')}`],
  ['cells', (fill) => `${aims}TT\tNhiệm vụ\tChủ trì\n1\tA\t${fill('Tổ a - ')}`],
  ['a motto', (fill) => fill('CỘNG HÒA XÃ HỘI\n') + aims],
]

/** Milliseconds of work, the best of three: others may hold the processor. */
function workOf(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const began = process.cpuUsage()
    readDraft(text)
    return process.cpuUsage(began).user / 1000
  })
  return Math.min(...times)
}

describe('four times the text takes about four times the work', () => {
  // A clause is searched up to 20,000 signs; longer ones are told and left alone.
  test.each(shapes.flatMap(([name, make]) => [4_800, 25_000].map((size) => ({ name, size, make }))))(
    '$name, $size signs',
    ({ size, make }) => {
      const textOf = (length: number) => make((piece) => piece.repeat(Math.ceil(length / piece.length)))
      const [small, large] = [workOf(textOf(size)), workOf(textOf(size * 4))]
      // What takes no time is not measured against itself.
      expect(large).toBeLessThan(Math.max(150, small * 8))
      expect(large).toBeLessThan(1500)
    },
  )
})
