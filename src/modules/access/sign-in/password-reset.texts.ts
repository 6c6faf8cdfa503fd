/** Words and letters of a new password for one that was forgotten. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  resetTitle: { vi: 'Đặt lại mật khẩu', en: 'Reset the password' },
  resetLead: {
    vi: 'Nhập thư điện tử của tài khoản; chúng tôi gửi một liên kết dùng được trong 1 giờ.',
    en: 'Enter the e-mail of your account; we send a link that works for one hour.',
  },
  resetSend: { vi: 'Gửi liên kết', en: 'Send the link' },
  resetSent: {
    vi: 'Nếu có tài khoản với thư này, một liên kết đặt lại mật khẩu đã được gửi tới đó.',
    en: 'If there is an account with that e-mail, a link to reset the password was sent to it.',
  },
  resetDone: { vi: 'Đã đặt mật khẩu mới. Hãy đăng nhập.', en: 'The new password is set. Please sign in.' },
})

export const letters = catalogue({
  resetSubject: { vi: 'Đặt lại mật khẩu Hiếu Học', en: 'Reset your Hiếu Học password' },
  resetBody: {
    vi: `Kính gửi {name},

Có người yêu cầu đặt lại mật khẩu của tài khoản này. Nếu là Ông/Bà, xin mở liên kết:

{url}

Liên kết dùng được một lần, đến {until}. Nếu không phải, xin bỏ qua thư: mật khẩu vẫn như cũ.

Hiếu Học`,
    en: `Dear {name},

Somebody asked to reset the password of this account. If it was you, please open this link:

{url}

It works once, until {until}. If it was not you, please ignore this letter: the password stays as it is.

Hiếu Học`,
  },
})

export const problems = problemCatalogue('access', {
  resetExpired: {
    status: 410,
    vi: 'Liên kết đặt lại mật khẩu đã hết hạn hoặc đã được dùng. Hãy xin liên kết mới.',
    en: 'The link to reset the password has expired or was used. Ask for a new one.',
  },
})
