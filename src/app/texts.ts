/** The few words of the app itself. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  myWork: { vi: 'Việc của tôi', en: 'My work' },
  myWorkLead: { vi: 'Những gì đang chờ bạn, việc gần hạn đứng trước.', en: 'What waits for you, the soonest first.' },
  problemTitle: { vi: 'Không làm được việc này', en: 'This could not be done' },
  missingTitle: { vi: 'Không tìm thấy', en: 'Not found' },
  system: { vi: 'Hệ thống', en: 'System' },
  systemLead: {
    vi: 'Chỗ chứa tệp và những việc hệ thống tự làm.',
    en: 'Room for files, and what the system does on its own.',
  },
  filesKept: { vi: 'Tệp đã giữ', en: 'Files kept' },
  ofMegabytes: { vi: '{kept} MB, nhận đến {most} MB', en: '{kept} MB of at most {most} MB' },
  diskFree: { vi: 'Ổ đĩa còn trống', en: 'Free on the disk' },
  diskLeft: { vi: '{free} MB (luôn để trống {reserve} MB)', en: '{free} MB ({reserve} MB always stay free)' },
  diskScarce: {
    vi: '{free} MB, dưới mức luôn để trống {reserve} MB: hệ thống không nhận thêm tệp',
    en: '{free} MB, less than the {reserve} MB that always stay free: no more files are taken',
  },
  queues: { vi: 'Việc chạy nền', en: 'Background work' },
  queuesLead: {
    vi: 'Gửi thư, dọn dẹp. Việc hỏng được làm lại tối đa 8 lần.',
    en: 'Mail, cleaning up. A job that fails is tried again up to 8 times.',
  },
  queue: { vi: 'Việc', en: 'Job' },
  waiting: { vi: 'Đang đợi', en: 'Waiting' },
  active: { vi: 'Đang chạy', en: 'Running' },
  failed: { vi: 'Hỏng', en: 'Failed' },
  done: { vi: 'Xong', en: 'Done' },
  lastError: { vi: 'Lỗi gần nhất', en: 'Last error' },
  noJobs: { vi: 'Chưa có việc nào chạy nền.', en: 'No background work yet.' },
  changedTitle: { vi: 'Cần xem lại', en: 'Look at it again' },
  lookAgain: { vi: 'Xem lại', en: 'Look again' },
  backThere: { vi: 'Về trang vừa rồi', en: 'Back to where you were' },
  toStart: { vi: 'Về trang đầu', en: 'To the front page' },
  api: { vi: 'API', en: 'API' },
  apiLead: {
    vi: 'Mọi việc hệ thống làm được, chương trình máy tính cũng gọi được, với cùng quyền và cùng nhật ký.',
    en: 'Everything the system can do, programs can call too, with the same rights and the same log.',
  },
  apiReads: {
    vi: 'Đọc: GET, tham số trên địa chỉ. Những gì ghi “anyone” không cần tài khoản.',
    en: 'Reading: GET, with parameters in the address. What says “anyone” needs no account.',
  },
  apiWrites: {
    vi: 'Ghi: POST, thân là JSON; thêm tiêu đề Idempotency-Key để gửi lại mà không làm hai lần. Khóa đã dùng thì không nhận nội dung khác.',
    en: 'Writing: POST with a JSON body; add the header Idempotency-Key to repeat a call without doing it twice. A used key takes no other body.',
  },
  apiTokens: {
    vi: 'Khóa truy cập tạo ở trang tài khoản, gửi trong tiêu đề Authorization: Bearer …; khóa có phạm vi và hạn dùng.',
    en: 'Make a token on the page of your account and send it as Authorization: Bearer …; a token has scopes and an end.',
  },
  apiProblems: {
    vi: 'Lỗi theo RFC 9457: một mã không đổi, lời giải thích, và chỗ sai trong dữ liệu gửi lên.',
    en: 'Problems follow RFC 9457: a stable code, words, and the place in the input that is wrong.',
  },
  apiPaging: {
    vi: 'Danh sách dài trả từng trang: lấy “next” của trang này làm “after” của trang sau, lấy “previous” làm “before” của trang trước; “count=true” cho biết có bao nhiêu dòng, đếm đến 10.000.',
    en: 'Long lists come in pages: pass “next” of one page as “after” of the following, “previous” as “before” of the one before; “count=true” tells how many rows there are, up to 10,000.',
  },
  apiAddress: { vi: 'Địa chỉ', en: 'Address' },
  apiTakes: { vi: 'Tham số', en: 'Parameters' },
  apiMay: { vi: 'Ai gọi được', en: 'Who may' },
  apiRequired: { vi: 'bắt buộc', en: 'required' },
})
