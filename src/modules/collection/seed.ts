/** Demo data: a round of 2026 in full swing, made through an operation. */
import type { Operation } from '#platform/operation.ts'
import { seedSample } from './seeding/operations.ts'

/**
 * Opens the sample round of 2026 with figures of every commune and agency, as the operator. Units, catalogue, plan and forms must
 * be loaded. Throws `collection.alreadyLoaded` where there is a round of 2026.
 */
export function seedDemoRound(perform: <I, O>(operation: Operation<I, O>, input: unknown) => Promise<unknown>) {
  return perform(seedSample, { year: 2026 })
}
