/** Demo data: a round of 2026 in full swing and the years before it, made through operations. */
import type { Operation } from '#platform/operation.ts'
import { seedSample } from './sample-round.operations.ts'
import { seedHistory } from './sample-years.operations.ts'

type Perform = <I, O>(operation: Operation<I, O>, input: unknown) => Promise<unknown>

/**
 * Records samples of the plan's first years and a round of 2024 that is over, on the units of those days, as the operator. Units,
 * catalogue, plan and forms must be loaded. Throws `collection.alreadyLoaded` at the first year that is there.
 */
export async function seedDemoHistory(perform: Perform): Promise<void> {
  await perform(seedHistory, { year: 2021 })
  await perform(seedHistory, { year: 2022 })
  await perform(seedSample, { year: 2024, isOver: true })
}

/**
 * Opens the sample round of 2026 with figures of every commune and agency, beside those of the year before, as the operator. Throws
 * `collection.alreadyLoaded` where there is a round of 2026.
 */
export function seedDemoRound(perform: Perform): Promise<unknown> {
  return perform(seedSample, { year: 2026 })
}
