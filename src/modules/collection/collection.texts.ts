/** Words that several topics of rounds and forms say: of what is found in cells, of the grid, and their problems; what one topic says stands beside it. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

/** What is said beside a cell. Only `{name}` is filled in: the browser says these words too. */
export const findingWords = catalogue({
  'not-a-number': { vi: '“{entry}” không phải là số.', en: '“{entry}” is not a number.' },
  'wrong-separators': {
    vi: '“{entry}” không đọc được: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân, ví dụ 1.234.',
    en: '“{entry}” cannot be read: commas group thousands and a point stands before decimals, as in 1,234.',
  },
  'not-whole': {
    vi: '“{entry}” được đọc là {value}, mà ở đây cần số nguyên. Hàng nghìn viết bằng dấu chấm: 1.234.',
    en: '“{entry}” reads as {value}, and a whole number is needed here. Thousands are grouped by commas: 1,234.',
  },
  negative: { vi: 'Số không được âm.', en: 'This must not be negative.' },
  'too-large': { vi: 'Số quá lớn. Kiểm tra lại số chữ số 0.', en: 'Too large. Check the number of zeros.' },
  'not-yes-no': { vi: 'Nhập Có hoặc Không.', en: 'Enter yes or no.' },
  'not-a-level': { vi: 'Mức độ phải là số nguyên từ 0 đến {highest}.', en: 'The level must be from 0 to {highest}.' },
  'over-100': { vi: 'Tỷ lệ {value}% vượt quá 100%.', en: 'The share of {value}% is over 100%.' },
  'over-another': {
    vi: 'Nhiều hơn “{other}” ({amount}). Kiểm tra lại một trong hai ô.',
    en: 'More than “{other}” ({amount}). Check one of the two cells.',
  },
  'over-whole': {
    vi: 'Các ô thành phần cộng lại {sum}, vượt “{other}” ({amount}).',
    en: 'The parts add up to {sum}, more than “{other}” ({amount}).',
  },
  'not-equal-whole': {
    vi: 'Các ô thành phần cộng lại {sum}, khác “{other}” ({amount}).',
    en: 'The parts add up to {sum}, which is not “{other}” ({amount}).',
  },
  missing: {
    vi: 'Chưa nhập. Không phát sinh thì nhập 0; chưa có số thì ghi lý do vào ghi chú.',
    en: 'Empty. Enter 0 if there is none; if it is not known, say why in the note.',
  },
  jump: {
    vi: 'Thay đổi {percent}% so với năm trước ({before}). Nếu đúng, cứ để như vậy.',
    en: 'A change of {percent}% against last year ({before}). If it is right, leave it.',
  },
})

