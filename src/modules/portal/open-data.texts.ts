/** Words of open data: files, columns, licence. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  data: { vi: 'Dữ liệu mở', en: 'Open data' },
  dataLead: {
    vi: 'Mọi con số trên trang này đều tải được, kèm nguồn, thời điểm và độ tin cậy.',
    en: 'Every number on this site can be downloaded, with its source, date and confidence.',
  },
  files: { vi: 'Các tệp', en: 'Files' },
  fileHolds: { vi: 'Nội dung', en: 'Content' },
  download: { vi: 'Tải', en: 'Download' },
  dataValues: {
    vi: 'Mọi giá trị đã ghi, của mọi đơn vị và mọi năm',
    en: 'Every recorded value, of every unit and year',
  },
  dataUnits: { vi: 'Đơn vị hành chính và cơ quan, vào một ngày', en: 'Administrative units and agencies on a day' },
  dataProgress: {
    vi: 'Tiến độ các chỉ tiêu: diễn biến, đích, tình trạng',
    en: 'Progress of the targets: values, goals, status',
  },
  dataDictionary: {
    vi: 'Từ điển dữ liệu: mỗi mã và mỗi cột nghĩa là gì',
    en: 'Data dictionary: what each code and column means',
  },
  reading: { vi: 'Cách đọc', en: 'How to read them' },
  dictionaryLink: { vi: 'Từ điển dữ liệu', en: 'Data dictionary' },
  csvNote: {
    vi: 'CSV theo RFC 4180, mã hóa UTF-8, số viết kiểu máy (1234.5). Giá trị tỷ lệ tính theo phần trăm (60.09).',
    en: 'CSV follows RFC 4180 in UTF-8, numbers as machines write them (1234.5). Rates are in percent (60.09).',
  },
  unitsOnNote: {
    vi: 'Thêm ?on=2024-12-31 để lấy đơn vị vào ngày khác; thêm ?year=2024 hoặc ?subject=MÃ để lấy một phần các giá trị.',
    en: 'Add ?on=2024-12-31 for the units of another day; ?year=2024 or ?subject=CODE for a part of the values.',
  },
  mapNote: {
    vi: 'Trong API, tree là ngày của bản đồ mà mọi năm được quy về; tree=then giữ như báo cáo từng năm. Ví dụ:',
    en: 'In the API, tree is the day on whose map every year is shown; tree=then keeps each year as reported. For example:',
  },
  apiNote: { vi: 'Chương trình máy tính đọc qua API, mô tả tại', en: 'Programs read through the API, described at' },
  licence: { vi: 'Quyền sử dụng', en: 'Licence' },
  licenceText: {
    vi: 'Số liệu do thành phố và các đơn vị báo cáo được dùng lại tự do, miễn là nêu nguồn và ngày lấy. Số đọc từ báo chí thuộc về nguồn ghi ở cột nguồn; hãy trích dẫn nguồn đó.',
    en: 'Figures reported by the city and its units may be reused freely with credit and the date taken. Figures read in the press belong to the source named beside them: cite that source.',
  },
  sampleText: {
    vi: 'là số liệu đặt ra để minh họa. Mỗi dòng như vậy được đánh dấu ở cột sample; xin đừng trích dẫn.',
    en: 'is made up for demonstration. Every such row is marked in the column sample; please do not cite it.',
  },
  columnId: { vi: 'Mã riêng của giá trị', en: 'The value’s own id' },
  columnUnitCode: {
    vi: 'Mã đơn vị hành chính (mã được dùng lại sau sáp nhập)',
    en: 'Code of the unit (codes are reused after mergers)',
  },
  columnUnitName: { vi: 'Tên đơn vị', en: 'Name of the unit' },
  columnSubject: { vi: 'Mã số liệu gốc hoặc chỉ số', en: 'Code of the measure or indicator' },
  columnCategory: { vi: 'Nhóm phân tổ, hoặc total', en: 'Group of a breakdown, or total' },
  columnYear: { vi: 'Năm mà giá trị được tính cho', en: 'The year the value counts for' },
  columnPeriod: { vi: 'Kỳ như nguồn đã công bố', en: 'The period as published' },
  columnAsOf: { vi: 'Ngày số liệu được chốt', en: 'The day the figure was true' },
  columnAmount: { vi: 'Giá trị; tỷ lệ tính theo phần trăm', en: 'The value; rates in percent' },
  columnQualifier: { vi: '>: nhiều hơn; <: ít hơn; ~: khoảng', en: '>: more than; <: less than; ~: about' },
  columnStatus: {
    vi: 'estimate: ước tính; provisional: sơ bộ; confirmed: chính thức',
    en: 'estimate, provisional or confirmed',
  },
  columnConfidence: {
    vi: 'Độ tin cậy của nguồn: high, medium, low',
    en: 'Confidence in the source: high, medium, low',
  },
  columnSample: {
    vi: 'Ghi “Số liệu mẫu” khi số được đặt ra để minh họa',
    en: 'Says “Số liệu mẫu” when the figure is made up for demonstration',
  },
  columnSource: { vi: 'Nguồn của giá trị', en: 'The source of the value' },
  columnSourceUrl: { vi: 'Địa chỉ của nguồn', en: 'The address of the source' },
})
