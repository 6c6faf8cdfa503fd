/** The platform's own problems, and the problems of an input that does not fit its schema. */
import type { z } from 'zod'
import type { Problem } from '#kernel/problem.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const problems = problemCatalogue('platform', {
  signInFirst: { status: 401, vi: 'Cần đăng nhập để làm việc này.', en: 'Sign in to do this.' },
  forbidden: {
    status: 403,
    vi: 'Tài khoản của bạn không có quyền làm việc này. Hỏi người quản trị của đơn vị.',
    en: 'Your account may not do this. Ask the administrator of your unit.',
  },
  notFound: { status: 404, vi: 'Không tìm thấy trang hoặc dữ liệu này.', en: 'There is no such page or record.' },
  missing: { status: 422, vi: 'Mục này cần được điền.', en: 'This is required.' },
  invalid: { status: 422, vi: 'Giá trị này không đúng dạng.', en: 'This value has the wrong form.' },
  tooSmall: { status: 422, vi: 'Giá trị phải từ {minimum} trở lên.', en: 'This must be {minimum} or more.' },
  tooBig: { status: 422, vi: 'Giá trị không được quá {maximum}.', en: 'This must not be over {maximum}.' },
  tooShort: { status: 422, vi: 'Cần ít nhất {minimum} ký tự.', en: 'At least {minimum} characters are needed.' },
  tooLong: { status: 422, vi: 'Không được quá {maximum} ký tự.', en: 'At most {maximum} characters are allowed.' },
  tooMany: {
    status: 422,
    vi: 'Nhiều nhất {maximum, number} mục; ở đây có {found, number}.',
    en: 'At most {maximum, number} entries; there are {found, number} here.',
  },
  notText: {
    status: 422,
    vi: 'Đoạn này chứa ký tự không phải là chữ (ký tự rỗng, nửa ký tự, hoặc quá nhiều dấu trên một chữ). Hãy gõ lại.',
    en: 'This holds signs that are no text (a NUL, half a sign, or too many marks on one letter). Type it again.',
  },
  andMore: { status: 422, vi: 'Còn {count, number} lỗi nữa.', en: 'There are {count, number} more problems.' },
  notOneOf: { status: 422, vi: 'Chọn một trong: {options}.', en: 'Choose one of: {options}.' },
  unknownField: { status: 422, vi: 'Không có mục nào tên {names}.', en: 'There is no field named {names}.' },
  twoNames: {
    status: 422,
    vi: 'Mục {name} được gửi hai lần: một lần dưới tên cũ {former}. Chỉ dùng tên mới.',
    en: 'The field {name} is here twice: once under its former name {former}. Use the new one only.',
  },
  alreadyDone: {
    status: 409,
    vi: 'Việc này đã được làm rồi; kết quả chỉ được hiện một lần.',
    en: 'This has been done already; its result was shown once.',
  },
  keyReused: {
    status: 422,
    vi: 'Khóa Idempotency-Key này đã được dùng cho một nội dung khác. Dùng khóa mới cho nội dung mới.',
    en: 'This Idempotency-Key was used with another body. Use a new key for a new body.',
  },
  badKey: {
    status: 400,
    vi: 'Tiêu đề Idempotency-Key phải có từ 1 đến {longest} ký tự ASCII hiển thị được, không có dấu cách.',
    en: 'The header Idempotency-Key must hold 1 to {longest} visible ASCII characters, without spaces.',
  },
  changedSince: {
    status: 409,
    vi: 'Nội dung đã thay đổi sau khi bạn mở trang, nên thao tác này chưa được thực hiện. Xem lại rồi quyết định.',
    en: 'This has changed since you opened it, so nothing was done. Look at it again, then decide.',
  },
  difference: {
    status: 409,
    vi: '{what}: khi bạn mở trang {before}, nay {now}.',
    en: '{what}: was {before}, now {now}.',
  },
  added: { status: 409, vi: '{what}: mới có thêm, {now}.', en: '{what}: added since, {now}.' },
  removed: { status: 409, vi: '{what}: đã bỏ, trước {before}.', en: '{what}: removed since, was {before}.' },
  otherNow: { status: 409, vi: '{what} đã khác so với lúc bạn mở trang.', en: '{what}: not as you saw it any more.' },
  moreDifferences: {
    status: 409,
    vi: 'Và {count} thay đổi khác.',
    en: 'And {count, plural, one {# more change} other {# more changes}}.',
  },
  tooManyRequests: {
    status: 429,
    vi: 'Thử quá nhiều lần. Đợi {seconds} giây rồi thử lại.',
    en: 'Too many attempts. Wait {seconds} seconds and try again.',
  },
  busy: {
    status: 503,
    vi: 'Hệ thống đang có quá nhiều việc cùng lúc. Đợi vài giây rồi thử lại.',
    en: 'The system has too much to do at this moment. Wait a few seconds and try again.',
  },
  tooLarge: {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn (tối đa {megabytes, plural, =0 {{kilobytes, number} KB} other {{megabytes, number} MB}}) nên chưa lưu gì. Hãy bớt lại rồi gửi lần nữa.',
    en: 'That is too large (at most {megabytes, plural, =0 {{kilobytes, number} KB} other {{megabytes, number} MB}}), so nothing was saved. Make it smaller and send it again.',
  },
  crossSite: {
    status: 403,
    vi: 'Biểu mẫu được gửi từ trang khác nên không được nhận. Mở lại trang và gửi lại.',
    en: 'The form came from another site and was refused. Open the page again and resend.',
  },
  notForm: {
    status: 400,
    vi: 'Không đọc được biểu mẫu gửi lên. Mở lại trang và gửi lại.',
    en: 'The form as it was sent cannot be read. Open the page again and resend.',
  },
  notJsonType: {
    status: 415,
    vi: 'Nội dung gửi tới API phải là JSON, với tiêu đề Content-Type: application/json.',
    en: 'What is sent to the API must be JSON, with the header Content-Type: application/json.',
  },
  notJson: { status: 400, vi: 'Nội dung không phải JSON hợp lệ.', en: 'The body is not valid JSON.' },
  databaseAway: {
    status: 503,
    vi: 'Cơ sở dữ liệu tạm thời không trả lời nên việc này chưa được thực hiện; dữ liệu đã lưu vẫn còn nguyên. Xin thử lại sau ít giây.',
    en: 'The database does not answer for the moment, so this was not done; what was saved is safe. Please try again in a few seconds.',
  },
  outcomeUnknown: {
    status: 503,
    vi: 'Mất kết nối với cơ sở dữ liệu đúng lúc đang lưu, nên chưa rõ đã lưu được hay chưa. Xin xem lại trước khi gửi lần nữa.',
    en: 'The connection to the database was lost in the moment of saving, so it is not known whether this was saved. Please look before you send it again.',
  },
  defect: {
    status: 500,
    vi: 'Hệ thống gặp lỗi. Không có gì bị thay đổi. Mã lỗi: {id}.',
    en: 'Something went wrong. Nothing was changed. Error id: {id}.',
  },
})

