/** What is decided about a delegation: from when, and for how long at most. */
import { yearAfter } from './accounts.rules.ts'

/** Why a delegation of these days is refused; `until` is the first day without it. */
export function delegationFault(
  today: string,
  { from, until }: { readonly from: string; readonly until: string },
): 'in-past' | 'no-day' | 'too-long' | undefined {
  if (from < today) return 'in-past'
  if (until <= from) return 'no-day'
  return until > yearAfter(from) ? 'too-long' : undefined
}
