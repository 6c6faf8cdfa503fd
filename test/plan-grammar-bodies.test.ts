/** Whom a plan speaks to where no form of a name is known: headings in capitals, groups, branches, whoever stands before a colon and is told to act. */
import { describe, expect, test } from 'vitest'
import { readDraft } from '#modules/official-texts'

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
    ['75% tổ dân phố đạt chuẩn, vượt 5% so với năm 2025.', ['75 tổ dân phố đạt chuẩn']],
    ['Hội viên đạt 28% dân số.', ['28 Hội viên']],
    ['45% người dân đạt chuẩn (cán bộ, công chức đạt 95%).', ['45 người dân đạt chuẩn', '95 cán bộ, công chức']],
    ['Chi cho người lớn chiếm 1,5% tổng chi giáo dục.', ['1.5 Chi cho người lớn']],
    ['Mỗi hội vận động được 10 triệu đồng cho Quỹ học bổng.', ['10000000 Mỗi hội vận động được']],
    ['Xóa mù chữ: tỷ lệ người biết chữ đạt 94%.', ['94 tỷ lệ người biết chữ']],
    [
      'Hỗ trợ 45 học sinh, sinh viên nghèo với kinh phí 90 triệu đồng.',
      ['45 học sinh, sinh viên nghèo', '90000000 kinh phí'],
    ],
  ])('%s', (line, expected) => {
    const { targets } = planOf({ aims: [`- ${line}`] })
    expect(targets.map(({ value, subject }) => `${value} ${subject}`)).toEqual(expected)
  })
})

describe('a sentence whose first words are somebody', () => {
  test.each([
    ['1. Giáo viên chủ nhiệm nắm bắt hoàn cảnh học viên.', ['lead Giáo viên chủ nhiệm']],
    ['1. Giao đồng chí Lê Thị Ba - Trưởng phòng làm đầu mối tổng hợp.', ['lead đồng chí Lê Thị Ba - Trưởng phòng']],
    ['1. Giao ông Lê Văn Ba, chuyên viên, theo dõi số liệu.', ['lead ông Lê Văn Ba, chuyên viên']],
    [
      '1. Đề nghị Trung tâm Cung ứng dịch vụ sự nghiệp công bố trí giáo viên.',
      ['requested Trung tâm Cung ứng dịch vụ sự nghiệp công'],
    ],
    ['1. Trưởng bản, người có uy tín các bản: Vận động.', ['lead Trưởng bản, người có uy tín các bản']],
    ['1. Trường hợp phát sinh vướng mắc thực hiện theo quy định.', []],
    [
      '1. Thủ trưởng các cơ sở giáo dục đại học, cao đẳng chia sẻ học liệu.',
      ['lead Thủ trưởng các cơ sở giáo dục đại học, cao đẳng'],
    ],
  ])('%s', (line, expected) => {
    expect(said(planOf({ duties: [line] }))).toEqual(expected)
  })

  test('another who leads under a heading is told so; who only helps there is not', () => {
    const duties = ['1. Sở Y tế', '- Giáo viên bộ môn chủ trì tập huấn.', '- Giáo viên bộ môn hướng dẫn người học.']
    expect(said(planOf({ duties }))).toEqual(['lead Giáo viên bộ môn', 'lead Sở Y tế'])
  })
})

test('a list goes on with bodies of unknown names, each of them told', () => {
  const duties = [
    '1. Sở Y tế chủ trì, phối hợp với Bưu điện tỉnh, Viễn thông An Lạc, Mạng lưới Ba Sao tổ chức lớp học.',
  ]
  const draft = planOf({ duties })
  expect(said(draft)).toEqual([
    'lead Sở Y tế',
    'coordinate Bưu điện tỉnh',
    'coordinate Viễn thông An Lạc',
    'coordinate Mạng lưới Ba Sao',
  ])
  expect(doubted(draft, 'unsure-duty')).toEqual(['Mạng lưới Ba Sao'])
})