/** What passes by itself (status 503) is worth another try after this many seconds. */
const usualWait = 5

/** The seconds of the header `Retry-After`, as the problem itself names them; undefined where waiting is not what mends it. */
export function retryAfter({ status, params = {} }: Problem): string | undefined {
  if (status !== 429 && status !== 503) return undefined
  const { seconds, minutes } = params
  const wait = minutes === undefined ? (seconds ?? (status === 503 ? usualWait : undefined)) : Number(minutes) * 60
  return wait === undefined ? undefined : String(wait)
}

/** More than anybody reads, and few enough that an answer stays small. */
export const mostProblems = 50

/**
 * The problems of a failed parse, each at its place in the input; past fifty only how many more there are. A schema may carry a
 * Problem of its own in `params`.
 */
export function inputProblems(error: z.ZodError): Problem[] {
  const faults = error.issues.slice(0, mostProblems).map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
    return problemOf(issue, path)
  })
  const count = error.issues.length - faults.length
  return count > 0 ? [...faults, problems.andMore({ count })] : faults
}

function problemOf(issue: z.core.$ZodIssue, path: (string | number)[]): Problem {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? problems.missing({}, path) : problems.invalid({}, path)
    case 'too_small':
      return sized(issue.origin)
        ? tooShort(Number(issue.minimum), path)
        : problems.tooSmall({ minimum: Number(issue.minimum) }, path)
    case 'too_big': {
      const maximum = Number(issue.maximum)
      return sized(issue.origin) ? problems.tooLong({ maximum }, path) : problems.tooBig({ maximum }, path)
    }
    case 'invalid_value':
      return problems.notOneOf({ options: issue.values.map(String).join(', ') }, path)
    case 'unrecognized_keys':
      return problems.unknownField({ names: namesTold(issue.keys) }, path)
    case 'custom':
      return isProblem(issue.params?.problem) ? { ...issue.params.problem, path } : problems.invalid({}, path)
    default:
      return problems.invalid({}, path)
  }
}

/** Names that somebody else chose: a few, and the beginning of each. */
function namesTold(names: readonly string[]): string {
  const texts = names.slice(0, 5).map((name) => (name.length > 60 ? `${name.slice(0, 60)}…` : name))
  return [...texts, ...(names.length > texts.length ? ['…'] : [])].join(', ')
}

function tooShort(minimum: number, path: (string | number)[]): Problem {
  return minimum <= 1 ? problems.missing({}, path) : problems.tooShort({ minimum }, path)
}

function sized(origin: string): boolean {
  return origin === 'string' || origin === 'array'
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'words' in value
}
