/** Small inputs on which plans were once read wrongly, each with others of its kind: what is right, or a doubt that says where. */
import { describe, expect, test } from 'vitest'
import { readDraft } from '#modules/official-texts'

/** A plan for 2021-2030 with these lines as its bases, its aims and who does what. */
function planOf(at: { bases?: readonly string[]; aims?: readonly string[]; duties?: readonly string[] }) {
  const { bases = [], aims = [], duties = [] } = at
  return readDraft(
    [
      'ỦY BAN NHÂN DÂN TỈNH MẪU',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 12/KH-UBND',
      'Mẫu, ngày 05 tháng 01 năm 2022',
      'KẾ HOẠCH',
      'Xây dựng xã hội học tập giai đoạn 2021-2030',
      ...bases,
      'I. MỤC TIÊU',
      ...aims,
      'II. TỔ CHỨC THỰC HIỆN',
      ...duties,
    ].join('\n'),
  )
}

const said = ({ targets }: ReturnType<typeof readDraft>) =>
  targets.map(({ year, comparator, value, subject }) => `${year} ${comparator} ${value} ${subject}`)
const doubted = ({ doubts }: ReturnType<typeof readDraft>, kind: string) =>
  doubts.filter((doubt) => doubt.kind === kind).map(({ line, text }) => `${line} ${text}`)

describe('a year rules forward until the next; one after a figure wins', () => {
  test.each([
    [
      'Đến năm 2025, 40% gia đình đạt danh hiệu gia đình học tập và phải đạt 60% vào năm 2030.',
      ['2025 >= 40', '2030 >= 60'],
    ],
    ['Đến năm 2025, 60% cán bộ là công dân học tập và tiến tới là 80% vào năm 2030.', ['2025 >= 60', '2030 >= 80']],
    [
      'Mục tiêu đến năm 2025 là 100% khu dân cư; 95% cơ quan; 80% dòng họ có chi hội khuyến học, thực hiện Chương trình giai đoạn 2021 - 2030.',
      ['2025 >= 100', '2025 >= 95', '2025 >= 80'],
    ],
    ['Đến năm 2025: 50% xã, 60% phường; đến năm 2030: 80% xã, 90% phường có thư viện.', [50, 60, 80, 90]],
    ['Tỷ lệ xã có thư viện đến 2025 đạt 50%, đến 2030 đạt 80%.', ['2025 >= 50', '2030 >= 80']],
    ['Có 50% xã và 60% phường có thư viện vào năm 2025.', ['2025 >= 50', '2025 >= 60']],
    ['Theo Kế hoạch giai đoạn 2021-2030, đến năm 2025 có 70% xã đạt chuẩn.', ['2025 >= 70']],
    ['Đến năm 2025, 30% trường thực hiện chủ trương Việt Nam 2045.', ['2025 >= 30']],
    ['Đến tháng 12/2026, 45% xã có thư viện.', ['2026 >= 45']],
  ])('%s', (line, expected) => {
    const draft = planOf({ aims: [`1. ${line}`] })
    const years = typeof expected[0] === 'number' ? [2025, 2025, 2030, 2030] : null
    const wanted = expected.map((each, index) => (years ? `${years[index]} >= ${each}` : each))
    expect(said(draft).map((each) => each.split(' ').slice(0, 3).join(' '))).toEqual(wanted)
    expect(doubted(draft, 'unsure-target')).toEqual([])
  })

  test.each([
    'Đến năm 2025, 60% xã có thư viện năm 2030.',
    'Đến năm 2025, 60% xã và 70% phường vào năm 2030, 80% thôn có tủ sách.',
  ])('where they do not pair, a doubt: %s', (line) => {
    expect(doubted(planOf({ aims: [`1. ${line}`] }), 'unsure-target')).not.toEqual([])
  })

  test('what changes against a year is told, and its year rules nothing', () => {
    const draft = planOf({ aims: ['1. Đến năm 2025, 98% trẻ đến trường, tăng 3% so với năm 2021.'] })
    expect(said(draft)).toEqual(['2025 >= 98 trẻ đến trường'])
    expect(doubted(draft, 'unsure-target')).toHaveLength(1)
  })

  test('a heading of two years leaves its points in doubt', () => {
    const draft = planOf({ aims: ['1. Mục tiêu đến năm 2025, định hướng đến năm 2030', '- 60% xã có thư viện.'] })
    expect(doubted(draft, 'unsure-target')).toEqual(['9 60% xã có thư viện.'])
  })
})

