/** Words and letters of invitations, and what can be wrong with one. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  invitation: { vi: 'Lời mời', en: 'Invitation' },
  invitationLead: {
    vi: '{email} được mời làm {role} tại {unit}. Đặt mật khẩu để bắt đầu.',
    en: '{email} is invited as {role} at {unit}. Choose a password to begin.',
  },
  accept: { vi: 'Nhận lời mời', en: 'Accept the invitation' },
  accepted: { vi: 'Tài khoản đã sẵn sàng. Hãy đăng nhập.', en: 'Your account is ready. Please sign in.' },
  noInvitations: { vi: 'Không có lời mời nào chưa nhận.', en: 'There are no open invitations.' },
  findPerson: { vi: 'Tên hoặc thư điện tử', en: 'Name or e-mail' },
  invitationState: { vi: 'Thời hạn', en: 'Validity' },
  invitationOpen: { vi: 'Còn hạn', en: 'Still good' },
  invitationOver: { vi: 'Đã hết hạn', en: 'Expired' },
  expires: { vi: 'Hết hạn', en: 'Expires' },
  withdraw: { vi: 'Thu hồi', en: 'Withdraw' },
})

export const letters = catalogue({
  invitationSubject: { vi: 'Lời mời dùng Hiếu Học: {unit}', en: 'Invitation to Hiếu Học: {unit}' },
  invitationBody: {
    vi: `Kính gửi {name},

Ông/Bà được mời làm {role} tại {unit} trên hệ thống Hiếu Học. Để nhận lời mời và đặt mật khẩu, xin mở liên kết:

{url}

Liên kết dùng được một lần, đến {until}. Nếu không chờ lời mời này, xin bỏ qua thư.

Hiếu Học`,
    en: `Dear {name},

You are invited as {role} at {unit} in Hiếu Học. To accept and choose a password, please open this link:

{url}

It works once, until {until}. If you do not expect this invitation, please ignore this letter.

Hiếu Học`,
  },
})

export const problems = problemCatalogue('access', {
  invitationExpired: {
    status: 410,
    vi: 'Lời mời đã hết hạn ngày {on}. Xin người quản trị của đơn vị mời lại.',
    en: 'The invitation expired on {on}. Ask the administrator of the unit to invite you again.',
  },
  invitationUsed: {
    status: 410,
    vi: 'Lời mời này đã được dùng. Hãy đăng nhập; nếu quên mật khẩu thì đặt lại.',
    en: 'This invitation was used. Please sign in; if you forgot the password, reset it.',
  },
})
