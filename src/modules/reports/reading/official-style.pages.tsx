/** The style sheet of the document as it stands in our pages. */
import { officialCss } from '#platform/documents/official.ts'
import { view } from '#platform/web/page.ts'
import { labelsCss } from '../report-files.rules.ts'
import { officialCssPath } from '../reports.paths.ts'

/**
 * How the document sits in our pages. On a wide window an annex in landscape is a wider sheet; on a phone the head is one column
 * and tables keep their columns readable by scrolling; on paper the document stands alone with its own margins.
 */
const inPageCss = `
.official-table td.official-left { min-width: 9em }
.official-table table { min-width: 34rem }
.official-landscape .official-table table { min-width: 54rem }
@media screen and (min-width: 75rem) {
  .official-landscape { width: 276mm; margin-inline-start: calc((165mm - 276mm) / 2 - 12mm); padding: 10mm 12mm; background: #fff }
}
@media (max-width: 40rem) {
  .official { font-size: 12.5pt }
  .official-head, .official-foot { grid-template-columns: 1fr; gap: 12pt }
  .official :is(p, h1, h2, h3, h4) { text-align: start }
  .official :is(.official-head p, .official-title, .official-reference, .official-signature p) { text-align: center }
  .official-name { padding-top: 24pt }
}
.official a { color: #1f4e79 }
@media screen {
  .official :is(td, th) > a { display: inline-block; min-width: 24px; line-height: 24px }
}
@media print {
  .official a { color: inherit; text-decoration: none }
  .shell-header, .shell-footer, .page > :not(:has(.official)) { display: none }
  .page, .section:has(.official) { margin: 0; padding: 0 }
  .official figure { break-inside: auto }
  .official .official-bars { break-inside: avoid }
  .official-table table { min-width: 0 }
  .official-landscape .official-table table { min-width: 0 }
}
`

export const officialCssPage = view(officialCssPath, async ({ query }) => {
  const labels = labelsCss({ isDraft: query.draft !== undefined, isSample: query.sample !== undefined })
  return new Response(officialCss + inPageCss + labels, {
    headers: { 'content-type': 'text/css; charset=UTF-8', 'cache-control': 'public, max-age=3600' },
  })
})
