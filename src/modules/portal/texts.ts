/** The words of the public pages. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  homeTitle: { vi: '{city} học tập, đến năm {year}', en: '{city} learning, to {year}' },
  homeDescription: {
    vi: 'Tiến độ từng chỉ tiêu của Kế hoạch {symbol}: số liệu, nguồn và cách tính.',
    en: 'The progress of every target of Plan {symbol}: figures, sources and method.',
  },
  planName: { vi: 'Kế hoạch {symbol}', en: 'Plan {symbol}' },
  heroCount: { vi: 'đặt {count} chỉ tiêu. Hôm nay', en: 'sets {count} targets. Today:' },
  stripLabel: { vi: 'Tình trạng từng chỉ tiêu', en: 'The status of each target' },
  statusNote: {
    vi: 'Tình trạng tính từ đường nối số đầu tiên với đích.',
    en: 'The status follows the straight path from the first known value to the target.',
  },
  methodLink: { vi: 'Cách tính', en: 'How it is decided' },
  mapTitle: { vi: '{name}, {count} xã, phường', en: '{name}, {count} communes' },
  mapLead: {
    vi: 'Mỗi ô là một xã, phường, to bằng nhau để nơi nào cũng được thấy. Địa giới ngày {date}.',
    en: 'Each tile is one commune, all of one size so that every place is seen. Boundaries of {date}.',
  },
  mapOfYear: { vi: 'Bản đồ {unit}, năm {year}', en: 'Map of {unit}, {year}' },
  fromTitle: { vi: 'Số này từ đâu ra?', en: 'Where does this number come from?' },
  fromLead: {
    vi: 'Năm {year}: {numerator} ÷ {denominator} × 100 = {value}.',
    en: '{year}: {numerator} ÷ {denominator} × 100 = {value}.',
  },
  fromPublished: {
    vi: 'Số đã công bố, chưa cộng được từ số liệu của các đơn vị.',
    en: 'A published figure; it cannot yet be summed from the units.',
  },
  fromUnits: { vi: 'Nguồn', en: 'Source' },
  fromAmount: { vi: 'Tử số', en: 'Numerator' },
  fromStatus: { vi: 'Trạng thái', en: 'Status' },
  communeCount: { vi: '{count} xã, phường', en: '{count, plural, one {# commune} other {# communes}}' },
  noParts: { vi: 'Chưa xã, phường nào có số liệu', en: 'No commune has given figures yet' },
  seeEachUnit: { vi: 'Xem số liệu từng xã, phường', en: 'See the figures of each commune' },

  indicators: { vi: 'Chỉ số', en: 'Indicators' },
  indicator: { vi: 'Chỉ số', en: 'Indicator' },
  now: { vi: 'Hiện nay', en: 'Now' },
  before: { vi: 'Trước đó', en: 'Before' },
  noData: { vi: 'Chưa có số liệu', en: 'No data yet' },
  noDataHint: {
    vi: 'Chưa nguồn nào nói về chỉ số này, và các đơn vị chưa báo cáo số liệu gốc của nó.',
    en: 'No source speaks of this indicator, and the units have not reported the figures it is made from.',
  },
  goal: { vi: 'Đích {year}', en: 'Target {year}' },
  goalOfCity: { vi: 'Đích {year} của Thành phố', en: 'The city’s target for {year}' },
  legal: { vi: 'Chuẩn theo pháp luật', en: 'Legal standard' },
  unverified: { vi: 'chưa kiểm chứng', en: 'not verified' },
  counted: { vi: 'Đơn vị được đếm', en: 'Units counted' },
  untilDay: { vi: 'đến {date}', en: 'until {date}' },
  trend: { vi: 'Diễn biến', en: 'Trend' },
  allYears: { vi: 'Các năm', en: 'All years' },
  year: { vi: 'Năm', en: 'Year' },
  value: { vi: 'Giá trị', en: 'Value' },
  asOf: { vi: 'Tính đến', en: 'As of' },
  status: { vi: 'Trạng thái', en: 'Status' },
  source: { vi: 'Nguồn', en: 'Source' },
  others: { vi: 'Số khác', en: 'Others' },
  othersExplained: {
    vi: 'Bao nhiêu nguồn khác nói con số khác cho cùng năm. Bấm vào năm để xem.',
    en: 'How many other sources give a different figure for the year. Follow the year to see them.',
  },
  whyTitle: { vi: 'Vì sao năm {year} hiện số này?', en: 'Why this figure for {year}?' },
  whoseDuty: { vi: 'Ai chịu trách nhiệm?', en: 'Whose duty is it?' },
  categoriesTitle: { vi: 'Phân tổ', en: 'Breakdown' },
  unitsLead: {
    vi: '{count} đơn vị theo địa giới ngày {date}; mỗi số dẫn đến lịch sử của nó.',
    en: '{count, plural, one {# unit} other {# units}} as of {date}; each number leads to its history.',
  },
  fileNote: {
    vi: 'Dữ liệu mở của chương trình xã hội học tập. Dòng có ghi “Số liệu mẫu” là số liệu đặt ra để minh họa, không dùng để trích dẫn.',
    en: 'Open data of the learning-society programme. Rows marked “Số liệu mẫu” are sample data made up for demonstration: do not cite them.',
  },
  sampleData: { vi: 'Số liệu mẫu', en: 'Sample data' },

  units: { vi: 'Đơn vị', en: 'Units' },
  onDay: { vi: 'Vào ngày {date}', en: 'On {date}' },
  lookOn: { vi: 'Xem vào ngày', en: 'Look on' },
  numbers: { vi: 'Số liệu', en: 'Numbers' },
  noNumbers: { vi: 'Chưa có số liệu của đơn vị này', en: 'No figures for this unit yet' },
  noNumbersHint: {
    vi: 'Số liệu xuất hiện khi báo cáo của đơn vị được duyệt. Số của đơn vị tiền thân ở mục Lịch sử.',
    en: 'Figures appear when the unit’s report is approved. The figures of its predecessors are under History.',
  },
  recorded: { vi: 'Mọi số đã ghi ({count})', en: 'Every figure recorded ({count})' },
  figure: { vi: 'Số liệu', en: 'Figure' },
  undated: { vi: 'không rõ năm', en: 'undated' },
  code: { vi: 'Mã', en: 'Code' },
  qualifier: { vi: 'Dấu', en: 'Sign' },
  note: { vi: 'Ghi chú', en: 'Note' },
  duties: { vi: 'Nhiệm vụ được giao', en: 'Duties' },
  dutiesLead: {
    vi: '{count} nhiệm vụ theo kế hoạch, tính vào ngày {date}.',
    en: '{count, plural, one {# duty} other {# duties}} under the plan, as of {date}.',
  },
  dutiesFilter: { vi: 'Lọc và tải danh sách nhiệm vụ', en: 'Filter and download the duties' },
  appendOnly: {
    vi: 'Số đã ghi không bao giờ bị xóa hay sửa đè: một lần sửa là một dòng mới, nêu dòng nó thay, người sửa, thời điểm và lý do.',
    en: 'What was recorded is never deleted or overwritten: a correction is a new row that names the one it replaces, who made it, when and why.',
  },

  search: { vi: 'Tìm kiếm', en: 'Search' },
  find: { vi: 'Tìm', en: 'Search' },
  searchOf: { vi: 'Tìm “{query}”', en: 'Search for “{query}”' },
  searchLabel: { vi: 'Tìm đơn vị, chỉ tiêu, nhiệm vụ', en: 'Search units, targets, duties' },
  searchHint: {
    vi: 'Gõ không dấu cũng được: “ba dinh”, “biet chu”',
    en: 'Without tones works too: “ba dinh”, “biet chu”',
  },
  nothingFound: { vi: 'Không tìm thấy gì cho “{query}”', en: 'Nothing was found for “{query}”' },
  nothingFoundHint: {
    vi: 'Thử ít chữ hơn, hoặc tên đơn vị trước ngày 01/7/2025 ở trang Đơn vị.',
    en: 'Try fewer words, or look for the name before 1 July 2025 on the page of units.',
  },
  targets: { vi: 'Chỉ tiêu', en: 'Targets' },

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
  dictionary: { vi: 'Từ điển dữ liệu', en: 'Data dictionary' },
  dictionaryLead: {
    vi: 'Mỗi mã trong các tệp dữ liệu và trong API nghĩa là gì.',
    en: 'What each code in the files and in the API means.',
  },
  measures: { vi: 'Số liệu gốc', en: 'Measures' },
  measuresLead: {
    vi: 'Những gì các đơn vị đếm và báo cáo; chỉ số được tính từ đây.',
    en: 'What the units count and report; indicators are computed from these.',
  },
  breakdownsLead: {
    vi: 'Cột category ghi “total” cho số chung, hoặc mã như “sex:female” cho một nhóm.',
    en: 'The column category says “total” for the whole, or a code such as “sex:female” for one group.',
  },
  breakdown: { vi: 'Tiêu thức', en: 'By' },
  groups: { vi: 'Các nhóm', en: 'Groups' },
  countedIn: { vi: 'Đơn vị tính', en: 'Counted in' },
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

  method: { vi: 'Các con số được làm ra như thế nào', en: 'How the numbers are made' },
  methodLead: {
    vi: 'Mọi quy tắc chọn, cộng và đánh giá số liệu, viết ra để ai cũng kiểm tra được.',
    en: 'Every rule by which figures are chosen, summed and judged, written out so that anyone can check.',
  },
  methodStanding: { vi: 'Tình trạng của một chỉ tiêu', en: 'How a target stands' },
  methodStandingText: {
    vi: 'Kẻ một đường thẳng từ số đầu tiên đã biết đến đích vào năm của chỉ tiêu. Số mới nhất được so với đường đó. Số công bố kiểu “trên 99%” không dùng để kết luận khi nó không nói rõ đã đạt hay chưa.',
    en: 'Draw a straight line from the first known value to the target in its year. The newest value is compared with that line. A figure published as “over 99%” is left out where it does not tell whether the target is met.',
  },
  meansReached: {
    vi: 'Số mới nhất đã bằng hoặc vượt đích, ở năm của đích hoặc trước đó.',
    en: 'The newest value meets the target, in its year or already before.',
  },
  meansOnTrack: {
    vi: 'Số mới nhất nằm trên hoặc đúng đường đến đích.',
    en: 'The newest value lies on or above the path.',
  },
  meansAtRisk: {
    vi: 'Thấp hơn đường đến đích, nhưng không quá {share} của quãng đường từ số đầu đến đích.',
    en: 'Below the path, but by no more than {share} of the way from the first value to the target.',
  },
  meansOffTrack: {
    vi: 'Thấp hơn đường đến đích quá {share} của quãng đường; hoặc năm của đích đã có số mà không đạt.',
    en: 'Below the path by more than {share} of the way; or the target’s own year has a value that does not meet it.',
  },
  meansNoData: {
    vi: 'Chưa có số nào; hoặc chỉ có một số nên chưa kẻ được đường; hoặc năm của đích đã qua mà năm đó chưa có số.',
    en: 'No value at all; only one, which draws no path; or the target’s year is over and has no value of its own.',
  },
  methodForecast: { vi: 'Dự báo', en: 'Forecast' },
  methodForecastText: {
    vi: 'Dự báo là đường hồi quy tuyến tính (bình phương nhỏ nhất) qua các số hằng năm, đọc tại năm của đích. Chỉ đưa ra khi có ít nhất {points} năm có số, luôn nói rõ dựa trên bao nhiêu số, và không dùng để quyết định tình trạng.',
    en: 'The forecast is the least-squares line through the yearly values, read at the target’s year. It is given only with {points} years or more, always says how many values it rests on, and never decides the status.',
  },
  methodChoice: { vi: 'Chọn số nào khi có nhiều nguồn', en: 'Which figure is shown when sources differ' },
  choiceSubmitted: {
    vi: 'Số liệu trong báo cáo đã duyệt của các đơn vị, vì truy được đến từng bản nộp.',
    en: 'Figures of approved reports of the units come first: they can be walked back to each submission.',
  },
  choiceOfficial: {
    vi: 'Rồi đến thống kê chính thức (tổng điều tra, hồ sơ sáp nhập).',
    en: 'Then official statistics (census, merger dossiers).',
  },
  choicePress: {
    vi: 'Rồi đến số đọc trên báo chí và cổng thông tin.',
    en: 'Then figures read in the press and on portals.',
  },
  choiceOwn: {
    vi: 'Cùng hạng nguồn: số ghi cho chính đơn vị đứng trước tổng của các đơn vị bên dưới. Một tổng có hạng của phần kém tin cậy nhất trong nó.',
    en: 'Of one rank, a figure of the unit itself comes before a sum of those below. A sum has the rank of its least trusted part.',
  },
  choiceSurer: {
    vi: 'Còn ngang nhau: độ tin cậy cao hơn, rồi mới hơn.',
    en: 'Still equal: the surer, then the later.',
  },
  choiceSample: {
    vi: 'Số liệu mẫu chỉ hiện khi không có số thật nào.',
    en: 'Sample data shows only where nothing real is known.',
  },
  choiceKept: {
    vi: 'Số không được chọn vẫn được giữ và hiện ở trang của chỉ số, cùng nguồn.',
    en: 'Figures not chosen are kept and shown on the indicator’s page with their sources.',
  },
  methodTotals: { vi: 'Tổng và độ phủ', en: 'Totals and coverage' },
  methodTotalsText: {
    vi: 'Tỷ lệ của thành phố không phải trung bình các tỷ lệ: tử số và mẫu số của từng xã, phường được cộng riêng rồi mới chia, trên địa giới của chính năm đó. Đơn vị thiếu tử số hoặc mẫu số không được tính vào cả hai.',
    en: 'The city’s rate is no average of rates: numerators and denominators of the communes are summed apart and then divided, on the boundaries of that very year. A unit that lacks one of the two counts in neither.',
  },
  methodCoverageText: {
    vi: 'Mỗi tổng nói rõ có bao nhiêu đơn vị đã có số trên bao nhiêu đơn vị; chưa đủ thì tổng là ước tính. Không bao giờ đoán số cho đơn vị chưa báo cáo.',
    en: 'Every total says how many of how many units it covers; until all have reported it is an estimate. No figure is ever guessed for a unit that has not reported.',
  },
  methodFirmness: { vi: 'Ước tính, sơ bộ, chính thức', en: 'Estimate, provisional, confirmed' },
  meansEstimate: {
    vi: 'Chưa đủ đơn vị báo cáo, hoặc nguồn tự nói là ước.',
    en: 'Not all units have reported, or the source says so.',
  },
  meansProvisional: {
    vi: 'Đủ đơn vị, nhưng số có thể còn đổi: danh hiệu của năm được quyết định từ tháng 01 đến tháng 5 năm sau.',
    en: 'All units are in, but figures may still change: titles of a year are decided from January to May of the next.',
  },
  meansConfirmed: {
    vi: 'Đã chốt. Nếu sửa, lịch sử của số ghi rõ lý do.',
    en: 'Final. If it is corrected, its history says why.',
  },
  methodChanges: { vi: 'Khi một số được sửa', en: 'When a number is corrected' },
  meaning: { vi: 'Nghĩa', en: 'Meaning' },
  styleGuide: { vi: 'Mẫu giao diện', en: 'Style guide' },
})
