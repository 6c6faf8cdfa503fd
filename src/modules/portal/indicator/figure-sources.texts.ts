/** The words of an indicator's page that are about maps and the way back to earlier units. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  compare: { vi: 'So sánh các đơn vị', en: 'Compare units' },
  sources: { vi: 'Các đơn vị gốc của số này', en: 'The units this figure comes from' },
  source: { vi: 'Đơn vị gốc', en: 'Source unit' },
  belongs: { vi: 'Phần thuộc về đây', en: 'Part that belongs here' },
  belongsExplained: {
    vi: 'Phần của đơn vị gốc nay thuộc đơn vị này, và căn cứ của tỷ lệ ấy.',
    en: 'How much of the source unit belongs to this one, and how that is known.',
  },
  whole: { vi: 'Toàn bộ', en: 'All of it' },
  numerator: { vi: 'Tử số', en: 'Numerator' },
  denominator: { vi: 'Mẫu số', en: 'Denominator' },
  'numerator-counted': { vi: 'Tử số tính vào đây', en: 'Numerator counted here' },
  'denominator-counted': { vi: 'Mẫu số tính vào đây', en: 'Denominator counted here' },
  countedExplained: {
    vi: 'Số của đơn vị gốc nhân với phần thuộc về đây; chỉ làm tròn khi hiển thị.',
    en: 'The source unit’s figure times the part that belongs here; rounded only when shown.',
  },
  total: { vi: 'Tổng', en: 'Total' },
  lowest: { vi: 'Mức thấp nhất', en: 'The lowest' },
  sourcesNote: {
    vi: 'Mỗi số dẫn về giá trị đã ghi của đơn vị gốc, cùng lịch sử của nó.',
    en: 'Each figure leads to the recorded value of the source unit, with its history.',
  },
  sourcesLead: {
    vi: 'Số năm {year} của {name} trên bản đồ ngày {date}, lấy từ {count, plural, other {# đơn vị}} của năm ấy.',
    en: 'The figure of {name} for {year} on the map of {date}, from {count, plural, one {# unit} other {# units}} of that year.',
  },
})