describe('tones decide between words of the same letters', () => {
  test.each([
    [
      '50% số người trong độ tuổi lao động được trang bị kỹ năng sống.',
      'người trong độ tuổi lao động được trang bị kỹ năng sống',
    ],
    [
      '98% trẻ em trong độ tuổi mẫu giáo đến trường, tăng 3% so với năm 2021.',
      'trẻ em trong độ tuổi mẫu giáo đến trường',
    ],
    ['Tỷ lệ người trong độ tuổi 15-35 biết chữ đạt 100%.', 'Tỷ lệ người trong độ tuổi 15-35 biết chữ'],
    ['Thành lập 20 quỹ khuyến học cấp xã.', 'quỹ khuyến học cấp xã'],
    ['Tổ chức 10 trò chơi dân gian.', 'trò chơi dân gian'],
    ['Bồi dưỡng 50 đồng chí cán bộ xã.', 'đồng chí cán bộ xã'],
    ['Tặng 30 ngăn sách cho thôn.', 'ngăn sách cho thôn'],
  ])('%s', (line, subject) => {
    const draft = planOf({ aims: ['1. Đến năm 2025:', `- ${line}`] })
    expect(draft.targets.map((target) => target.subject)).toEqual([subject])
  })

  test.each(['đầu tư 5 tỷ đồng', 'gắn 100 bảng tên', 'trao tặng 50 suất học bổng'])(
    'no comparing word in "%s"',
    (words) => {
      const draft = planOf({ aims: [`1. Đến năm 2025, ${words} cho các xã.`] })
      expect(draft.targets.map(({ comparator, qualifiers }) => [comparator, qualifiers])).toEqual([['>=', []]])
      expect(doubted(draft, 'unsure-target')).toEqual([])
    },
  )

  test.each([
    'Các sở, ngành cần cụ thể hóa Kế hoạch.',
    'Các sở cần cử cán bộ, định hướng dân số, mời nhà báo cao tuổi.',
  ])('nothing is misread in "%s"', (line) => {
    expect(doubted(planOf({ duties: [`1. ${line}`] }), 'misread-word')).toEqual([])
  })

  test('a text without tones is read all the same', () => {
    const draft = planOf({ aims: ['1. Den nam 2025, it nhat 60% xa co thu vien.'] })
    expect(said(draft)).toEqual(['2025 >= 60 xa co thu vien'])
  })
})

describe('a number with a doubtful separator is a doubt', () => {
  test.each([
    'Mở lớp cho 1,500 học viên',
    'Mở lớp cho 1 500 học viên',
    'Đạt 99.500% người lớn biết chữ',
    'Có 1,234,567 lượt học',
  ])('%s', (line) => {
    const draft = planOf({ aims: [`1. Đến năm 2025: ${line}.`] })
    expect(draft.targets.flatMap(({ value }) => value ?? [])).toEqual([])
    expect(doubted(draft, 'unsure-target')).not.toEqual([])
  })
  test.each([
    ['1.500 học viên', 1500],
    ['1.234,5 ha đất', null],
    ['99,5% người', 99.5],
    ['99.5% người', 99.5],
    ['0,125% người', 0.125],
  ])('%s', (words, value) => {
    const draft = planOf({ aims: [`1. Đến năm 2025 đạt ${words}.`] })
    expect(draft.targets.map((target) => target.value)).toEqual(value === null ? [] : [value])
  })
})

