/** No silent error: what may be read wrong, or was not read at all, is told to a person. */
import { describe, expect, test } from 'vitest'
import { readDraft } from '#modules/official-texts'

const head = [
  'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'TỈNH AN LẠC\tĐộc lập - Tự do - Hạnh phúc',
  'Số: 12/KH-UBND\tAn Lạc, ngày 05 tháng 3 năm 2026',
  'KẾ HOẠCH',
  'Học tập suốt đời năm 2026',
]

interface Lines {
  readonly bases?: readonly string[]
  readonly aims?: readonly string[]
  readonly duties?: readonly string[]
}

/** A plan of 5 March 2026 for that year with these lines. */
function planOf({ bases = [], aims = [], duties = [] }: Lines) {
  const body = ['I. MỤC TIÊU CỤ THỂ', ...aims, 'II. TỔ CHỨC THỰC HIỆN', ...duties]
  return readDraft([...head, ...bases, ...body, 'Nơi nhận:', '- Lưu: VT.', 'CHỦ TỊCH', 'Lê Văn Ba'].join('\n'))
}

const told = ({ doubts }: ReturnType<typeof readDraft>, ...kinds: string[]) =>
  doubts.filter(({ kind }) => kinds.includes(kind)).map(({ about, text }) => about ?? text)
const goals = ({ targets }: ReturnType<typeof readDraft>) =>
  targets.map(({ value, mode, subject }) => `${value} ${mode} ${subject}`)
const given = ({ duties }: ReturnType<typeof readDraft>) => duties.map(({ role, agency }) => `${role} ${agency}`)

describe('figures under aims', () => {
  test.each([
    ['1. Nâng thứ bậc từ 9 lên 5, gồm:', 'Nâng thứ bậc từ 9 lên 5, gồm:'],
    ['1. Có tủ sách: 7/11/12 xã.', 'Có tủ sách: 7/11/12 xã.'],
  ])('one that no target has is told: %s', (line, text) => {
    const draft = planOf({ aims: [line, '- Rà soát danh sách.'] })
    expect([goals(draft), told(draft, 'unsure-target')]).toEqual([expect.any(Array), expect.arrayContaining([text])])
  })

  test('the line over a list has its own', () => {
    const draft = planOf({ aims: ['1. Mở 20 lớp xóa mù chữ, trong đó:', '- 12 lớp buổi tối;', '- 08 lớp ban ngày.'] })
    expect(goals(draft)).toEqual(['20 reach lớp xóa mù chữ', '12 reach lớp buổi tối', '8 reach lớp ban ngày'])
  })

  test('of what a heading says', () => {
    const draft = planOf({ aims: ['1. Tỷ lệ người biết chữ:', '- Vùng cao: 96%.', '- Đến tháng 12/2026: 98%.'] })
    expect(goals(draft)).toEqual(['96 reach Vùng cao', '98 reach Tỷ lệ người biết chữ'])
    expect(told(draft, 'unsure-target')).toEqual(['Đến tháng 12/2026: 98%.'])
  })

  test('what is kept, and what is done anew', () => {
    const draft = planOf({ aims: ['1. Duy trì 09 câu lạc bộ, thành lập mới 03 câu lạc bộ sở thích.'] })
    expect(goals(draft)).toEqual(['9 keep câu lạc bộ', '3 reach câu lạc bộ sở thích'])
    const both = planOf({ aims: ['1. Duy trì 09 câu lạc bộ, 12 tủ sách cộng đồng.'] })
    expect(goals(both)).toEqual(['9 keep câu lạc bộ', '12 keep tủ sách cộng đồng'])
  })

  test.each([
    [
      'Kết nạp 900 hội viên, đưa tỷ lệ hội viên so với dân số lên 24%.',
      ['900 reach hội viên', '24 reach tỷ lệ hội viên so với dân số'],
    ],
    ['Phấn đấu có từ 02 thành phố, thị xã trở lên được công nhận.', ['2 reach thành phố, thị xã được công nhận']],
    ['Mỗi thôn thành lập 01 tổ học tập (từ 5 đến 7 thành viên).', ['1 reach tổ học tập']],
    [
      'Duy trì hoạt động của 45 câu lạc bộ, phát triển thêm 15 câu lạc bộ.',
      ['45 keep câu lạc bộ', '15 reach câu lạc bộ'],
    ],
    ['Cấp 120 suất học bổng, 300 phần quà.', ['120 reach suất học bổng', '300 reach phần quà']],
    ['Mở 65 lớp với 900 lượt người học, xếp loại Tốt.', ['65 reach lớp', '900 reach lượt người học']],
    ['Chỉ tiêu 2: Tỷ lệ lao động có kỹ năng số đạt 40%.', ['40 reach Tỷ lệ lao động có kỹ năng số']],
    ['Không để phát sinh người tái mù chữ.', ['null reach Không để phát sinh người tái mù chữ']],
  ])('%s', (line, texts) => {
    expect(goals(planOf({ aims: [`- ${line}`] }))).toEqual(texts)
  })

  test('of something in quotation marks', () => {
    expect(goals(planOf({ aims: ['1. Mỗi xã có ít nhất 10 “đại sứ số”.'] }))).toEqual(['10 reach “đại sứ số”'])
  })
})

