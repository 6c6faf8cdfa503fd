/** Where the figures of a report's document lead. */
import type { HrefOf } from '#platform/documents/official.ts'
import { traceOf } from '../document/traces.rules.ts'
import { figurePath, reportUnitPath } from '../reports.paths.ts'

/** The link of a cell, from what its row and column are of. */
export function hrefsOf(reportYear: number): HrefOf {
  const year = String(reportYear)
  return (row, column) => {
    const trace = traceOf(row, column)
    if (!trace) return undefined
    switch (trace.to) {
      case 'unit':
        return reportUnitPath.to({ year, code: trace.code })
      case 'target':
        return figurePath.to(
          { year },
          { target: trace.key, when: trace.when === 'before' ? reportYear - 1 : reportYear },
        )
      case 'figure':
        return figurePath.to({ year }, { of: trace.of, in: trace.group })
    }
  }
}
