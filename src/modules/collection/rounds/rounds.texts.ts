/** Words of rounds, the control room and where each unit stands. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  roundsLead: {
    vi: 'Mỗi năm một đợt; mọi xã, phường và cơ quan có nhiệm vụ gửi biểu về thành phố trước ngày 1 tháng 12.',
    en: 'One round a year: every commune and every agency with duties sends its form to the city before 1 December.',
  },
  year: { vi: 'Năm', en: 'Year' },
  opens: { vi: 'Mở từ', en: 'Opens' },
  noRounds: { vi: 'Chưa có đợt báo cáo nào', en: 'There is no round yet' },
  noRoundsDo: {
    vi: 'Người quản trị của thành phố mở đợt báo cáo của năm; mọi đơn vị nhận biểu ngay khi mở.',
    en: 'The city’s administrator opens the round of a year; every unit gets its form at once.',
  },
  openRound: { vi: 'Mở đợt báo cáo', en: 'Open a round' },
  openRoundHint: {
    vi: 'Để trống thì mở từ 01/10 và hạn gửi là ngày cuối cùng trước hạn của kế hoạch.',
    en: 'Left empty, it opens on 1 October and is due on the last day before the plan’s date.',
  },
  roundOpened: { vi: 'Đã lập đợt báo cáo năm {year}.', en: 'The round of {year} is set up.' },
  roundSaved: { vi: 'Đã lưu đợt báo cáo.', en: 'The round is saved.' },
  editRound: { vi: 'Đổi ngày, đóng hoặc mở lại đợt', en: 'Change dates, close or reopen' },
  draft: { vi: 'Đang chuẩn bị', en: 'In preparation' },
  open: { vi: 'Đang mở', en: 'Open' },
  notBegun: { vi: 'Chưa đến ngày mở', en: 'Not begun' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  progressColumn: { vi: 'Đã duyệt', en: 'Approved' },
  lateLetterWord: { vi: 'Công văn đôn đốc (Word)', en: 'Letter to those who are late (Word)' },
  lateLetterPdf: { vi: 'Công văn đôn đốc (PDF)', en: 'Letter to those who are late (PDF)' },
  waitingColumn: { vi: 'Chờ duyệt', en: 'Waiting' },
  controlKicker: {
    vi: 'Đợt báo cáo năm {year} · hạn gửi {due}',
    en: 'Round of {year} · due {due}',
  },
  kfNotStarted: { vi: 'chưa bắt đầu', en: 'not started' },
  kfInProgress: { vi: 'đang nhập', en: 'in progress' },
  kfSent: { vi: 'chờ duyệt', en: 'waiting' },
  kfReturned: { vi: 'đã trả lại', en: 'returned' },
  kfApproved: { vi: 'đã duyệt', en: 'approved' },
  callFirst: { vi: 'Cần gọi trước', en: 'Call first' },
  callFirstEmpty: { vi: 'Không đơn vị nào cần gọi', en: 'Nobody has to be called' },
  callFirstEmptyDo: {
    vi: 'Đơn vị quá hạn, bị trả lại, chưa mở biểu hoặc im lặng lâu sẽ hiện ở đây.',
    en: 'Units that are late, returned, not started or long silent appear here.',
  },
  why: { vi: 'Vì sao', en: 'Why' },
  whyLate: {
    vi: 'Quá hạn {days, plural, other {# ngày}}',
    en: '{days, plural, one {# day} other {# days}} late',
  },
  whyReturned: { vi: 'Trả lại, chưa gửi lại', en: 'Returned, not sent again' },
  whyNotStarted: { vi: 'Chưa mở biểu', en: 'Form not opened' },
  whySilent: {
    vi: 'Im lặng {days, plural, other {# ngày}}',
    en: 'Silent for {days, plural, one {# day} other {# days}}',
  },
  remind: { vi: 'Nhắc', en: 'Remind' },
  remindUnit: { vi: 'Nhắc {unit}', en: 'Remind {unit}' },
  reminded: { vi: 'Đã nhắc hôm nay', en: 'Reminded today' },
  totals: { vi: 'Tổng thành phố, lúc này', en: 'Totals of the city, now' },
  totalsLead: {
    vi: 'Cộng từ biểu đã duyệt; đổi ngay khi duyệt thêm một biểu.',
    en: 'Summed from approved forms; they move with every approval.',
  },
  coverage: { vi: 'Phủ', en: 'Coverage' },
  coverageExplained: {
    vi: 'Số xã, phường đã có số được duyệt trên tổng số xã, phường.',
    en: 'Communes with an approved figure, of all communes.',
  },
  allUnits: { vi: 'Mọi đơn vị', en: 'All units' },
  find: { vi: 'Tìm đơn vị', en: 'Find a unit' },
  stateAll: { vi: 'Mọi tình trạng', en: 'Every state' },
  kind: { vi: 'Loại', en: 'Kind' },
  kindAll: { vi: 'Mọi loại', en: 'Every kind' },
  late: { vi: 'Quá hạn', en: 'Late' },
  complete: { vi: 'Đã điền', en: 'Filled' },
  completeExplained: {
    vi: 'Số ô đã nhập trên số ô của biểu; cơ quan tính theo nhiệm vụ đã báo cáo.',
    en: 'Cells filled of those in the form; agencies by duties reported.',
  },
  lastTouched: { vi: 'Sửa lần cuối', en: 'Last change' },
  noUnitFits: { vi: 'Không đơn vị nào khớp bộ lọc', en: 'No unit fits the filters' },
  noUnitFitsDo: { vi: 'Bỏ bớt điều kiện lọc.', en: 'Take a filter away.' },
  yes: { vi: 'có', en: 'yes' },
})

export const problems = problemCatalogue('collection', {
  nobodyLate: { status: 404, vi: 'Không có đơn vị nào quá hạn.', en: 'No unit is late.' },
  noForms: {
    status: 409,
    vi: 'Chưa có biểu mẫu nào dùng được cho năm {year}.',
    en: 'There is no form that the year {year} could use.',
  },
})
