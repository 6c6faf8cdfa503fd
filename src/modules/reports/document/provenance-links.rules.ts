/** What rows and columns of a report are of, in words that its page turns into links back to the values. */

/** A row of one unit. */
export function unitRow(code: string): string {
  return `unit:${code}`
}

/** A row of several units: see `Group`. */
export function groupRow(group: string): string {
  return `group:${group}`
}

export function targetRow(key: string): string {
  return `target:${key}`
}

/** A row that has its own two measures, of a group: what was spent of what was planned. */
export function pairRow(part: string, whole: string, group: string): string {
  return `pair:${part}/${whole}@${group}`
}
export const pairColumns = { part: 'part', whole: 'whole', share: 'share' } as const

/** A sentence about one figure of a group. */
export function figureItem(column: string, group: string): string {
  return `figure:${column}@${group}`
}

export const nameColumn = 'name'
export const currentColumn = 'current'
export const beforeColumn = 'before'

export function sumColumn(measure: string): string {
  return `sum:${measure}`
}

/** In percent, over the units that gave both. */
export function shareColumn(part: string, whole: string): string {
  return `share:${part}/${whole}`
}

/** How many units reach level 1. */
export function reachingColumn(measure: string): string {
  return `reaching:${measure}`
}

/** What a cell leads to. */
export type ProvenanceLink =
  | { readonly to: 'unit'; readonly code: string }
  | { readonly to: 'target'; readonly key: string; readonly when: 'current' | 'before' }
  | { readonly to: 'figure'; readonly of: string; readonly group: string }

/** Where a row and a column meet; undefined where the cell leads nowhere. The cells of one unit are told on one page. */
export function provenanceLinkOf(row: string, column: string): ProvenanceLink | undefined {
  const [, kind, rest = ''] = /^(unit|group|target|pair|figure):(.+)$/.exec(row) ?? []
  const isName = column === nameColumn
  switch (kind) {
    case 'unit':
      return isName ? { to: 'unit', code: rest } : undefined
    case 'target': {
      if (column === beforeColumn) return { to: 'target', key: rest, when: 'before' }
      return isName || column === currentColumn ? { to: 'target', key: rest, when: 'current' } : undefined
    }
    case 'group':
      return /^(sum|share|reaching):/.test(column) ? { to: 'figure', of: column, group: rest } : undefined
    case 'pair':
      return pairLink(rest, column)
    case 'figure': {
      const [of = '', group = ''] = rest.split('@')
      return isName ? { to: 'figure', of, group } : undefined
    }
    default:
      return undefined
  }
}

function pairLink(pair: string, column: string): ProvenanceLink | undefined {
  const [, part = '', whole = '', group = ''] = /^(.+)\/(.+)@(.+)$/.exec(pair) ?? []
  if (column === pairColumns.part) return { to: 'figure', of: sumColumn(part), group }
  if (column === pairColumns.whole) return { to: 'figure', of: sumColumn(whole), group }
  return column === pairColumns.share ? { to: 'figure', of: shareColumn(part, whole), group } : undefined
}
