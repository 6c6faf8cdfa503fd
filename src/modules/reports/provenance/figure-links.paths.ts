/** Where the figures of a report's document lead. */
import type { HrefOf } from '#platform/documents/official.ts'
import { provenanceLinkOf } from '../document/provenance-links.rules.ts'
import { figurePath, reportUnitPath } from '../reports.paths.ts'

/** The link of a cell, from what its row and column are of. */
export function hrefsOf(reportYear: number): HrefOf {
  const year = String(reportYear)
  return (row, column) => {
    const link = provenanceLinkOf(row, column)
    if (!link) return undefined
    switch (link.to) {
      case 'unit':
        return reportUnitPath.to({ year, code: link.code })
      case 'target':
        return figurePath.to({ year }, { target: link.key, when: link.when === 'before' ? reportYear - 1 : reportYear })
      case 'figure':
        return figurePath.to({ year }, { of: link.of, in: link.group })
    }
  }
}