describe('tables of aims under other words', () => {
  const rows = [
    '1\tTỷ lệ công dân đạt danh hiệu công dân học tập\t%\t40\t70',
    '2\tTỷ lệ trung tâm học tập cộng đồng xếp loại tốt\t%\t60\t80',
  ]
  const four = ['2025 >= 40', '2030 >= 70', '2025 >= 60', '2030 >= 80']
  test.each([
    'TT\tChỉ tiêu\tĐơn vị tính\tNăm 2025\tNăm 2030',
    'STT\tNội dung\tĐVT\t2025\t2030',
    'TT\tTên chỉ tiêu\tĐVT\tMục tiêu 2025\tMục tiêu 2030',
    'TT\tChỉ tiêu\tĐVT\tPhấn đấu đến năm 2025\tPhấn đấu đến năm 2030',
    'TT\tTiêu chí\tĐơn vị\tChỉ tiêu giao năm 2025\tChỉ tiêu giao đến hết năm 2030',
    'Stt\tDanh mục chỉ số\tĐơn vị\tGiai đoạn 2021-2025\tGiai đoạn 2026-2030',
    'TT\tMục tiêu\tĐVT\tLộ trình đến 2025\tTầm nhìn 2030',
  ])('%s', (head) => {
    const draft = planOf({ aims: [head, ...rows] })
    expect(said(draft).map((each) => each.split(' ').slice(0, 3).join(' '))).toEqual(four)
    expect(draft.targets[0]?.subject).toBe('Tỷ lệ công dân đạt danh hiệu công dân học tập')
  })

  test.each([
    'Thực hiện 2020',
    'Hiện trạng năm 2020',
    'Kết quả năm 2020',
    'Ước thực hiện năm 2021',
    'Năm 2020 (thực hiện)',
  ])('what is reached already sets no aim: %s', (base) => {
    const draft = planOf({ aims: [`TT\tChỉ tiêu\tĐVT\t${base}\tMục tiêu 2030`, '1\tTỷ lệ biết chữ\t%\t22\t70'] })
    expect(said(draft)).toEqual(['2030 >= 70 Tỷ lệ biết chữ'])
  })

  test('groups of rows give the year, and a column who leads', () => {
    const draft = planOf({
      aims: [
        'TT\tChỉ tiêu\tĐơn vị\tKết quả\tCơ quan chủ trì theo dõi',
        'I\tĐến năm 2025\t\t\t',
        '1\tTỷ lệ công dân học tập\t%\t≥ 40\tHội Khuyến học tỉnh',
        'II\tĐến năm 2030\t\t\t',
        '2\tTỷ lệ công dân học tập\t%\t≥ 70\tHội Khuyến học tỉnh',
      ],
    })
    expect(said(draft)).toEqual(['2025 >= 40 Tỷ lệ công dân học tập', '2030 >= 70 Tỷ lệ công dân học tập'])
    expect(draft.duties.map(({ role, agency }) => `${role} ${agency}`)).toEqual([
      'lead Hội Khuyến học tỉnh',
      'lead Hội Khuyến học tỉnh',
    ])
  })

  test('values without a certain year wait for one', () => {
    const draft = planOf({ aims: ['TT\tChỉ tiêu\tĐơn vị\tKết quả', '1\tTỷ lệ biết chữ\t%\t40'] })
    expect(said(draft)).toEqual(['null >= 40 Tỷ lệ biết chữ'])
    expect(doubted(draft, 'year-missing')).toHaveLength(1)
  })

  test.each(['Địa phương\tLần 1\tLần 2', 'Đơn vị hành chính\tMức A\tMức B'])(
    'a table that says nothing certain is named: %s',
    (head) => {
      const draft = planOf({ aims: [head, 'Xã Mẫu Một\t40\t70', 'Xã Mẫu Hai\t50\t80'] })
      expect([draft.targets, doubted(draft, 'unsure-table')]).toEqual([[], [`8 ${head.replaceAll('\t', ' ')}`]])
    },
  )

  test('a row with a cell too many is told', () => {
    const draft = planOf({ aims: ['TT\tChỉ tiêu\tĐVT\tNăm 2030', '1\tTỷ lệ biết chữ\t%\t40\t50'] })
    expect(doubted(draft, 'unsure-row')).toHaveLength(1)
  })
})

describe('agencies in cells', () => {
  test.each([
    ['Sở Lao động - Thương binh và Xã hội', ['Sở Lao động - Thương binh và Xã hội']],
    ['Đài Phát thanh - Truyền hình tỉnh', ['Đài Phát thanh - Truyền hình tỉnh']],
    ['Sở Nông nghiệp và môi trường, Sở Ngoại vụ', ['Sở Nông nghiệp và môi trường', 'Sở Ngoại vụ']],
    ['Sở Tài chính - Sở Y tế', ['Sở Tài chính', 'Sở Y tế']],
    ['Phòng Văn hóa - Xã hội, Công an xã', ['Phòng Văn hóa - Xã hội', 'Công an xã']],
    ['Phòng Kinh tế, Hạ tầng và Đô thị; UBND các xã', ['Phòng Kinh tế, Hạ tầng và Đô thị', 'UBND các xã']],
  ])('%s', (cell, names) => {
    const draft = planOf({ duties: ['TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian', `1\tKhảo sát\t${cell}\t2026`] })
    expect(draft.duties.map(({ agency }) => agency)).toEqual(names)
    expect(doubted(draft, 'unsure-duty')).toEqual([])
  })

  test('a name of no known form is kept and told', () => {
    const draft = planOf({ duties: ['TT\tNhiệm vụ\tCơ quan chủ trì', '1\tKhảo sát\tSở Y tế, Nhóm tư vấn số'] })
    expect(draft.duties.map(({ agency }) => agency)).toEqual(['Sở Y tế', 'Nhóm tư vấn số'])
    expect(doubted(draft, 'unsure-duty')).toEqual(['10 Nhóm tư vấn số'])
  })
})

