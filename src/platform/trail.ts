/** What a write tells of itself while it runs. */
import type { Change } from '#platform/operation.ts'

export interface Trail {
  readonly changes: Change[]
  /** Files that were not there before. */
  readonly files: string[]
  isUnchanged: boolean
}

export function newTrail(): Trail {
  return { changes: [], files: [], isUnchanged: false }
}
