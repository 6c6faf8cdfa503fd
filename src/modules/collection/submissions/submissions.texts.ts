/** Words of the form of one unit, and why it is not taken. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  myWork: { vi: 'Việc của tôi', en: 'My work' },
  daysLeft: {
    vi: '{days, plural, =0 {hết hạn hôm nay} other {còn # ngày}}',
    en: '{days, plural, =0 {due today} one {# day left} other {# days left}}',
  },
  daysLate: {
    vi: 'quá hạn {days, plural, other {# ngày}}',
    en: '{days, plural, one {# day} other {# days}} late',
  },
  formLead: {
    vi: 'Hạn gửi {due}, {left}. Số năm trước đứng bên cạnh ô nhập.',
    en: 'Due {due}, {left}. Last year’s figures stand beside the cells.',
  },
  formLeadSent: {
    vi: 'Đã gửi ngày {on}. Thành phố đang xem; khi bị trả lại sẽ sửa được tiếp.',
    en: 'Sent on {on}. The city is looking at it; if it comes back it can be changed again.',
  },
  formLeadApproved: {
    vi: 'Đã duyệt ngày {on}; số liệu đã được tính vào tổng của thành phố.',
    en: 'Approved on {on}; its figures count in the city’s totals.',
  },
  returnedWith: { vi: 'Thành phố trả lại, hạn mới {due}: {reason}', en: 'Returned by the city, due {due}: {reason}' },
  noteCounts: {
    vi: '{errors, plural, =0 {} other {# ô phải sửa, }}{missing, plural, =0 {không còn ô trống.} other {# ô chưa nhập.}}',
    en: '{errors, plural, =0 {} other {# to correct, }}{missing, plural, =0 {no empty cells.} other {# empty.}}',
  },
  noteDuties: { vi: '{count} nhiệm vụ chưa báo cáo.', en: '{count} duties not reported.' },
  sectionCheck: { vi: 'Kiểm tra cả biểu', en: 'Check the form' },
  checkLead: {
    vi: 'Ô phải sửa và ô chưa nhập giữ biểu lại; điều cần xem chỉ là nhắc.',
    en: 'Cells to correct and empty cells hold the form back; the others are only a hint.',
  },
  mustCorrect: { vi: 'Phải sửa', en: 'To correct' },
  missingCells: { vi: 'Chưa nhập', en: 'Empty' },
  worthALook: { vi: 'Nên xem lại', en: 'Worth a look' },
  nothingFound: { vi: 'Không có gì phải sửa', en: 'Nothing to correct' },
  nothingFoundDo: { vi: 'Biểu có thể gửi về thành phố.', en: 'The form can be sent to the city.' },
  notSentYet: {
    vi: 'Chưa gửi được: còn {count, plural, other {# chỗ}} phải sửa. Mọi số đã nhập vẫn được lưu.',
    en: 'Not sent: {count, plural, one {# thing has} other {# things have}} to be corrected. What was entered is saved.',
  },
  next: { vi: 'Lưu và sang phần sau', en: 'Save and go on' },
  send: { vi: 'Gửi thành phố', en: 'Send to the city' },
  sent: { vi: 'Đã gửi {unit} · báo cáo năm {year} về thành phố.', en: 'The report of {year} of {unit} is sent.' },
  sentLate: {
    vi: 'Đã gửi về thành phố, ghi nhận là gửi sau hạn.',
    en: 'Sent to the city, and noted as sent after the due date.',
  },
  savedToCorrect: {
    vi: 'Đã lưu. Phần này còn {count, plural, other {# ô}} phải sửa.',
    en: 'Saved. {count, plural, one {# cell of this section has} other {# cells of this section have}} to be corrected.',
  },
  excel: { vi: 'Tải Excel', en: 'Download Excel' },
  reviewTitle: { vi: 'Duyệt hoặc trả lại', en: 'Approve or return' },
  sendAsItStands: { vi: 'Gửi biểu như đang lưu', en: 'Send the form as it stands now' },
})

export const problems = problemCatalogue('collection', {
  notInRound: {
    status: 404,
    vi: '{unit} không phải báo cáo trong đợt năm {year}.',
    en: '{unit} does not report in the round of {year}.',
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
  cellChanged: {
    status: 409,
    vi: '{name}: {editor} vừa sửa ô này thành “{entry}”. Số của bạn vẫn ở trong ô; lưu lần nữa để thay.',
    en: '{name}: {editor} has just changed this cell to “{entry}”. Yours is still in the cell; save again to replace theirs.',
  },
  returnInPast: {
    status: 422,
    vi: 'Hạn mới phải sau hôm nay.',
    en: 'The new due date must be after today.',
  },
  nothingToRemind: {
    status: 409,
    vi: 'Đơn vị này đã gửi biểu, không cần nhắc.',
    en: 'This unit has sent its form; there is nothing to remind of.',
  },
})
