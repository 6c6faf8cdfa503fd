/** Words and letters of the anchors of the audit log. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  anchors: { vi: 'Mốc niêm phong nhật ký', en: 'Anchors of the audit log' },
  anchorsLead: {
    vi: 'Mỗi ngày, mã băm cuối cùng của nhật ký được công bố tại đây. Ai giữ lại một dòng thì về sau đối chiếu được: nếu nhật ký đến ngày đó bị sửa hay bị xóa, mã băm sẽ không còn khớp.',
    en: 'Each day the last hash of the audit log is published here. Whoever keeps a line can hold the log against it later: had the log up to that day been changed or cut, the hash would no longer agree.',
  },
  anchorsHow: {
    vi: 'Tải tệp JSON của trang này về và cất ở nơi khác; khi cần, người vận hành chạy ./hieuhoc audit verify --against TỆP.',
    en: 'Keep the JSON file of this page elsewhere; the operator checks it with ./hieuhoc audit verify --against FILE.',
  },
  noAnchors: { vi: 'Chưa có mốc nào.', en: 'There are no anchors yet.' },
  noAnchorsHint: {
    vi: 'Mốc đầu tiên được lập sau nửa đêm của ngày đầu tiên có việc được ghi.',
    en: 'The first is made after midnight of the first day on which something was done.',
  },
  anchorDay: { vi: 'Ngày', en: 'Day' },
  anchorBatch: { vi: 'Đợt niêm phong', en: 'Batch' },
  anchorEntries: { vi: 'Số dòng đến hết ngày', en: 'Entries by its end' },
  anchorEntry: { vi: 'Dòng cuối', en: 'Last entry' },
  anchorHash: { vi: 'Mã băm', en: 'Hash' },
  anchorLetters: { vi: 'Thư về mốc niêm phong', en: 'Letters of anchors' },
  anchorLettersLead: {
    vi: 'Sau nửa đêm, mốc niêm phong của ngày hôm trước được gửi đến thư điện tử của Ông/Bà, để cất ở ngoài hệ thống.',
    en: 'After midnight the anchor of the day before is sent to your e-mail, to be kept outside of the system.',
  },
  anchorWish: { vi: 'Gửi cho tôi mốc niêm phong mỗi ngày', en: 'Send me the anchor of each day' },
  keepAnchorWish: { vi: 'Lưu lựa chọn', en: 'Keep this choice' },
  anchorWishKept: { vi: 'Đã lưu lựa chọn.', en: 'Your choice is kept.' },
})

/** Plain text: it reads everywhere, and a link in it shows where it leads. */
export const letters = catalogue({
  anchorSubject: { vi: 'Mốc niêm phong nhật ký ngày {day}', en: 'Anchor of the audit log, {day}' },
  anchorBody: {
    vi: `Kính gửi {name},

Đến hết ngày {day}, nhật ký của hệ thống Hiếu Học có {entries} dòng. Mốc niêm phong:

{line}

Xin giữ thư này. Khi cần kiểm tra, chép dòng trên vào một tệp và chạy ./hieuhoc audit verify --against TỆP, hoặc so với trang:

{address}

Ông/Bà thôi nhận thư này tại trang Tài khoản.

Hiếu Học`,
    en: `Dear {name},

By the end of {day} the audit log of Hiếu Học had {entries} entries. Its anchor:

{line}

Please keep this letter. To check, put the line into a file and run ./hieuhoc audit verify --against FILE, or compare it with the page:

{address}

You may end these letters on the page of your account.

Hiếu Học`,
  },
})
