/** Demo data: a round of 2026 in full swing and the years before it, made through operations. */
import type { DemoStep } from '#platform/module.ts'
import type { Operation } from '#platform/operation.ts'
import { seedSample } from './sample-round.operations.ts'
import { seedHistory } from './sample-years.operations.ts'

type Perform = <I, O>(operation: Operation<I, O>, input: unknown) => Promise<unknown>

/** Samples of the plan's first years and a round of 2024 that is over, on the units of those days; then this year's round. */
export const demo: readonly DemoStep[] = [
  { order: 20, operation: seedHistory, input: { year: 2021 } },
  { order: 21, operation: seedHistory, input: { year: 2022 } },
  { order: 22, operation: seedSample, input: { year: 2024, isOver: true } },
  { order: 40, operation: seedSample, input: { year: 2026 } },
]

/**
 * Opens the sample round of 2026 with figures of every commune and agency, beside those of the year before, as the operator. Throws
 * `collection.alreadyLoaded` where there is a round of 2026.
 */
export function seedDemoRound(perform: Perform): Promise<unknown> {
  return perform(seedSample, { year: 2026 })
}
