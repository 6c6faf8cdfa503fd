/** Words of the page of how figures are made and judged. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
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