describe('every date, and no date of a cited document', () => {
  const dues = (line: string) =>
    planOf({ duties: [`1. Sở Y tế ${line}`] }).deadlines.map(({ due }) =>
      'by' in due ? due.by : `${due.every} ${due.before}`,
    )
  test.each([
    ['báo cáo trước ngày 15 tháng 6 và trước ngày 01 tháng 12 hằng năm.', ['year 06-15', 'year 12-01']],
    ['báo cáo trước ngày 15/6 và 15/12 hằng năm.', ['year 06-15', 'year 12-15']],
    ['thực hiện Nghị quyết số 29-NQ/TW ngày 04 tháng 11 năm 2013.', []],
    ['rà soát theo Chỉ thị ngày 6 tháng 5 năm 2020.', []],
    ['rà soát từ tháng 3/2026 đến tháng 11/2026.', ['2026-11-30']],
    ['hoàn thành trong Quý II, III/2026.', ['2026-09-30']],
    ['khảo sát trong tháng 10 hằng năm.', ['year 10-31']],
    ['khảo sát, xong trước tháng 10/2026.', ['2026-09-30']],
    ['sơ kết 6 tháng đầu năm 2026.', ['2026-06-30']],
    ['báo cáo định kỳ 6 tháng, hằng năm.', ['year null', 'half-year null']],
    ['nộp báo cáo chậm nhất ngày 20/12/2026.', ['2026-12-20']],
    ['báo cáo trước 17 giờ ngày 20/12/2026.', ['2026-12-20']],
    ['sơ kết vào quý IV/2028, tổng kết trước ngày 31/12/2030.', ['2028-12-31', '2030-12-31']],
    ['ban hành kế hoạch, hoàn thành trước năm 2026.', ['2025-12-31']],
  ])('%s', (line, expected) => {
    expect(dues(line).sort()).toEqual([...expected].sort())
  })

  test('a second day, and a day of no year, are told', () => {
    const draft = planOf({
      duties: ['1. Sở Y tế báo cáo trước ngày 15/6.', '2. Sở Nội vụ báo cáo trước 10/6, 10/12 hằng năm.'],
    })
    expect(doubted(draft, 'unsure-deadline')).toHaveLength(2)
  })
})

describe('documents by the shape of their numbers', () => {
  const numbers = (line: string) =>
    planOf({ bases: [line] }).legalBases.map(({ type, number, issuedOn }) => `${number ?? type} ${issuedOn}`)
  test.each([
    [
      'Căn cứ Quyết định 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ phê duyệt Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030”, Ủy ban nhân dân tỉnh (UBND) triển khai Kế hoạch thực hiện Đề án, cụ thể như sau:',
      ['1373/QĐ-TTg 2021-07-30'],
    ],
    [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;',
      ['Luật 2015-06-19', 'Luật 2019-11-22'],
    ],
    ['Căn cứ Nghị quyết 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương;', ['29-NQ/TW 2013-11-04']],
    ['Căn cứ Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019;', ['43/2019/QH14 2019-06-14']],
    ['Căn cứ Thông tư 25/2021/TT-BGDĐT ngày 27/12/2021;', ['25/2021/TT-BGDĐT 2021-12-27']],
  ])('%s', (line, expected) => {
    const draft = planOf({ bases: [line] })
    expect([numbers(line), doubted(draft, 'unsure-basis')]).toEqual([expected, []])
  })

  test('a motto in two lines is no issuer', () => {
    const head = ['ỦY BAN NHÂN DÂN TỈNH MẪU', 'CỘNG HÒA XÃ HỘI', 'CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do', '- Hạnh phúc']
    const { document } = readDraft([...head, 'Số: 1/KH-UBND', 'KẾ HOẠCH', 'Thử', 'I. MỤC TIÊU', 'II. KHÁC'].join('\n'))
    expect(document.issuer?.value).toBe('ỦY BAN NHÂN DÂN TỈNH MẪU')
  })
})
