/** The few words of the app itself. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  problemTitle: { vi: 'Không làm được việc này', en: 'This could not be done' },
  toStart: { vi: 'Về trang đầu', en: 'To the front page' },
})