describe('subjects', () => {
  test('a stand-in takes the subject of the point before, which is told', () => {
    const aims = ['1. 60% người lao động có kỹ năng số; mở 20 lớp học.', '2. Tỷ lệ này đạt 85% vào cuối năm 2026.']
    const draft = planOf({ aims })
    expect(goals(draft).at(-1)).toBe('85 reach người lao động có kỹ năng số')
    expect(told(draft, 'unsure-target')).toEqual(['Tỷ lệ này đạt 85% vào cuối năm 2026.'])
  })

  test.each([
    'Con số này đạt 85%.',
    'Phấn đấu 85% được công nhận.',
    '85% có phần mềm dùng chung.',
    '85% hộ.',
    '85% người dân (nữ trên địa bàn xã.',
    '85% “người dân học tập số.',
  ])('no whole name: %s', (sentence) => {
    const draft = planOf({ aims: [`1. ${sentence}`] })
    expect([draft.targets.length, told(draft, 'unsure-target').length]).toEqual([1, 1])
  })

  test.each(['85% người dân có kỹ năng số.', 'Giảm tỷ lệ bỏ học xuống dưới 1%.', '85% hộ gia đình (vùng cao).'])(
    'a whole one: %s',
    (sentence) => {
      const draft = planOf({ aims: [`1. ${sentence}`] })
      expect([draft.targets.length, told(draft, 'unsure-target')]).toEqual([1, []])
    },
  )
})

describe('names of bodies', () => {
  test.each([
    ['Trung tâm: Mở lớp.', 'Trung tâm'],
    ['Các đoàn thể, nhóm nòng cốt xã mở lớp.', 'Các đoàn thể'],
    ['Phòng Văn hóa và: Mở lớp.', 'Phòng Văn hóa và'],
  ])('one that may be wrong is told: %s', (line, name) => {
    const draft = planOf({ duties: [`1. ${line}`] })
    expect(told(draft, 'unsure-agency', 'unsure-duty')).toContain(name)
  })

  test.each([
    ['Các doanh nghiệp trong Khu công nghiệp Lộc An: Mở lớp.', 'Các doanh nghiệp trong Khu công nghiệp Lộc An'],
    [
      'Các doanh nghiệp viễn thông, công nghệ thông tin trên địa bàn tỉnh hỗ trợ hạ tầng.',
      'Các doanh nghiệp viễn thông, công nghệ thông tin trên địa bàn tỉnh',
    ],
    ['Các trường tại phường Ba Sao tổ chức lớp.', 'Các trường tại phường Ba Sao'],
    ['Các trường trong tháng 9 tổ chức lớp.', 'Các trường'],
    ['Các hội cơ sở trực thuộc: Mở lớp.', 'Các hội cơ sở trực thuộc'],
    ['Văn phòng: Tổng hợp.', 'Văn phòng'],
  ])('one that is whole is not: %s', (line, name) => {
    const draft = planOf({ duties: [`1. ${line}`] })
    expect([given(draft), told(draft, 'unsure-agency')]).toEqual([[`lead ${name}`], []])
  })
})

describe('days and years before the document', () => {
  test.each([
    ['duties', '1. Sở Y tế tổng kết trước ngày 15/01/2026.', 'unsure-deadline'],
    ['aims', '1. 85% người dân biết chữ vào năm 2024.', 'unsure-target'],
    ['bases', 'Căn cứ Quyết định số 9/QĐ-UBND ngày 06/4/2026 của UBND tỉnh;', 'unsure-basis'],
  ])('in %s: %s', (place, line, kind) => {
    expect(told(planOf({ [place]: [line] }), kind)).toHaveLength(1)
    expect(
      told(planOf({ [place]: [line.replace(/202[46]/, '2026').replace(/\/0?[14]\/2026/, '/3/2026')] }), kind),
    ).toEqual(kind === 'unsure-basis' ? [expect.any(String)] : [])
  })
})

