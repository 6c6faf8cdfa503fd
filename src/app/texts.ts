/** The few words of the app itself. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  problemTitle: { vi: 'Không làm được việc này', en: 'This could not be done' },
  system: { vi: 'Hệ thống', en: 'System' },
  systemLead: {
    vi: 'Việc chạy nền: gửi thư, dọn dẹp. Việc hỏng được làm lại tối đa 8 lần.',
    en: 'Background work: mail, cleaning up. A job that fails is tried again up to 8 times.',
  },
  queues: { vi: 'Hàng đợi', en: 'Queues' },
  queue: { vi: 'Việc', en: 'Job' },
  waiting: { vi: 'Đang đợi', en: 'Waiting' },
  active: { vi: 'Đang chạy', en: 'Running' },
  failed: { vi: 'Hỏng', en: 'Failed' },
  done: { vi: 'Xong', en: 'Done' },
  lastError: { vi: 'Lỗi gần nhất', en: 'Last error' },
  noJobs: { vi: 'Chưa có việc nào chạy nền.', en: 'No background work yet.' },
  toStart: { vi: 'Về trang đầu', en: 'To the front page' },
})
