/** What makes a chain of audit entries whole. */
import type { ChainFault } from './audit.model.ts'

/** The hash before the first entry. */
const startHash = '0'.repeat(64)

export interface Link {
  readonly seq: number
  readonly previousHash: string
  /** As written with the entry. */
  readonly hash: string
  /** As its content gives it now. */
  readonly contentHash: string
}

/** The place a check has come to. */
export interface Reached {
  readonly seq: number
  readonly hash: string
}

export const chainStart: Reached = { seq: 0, hash: startHash }

/** The fault of `link` after what was reached, if any. */
export function faultOf(link: Link, reached: Reached): ChainFault | undefined {
  if (link.seq !== reached.seq + 1) return { seq: reached.seq + 1, why: 'missing' }
  if (link.previousHash !== reached.hash) return { seq: link.seq, why: 'relinked' }
  return link.contentHash === link.hash ? undefined : { seq: link.seq, why: 'changed' }
}

/** The fault of an end that is not the one the head names. */
export function faultAtEnd(reached: Reached, head: Reached): ChainFault | undefined {
  if (reached.seq === head.seq && reached.hash === head.hash) return undefined
  return { seq: reached.seq < head.seq ? reached.seq + 1 : reached.seq, why: 'tail' }
}
