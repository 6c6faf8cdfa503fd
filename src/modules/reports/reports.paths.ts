/** The addresses of reports. */
import { path } from '#platform/web/path.ts'

export const reportsPath = path('/reports')
/** The style sheet of official documents; declared before the pages of a year. */
export const officialCssPath = path('/reports/official.css')
export const reportPath = path('/reports/:year')
export const verifyPath = path('/reports/:year/verify')
export const narrativePath = path('/reports/:year/narrative')
export const freezePath = path('/reports/:year/freeze')
/** A figure walked back: `of` and `in`, or `target` and `when`. */
export const figurePath = path('/reports/:year/figure')
/** What the report tells of one unit. */
export const reportUnitPath = path('/reports/:year/units/:code')
/** `:format` is `docx`, `pdf`, `xlsx` or `html`. */
export const filePath = path('/reports/:year/files/:format')
