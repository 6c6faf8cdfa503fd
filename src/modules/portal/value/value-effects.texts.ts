/** Words of what was made with a figure. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  computedLead: {
    vi: 'Chỉ số lấy số này làm tử số hoặc mẫu số.',
    en: 'Indicators that take it as a numerator or denominator.',
  },
  computedOfUnit: { vi: 'Của đơn vị', en: 'Of the unit' },
  computedCityYear: { vi: 'Toàn thành phố, năm {year}', en: 'The whole city, {year}' },
  usedTitle: { vi: 'Được dùng trong báo cáo nào', en: 'The reports that used it' },
  usedLead: {
    vi: 'Báo cáo đã chốt giữ nguyên số lúc ký, dù số được đính chính sau đó.',
    en: 'A frozen report keeps the figure it was signed with, even where it was corrected later.',
  },
  notUsed: { vi: 'Chưa báo cáo đã chốt nào dùng số này.', en: 'No frozen report has used it yet.' },
  usedReport: { vi: 'Báo cáo', en: 'Report' },
  usedReportOf: { vi: 'Báo cáo {number}, {year}', en: 'Report {number}, {year}' },
  usedOn: { vi: 'Ngày ký', en: 'Signed on' },
  usedValue: { vi: 'Số đã dùng', en: 'Figure used' },
  usedFor: { vi: 'Để', en: 'For' },
  usedSince: { vi: 'Từ đó đến nay', en: 'Since then' },
  unchangedSince: { vi: 'Không đổi', en: 'Unchanged' },
  correctedSince: {
    vi: 'Đã đính chính thành {value} lúc {at}; báo cáo giữ số cũ',
    en: 'Corrected to {value} at {at}; the report keeps the old figure',
  },
  takenBackSince: {
    vi: 'Đã rút lại lúc {at}; báo cáo giữ số cũ',
    en: 'Taken back at {at}; the report keeps the old figure',
  },
})