describe('who is told something', () => {
  test.each([
    ['Sở Y tế chủ trì mở lớp. Sở Tài chính bố trí kinh phí.', ['lead Sở Y tế', 'lead Sở Tài chính']],
    ['Sở Y tế: Mở lớp; Công an tỉnh chủ trì bảo đảm an ninh.', ['lead Sở Y tế', 'lead Công an tỉnh']],
    ['Sở Y tế: Mở lớp; giao Sở Tài chính cấp kinh phí.', ['lead Sở Y tế', 'lead Sở Tài chính']],
    ['Sở Y tế mở lớp. Đề nghị Tỉnh đoàn vận động thanh niên.', ['lead Sở Y tế', 'requested Tỉnh đoàn']],
  ])('two bodies in one clause: %s', (line, texts) => {
    const draft = planOf({ duties: [`1. ${line}`] })
    expect([given(draft), told(draft, 'unsure-duty')]).toEqual([texts, []])
  })

  test.each([
    'Sở Y tế: Mở lớp; các trường tổ chức ôn tập.',
    'Sở Y tế: Mở lớp, Sở Tư pháp chủ trì phần pháp luật.',
    'Sở Y tế mở lớp. Sở Tài chính bố trí kinh phí. Tổng kết cuối năm.',
  ])('others beside those that are read are told: %s', (line) => {
    expect(told(planOf({ duties: [`1. ${line}`] }), 'unsure-duty')).toHaveLength(1)
  })

  test.each([
    'Các chủ rừng, chủ trang trại tạo điều kiện cho người lao động.',
    'Việc kiểm tra do người đứng đầu chịu trách nhiệm.',
    'Quá trình triển khai cần phối hợp chặt chẽ.',
    'Chuyên môn nghiệp vụ theo hướng dẫn hằng năm, yêu cầu đúng hạn.',
  ])('nobody has the duty: %s', (line) => {
    const draft = planOf({ duties: ['1. Sở Y tế: Mở lớp.', `2. ${line}`] })
    expect([given(draft), told(draft, 'unsure-duty', 'agency-missing')]).toEqual([['lead Sở Y tế'], [line]])
  })

  test.each(['Kết quả theo bảng phân công.', 'Phát huy sự phối hợp của nhân dân.'])('no duty: %s', (line) => {
    expect(told(planOf({ duties: ['1. Sở Y tế: Mở lớp.', `2. ${line}`] }), 'unsure-duty')).toEqual([])
  })

  test('those reached through another have no duty, which is told', () => {
    const duties = ['1. Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội: Vận động hội viên.']
    const draft = planOf({ duties })
    expect([given(draft), told(draft, 'group-agency')]).toEqual([
      ['requested Ủy ban MTTQ Việt Nam tỉnh'],
      ['các tổ chức chính trị - xã hội'],
    ])
  })

  test('a list of whom somebody guides goes on after a semicolon', () => {
    const duties = ['1. Sở Y tế: Hướng dẫn các cơ quan báo chí; Đài Phát thanh và Truyền hình tỉnh mở chuyên mục.']
    expect(given(planOf({ duties }))).toEqual(['lead Sở Y tế'])
  })

  test.each([
    [['1. Sở Y tế', '- Cơ quan thường trực, chủ trì tổng hợp.'], ['lead Sở Y tế']],
    [['1. Sở Y tế chủ trì, Sở Tư pháp phối hợp hoàn thiện hồ sơ.'], ['lead Sở Y tế', 'coordinate Sở Tư pháp']],
    [['1. Các viện nghiên cứu: Mở lớp.'], ['lead Các viện nghiên cứu']],
    [['1. Giao đồng chí Lê Văn Ba, Phó Chủ tịch, chỉ đạo thực hiện.'], ['lead đồng chí Lê Văn Ba, Phó Chủ tịch']],
  ])('%j', (duties, texts) => {
    expect(given(planOf({ duties }))).toEqual(texts)
  })

  test('a month without its year is of the only year of the plan; which of two is meant is told', () => {
    const [one, two] = ['bình xét vào tháng 11', 'bình xét trong tháng 4, tháng 11'].map((task) =>
      planOf({ duties: [`1. Sở Y tế ${task}.`] }),
    )
    expect(one?.deadlines.map(({ due }) => due)).toEqual([{ by: '2026-11-30' }])
    expect([two?.deadlines, two && told(two, 'unsure-deadline')]).toEqual([[], ['trong tháng 4', 'tháng 11']])
  })

  test('a month without its year is told where the plan has several', () => {
    const text = planOf({ duties: ['1. Sở Y tế bình xét vào tháng 11.'] })
    expect(text.doubts.filter(({ kind }) => kind === 'unsure-deadline')).toEqual([])
    const lines = ['KẾ HOẠCH', 'Thử giai đoạn 2026-2030', 'I. MỤC TIÊU', 'II. TỔ CHỨC THỰC HIỆN']
    const several = readDraft([...lines, '1. Sở Y tế bình xét vào tháng 11; thời gian: tháng 12.'].join('\n'))
    expect([several.deadlines, told(several, 'unsure-deadline')]).toEqual([[], ['vào tháng 11', 'thời gian: tháng 12']])
  })

  test('where one is asked, so is the next', () => {
    const duties = ['1. Đề nghị Sở Y tế hướng dẫn chuyên môn; đề nghị UBND các xã, phường hỗ trợ kinh phí.']
    expect(given(planOf({ duties }))).toEqual(['requested Sở Y tế', 'requested UBND các xã, phường'])
  })

  test('names alone in a list are told', () => {
    const draft = planOf({ duties: ['1. Các đơn vị phối hợp:', '- Sở Công Thương;', '- Sở Xây dựng.'] })
    expect(told(draft, 'unsure-duty')).toEqual(expect.arrayContaining(['Sở Công Thương;', 'Sở Xây dựng.']))
  })
})
