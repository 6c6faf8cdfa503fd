/** Whom a plan speaks to where no form of a name is known: headings in capitals, groups, branches, whoever stands before a colon and is told to act. */
import { describe, expect, test } from 'vitest'
import { readDraft } from '#modules/plan'

/** A plan for 2026 with these lines as its aims and under who does what. */
function planOf({ aims = [], duties = [] }: { aims?: readonly string[]; duties?: readonly string[] }) {
  const head = ['KẾ HOẠCH', 'Học tập suốt đời năm 2026', 'I. MỤC TIÊU']
  return readDraft([...head, ...aims, 'II. TỔ CHỨC THỰC HIỆN', ...duties, 'Nơi nhận:', '- Lưu: VT.'].join('\n'))
}

const said = ({ duties }: ReturnType<typeof readDraft>) => duties.map(({ role, agency }) => `${role} ${agency}`)
const doubted = ({ doubts }: ReturnType<typeof readDraft>, kind: string) =>
  doubts.filter((doubt) => doubt.kind === kind).map(({ about, text }) => about ?? text)

describe('a heading in capitals names the same bodies as one in small letters', () => {
  test.each([
    ['1. BAN TUYÊN GIÁO, VĂN PHÒNG', ['BAN TUYÊN GIÁO', 'VĂN PHÒNG']],
    ['1. CÔNG ĐOÀN CƠ SỞ', ['CÔNG ĐOÀN CƠ SỞ']],
    ['1. UBND CÁC XÃ, PHƯỜNG', ['UBND CÁC XÃ, PHƯỜNG']],
    ['1. PHÒNG VĂN HÓA - XÃ HỘI VÀ CÔNG AN XÃ', ['PHÒNG VĂN HÓA - XÃ HỘI', 'CÔNG AN XÃ']],
    ['1. CÁC SỞ: TÀI CHÍNH, NỘI VỤ', ['Sở TÀI CHÍNH', 'Sở NỘI VỤ']],
    ['1. HỘI NÔNG DÂN VÀ LIÊN ĐOÀN LAO ĐỘNG CÁC HUYỆN', ['HỘI NÔNG DÂN', 'LIÊN ĐOÀN LAO ĐỘNG CÁC HUYỆN']],
  ])('%s', (heading, names) => {
    const draft = planOf({ duties: [heading, '- Vận động người học.'] })
    expect(said(draft)).toEqual(names.map((name) => `lead ${name}`))
  })
})

describe('a body and its branch are one', () => {
  test.each([
    ['Ngân hàng Ba Sao - Chi nhánh An Lạc', ['Ngân hàng Ba Sao - Chi nhánh An Lạc']],
    ['Sở Tài chính - Sở Y tế', ['Sở Tài chính', 'Sở Y tế']],
  ])('%s', (names, agencies) => {
    const draft = planOf({ duties: [`1. ${names}: Hỗ trợ người học.`] })
    expect(draft.duties.map(({ agency }) => agency)).toEqual(agencies)
  })
})

describe('whoever is told to act before a colon', () => {
  test.each(['Già làng, người có uy tín', 'Nghệ nhân các làng nghề', 'Chức sắc, chức việc các tôn giáo'])(
    '%s',
    (name) => {
      const draft = planOf({ duties: [`- ${name}: Vận động bà con đi học.`] })
      expect([said(draft), doubted(draft, 'unsure-duty')]).toEqual([[`lead ${name}`], [name]])
    },
  )

  test.each(['Nội dung: Tuyên truyền về học tập.', 'Hình thức: Tổ chức lớp học buổi tối.'])(
    'a label is nobody: %s',
    (line) => {
      expect(planOf({ duties: [`- ${line}`] }).duties).toEqual([])
    },
  )
})

test('a group beside one that is named keeps its duty; the members of the Front are reached through it', () => {
  const draft = planOf({
    duties: [
      '1. Công an xã và các cơ quan, đơn vị, doanh nghiệp trên địa bàn: Hỗ trợ người học.',
      '2. Đề nghị Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội: Vận động hội viên.',
    ],
  })
  expect(said(draft)).toEqual([
    'lead Công an xã',
    'lead các cơ quan, đơn vị, doanh nghiệp trên địa bàn',
    'requested Ủy ban MTTQ Việt Nam xã',
  ])
})

test('what is asked only where something hinders, is no duty', () => {
  const closing = 'Trên đây là Kế hoạch. Nếu có vướng mắc, đề nghị các đơn vị phản ánh về Sở Y tế để giải quyết./.'
  expect(said(planOf({ duties: ['1. Sở Y tế', '- Chủ trì.', closing] }))).toEqual(['lead Sở Y tế'])
})

test('numbers with a dash: I- and 1-', () => {
  const text =
    'KẾ HOẠCH\nThử năm 2026\nI- MỤC TIÊU\n1- Mục tiêu cụ thể\n- 60% xã có thư viện.\n15- 20 tuổi\nII- KINH PHÍ'
  expect(readDraft(text).items.map(({ ref }) => ref)).toEqual(['I', 'I.1', 'I.1.1', 'I.1.2', 'II'])
})

describe('figures of whom or of another year', () => {
  test.each([
    [
      '40% doanh nghiệp có từ 500 lao động trở lên có tủ sách.',
      ['40 doanh nghiệp có từ 500 lao động trở lên có tủ sách'],
    ],
    ['90% thôn có ít nhất 01 câu lạc bộ.', ['90 thôn có ít nhất 01 câu lạc bộ']],
    ['Tỷ lệ biết chữ đạt 97% (năm 2025 đạt 95%).', ['97 Tỷ lệ biết chữ']],
    [
      'Mở lớp tại 45 điểm trường vùng sâu, vùng xa với 900 người học.',
      ['45 điểm trường vùng sâu, vùng xa', '900 người học'],
    ],
    ['Trao 60 suất học bổng, mỗi suất 1.000.000 đồng.', ['60 suất học bổng', '1000000 mỗi suất']],
    ['Xếp loại tốt từ 85 điểm trở lên.', []],
  ])('%s', (line, expected) => {
    const { targets } = planOf({ aims: [`- ${line}`] })
    expect(targets.map(({ value, subject }) => `${value} ${subject}`)).toEqual(expected)
  })
})
