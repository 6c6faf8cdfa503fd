/** A document with one of everything, for the tests of this folder. */
import type { OfficialDocument } from './model.ts'

export const sampleDocument: OfficialDocument = {
  governingBody: 'UBND thành phố Sông Hồng',
  issuingBody: 'Sở Nội vụ',
  number: 5,
  symbol: 'BC-SNV',
  place: 'Sông Hồng',
  date: '2026-02-03',
  typeName: 'Báo cáo',
  subject: 'Kết quả công tác năm 2025',
  bases: ['Căn cứ Luật số 01/2025/QH15;', 'Căn cứ Kế hoạch số 290/KH-UBND'],
  body: [
    { kind: 'heading', level: 1, text: 'Kết quả' },
    { kind: 'heading', level: 2, text: 'Công tác chỉ đạo' },
    { kind: 'heading', level: 3, text: 'Cấp thành phố' },
    {
      kind: 'paragraph',
      text: [{ text: 'Đã ban hành ' }, { text: '12 văn bản', bold: true }, { text: ' & "đôn đốc" <kịp thời>.' }],
    },
    { kind: 'list', items: [{ text: 'Cấp xã:', items: ['75 xã;', '51 phường.'] }] },
    {
      kind: 'table',
      caption: 'Bảng 1. Chỉ tiêu',
      unit: 'người',
      columns: [
        { header: 'TT', weight: 1, align: 'center' },
        { header: 'Đơn vị', weight: 6 },
        { header: 'Năm 2025', group: 'Kế hoạch', weight: 2 },
        { header: 'Năm 2030', group: 'Kế hoạch', weight: 2, decimals: 1 },
      ],
      rows: [
        { kind: 'section', cells: ['A. Phường'] },
        { cells: ['1', 'Phường Ba Đình', 1234567.5, 60] },
        { cells: ['2', 'Phường Ngọc Hà', null, 59.99] },
        { kind: 'total', cells: ['', 'Tổng cộng', 3830096, 60.1] },
      ],
      source: 'Nguồn: báo cáo của các phường.',
    },
    {
      kind: 'bars',
      caption: 'Biểu đồ 1. So với chỉ tiêu',
      suffix: '%',
      full: 100,
      targetName: 'chỉ tiêu năm 2030',
      bars: [
        { label: 'Phường Ba Đình', value: 60.09, target: 80 },
        { label: 'Phường Ngọc Hà', value: null },
      ],
    },
    { kind: 'note', text: 'Ghi chú: số liệu tạm tính.' },
    { kind: 'heading', level: 1, text: 'Đề xuất' },
    { kind: 'heading', level: 2, text: 'Với Bộ Nội vụ' },
    { kind: 'paragraph', text: 'Trên đây là báo cáo của Sở Nội vụ.' },
  ],
  signature: { authority: ['KT. Giám đốc'], position: 'Phó Giám đốc', name: 'Nguyễn Văn Khuyến' },
  recipients: ['Bộ Nội vụ', 'UBND các xã, phường;'],
  keptBy: 'VT, TH',
  annexes: [
    {
      title: 'Chi tiết theo đơn vị',
      body: [
        {
          kind: 'table',
          columns: [
            { header: 'Đơn vị', weight: 1 },
            { header: 'Số người', weight: 1 },
          ],
          rows: [{ cells: ['Phường Ba Đình', 7] }],
        },
      ],
    },
    { title: 'Kinh phí', landscape: true, body: [{ kind: 'paragraph', text: 'Không phát sinh.' }] },
  ],
}

const plain = { ...sampleDocument, bases: [], annexes: [] }

/** Công văn (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5). */
export const sampleLetter: OfficialDocument = {
  ...plain,
  typeName: undefined,
  symbol: 'SNV-TH',
  subject: 'đôn đốc gửi báo cáo',
  addressees: ['UBND phường Ba Đình', 'UBND phường Ngọc Hà'],
  body: [{ kind: 'paragraph', text: 'Đề nghị gửi báo cáo trước ngày 05 tháng 02 năm 2026.' }],
  recipients: ['Như trên'],
}

/** Quyết định cá biệt (Mẫu 1.2). */
export const sampleDecision: OfficialDocument = {
  ...plain,
  typeName: 'Quyết định',
  symbol: 'QĐ-SNV',
  subject: 'Về việc công nhận đơn vị học tập năm 2025',
  bases: sampleDocument.bases,
  enacting: { authority: 'Giám đốc Sở Nội vụ', word: 'Quyết định' },
  body: [
    { kind: 'article', text: 'Công nhận 12 đơn vị có tên trong danh sách kèm theo.' },
    { kind: 'article', text: 'Quyết định này có hiệu lực kể từ ngày ký.' },
  ],
  recipients: ['Như Điều 1'],
  annexes: sampleDocument.annexes.slice(0, 1),
}

/** Biên bản (Mẫu 1.9). */
export const sampleMinutes: OfficialDocument = {
  ...plain,
  typeName: 'Biên bản',
  symbol: 'BB-SNV',
  subject: 'Họp Hội đồng xét công nhận đơn vị học tập',
  body: [{ kind: 'paragraph', text: 'Cuộc họp kết thúc vào 10 giờ 30, ngày 03 tháng 02 năm 2026.' }],
  signature: { authority: [], position: 'Chủ tọa', name: 'Nguyễn Văn Khuyến' },
  secretary: { authority: [], position: 'Thư ký', name: 'Trần Thị Học' },
  recipients: ['Các thành viên Hội đồng'],
  keptBy: 'VT, Hồ sơ',
}
