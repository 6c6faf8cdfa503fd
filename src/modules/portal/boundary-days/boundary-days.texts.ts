/** The words of choosing a map, and of what was carried onto it. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  onMap: { vi: 'Trên địa bàn', en: 'On the map' },
  now: { vi: 'hiện nay (từ {date})', en: 'of today (since {date})' },
  nowPlain: { vi: 'hiện nay', en: 'of today' },
  asReported: { vi: 'như báo cáo từng năm', en: 'as reported each year' },
  ofDay: { vi: 'ngày {date}', en: 'of {date}' },
  span: { vi: '{units} đơn vị ({from} – {until})', en: '{units} units ({from} – {until})' },
  spanNow: { vi: '{units} đơn vị hiện nay (từ {from})', en: '{units} units of today (since {from})' },
  spanFirst: { vi: '{units} đơn vị (đến {until})', en: '{units} units (until {until})' },
  spanOnly: { vi: '{units} đơn vị hiện nay', en: '{units} units of today' },
  otherDay: { vi: 'Ngày khác…', en: 'Another day…' },
  day: { vi: 'Bản đồ của ngày', en: 'Map of the day' },
  show: { vi: 'Xem', en: 'Show' },
  carriedLead: {
    vi: 'Mọi năm được đưa về địa bàn {day}: trước khi có đơn vị này, số lấy từ các đơn vị trước đây giữ đất ấy. Nét liền: cộng trọn đơn vị; nét đứt: ước tính.',
    en: 'Every year is shown on the map {day}: before this unit existed, figures come from the earlier units of its land. Solid: whole units summed; dashed: estimates.',
  },
  carriedCityLead: {
    vi: 'Mọi năm được đưa về bản đồ {day}. Tổng toàn thành phố không đổi; số của từng đơn vị vào một phần là ước tính.',
    en: 'Every year is shown on the map {day}. Totals over the city stay the same; figures of units that came in part are estimates.',
  },
  asReportedLead: {
    vi: 'Mỗi năm trên bản đồ của chính năm đó, đúng như đã báo cáo.',
    en: 'Each year on its own map, as it was reported.',
  },
  howCarried: { vi: 'Cách quy đổi', en: 'How it is re-based' },
  standingThen: {
    vi: 'Tình trạng luôn xét trên số như báo cáo từng năm.',
    en: 'Standings always rest on the figures as reported each year.',
  },
  endedKind: {
    vi: 'Chỉ số đếm theo cấp đã kết thúc ngày {date}: giữ nguyên số như đã báo cáo, không quy về bản đồ khác.',
    en: 'Counted over a level that ended on {date}: its figures stay as they were reported and are not re-based.',
  },
  notOnMap: {
    vi: '{name} không có trên bản đồ ngày {date}; dưới đây là {shown}.',
    en: '{name} is not on the map of {date}; shown below is the map {shown}.',
  },
  landThen: { vi: 'Đất của đơn vị khi ấy thuộc:', en: 'Its land then belonged to:' },
  landLater: { vi: 'Đất của đơn vị sau đó thuộc:', en: 'Its land later belonged to:' },
  years: { vi: '{from}–{to}', en: '{from}–{to}' },
})
