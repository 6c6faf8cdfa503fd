/** What is asked of a duty report before it counts. */
import type { Language } from '#kernel/language.ts'
import { readNumber } from '#kernel/number.ts'
import type { Problem } from '#kernel/problem.ts'
import { problems } from '../collection.texts.ts'
import type { ReportedDuty } from './duty-reports.model.ts'

/** Progress typed as a share of 100, empty where it cannot be measured. */
export function readPercent(language: Language, entry: string): { percent: number | null; problem?: Problem } {
  const text = entry.trim().replace(/\s*[%％]$/, '')
  if (text === '') return { percent: null }
  const number = readNumber(language, text)
  if (!number.ok) return { percent: null, problem: problems.percentUnread({ entry }, ['percent']) }
  const isShare = number.value >= 0 && number.value <= 100
  return isShare ? { percent: number.value } : { percent: null, problem: problems.shareOver100({}, ['percent']) }
}

/** States in which there is nothing to tell yet. */
const withoutResult = ['not-started', 'not-applicable']

export function needsResult(state: string): boolean {
  return !withoutResult.includes(state)
}

/** Duties without a report, as problems that lead to them. */
export function missingReports(duties: readonly ReportedDuty[]): Problem[] {
  return duties
    .filter((duty) => duty.report === null)
    .map((duty) => ({
      ...problems.dutyMissing({}, ['duties', duty.id]),
      words: {
        vi: `Chưa báo cáo nhiệm vụ ${duty.ref}: ${duty.title.vi}`,
        en: `Not reported: duty ${duty.ref}, ${duty.title.en}`,
      },
    }))
}
