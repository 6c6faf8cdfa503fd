/** The words of re-basing: its rules for the page of methods, and where a re-based number comes from. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

/** The stated rules, in their order of reading. */
export const rebasingRules = catalogue({
  asReported: {
    vi: 'Mặc định, mỗi năm được đọc trên bản đồ của chính năm đó, như đã báo cáo. Khi quy về bản đồ của một ngày khác, số của mỗi đơn vị được chuyển sang các đơn vị giữ đất của nó vào ngày ấy, trước hay sau.',
    en: 'Unless told otherwise, each year is read on its own map, as it was reported. Re-based on the map of another day, earlier or later, the figures of each unit pass to the units that hold its land on that day.',
  },
  sums: {
    vi: 'Số đếm và tiền: cộng số của từng đơn vị gốc nhân với phần thuộc về đơn vị mới. Chỉ làm tròn khi hiển thị, không làm tròn khi cộng.',
    en: 'Counts and money: the sum of each source unit’s figure times the part of it that belongs here. Rounded only when shown, never in sums.',
  },
  ratios: {
    vi: 'Tỷ lệ: tổng tử số đã quy đổi chia cho tổng mẫu số đã quy đổi, không lấy trung bình các tỷ lệ. Đơn vị gốc thiếu tử số hoặc mẫu số thì không góp gì.',
    en: 'Ratios: the re-based sum of numerators over the re-based sum of denominators, never an average of ratios. A source unit without both parts gives nothing.',
  },
  levels: {
    vi: 'Mức độ và Có/Không: lấy mức thấp nhất trong các đơn vị gốc, dù vào toàn bộ hay một phần; chỉ là “Có” khi mọi đơn vị gốc đều “Có”. Còn một đơn vị gốc chưa có số thì chưa biết.',
    en: 'Levels and yes/no: the lowest among the source units, whether they came whole or in part; “yes” only if all of them are. Unknown until every source unit has reported.',
  },
  conditions: {
    vi: 'Điều kiện (đạt từ mức nào trở lên) được xét cho từng đơn vị của bản đồ được chọn theo mức thấp nhất đó, rồi mới đếm.',
    en: 'A condition (at a level or above) is judged for each unit of the map chosen, by that lowest level, and then counted.',
  },
  certainty: {
    vi: 'Chỉ gồm đơn vị vào toàn bộ: số chính xác, giữ nguyên trạng thái. Có đơn vị vào một phần: là ước tính và ghi rõ căn cứ, từ chắc đến kém chắc: quyết định nói toàn bộ dân về đâu, tỷ lệ diện tích, chia đều khi không biết gì.',
    en: 'Made of whole units only, a figure is exact and keeps its status. With any that came in part it is an estimate and names its basis, surest first: the decision says where all people went, share of area, equal parts where nothing is known.',
  },
  totals: {
    vi: 'Tổng của toàn thành phố không đổi, dù đọc trên bản đồ của ngày nào.',
    en: 'Totals over the whole city stay the same on the map of any day.',
  },
  published: {
    vi: 'Số đã công bố của một đơn vị (tỷ lệ trên báo chí, thống kê) không bao giờ được quy đổi sang đơn vị khác, và chỉ đứng cho chính đơn vị ấy khi đất của nó vẫn như vậy.',
    en: 'Figures published for a unit (a percentage in the press or in statistics) are never re-based onto another, and stand for the unit itself only while its land is the same.',
  },
  endedKinds: {
    vi: 'Chỉ số đếm theo một cấp không còn trên bản đồ được chọn (cấp huyện, sau khi kết thúc) vẫn được đọc như đã báo cáo.',
    en: 'Indicators counted over a level that is not on the map chosen (districts, after their end) are read as they were reported.',
  },
})

export const texts = catalogue({
  madeFrom: { vi: 'Quy đổi từ', en: 'Re-based from' },
  from: { vi: 'từ: {places}', en: 'from: {places}' },
  whole: { vi: '{place} (toàn bộ)', en: '{place} (whole)' },
  people: { vi: '{place} (ước tính: toàn bộ dân)', en: '{place} (estimate: all its people)' },
  share: { vi: '{place} (ước tính {percent}% diện tích)', en: '{place} (estimate: {percent}% of its area)' },
  even: { vi: '{place} (ước tính {percent}%, chia đều)', en: '{place} (estimate: {percent}%, in equal parts)' },
})

export const problems = problemCatalogue('indicators', {
  notOnTree: {
    status: 404,
    vi: 'Đơn vị này không có trên bản đồ ngày {on}.',
    en: 'This unit is not on the map of {on}.',
  },
})
