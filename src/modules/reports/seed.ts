/** Demo data: the report of 2024, frozen on the units of its day. */
import type { Operation } from '#platform/operation.ts'
import { seedReport } from './seeding/operations.ts'

/** Freezes the report of the sample round of 2024, as the operator. Throws `reports.alreadyLoaded` where there is one, or no such round. */
export function seedDemoReport(perform: <I, O>(operation: Operation<I, O>, input: unknown) => Promise<unknown>) {
  return perform(seedReport, { year: 2024 })
}
