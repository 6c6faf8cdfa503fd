/** Who is told what, as other provinces write it: lists of agencies under one word, closing words, decisions that issue a plan. */
import { describe, expect, test } from 'vitest'
import { readDraft } from '#modules/official-texts'

/** A plan with these lines under who does what. */
function duties(lines: readonly string[]) {
  const text = ['KẾ HOẠCH', 'Thử năm 2026', 'I. MỤC TIÊU', 'II. TỔ CHỨC THỰC HIỆN', ...lines, 'Nơi nhận:', '- Lưu: VT.']
  return readDraft(text.join('\n'))
}

describe('lists of agencies', () => {
  test.each([
    ['Các Sở: Tài chính, Y tế, Nội vụ', ['Sở Tài chính', 'Sở Y tế', 'Sở Nội vụ']],
    ['Các sở: Y tế, Giáo dục và Đào tạo', ['Sở Y tế', 'Sở Giáo dục và Đào tạo']],
    ['Các Sở Tài chính, Y tế và Nội vụ', ['Sở Tài chính', 'Sở Y tế', 'Sở Nội vụ']],
    ['Các Sở: Văn hóa, Thể thao và Du lịch, Tư pháp', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Tư pháp']],
    ['Các Sở, ban, ngành: Tài chính, Y tế', ['Sở Tài chính', 'Sở Y tế']],
    ['Các Sở: Sở Tài chính, Sở Y tế', ['Sở Tài chính', 'Sở Y tế']],
    ['Các Sở: Tài chính, Y tế; Công an tỉnh', ['Sở Tài chính', 'Sở Y tế', 'Công an tỉnh']],
    ['Sở Tài chính, Sở Kế hoạch và Đầu tư', ['Sở Tài chính', 'Sở Kế hoạch và Đầu tư']],
    ['Sở Văn hóa, Thể thao và Du lịch', ['Sở Văn hóa, Thể thao và Du lịch']],
    ['Báo và Đài Phát thanh - Truyền hình tỉnh', ['Báo tỉnh', 'Đài Phát thanh - Truyền hình tỉnh']],
    ['Báo và Phát thanh, Truyền hình An Lạc', ['Báo và Phát thanh, Truyền hình An Lạc']],
    ['UBND các huyện, thị xã, thành phố', ['UBND các huyện, thị xã, thành phố']],
    ['Các Sở, ban, ngành tỉnh', ['Các Sở, ban, ngành tỉnh']],
  ])('%s', (heading, names) => {
    const result = duties([`1. ${heading}`, 'a) Xây dựng kế hoạch của đơn vị.', '2. Sở Tư pháp', 'a) Tuyên truyền.'])
    expect(result.duties.filter(({ ref }) => ref === 'II.1.a').map(({ agency }) => agency)).toEqual(names)
  })
})

describe('closing words', () => {
  const closing = (words: string) => {
    const draft = duties(['1. Sở Y tế', 'a) Chủ trì.', '2. Công an tỉnh', 'a) Phối hợp.', words])
    const own = draft.duties.filter(({ ref }) => ref === 'II.KL')
    return { names: own.map(({ agency }) => agency), doubts: draft.doubts.filter(({ ref }) => ref === 'II.KL') }
  }

  test.each([
    ['Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./.', ['các đơn vị']],
    ['Yêu cầu các sở, ngành, UBND các xã triển khai thực hiện Kế hoạch này./.', ['các sở, ngành, UBND các xã']],
    [
      'Yêu cầu các sở, ngành thực hiện; nếu có khó khăn, vướng mắc, kịp thời báo cáo UBND tỉnh để xem xét./.',
      ['các sở, ngành'],
    ],
  ])('%s', (words, names) => {
    const result = closing(words)
    expect(result.names).toEqual(names)
    expect(result.doubts.map(({ kind, about }) => `${kind} ${about}`)).toEqual([`group-agency ${names[0]}`])
  })

  test('a report by a date is asked of each agency', () => {
    expect(closing('Yêu cầu các sở, ngành thực hiện, báo cáo kết quả trước ngày 15/12 hằng năm./.').names).toEqual([
      'các sở, ngành',
      'Sở Y tế',
      'Công an tỉnh',
    ])
  })
})

describe('a decision', () => {
  const decision = [
    'ỦY BAN NHÂN DÂN TỈNH AN LẠC',
    'Số: 12/QĐ-UBND',
    'QUYẾT ĐỊNH',
    'Về việc ban hành Kế hoạch đọc sách',
    'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch đọc sách.',
    'Điều 2. Giao Sở Y tế chủ trì thực hiện.',
    'Nơi nhận:',
    '- Như Điều 2;',
    'CHỦ TỊCH',
    'Trần Văn Ba',
  ]

  test('with the plan it issues is that plan, whose refs begin anew', () => {
    const plan = ['KẾ HOẠCH', 'Đọc sách năm 2026', 'I. MỤC TIÊU', '1. 80% xã có tủ sách.', 'II. KINH PHÍ']
    const draft = readDraft([...decision, ...plan].join('\n'))
    expect([draft.document.isPlan, draft.document.symbol?.value]).toEqual([true, '12/QĐ-UBND'])
    expect(draft.items.map(({ ref }) => ref)).toEqual(['I', 'I.1', 'II'])
    expect(draft.duties).toEqual([])
  })

  test('without it is no plan', () => {
    const { document } = readDraft(decision.join('\n'))
    expect([document.isPlan, document.reason]).toEqual([false, 'other-type'])
  })
})
