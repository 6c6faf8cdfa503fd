/** What an approver was shown is what comes into force: a decision that would change something else by now is refused. */
import { createHash } from 'node:crypto'
import { dayBefore, type UnitEffects } from '#modules/organisation'
import type { Tx } from '#platform/database/index.ts'
import { changedSince } from '#platform/judging.ts'
import type { UnitDecision } from '../decision-drafts.operations.ts'
import * as store from '../decisions.store.ts'
import { differencesOf, linesOf, type Marked, readMark, record } from './effect-marks.rules.ts'
import type { Consequences } from './effects.model.ts'
import { listsOf } from './effects.rules.ts'

interface PreviewedEffects {
  readonly aftermath: UnitEffects
  readonly consequences: Consequences
}

/** Marks what a decision would change as it is foreseen now. */
export async function marked(
  tx: Tx,
  { on, changes }: Pick<UnitDecision, 'on' | 'changes'>,
  { aftermath: unitEffects, consequences }: PreviewedEffects,
): Promise<Marked> {
  const units = listsOf(unitEffects, changes, dayBefore(on), { from: 0, limit: Number.POSITIVE_INFINITY })
  const lines = linesOf({ ...units, ...consequences })
  const [last] = await store.lastSettled(tx)
  return {
    decided: last?.seq ?? 0,
    lists: record((name) => ({ count: lines[name].length, which: hashOf(lines[name]) })),
  }
}

function hashOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
}

/** Throws `platform.changedSince` where something else would change than what was seen. The tree must be held. */
export async function requireSame(tx: Tx, seen: string, now: Marked): Promise<void> {
  const before = readMark(seen)
  const differences = differencesOf(
    before,
    now,
    await store.listDecidedSince(tx, { after: before.decided, limit: 100 }),
  )
  if (differences.length > 0) throw changedSince(differences)
}
