/** Words that several topics of accounts and roles say, and their problems; what one topic says stands beside it. */
import { catalogue, type Words } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'
import type { RoleName } from './accounts.model.ts'

export const roleWords: Readonly<Record<RoleName, Words>> = {
  reader: { vi: 'Người xem', en: 'Reader' },
  editor: { vi: 'Người nhập', en: 'Editor' },
  approver: { vi: 'Người duyệt', en: 'Approver' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
  auditor: { vi: 'Kiểm toán', en: 'Auditor' },
}

export const roleHints: Readonly<Record<RoleName, Words>> = {
  reader: { vi: 'Xem số liệu và bản nộp', en: 'Sees figures and submissions' },
  editor: { vi: 'Nhập và gửi biểu mẫu', en: 'Fills in and sends forms' },
  approver: {
    vi: 'Duyệt hoặc trả lại; làm được mọi việc của người nhập',
    en: 'Approves or returns; may all an editor may',
  },
  administrator: {
    vi: 'Mời người, giao quyền; làm được mọi việc trên',
    en: 'Invites people, gives roles; may all the above',
  },
  auditor: { vi: 'Chỉ đọc nhật ký của đơn vị', en: 'Only reads the audit log of the unit' },
}

/** Why somebody reads of persons, as the log keeps it. */
export const purposes = catalogue({
  keepingAccounts: { vi: 'Quản lý tài khoản và quyền', en: 'Keeping accounts and roles' },
})

export const texts = catalogue({
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  roles: { vi: 'Quyền', en: 'Roles' },
  role: { vi: 'Quyền', en: 'Role' },
  field: { vi: 'Lĩnh vực', en: 'Field of work' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến trước ngày', en: 'Until before' },
  sessions: { vi: 'Phiên đăng nhập', en: 'Sessions' },
  noSessions: { vi: 'Không còn phiên đăng nhập nào.', en: 'There are no sessions.' },
  lastSeen: { vi: 'Lần dùng cuối', en: 'Last used' },
  begun: { vi: 'Bắt đầu', en: 'Begun' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  device: { vi: 'Thiết bị', en: 'Device' },
  changePassword: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  passwordHint: {
    vi: 'Ít nhất 12 ký tự; vài từ ghép lại là tốt nhất. Không dùng mật khẩu phổ biến hay tên thư của bạn.',
    en: 'At least 12 characters; a few words together are best. Not a common one, and not the name in your e-mail.',
  },
  waiting: { vi: 'Lời mời chưa nhận', en: 'Open invitations' },
  inviteAt: { vi: 'Mã đơn vị', en: 'Code of the unit' },
  actions: { vi: 'Thao tác', en: 'Actions' },

  delegations: { vi: 'Ủy quyền', en: 'Delegations' },
  delegationsLead: {
    vi: 'Người được ủy quyền làm được mọi việc của người ủy quyền trong lĩnh vực đó, đến ngày kết thúc thì tự thôi. Nhật ký ghi rõ ai làm, thay mặt ai.',
    en: 'A delegate may do what the delegator may in that field, until the day it ends by itself. The log says who did it, and on whose behalf.',
  },
  delegated: { vi: 'Đã ủy quyền cho {email}.', en: 'Delegated to {email}.' },
  delegationEnded: { vi: 'Đã thôi ủy quyền.', en: 'The delegation is ended.' },
  delegatedRoles: { vi: 'Quyền được ủy quyền', en: 'Roles delegated to you' },
  onBehalfOf: { vi: 'Thay mặt', en: 'On behalf of' },
  whyChanged: { vi: 'nội dung đã bị sửa', en: 'its content was changed' },
  whyMissing: { vi: 'dòng đã bị xóa', en: 'it was removed' },
  whyRelinked: { vi: 'không nối với dòng trước', en: 'it does not follow the entry before' },
  whyBatch: {
    vi: 'bản ghi của đợt niêm phong đã bị sửa hoặc xóa',
    en: 'the record of its batch was changed or removed',
  },
  whyStray: {
    vi: 'không chờ niêm phong và cũng chưa được niêm phong',
    en: 'it is neither sealed nor waiting to be',
  },
  whyTail: { vi: 'các dòng cuối đã bị xóa hoặc thay', en: 'the last entries were removed or replaced' },
})

/** How a call came in; without an account its actor is told by this too. */
export const viaWords: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    web: { vi: 'trang web', en: 'web page' },
    api: { vi: 'API', en: 'API' },
    command: { vi: 'dòng lệnh', en: 'command line' },
    job: { vi: 'tác vụ nền', en: 'background job' },
  }),
)

export const actorWords: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    web: { vi: 'Khách chưa đăng nhập', en: 'Nobody signed in' },
    api: { vi: 'Khách chưa đăng nhập', en: 'Nobody signed in' },
    command: { vi: 'Người vận hành', en: 'The operator' },
    job: { vi: 'Hệ thống', en: 'The system' },
  }),
)

export const whyWords = {
  changed: texts.whyChanged,
  missing: texts.whyMissing,
  relinked: texts.whyRelinked,
  batch: texts.whyBatch,
  tail: texts.whyTail,
  stray: texts.whyStray,
} as const

export const problems = problemCatalogue('access', {
  alreadyLoaded: {
    status: 409,
    vi: 'Tài khoản dùng thử đã có.',
    en: 'The demo accounts are already there.',
  },
  emailTaken: {
    status: 409,
    vi: 'Đã có tài khoản với thư điện tử này.',
    en: 'There is already an account with this e-mail.',
  },
  unknownAccount: {
    status: 422,
    vi: 'Không có tài khoản {email}.',
    en: 'There is no account {email}.',
  },
  accountDisabled: { status: 409, vi: 'Tài khoản {email} đang bị khóa.', en: 'The account {email} is disabled.' },
  alreadyHeld: {
    status: 409,
    vi: 'Người này đã giữ quyền này tại đơn vị trong thời gian đó.',
    en: 'The person already holds this role at the unit in that time.',
  },
  grantLives: {
    status: 422,
    vi: 'Ngày kết thúc phải sau ngày bắt đầu.',
    en: 'The end must be after the beginning.',
  },
  unknownField: {
    status: 422,
    vi: 'Không có lĩnh vực {field}.',
    en: 'There is no field of work {field}.',
  },
  alreadyDelegated: {
    status: 409,
    vi: 'Đã có ủy quyền như vậy trong thời gian đó.',
    en: 'There is such a delegation in that time already.',
  },
  unknownGrant: { status: 404, vi: 'Không có quyền này.', en: 'There is no such grant.' },
  unknownLink: {
    status: 404,
    vi: 'Liên kết này không đúng. Hãy chép lại trọn liên kết trong thư.',
    en: 'This link is not right. Copy the whole link from the letter.',
  },
})
