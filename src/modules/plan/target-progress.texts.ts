/** Words of how targets stand against their paths. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  clauseExplained: {
    vi: 'Số mục trong phần II của kế hoạch; III.4 là mục 4 phần III.',
    en: 'The clause within part II of the plan; III.4 is section 4 of part III.',
  },
  way: { vi: 'Diễn biến', en: 'Trajectory' },
  wayExplained: {
    vi: 'Đường liền là số đã có; vòng tròn là đích; đường chấm là quãng còn lại.',
    en: 'The line is what is known; the rings are the targets; the dotted line is the way left.',
  },
  now: { vi: 'Hiện nay', en: 'Now' },
  nowExplained: {
    vi: 'Số mới nhất, kèm thời điểm. Bấm vào để xem số này từ đâu ra.',
    en: 'The newest value with its date. Follow it to see where it comes from.',
  },
  goal: { vi: 'Đích {year}', en: 'Target {year}' },
  status: { vi: 'Tình trạng', en: 'Status' },
  statusExplained: {
    vi: 'So với đường thẳng từ số đầu tiên đến đích gần nhất chưa qua.',
    en: 'Against the straight path from the first value to the next target ahead.',
  },
  missed: { vi: 'Chưa đạt', en: 'Missed' },
  yes: { vi: 'Có', en: 'Yes' },
  untilDay: { vi: 'đến {date}', en: 'until {date}' },
  sinceAmendment: { vi: 'từ {date}', en: 'from {date}' },
  countedUntil: { vi: 'tính đến {date},', en: 'counted until {date},' },
  replacedBy: { vi: 'thay bằng', en: 'replaced by' },
  endedWithout: { vi: 'kết thúc', en: 'ended' },
  byDecision: { vi: 'theo {document} số {symbol} ngày {date}', en: 'by {document} {symbol} of {date}' },
  formerly: { vi: 'trước: {target}', en: 'before: {target}' },
  forecast: {
    vi: 'Nếu cứ theo đà này, năm {year} khoảng {value} (dựa trên {points} năm có số).',
    en: 'At this pace about {value} by {year} (resting on {points} years with values).',
  },
  noForecast: { vi: 'Chưa đủ số để dự báo.', en: 'Too few values for a forecast.' },
})
