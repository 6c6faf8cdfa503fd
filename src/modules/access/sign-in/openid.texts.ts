/** Words of signing in by OpenID Connect, and why somebody is not. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  welcome: { vi: 'Xin chào {name}.', en: 'Welcome, {name}.' },
})

export const problems = problemCatalogue('access', {
  openIdOff: {
    status: 404,
    vi: 'Nơi này không dùng đăng nhập một lần.',
    en: 'Single sign-on is not set up here.',
  },
  openIdFailed: {
    status: 422,
    vi: 'Đăng nhập một lần không thành công. Hãy thử lại từ trang đăng nhập.',
    en: 'Single sign-on did not succeed. Please try again from the sign-in page.',
  },
  openIdUnreachable: {
    status: 503,
    vi: 'Không liên lạc được với nơi cấp đăng nhập một lần. Thử lại sau ít phút.',
    en: 'The single sign-on service cannot be reached. Try again in a few minutes.',
  },
  notInvited: {
    status: 403,
    vi: 'Chưa có tài khoản nào với {email}. Xin người quản trị của đơn vị mời trước.',
    en: 'There is no account with {email} yet. Ask the administrator of your unit to invite you first.',
  },
  openIdDenied: {
    status: 422,
    vi: 'Việc đăng nhập đã dừng ở nơi cấp đăng nhập một lần. Hãy thử lại từ trang đăng nhập.',
    en: 'Signing in was stopped at the single sign-on service. Please try again from the sign-in page.',
  },
  openIdUnverified: {
    status: 403,
    vi: 'Nơi cấp đăng nhập chưa xác minh thư điện tử của bạn nên chưa nối được với tài khoản. Hãy xác minh thư ở đó rồi thử lại.',
    en: 'The sign-on service has not verified your e-mail, so it cannot be linked to an account. Verify it there and try again.',
  },
  openIdUnsaid: {
    status: 403,
    vi: 'Nơi cấp đăng nhập không cho biết thư điện tử của bạn đã được xác minh hay chưa, nên chưa nối được với tài khoản. Xin báo người vận hành hệ thống; nếu có mật khẩu, hãy đăng nhập bằng mật khẩu.',
    en: 'The sign-on service does not say whether your e-mail is verified, so it cannot be linked to an account. Please tell the operator of this system; if you have a password, sign in with it.',
  },
  openIdNoEmail: {
    status: 403,
    vi: 'Nơi cấp đăng nhập không cho biết thư điện tử của bạn nên chưa nối được với tài khoản. Hãy thêm thư điện tử ở đó, hoặc báo người vận hành hệ thống.',
    en: 'The sign-on service tells no e-mail of yours, so it cannot be linked to an account. Add one there, or tell the operator of this system.',
  },
})