/** What the grid says in the browser; only `{name}` is filled in. */
export const gridWords = catalogue({
  measure: { vi: 'Số liệu', en: 'Measure' },
  lastYear: { vi: 'Năm {year}', en: '{year}' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  ofWhich: { vi: 'trong đó: {part}', en: 'of which: {part}' },
  empty: { vi: 'chưa nhập', en: 'empty' },
  optional: { vi: 'nếu có số', en: 'if known' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  level: { vi: 'Mức độ {level}', en: 'Level {level}' },
  notReached: { vi: 'Chưa đạt', en: 'Not reached' },
  note: { vi: 'Ghi chú', en: 'Note' },
  recorded: { vi: 'Số đã duyệt', en: 'The approved figure' },
  fine: { vi: 'Khớp', en: 'Fine' },
  mustCorrect: { vi: 'Phải sửa', en: 'Correct this' },
  up: { vi: 'Tăng {percent}%', en: 'Up {percent}%' },
  down: { vi: 'Giảm {percent}%', en: 'Down {percent}%' },
  explained: { vi: 'Giải thích', en: 'Explanation' },
  saved: { vi: 'Đã lưu lúc {time}.', en: 'Saved at {time}.' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  offline: {
    vi: 'Chưa gửi được lên máy chủ. {count} ô được giữ trên máy này và sẽ tự gửi lại.',
    en: 'The server cannot be reached. {count} cells are kept on this device and will be sent again.',
  },
  signedOut: {
    vi: 'Phiên đăng nhập đã hết. {count} ô được giữ trên máy này; đăng nhập lại ở một thẻ khác rồi quay về đây.',
    en: 'Your session has ended. {count} cells are kept on this device; sign in again in another tab and come back.',
  },
  refused: {
    vi: 'Không lưu được: {reason}',
    en: 'This could not be saved: {reason}',
  },
  restored: {
    vi: 'Đã khôi phục {count} ô chưa gửi, giữ trên máy này.',
    en: 'Restored {count} cells kept on this device that had not been sent.',
  },
  conflict: {
    vi: '{editor} vừa sửa ô này thành “{entry}”. Số của bạn vẫn ở trong ô; sửa hoặc lưu lần nữa để thay.',
    en: '{editor} has just changed this cell to “{entry}”. Yours is still in the cell; change or save it again to replace theirs.',
  },
  conflictInFile: {
    vi: 'Sau khi tệp được tải về, {editor} đã sửa ô này thành “{entry}”; số trên hệ thống được giữ. Nhập lại trên trang nếu cần.',
    en: 'After the file was downloaded {editor} changed this cell to “{entry}”; that figure is kept. Enter yours on the page if needed.',
  },
  theirs: { vi: 'Lấy số của {editor}', en: 'Take the figure of {editor}' },
  mine: { vi: 'Giữ số của tôi', en: 'Keep mine' },
  toCorrect: { vi: '{count} ô phải sửa.', en: '{count} to correct.' },
  stillEmpty: { vi: '{count} ô chưa nhập.', en: '{count} empty.' },
  ready: { vi: 'Đã đủ, có thể gửi.', en: 'Complete, ready to send.' },
  storedReady: {
    vi: 'Số đang lưu trên hệ thống đã đủ; gửi bây giờ là gửi số đó.',
    en: 'What is stored is complete; sending now sends that.',
  },
})

export const texts = catalogue({
  rounds: { vi: 'Đợt báo cáo', en: 'Rounds' },
  roundOf: { vi: 'Báo cáo năm {year}', en: 'Report of {year}' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  state: { vi: 'Tình trạng', en: 'State' },
  due: { vi: 'Hạn gửi', en: 'Due' },
  save: { vi: 'Lưu', en: 'Save' },
  approvedOf: { vi: '{approved}/{units} đã duyệt', en: '{approved} of {units} approved' },

  controlRoom: { vi: 'Phòng điều hành', en: 'Control room' },
  measure: { vi: 'Số liệu', en: 'Measure' },
  lateSent: { vi: 'gửi muộn', en: 'sent late' },
  sentOn: { vi: 'Ngày gửi', en: 'Sent on' },
  isSample: { vi: 'Số liệu mẫu', en: 'Sample data' },
  code: { vi: 'Mã', en: 'Code' },

  toFill: { vi: 'Biểu phải gửi', en: 'Forms to send' },
  toFillEmpty: { vi: 'Không có biểu nào chờ bạn', en: 'No form waits for you' },
  toFillEmptyDo: {
    vi: 'Khi thành phố mở đợt báo cáo, hoặc trả lại một biểu, biểu ấy hiện ở đây cùng hạn gửi.',
    en: 'When the city opens a round or returns a form, it appears here with its due date.',
  },
  toReview: { vi: 'Chờ bạn duyệt', en: 'Waiting for your approval' },
  toReviewLead: {
    vi: '{count, plural, =0 {Không biểu nào chờ duyệt.} other {# biểu chờ duyệt, biểu gửi trước đứng trước.}}',
    en: '{count, plural, =0 {No form waits.} one {# form waits.} other {# forms wait, the oldest first.}}',
  },
  mySent: { vi: 'Đã gửi', en: 'Sent' },
  cameBack: { vi: 'Trả lại: {reason}', en: 'Returned: {reason}' },
  fill: { vi: 'Điền biểu', en: 'Fill in' },
  look: { vi: 'Xem', en: 'See' },
  review: { vi: 'Xem và duyệt', en: 'Review' },
  toControlRoom: { vi: 'Phòng điều hành năm {year}', en: 'Control room of {year}' },

  formTitle: { vi: '{unit} · Báo cáo năm {year}', en: '{unit} · Report of {year}' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  eventSent: { vi: 'Gửi (lần {version})', en: 'Sent (no. {version})' },
  approved: { vi: 'Duyệt', en: 'Approved' },
  formContents: { vi: 'Nội dung biểu', en: 'What stands in the form' },
  sendingNumber: { vi: 'Lần gửi', en: 'Sending' },
  noteOf: { vi: 'Ghi chú của ô', en: 'The note of' },
  dutyOf: { vi: 'Nhiệm vụ', en: 'Duty' },
  evidenceOf: { vi: 'Minh chứng của nhiệm vụ', en: 'Evidence of duty' },
  returnReason: { vi: 'Lý do trả lại', en: 'Why it comes back' },

  duties: { vi: 'Nhiệm vụ được giao', en: 'Duties' },
  clause: { vi: 'Mục', en: 'Clause' },
  notReported: { vi: 'Chưa báo cáo', en: 'Not reported' },
  reportDuty: { vi: 'Báo cáo', en: 'Report' },
  dutySaved: { vi: 'Đã lưu nhiệm vụ {ref}.', en: 'Duty {ref} is saved.' },

  excelCode: { vi: 'Mã biểu: {code}', en: 'Form code: {code}' },
  excelNote: {
    vi: 'Chỉ nhập vào cột “{year}” và “Ghi chú”. Không sửa cột “Mã” và cột “Bản”.',
    en: 'Fill only the columns “{year}” and “Note”. Leave the columns “Code” and “Version” as they are.',
  },
  columnSection: { vi: 'Phần', en: 'Section' },
  columnUnit: { vi: 'Đơn vị tính', en: 'Counted in' },
  columnNote: { vi: 'Ghi chú', en: 'Note' },
  columnVersion: { vi: 'Bản', en: 'Version' },

  letterSubject: { vi: 'Nhắc gửi báo cáo năm {round} của {unitName}', en: 'Reminder: report of {round} of {unitName}' },
  letterBody: {
    vi: 'Kính gửi {name},\n\nBiểu báo cáo năm {round} của {unitName} chưa được gửi. Hạn gửi: {due}.\n\nMở biểu tại: {address}\n\nNhững số đã nhập vẫn được lưu. Trân trọng.',
    en: 'Dear {name},\n\nThe report of {round} of {unitName} has not been sent. It is due on {due}.\n\nOpen it at: {address}\n\nWhat was entered is kept.',
  },
})

export const problems = problemCatalogue('collection', {
  alreadyLoaded: { status: 409, vi: 'Biểu mẫu đã được nạp.', en: 'The forms are already loaded.' },
  roundExists: { status: 409, vi: 'Năm này đã có đợt báo cáo.', en: 'This year already has a round.' },
  unknownRound: { status: 404, vi: 'Không có đợt báo cáo năm {year}.', en: 'There is no round of {year}.' },
  dueBeforeOpening: {
    status: 422,
    vi: 'Hạn gửi phải từ ngày mở đợt trở đi.',
    en: 'The due date must not be before the opening.',
  },
  cellWrong: { status: 422, vi: '{name}: {what}', en: '{name}: {what}' },
  reasonMissing: {
    status: 422,
    vi: 'Ghi lý do, để đơn vị biết phải sửa gì.',
    en: 'Say why, so that the unit knows what to mend.',
  },
  shareOver100: {
    status: 422,
    vi: 'Tiến độ phải từ 0 đến 100%.',
    en: 'Progress must be between 0 and 100%.',
  },
})
