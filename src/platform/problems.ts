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
  noText: {
    status: 422,
    vi: 'Nội dung có ký tự không phải là chữ (ký tự rỗng hoặc nửa ký tự). Hãy gõ lại hoặc chép lại.',
    en: 'This holds a sign that is no text (a NUL, or half a sign). Type it or copy it again.',
  },
  tooSmall: { status: 422, vi: 'Giá trị phải từ {minimum} trở lên.', en: 'This must be {minimum} or more.' },
  tooBig: { status: 422, vi: 'Giá trị không được quá {maximum}.', en: 'This must not be over {maximum}.' },
  tooShort: { status: 422, vi: 'Cần ít nhất {minimum} ký tự.', en: 'At least {minimum} characters are needed.' },
  tooLong: { status: 422, vi: 'Không được quá {maximum} ký tự.', en: 'At most {maximum} characters are allowed.' },
  notOneOf: { status: 422, vi: 'Chọn một trong: {options}.', en: 'Choose one of: {options}.' },
  unknownField: { status: 422, vi: 'Không có mục nào tên {names}.', en: 'There is no field named {names}.' },
  alreadyDone: {
    status: 409,
    vi: 'Việc này đã được làm rồi; kết quả chỉ được hiện một lần.',
    en: 'This has been done already; its result was shown once.',
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
    vi: 'Nội dung gửi lên quá lớn (tối đa {megabytes} MB).',
    en: 'That is too large (at most {megabytes} MB).',
  },
  crossSite: {
    status: 403,
    vi: 'Biểu mẫu được gửi từ trang khác nên không được nhận. Mở lại trang và gửi lại.',
    en: 'The form came from another site and was refused. Open the page again and resend.',
  },
  notJsonType: {
    status: 415,
    vi: 'Nội dung gửi tới API phải là JSON, với tiêu đề Content-Type: application/json.',
    en: 'What is sent to the API must be JSON, with the header Content-Type: application/json.',
  },
  notJson: { status: 400, vi: 'Nội dung không phải JSON hợp lệ.', en: 'The body is not valid JSON.' },
  defect: {
    status: 500,
    vi: 'Hệ thống gặp lỗi. Không có gì bị thay đổi. Mã lỗi: {id}.',
    en: 'Something went wrong. Nothing was changed. Error id: {id}.',
  },
})

/** The problems of a failed parse, each at its place in the input. A schema may carry a Problem of its own in `params`. */
export function inputProblems(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
    return problemOf(issue, path)
  })
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
      return problems.unknownField({ names: issue.keys.join(', ') }, path)
    case 'custom':
      return isProblem(issue.params?.problem) ? { ...issue.params.problem, path } : problems.invalid({}, path)
    default:
      return problems.invalid({}, path)
  }
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
