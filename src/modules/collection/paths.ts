/** The addresses of the module's pages. */
import { path } from '#platform/web/path.ts'
import { shellPaths } from '#ui/shell-paths.ts'

export const workPath = path(shellPaths.work)
export const roundsPath = path('/rounds')
export const roundPath = path('/rounds/:year')
/** `:file` is `csv` or `xlsx`. */
export const formStatusFilePath = path('/rounds/:year/standings/:file')
/** `:file` is `docx` or `pdf`. */
export const lateUnitsLetterPath = path('/rounds/:year/late-units-letter/:file')
export const submissionPath = path('/rounds/:year/units/:code')
export const excelPath = path('/rounds/:year/units/:code/excel')
export const returnPath = path('/rounds/:year/units/:code/return')
export const approvePath = path('/rounds/:year/units/:code/approve')
export const reopenPath = path('/rounds/:year/units/:code/reopen')
export const remindPath = path('/rounds/:year/units/:code/remind')
export const dutyPath = path('/rounds/:year/units/:code/duties/:duty')
export const evidencePath = path('/rounds/:year/units/:code/duties/:duty/evidence')
export const evidenceFilePath = path('/rounds/:year/units/:code/evidence/:evidence')
export const removeEvidencePath = path('/rounds/:year/units/:code/duties/:duty/evidence/:evidence/remove')
