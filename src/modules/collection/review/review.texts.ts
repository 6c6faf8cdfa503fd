/** Words of judging a form and reminding of it. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  remindSent: {
    vi: 'Đã gửi {letters, plural, other {# thư}} nhắc {unit}.',
    en: '{letters, plural, one {# letter} other {# letters}} sent to {unit}.',
  },
  approveDone: {
    vi: 'Đã duyệt {unit}; {values} số liệu được tính.',
    en: '{unit} is approved; {values} figures count.',
  },
  returnDone: { vi: 'Đã trả lại {unit}, hạn mới {due}.', en: '{unit} got its form back, due {due}.' },
})

export const problems = problemCatalogue('collection', {
  remindedToday: {
    status: 429,
    vi: 'Hôm nay đã nhắc đơn vị này rồi.',
    en: 'This unit has already been reminded today.',
  },
  nobodyToRemind: {
    status: 409,
    vi: 'Đơn vị này chưa có tài khoản nhập liệu nào để nhắc.',
    en: 'This unit has no account that fills forms, so there is nobody to remind.',
  },
})
