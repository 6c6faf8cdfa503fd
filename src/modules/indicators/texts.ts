/** The words of indicators, and their problems. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  indicators: { vi: 'Chỉ số', en: 'Indicators' },
  indicatorsLead: {
    vi: 'Mỗi chỉ số được tính từ số liệu gốc của xã, phường, hoặc đọc từ nguồn đã công bố.',
    en: 'Each indicator is computed from the communes’ own figures, or read from a published source.',
  },
  trend: { vi: 'Diễn biến', en: 'Trend' },
  year: { vi: 'Năm', en: 'Year' },
  value: { vi: 'Giá trị', en: 'Value' },
  status: { vi: 'Trạng thái', en: 'Status' },
  asOf: { vi: 'Tính đến', en: 'As of' },
  source: { vi: 'Nguồn', en: 'Source' },
  coverage: { vi: 'Đơn vị đã có số', en: 'Units that gave it' },
  coverageExplained: {
    vi: 'Số đơn vị đã có số liệu được duyệt trên tổng số đơn vị của bản đồ năm đó.',
    en: 'Units with approved figures out of all units on that year’s map.',
  },
  coverageOf: { vi: '{reported}/{expected}', en: '{reported}/{expected}' },
  confidence: { vi: 'Độ tin cậy', en: 'Confidence' },
  high: { vi: 'Cao', en: 'High' },
  medium: { vi: 'Trung bình', en: 'Medium' },
  low: { vi: 'Thấp', en: 'Low' },
  shownWhy: { vi: 'Vì sao chọn số này', en: 'Why this figure is shown' },
  shownRolledUp: {
    vi: 'Cộng từ số liệu đã duyệt của {reported}/{expected} đơn vị, vì số này truy được đến từng bản nộp.',
    en: 'Summed from the approved figures of {reported} of {expected} units, because it can be walked back to each submission.',
  },
  shownPublished: {
    vi: 'Số đã công bố; chưa có số liệu đã duyệt của các đơn vị cho năm này. Khi nhiều nguồn nói khác nhau, chọn nguồn chính thức trước báo chí, rồi độ tin cậy cao hơn, rồi mới hơn.',
    en: 'A published figure; no approved figures of the units for this year. Where sources differ, official ones come before the press, then the surer, then the later.',
  },
  shownOverSample: {
    vi: 'Số đã công bố được chọn trước số liệu mẫu.',
    en: 'The published figure comes before sample data.',
  },
  otherFigures: { vi: 'Các nguồn nói khác nhau', en: 'Sources that differ' },
  allFigures: { vi: 'Mọi số đã ghi', en: 'Every figure recorded' },
  formula: { vi: 'Cách tính', en: 'How it is computed' },
  formulaRatio: { vi: '{numerator} ÷ {denominator} × 100', en: '{numerator} ÷ {denominator} × 100' },
  formulaShare: {
    vi: 'Tỷ lệ đơn vị có “{numerator}” từ {atLeast} trở lên',
    en: 'Share of units with “{numerator}” at {atLeast} or more',
  },
  formulaCount: { vi: 'Tổng của “{numerator}”', en: 'Sum of “{numerator}”' },
  formulaCountUnits: {
    vi: 'Số đơn vị có “{numerator}” từ {atLeast} trở lên',
    en: 'Units with “{numerator}” at {atLeast} or more',
  },
  formulaRecorded: { vi: 'Ghi nhận trực tiếp, không cộng từ cấp dưới', en: 'Recorded as it is, not summed from below' },
  legal: { vi: 'Chuẩn theo pháp luật', en: 'Legal standard' },
  legalAt: { vi: 'Từ {value}% ({source})', en: 'At least {value}% ({source})' },
  unverified: { vi: 'chưa kiểm chứng', en: 'not verified' },
  map: { vi: 'Bản đồ {year}', en: 'Map of {year}' },
  mapLead: {
    vi: 'Mỗi ô là một xã, phường, to bằng nhau để nơi nào cũng được thấy. Bản đồ cuối năm {year}.',
    en: 'Each tile is one commune, all of one size so that every place is seen. Map at the end of {year}.',
  },
  byUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  numerator: { vi: 'Tử số', en: 'Numerator' },
  denominator: { vi: 'Mẫu số', en: 'Denominator' },
  noValues: { vi: 'Chưa có số liệu', en: 'No data yet' },
  noValuesYet: {
    vi: 'Số liệu xuất hiện ở đây khi báo cáo của các đơn vị được duyệt.',
    en: 'Figures appear here when the units’ reports are approved.',
  },
  walkBack: { vi: 'Số này từ đâu ra?', en: 'Where does this number come from?' },
  walkBackLead: {
    vi: '{value} = {numerator} ÷ {denominator}, từ {reported} đơn vị.',
    en: '{value} = {numerator} ÷ {denominator}, from {reported} units.',
  },
  undated: { vi: 'không rõ năm', en: 'undated' },
  level: { vi: 'Mức độ {level}', en: 'Level {level}' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  numbersOfUnit: { vi: 'Số liệu của đơn vị', en: 'The unit’s numbers' },
  measure: { vi: 'Số liệu gốc', en: 'Measure' },
  history: { vi: 'Lịch sử của số này', en: 'History of this number' },
  reason: { vi: 'Lý do sửa', en: 'Reason' },
  submissionLink: { vi: 'Bản nộp', en: 'Submission' },
  download: { vi: 'Tải số liệu', en: 'Download' },
})

export const problems = problemCatalogue('indicators', {
  alreadyLoaded: {
    status: 409,
    vi: 'Danh mục chỉ số đã được nạp.',
    en: 'The catalogue of indicators is already loaded.',
  },
  unknownIndicator: {
    status: 404,
    vi: 'Không có chỉ số hay số liệu gốc tên {code}.',
    en: 'There is no indicator or measure named {code}.',
  },
  unknownValue: { status: 404, vi: 'Không có giá trị này.', en: 'There is no such value.' },
})
