/** The words of rounds, forms and submissions, of what is found in cells, and of their problems. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

/** What is said beside a cell. Only `{name}` is filled in: the browser says these words too. */
export const findingWords = catalogue({
  'not-a-number': { vi: '“{typed}” không phải là số.', en: '“{typed}” is not a number.' },
  'wrong-separators': {
    vi: '“{typed}” không đọc được: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân, ví dụ 1.234.',
    en: '“{typed}” cannot be read: commas group thousands and a point stands before decimals, as in 1,234.',
  },
  'not-whole': {
    vi: '“{typed}” được đọc là {value}, mà ở đây cần số nguyên. Hàng nghìn viết bằng dấu chấm: 1.234.',
    en: '“{typed}” reads as {value}, and a whole number is needed here. Thousands are grouped by commas: 1,234.',
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
  empty: { vi: 'chưa nhập', en: 'empty' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  level: { vi: 'Mức độ {level}', en: 'Level {level}' },
  notReached: { vi: 'Chưa đạt', en: 'Not reached' },
  note: { vi: 'Ghi chú', en: 'Note' },
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
    vi: '{editor} vừa sửa ô này thành “{typed}”. Số của bạn vẫn ở trong ô; sửa hoặc lưu lần nữa để thay.',
    en: '{editor} has just changed this cell to “{typed}”. Yours is still in the cell; change or save it again to replace theirs.',
  },
  theirs: { vi: 'Lấy số của {editor}', en: 'Take the figure of {editor}' },
  mine: { vi: 'Giữ số của tôi', en: 'Keep mine' },
  counts: { vi: '{errors} ô phải sửa, {missing} ô chưa nhập.', en: '{errors} to correct, {missing} empty.' },
  ready: { vi: 'Đã đủ, có thể gửi.', en: 'Complete, ready to send.' },
})

export const texts = catalogue({
  myWork: { vi: 'Việc của tôi', en: 'My work' },
  rounds: { vi: 'Đợt báo cáo', en: 'Rounds' },
  roundOf: { vi: 'Báo cáo năm {year}', en: 'Report of {year}' },
})

export const problems = problemCatalogue('collection', {
  alreadyLoaded: { status: 409, vi: 'Biểu mẫu đã được nạp.', en: 'The forms are already loaded.' },
  noForms: {
    status: 409,
    vi: 'Chưa có biểu mẫu nào dùng được cho năm {year}.',
    en: 'There is no form that the year {year} could use.',
  },
  roundExists: { status: 409, vi: 'Năm này đã có đợt báo cáo.', en: 'This year already has a round.' },
  unknownRound: { status: 404, vi: 'Không có đợt báo cáo năm {year}.', en: 'There is no round of {year}.' },
  notInRound: {
    status: 404,
    vi: '{unit} không phải báo cáo trong đợt năm {year}.',
    en: '{unit} does not report in the round of {year}.',
  },
  dueBeforeOpening: {
    status: 422,
    vi: 'Hạn gửi phải từ ngày mở đợt trở đi.',
    en: 'The due date must not be before the opening.',
  },
  notOpen: {
    status: 409,
    vi: 'Đợt báo cáo mở từ ngày {on}; lúc này chưa nhập được.',
    en: 'The round opens on {on}; nothing can be entered before.',
  },
  closed: {
    status: 409,
    vi: 'Đợt báo cáo năm {year} đã đóng nên không nhận nữa. Số đã nhập vẫn còn; liên hệ thành phố để được mở lại.',
    en: 'The round of {year} is closed and takes nothing more. What was entered is kept; ask the city to open it again.',
  },
  locked: {
    status: 409,
    vi: 'Biểu đã gửi nên không sửa được. Đề nghị thành phố trả lại nếu cần sửa.',
    en: 'The form has been sent and cannot be changed. Ask the city to return it.',
  },
  alreadySent: { status: 409, vi: 'Biểu này đã được gửi.', en: 'This form has already been sent.' },
  notSent: {
    status: 409,
    vi: 'Biểu này không ở trạng thái chờ duyệt.',
    en: 'This form is not waiting for approval.',
  },
  notApproved: { status: 409, vi: 'Biểu này chưa được duyệt.', en: 'This form is not approved.' },
  unknownMeasure: {
    status: 422,
    vi: 'Biểu này không có số liệu “{measure}”.',
    en: 'This form has no measure “{measure}”.',
  },
  cellWrong: { status: 422, vi: '{name}: {what}', en: '{name}: {what}' },
  cellChanged: {
    status: 409,
    vi: '{name}: {editor} vừa sửa ô này thành “{typed}”. Số của bạn vẫn ở trong ô; lưu lần nữa để thay.',
    en: '{name}: {editor} has just changed this cell to “{typed}”. Yours is still in the cell; save again to replace theirs.',
  },
  returnInPast: {
    status: 422,
    vi: 'Hạn mới phải sau hôm nay.',
    en: 'The new due date must be after today.',
  },
  remindedToday: {
    status: 429,
    vi: 'Hôm nay đã nhắc đơn vị này rồi.',
    en: 'This unit has already been reminded today.',
  },
  nobodyToRemind: {
    status: 409,
    vi: 'Đơn vị này chưa có tài khoản nhập liệu nào để nhắc.',
    en: 'This unit has no account that fills forms, so there is nobody to remind.',
  },
  nothingToRemind: {
    status: 409,
    vi: 'Đơn vị này đã gửi biểu, không cần nhắc.',
    en: 'This unit has sent its form; there is nothing to remind of.',
  },
  unknownDuty: { status: 404, vi: 'Đơn vị không giữ nhiệm vụ này.', en: 'The unit does not hold this duty.' },
  unknownDutyState: { status: 422, vi: 'Chọn tình trạng của nhiệm vụ.', en: 'Choose the state of the duty.' },
  shareOver100: {
    status: 422,
    vi: 'Tiến độ phải từ 0 đến 100%.',
    en: 'Progress must be between 0 and 100%.',
  },
  percentUnread: {
    status: 422,
    vi: '“{typed}” không đọc được thành số. Phần thập phân viết sau dấu phẩy, ví dụ 62,5.',
    en: '“{typed}” cannot be read as a number. Decimals stand after a point, as in 62.5.',
  },
  resultMissing: {
    status: 422,
    vi: 'Ghi kết quả chính của nhiệm vụ.',
    en: 'Say what came of the duty.',
  },
  dutyChanged: {
    status: 409,
    vi: '{editor} vừa sửa nhiệm vụ này. Nội dung của bạn vẫn ở dưới; lưu lần nữa để thay.',
    en: '{editor} has just changed this duty. Yours is still below; save again to replace theirs.',
  },
  dutyMissing: { status: 422, vi: 'Chưa báo cáo nhiệm vụ {ref}: {title}', en: 'Not reported: duty {ref}, {title}' },
  evidenceEmpty: {
    status: 422,
    vi: 'Nhập đường dẫn (https://…) hoặc chọn một tệp.',
    en: 'Enter an address (https://…) or choose a file.',
  },
  evidenceType: {
    status: 422,
    vi: 'Chỉ nhận tệp PDF, ảnh, Word hoặc Excel.',
    en: 'Only PDF, images, Word and Excel files are taken.',
  },
  unknownEvidence: { status: 404, vi: 'Không có minh chứng này.', en: 'There is no such evidence.' },
  fileMissing: { status: 422, vi: 'Chọn tệp Excel để tải lên.', en: 'Choose the Excel file to upload.' },
  notThisForm: {
    status: 422,
    vi: 'Tệp này không phải là biểu tải về từ đây: không thấy dòng “Mã biểu”. Hãy tải biểu Excel về, điền rồi tải lên.',
    en: 'This is not the form downloaded here: it lacks the line “Form code”. Download the Excel form, fill it and upload it.',
  },
  otherUnit: {
    status: 422,
    vi: 'Tệp này là biểu của đơn vị mã {found}, không phải của {unit}.',
    en: 'This file is the form of unit {found}, not of {unit}.',
  },
  otherRound: {
    status: 422,
    vi: 'Tệp này là biểu của năm {found}, không phải năm {year}.',
    en: 'This file is the form of {found}, not of {year}.',
  },
})