describe('bullets', () => {
  test('a star heads the dashes and paragraphs under it', () => {
    const duties = [
      '* Văn phòng Hội',
      '- Theo dõi.',
      '* Ban Kiểm tra',
      'Kiểm tra các đơn vị.',
      '* Các cụm thi đua',
      '- Giao ban.',
    ]
    expect(said(planOf({ duties }))).toEqual(['lead Văn phòng Hội', 'lead Ban Kiểm tra', 'lead Các cụm thi đua'])
  })

  test.each([
    [
      ['- Ý một.', '• Ý hai.'],
      ['I.1', 'I.2'],
    ],
    [
      ['• Ý một.', '- Ý hai.'],
      ['I.1', 'I.2'],
    ],
    [
      ['- Gồm:', '• Ý một.', '• Ý hai.', '- Ý ba.'],
      ['I.1', 'I.1.1', 'I.1.2', 'I.2'],
    ],
  ])('%j', (aims, refs) => {
    const { items } = planOf({ aims })
    expect(items.map(({ ref }) => ref).filter((ref) => ref.startsWith('I.'))).toEqual(refs)
  })
})

test('a document within the name of another is no basis of its own', () => {
  const bases = 'Thực hiện Kết luận số 49-KL/TW ngày 10/5/2019 về tiếp tục thực hiện Chỉ thị 11-CT/TW của Bộ Chính trị;'
  const draft = readDraft(`KẾ HOẠCH\nThử năm 2026\n${bases}\nI. MỤC TIÊU\nII. KINH PHÍ`)
  expect(draft.legalBases.map(({ number }) => number)).toEqual(['49-KL/TW'])
})

test('a count after a word that is not known to set one is a target in doubt', () => {
  const draft = planOf({ aims: ['- Năm 2026, giúp 90 phụ nữ biết chữ.'] })
  expect(draft.targets.map(({ value, subject }) => [value, subject])).toEqual([[90, 'phụ nữ biết chữ']])
  expect(doubted(draft, 'unsure-target')).toHaveLength(1)
})

test('a heading that is a name to its end, whatever it says is done', () => {
  const duties = ['1. Ban Hỗ trợ phụ nữ phát triển kinh tế', 'Mở lớp dạy nghề.', '2. Sở Y tế', 'Tập huấn.']
  expect(said(planOf({ duties }))).toEqual(['lead Ban Hỗ trợ phụ nữ phát triển kinh tế', 'lead Sở Y tế'])
})

test('who helps may stand beside who leads', () => {
  const draft = planOf({ duties: ['1. Mở lớp (Sở Y tế chủ trì, Sở Tài chính, Sở Tư pháp phối hợp).'] })
  expect(said(draft)).toEqual(['lead Sở Y tế', 'coordinate Sở Tài chính', 'coordinate Sở Tư pháp'])
})

test('the last of several paragraphs that each tell somebody is no closing of the plan', () => {
  const duties = [
    'Giao Sở Y tế tập huấn.',
    'Đề nghị Tỉnh đoàn vận động.',
    'Đề nghị các sở, ngành báo cáo trước ngày 31/3.',
  ]
  expect(said(planOf({ duties }))).toEqual(['lead Sở Y tế', 'requested Tỉnh đoàn', 'requested các sở, ngành'])
})

test('lines in capitals without numbers head what stands after them, however short that is', () => {
  const lines = ['BAN THƯỜNG VỤ HỘI', '- Chỉ đạo.', 'VĂN PHÒNG HỘI', '- Họp hằng tháng.', 'Theo dõi, tổng hợp.']
  const head = ['KẾ HOẠCH', 'Thử năm 2026', 'I. MỤC TIÊU', 'II. PHÂN CÔNG THỰC HIỆN']
  const draft = readDraft([...head, ...lines].join('\n'))
  expect(said(draft)).toEqual(['lead BAN THƯỜNG VỤ HỘI', 'lead VĂN PHÒNG HỘI', 'lead VĂN PHÒNG HỘI'])
})

test('whoever else stands before the colon is told with the body the line begins with', () => {
  const draft = planOf({ duties: ['- Cán bộ, xã viên, thợ cả: Đăng ký học tập.'] })
  expect([said(draft), doubted(draft, 'unsure-duty')]).toEqual([
    ['lead Cán bộ, xã viên, thợ cả'],
    ['Cán bộ, xã viên, thợ cả'],
  ])
  // Persons that go together by known words are one name, and no doubt.
  const known = planOf({ duties: ['- Cán bộ, đảng viên, người lao động: Đăng ký học tập.'] })
  expect([said(known), doubted(known, 'unsure-duty')]).toEqual([['lead Cán bộ, đảng viên, người lao động'], []])
})
