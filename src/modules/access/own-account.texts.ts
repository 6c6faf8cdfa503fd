/** Words of the page of one’s own account. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  account: { vi: 'Tài khoản', en: 'Account' },
  noRoles: {
    vi: 'Chưa có quyền nào. Hỏi người quản trị của đơn vị.',
    en: 'No roles yet. Ask the administrator of your unit.',
  },
  sessionsLead: {
    vi: 'Những nơi tài khoản này đang đăng nhập. Thấy nơi lạ thì đăng xuất mọi nơi và đổi mật khẩu.',
    en: 'Where this account is signed in. If a place is strange, sign out everywhere and change the password.',
  },
  signOutEverywhere: { vi: 'Đăng xuất mọi nơi', en: 'Sign out everywhere' },
  signedOutEverywhere: { vi: 'Đã đăng xuất mọi nơi.', en: 'Signed out everywhere.' },
  currentPassword: { vi: 'Mật khẩu hiện tại', en: 'Current password' },
  passwordChanged: {
    vi: 'Đã đổi mật khẩu; các phiên khác đã đăng xuất.',
    en: 'The password is changed; other sessions are signed out.',
  },
  tokenMade: {
    vi: 'Khóa mới. Chép lại ngay: khóa không hiện lại lần nữa.',
    en: 'The new token. Copy it now: it is not shown again.',
  },
  revoked: { vi: 'Đã thu hồi khóa.', en: 'The token is revoked.' },
})
