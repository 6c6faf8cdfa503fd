/** Words of signing in, and why somebody is not. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signInLead: {
    vi: 'Dành cho cán bộ được cấp tài khoản. Xem số liệu công khai thì không cần đăng nhập.',
    en: 'For officers with an account. Public figures need none.',
  },
  forgotten: { vi: 'Quên mật khẩu?', en: 'Forgotten your password?' },
  signInWith: { vi: 'Đăng nhập bằng {name}', en: 'Sign in with {name}' },
  signedOut: { vi: 'Đã đăng xuất.', en: 'You are signed out.' },
  sessionOver: { vi: 'Phiên làm việc đã hết', en: 'Your session has ended' },
  sessionOverLead: {
    vi: 'Những gì bạn đã nhập vẫn còn. Đăng nhập lại để gửi tiếp; tệp đính kèm thì phải chọn lại.',
    en: 'What you entered is kept. Sign in again to send it; attached files must be chosen again.',
  },
})

export const problems = problemCatalogue('access', {
  refused: {
    status: 422,
    vi: 'Thư điện tử hoặc mật khẩu không đúng.',
    en: 'The e-mail or the password is wrong.',
  },
  locked: {
    status: 429,
    vi: 'Sai quá nhiều lần. Thử lại sau {minutes} phút, hoặc đặt lại mật khẩu.',
    en: 'Too many wrong attempts. Try again in {minutes} minutes, or reset the password.',
  },
  wrongPassword: { status: 422, vi: 'Mật khẩu hiện tại không đúng.', en: 'The current password is wrong.' },
  passwordTooShort: {
    status: 422,
    vi: 'Mật khẩu cần ít nhất {least} ký tự.',
    en: 'A password needs at least {least} characters.',
  },
  passwordHoldsName: {
    status: 422,
    vi: 'Mật khẩu không được chứa tên trong thư điện tử của bạn.',
    en: 'The password must not hold the name in your e-mail.',
  },
  passwordGuessable: {
    status: 422,
    vi: 'Mật khẩu này phổ biến, đã bị lộ hoặc dễ đoán. Hãy ghép vài từ không liên quan.',
    en: 'This password is common, leaked or easy to guess. Put a few unrelated words together.',
  },
})
