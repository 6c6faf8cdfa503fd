/** What can go wrong with heavy work that is no fault of its task. */
import { problemCatalogue } from '#kernel/problem.ts'

export const problems = problemCatalogue('workers', {
  busy: {
    status: 503,
    vi: 'Máy chủ đang xử lý nhiều tệp cùng lúc. Không có gì bị thay đổi; đợi {seconds} giây rồi thử lại.',
    en: 'The server is working on many files at once. Nothing was changed; wait {seconds} seconds and try again.',
  },
  tooSlow: {
    status: 422,
    vi: 'Việc xử lý tệp này đã bị dừng vì kéo dài quá {seconds} giây. Không có gì bị thay đổi. Hãy chia tệp thành nhiều tệp nhỏ hơn.',
    en: 'Working on this file was stopped because it took more than {seconds} seconds. Nothing was changed. Divide it into smaller files.',
  },
  tooHeavy: {
    status: 422,
    vi: 'Tệp này quá nặng nên máy chủ không đọc được: cần nhiều bộ nhớ hơn mức cho phép. Không có gì bị thay đổi. Hãy chia tệp thành nhiều tệp nhỏ hơn.',
    en: 'This file is too heavy to read: it needs more memory than is allowed. Nothing was changed. Divide it into smaller files.',
  },
})
