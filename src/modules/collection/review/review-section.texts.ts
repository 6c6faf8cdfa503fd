/** Words of the steps and the history of a form. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  started: { vi: 'Bắt đầu nhập', en: 'Begun' },
  returned: { vi: 'Trả lại, hạn mới {due}', en: 'Returned, due {due}' },
  approvedBySender: { vi: 'Duyệt, cũng là người gửi', en: 'Approved by the one who sent it' },
  reopened: { vi: 'Mở lại, hạn mới {due}', en: 'Reopened, due {due}' },
  eventReminded: { vi: 'Nhắc qua thư', en: 'Reminded by mail' },
  approve: { vi: 'Duyệt', en: 'Approve' },
  toForm: { vi: 'Đến biểu để nhập và gửi', en: 'To the form, to fill and send it' },
  toFormHint: {
    vi: 'Nhập xong, bấm Gửi ở cuối màn hình; biểu được gửi đúng như đang hiện trên màn hình.',
    en: 'When it is filled, press Send at the bottom of the screen; it is sent as the screen shows it.',
  },
  approveLead: {
    vi: 'Duyệt xong, số liệu được tính ngay vào tổng của thành phố.',
    en: 'Once approved, the figures count in the city’s totals at once.',
  },
  return: { vi: 'Trả lại', en: 'Return' },
  returnReasonHint: { vi: 'Nói rõ ô nào, sai gì, sửa thế nào.', en: 'Say which cell, what is wrong, how to mend it.' },
  reopen: { vi: 'Mở lại để sửa', en: 'Reopen to correct' },
  reopenLead: {
    vi: 'Số đã duyệt vẫn được tính cho tới khi biểu sửa xong được duyệt lại.',
    en: 'The approved figures count until the corrected form is approved.',
  },
})
