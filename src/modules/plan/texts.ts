/** The words of the plan, and its problems. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  progress: { vi: 'Tiến độ', en: 'Progress' },
})

export const problems = problemCatalogue('plan', {
  none: { status: 404, vi: 'Chưa có kế hoạch nào được nạp.', en: 'No plan has been loaded.' },
  alreadyLoaded: { status: 409, vi: 'Kế hoạch đã được nạp.', en: 'The plan is already loaded.' },
  unknownDuty: { status: 404, vi: 'Không có nhiệm vụ này.', en: 'There is no such duty.' },
  unknownClause: { status: 404, vi: 'Kế hoạch không có mục {ref}.', en: 'The plan has no clause {ref}.' },
})
