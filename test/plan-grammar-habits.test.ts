/** Habits of other provinces, one short document for each: heads in columns, tables of targets, several years in one sentence, ways to write a figure. */
import { describe, expect, test } from 'vitest'
import { readDraft } from '#modules/official-texts'

const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const motto = 'Độc lập - Tự do - Hạnh phúc'

describe('the head in two columns', () => {
  test.each([
    [
      'runs of spaces',
      [
        `ỦY BAN NHÂN DÂN                ${nation}`,
        `TỈNH AN LẠC        ${motto}`,
        'Số: 1234/KH-UBND       An Lạc, ngày 05 tháng 3 năm 2024',
      ],
    ],
    [
      'tabs, rules under both',
      [
        `ỦY BAN NHÂN DÂN\t${nation}`,
        `TỈNH AN LẠC\t${motto}`,
        '-------\t-----------',
        'Số: 1234/KH-UBND\tAn Lạc, ngày 05 tháng 3 năm 2024',
      ],
    ],
    [
      'the issuer first, on lines of its own',
      [
        'ỦY BAN NHÂN DÂN',
        'TỈNH AN LẠC',
        '_______',
        'Số: 1234/KH-UBND',
        nation,
        motto,
        '____________',
        'An Lạc, ngày 05 tháng 3 năm 2024',
      ],
    ],
    [
      'the motto first',
      [
        nation,
        motto,
        '─────────',
        'An Lạc, ngày 05 tháng 3 năm 2024',
        'ỦY BAN NHÂN DÂN',
        'TỈNH AN LẠC',
        'Số: 1234/KH-UBND',
      ],
    ],
    [
      'one space only',
      [`ỦY BAN NHÂN DÂN ${nation}`, `TỈNH AN LẠC ${motto}`, 'Số: 1234/KH-UBND An Lạc, ngày 05 tháng 3 năm 2024'],
    ],
  ])('%s', (_, head) => {
    const { document } = readDraft([...head, 'KẾ HOẠCH', 'Thử năm 2024', 'I. MỤC TIÊU', 'II. KINH PHÍ'].join('\n'))
    const { issuer, place, symbol, issuedOn } = document
    expect([issuer?.value, place?.value, symbol?.value, issuedOn?.value]).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH AN LẠC',
      'An Lạc',
      '1234/KH-UBND',
      '2024-03-05',
    ])
  })

  test('a department below its People’s Committee', () => {
    const head = [
      `UBND HUYỆN BA KHE          ${nation}`,
      `PHÒNG GIÁO DỤC VÀ ĐÀO TẠO     ${motto}`,
      'Số: 9/KH-PGDĐT       Ba Khe, ngày 05 tháng 3 năm 2024',
    ]
    const { document } = readDraft([...head, 'KẾ HOẠCH', 'Thử', 'I. MỤC TIÊU', 'II. KINH PHÍ'].join('\n'))
    expect([document.issuer?.value, document.place?.value]).toEqual([
      'UBND HUYỆN BA KHE PHÒNG GIÁO DỤC VÀ ĐÀO TẠO',
      'Ba Khe',
    ])
  })
})

/** A plan to 2030 with these lines under its aims. */
function aims(lines: readonly string[]) {
  return readDraft(['KẾ HOẠCH', 'Thử giai đoạn 2026-2030', 'I. MỤC TIÊU', ...lines, 'II. KINH PHÍ'].join('\n'))
}

const brief = ({ targets }: ReturnType<typeof readDraft>) =>
  targets.map(({ ref, year, comparator, value, valueTo, unit }) =>
    [ref, year, comparator, value, ...(valueTo === null ? [] : [`..${valueTo}`]), unit].join(' '),
  )

describe('tables of targets', () => {
  const goals = ['PL.1 2025 >= 99.5 percent', 'PL.1 2030 > 99 percent']
  test.each([
    ['tabs', ['TT\tChỉ tiêu\tĐVT\tNăm 2025\tNăm 2030', '1\tTỷ lệ biết chữ\t%\t99,5\ttrên 99%']],
    [
      'strokes',
      ['| TT | Chỉ tiêu | ĐVT | 2025 | 2030 |', '|---|---|---|---|---|', '| 1 | Tỷ lệ biết chữ | % | 99,5 | > 99 |'],
    ],
    [
      'the unit in the name',
      ['STT\tChỉ tiêu chủ yếu\tĐến năm 2025\tĐến năm 2030', '1\tTỷ lệ biết chữ (%)\t99,5\t> 99'],
    ],
    [
      'a header of two rows',
      ['TT\tChỉ tiêu\tĐơn vị tính\tLộ trình thực hiện', '\t\t\tNăm 2025\tNăm 2030', '1\tTỷ lệ biết chữ\t%\t99,5\t> 99'],
    ],
    [
      'a header of two rows, merged cells repeated',
      [
        'TT\tChỉ tiêu\tĐVT\tLộ trình\tGhi chú',
        'TT\tChỉ tiêu\tĐVT\tNăm 2025\tNăm 2030\tGhi chú',
        '1\tTỷ lệ biết chữ\t%\t99,5\t> 99\t',
      ],
    ],
    [
      'what is reached already, and a note',
      ['TT\tChỉ tiêu\tĐVT\tHiện trạng năm 2023\tNăm 2025\tNăm 2030\tGhi chú', '1\tTỷ lệ biết chữ\t%\t98\t99,5\t> 99\t'],
    ],
  ])('%s', (_, rows) => {
    const text = ['KẾ HOẠCH', 'Thử', 'I. MỤC TIÊU', 'II. KINH PHÍ', 'Nơi nhận:', '- Lưu: VT.', 'PHỤ LỤC', ...rows]
    const draft = readDraft(text.join('\n'))
    expect(brief(draft)).toEqual(goals)
    expect(draft.targets[0]?.subject).toMatch(/^Tỷ lệ biết chữ/)
  })

  test.each([
    ['%', '≥ 90', '>= 90 percent'],
    ['%', '95-98', '>= 95 ..98 percent'],
    ['%', 'từ 95 đến 98', '>= 95 ..98 percent'],
    ['%', '100', '>= 100 percent'],
    ['Xã', '1.250', '>= 1250 count'],
    ['Xã', '2/3', '>= 0.6667 fraction'],
    ['Tỷ đồng', '1,5', '>= 1500000000 money'],
    ['Mức độ', '3', '>= 3 level'],
    ['', 'x', 'yes  yes'],
    ['', 'Đạt', 'yes  yes'],
    ['', 'Hoàn thành', 'yes  yes'],
    ['Hộ', '0', '= 0 count'],
  ])('unit "%s", value "%s"', (unit, value, text) => {
    const draft = aims(['TT\tChỉ tiêu\tĐVT\tNăm 2030', `1\tViệc cần đạt\t${unit}\t${value}`])
    expect(brief(draft)).toEqual([`I.1 2030 ${text}`])
  })

  test('a dash sets no aim; words that say no figure are left to a person', () => {
    const draft = aims(['TT\tChỉ tiêu\tĐVT\tNăm 2026\tNăm 2030', '1\tThư viện\tCái\t-\tTheo nhu cầu'])
    expect([brief(draft), draft.doubts.map(({ kind, text }) => `${kind} ${text}`)]).toEqual([
      [],
      expect.arrayContaining(['unsure-target Theo nhu cầu']),
    ])
    expect(draft.doubts.filter(({ text }) => text === '-')).toEqual([])
  })

  test('group rows, merged or not, hold the rows under them', () => {
    const draft = aims([
      'TT\tChỉ tiêu\tĐVT\tNăm 2030',
      'I\tXóa mù chữ\t\t',
      '1\tTỷ lệ biết chữ\t%\t99',
      'II\tTỷ lệ xã học tập\t%\t70',
      '1\tTrong đó: xã vùng cao\t%\t50',
      'Học suốt đời',
      '3\tNgười lớn đi học\tNgười\t400',
    ])
    expect(brief(draft)).toEqual([
      'I.I.1 2030 >= 99 percent',
      'I.II 2030 >= 70 percent',
      'I.II.1 2030 >= 50 percent',
      expect.stringMatching(/2030 >= 400 count$/),
    ])
  })
})

describe('several years in one sentence', () => {
  test.each([
    ['Tỷ lệ xã đạt chuẩn đạt 60% vào năm 2025 và 80% vào năm 2030.', [60, 80]],
    ['Tỷ lệ xã đạt chuẩn đạt 60% vào năm 2025, 80% vào năm 2030.', [60, 80]],
    ['Tỷ lệ xã đạt chuẩn năm 2025: 60%; năm 2030: 80%.', [60, 80]],
    ['Tỷ lệ xã đạt chuẩn: năm 2025 đạt 60%, năm 2030 đạt 80%.', [60, 80]],
    ['Tỷ lệ xã đạt chuẩn đến năm 2025 đạt trên 60% và đến năm 2030 đạt trên 80%.', [60, 80]],
    ['Tỷ lệ xã đạt chuẩn giai đoạn 2021-2025 đạt 40%; giai đoạn 2026-2030 đạt 60%.', [40, 60]],
    ['Tỷ lệ xã đạt chuẩn 60% (năm 2025), 80% (năm 2030).', [60, 80]],
    ['Giai đoạn 2021-2025: 60%; giai đoạn 2026-2030: 80% Tỷ lệ xã đạt chuẩn.', [60, 80]],
    ['Trên 60% (năm 2025), trên 80% (năm 2030) Tỷ lệ xã đạt chuẩn.', [60, 80]],
    ['Năm 2025 đạt 60%, năm 2030 đạt 80% Tỷ lệ xã đạt chuẩn.', [60, 80]],
  ])('%s', (sentence, [first, second]) => {
    const { targets } = aims([`- ${sentence}`])
    expect(targets.map(({ ref, year, value, subject }) => [ref, year, value, subject])).toEqual([
      ['I.1', 2025, first, 'Tỷ lệ xã đạt chuẩn'],
      ['I.1', 2030, second, 'Tỷ lệ xã đạt chuẩn'],
    ])
  })

  test('where a rise starts is no aim, and is told', () => {
    const draft = aims(['- Nâng tỷ lệ xã đạt chuẩn từ 60% (năm 2025) lên 80% (năm 2030).'])
    expect(brief(draft)).toEqual(['I.1 2030 >= 80 percent'])
    expect(draft.targets[0]?.subject).toBe('tỷ lệ xã đạt chuẩn')
    expect(draft.doubts.some(({ kind, text }) => kind === 'unsure-target' && text.includes('60%'))).toBe(true)
  })

  test.each([
    ['Mở 20 lớp năm 2026, 25 lớp năm 2027.', ['I.1 2026 >= 20 count', 'I.1 2027 >= 25 count']],
    ['Năm 2026: 20 lớp; năm 2027: 25 lớp.', ['I.1.1 2026 >= 20 count', 'I.1.2 2027 >= 25 count']],
  ])('counts: %s', (sentence, texts) => {
    expect(brief(aims([`- ${sentence}`]))).toEqual(texts)
  })

  test('a year that stands before two aims is that of both', () => {
    const draft = aims(['- Đến năm 2028, 70% xã có thư viện, 50% thôn có tủ sách.'])
    expect(brief(draft)).toEqual(['I.1.1 2028 >= 70 percent', 'I.1.2 2028 >= 50 percent'])
  })
})

describe('figures as they are written', () => {
  test.each([
    ['Ít nhất 60 % xã đạt chuẩn.', ['>= 60 percent']],
    ['60phần trăm xã đạt chuẩn.', ['>= 60 percent']],
    ['Sáu mươi phần trăm (60%) xã đạt chuẩn.', ['>= 60 percent']],
    ['2/3 số xã đạt chuẩn.', ['>= 0.6667 fraction']],
    ['100/100 xã đạt chuẩn.', ['>= 1 fraction']],
    ['Hỗ trợ 500 triệu đồng cho người khó khăn.', ['>= 500000000 money']],
    ['Mỗi suất học bổng tối thiểu 500.000 đồng.', ['>= 500000 money']],
    ['Số hộ bỏ học giảm 5% so với năm 2020.', []],
    ['Tỷ lệ biết chữ tăng ít nhất 5 điểm phần trăm.', []],
    ['Tỷ lệ bỏ học giảm từ 5% xuống còn 2%.', ['<= 2 percent']],
    ['Tỷ lệ bỏ học dưới 1%.', ['< 1 percent']],
    ['Không dưới 90% người lớn biết chữ.', ['>= 90 percent']],
    ['Không để quá 2% học sinh bỏ học.', ['<= 2 percent']],
    ['Không để trẻ em thất học.', ['yes  yes']],
    ['Không còn xã trắng thư viện.', ['yes  yes']],
  ])('%s', (sentence, texts) => {
    const draft = aims(['1. Đến năm 2030:', `- ${sentence}`])
    expect(brief(draft)).toEqual(texts.map((each) => `I.1.1 2030 ${each}`))
    const isTold = draft.doubts.some(
      ({ kind, text }) => kind === 'unsure-target' && text.startsWith(sentence.slice(0, 9)),
    )
    if (texts.length === 0) expect(isTold).toBe(true)
  })

  test('brackets around the inner count', () => {
    const draft = aims(['- Đến năm 2030, dạy nghề cho 12.000 lao động (trong đó 4.000 lao động nữ).'])
    expect(draft.targets.map(({ ref, value, subject }) => [ref, value, subject])).toEqual([
      ['I.1.1', 12000, 'lao động'],
      ['I.1.2', 4000, 'lao động nữ'],
    ])
  })

  test('a count within a count is a target of its own, less sure', () => {
    const draft = aims(['- Đến năm 2030, đào tạo 5.000 lượt người, trong đó có 1.500 phụ nữ, 300 người khuyết tật.'])
    expect(draft.targets.map(({ ref, value, subject }) => [ref, value, subject])).toEqual([
      ['I.1.1', 5000, 'lượt người'],
      ['I.1.2', 1500, 'phụ nữ'],
      ['I.1.3', 300, 'người khuyết tật'],
    ])
    expect(draft.targets.map(({ confidence }) => confidence < 0.7)).toEqual([false, true, true])
    expect(draft.doubts.filter(({ kind }) => kind === 'unsure-target').map(({ ref }) => ref)).toEqual([
      'I.1.2',
      'I.1.3',
    ])
  })
})
