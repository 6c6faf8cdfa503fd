/** What a demonstration shows: the demo of each module, in the order in which one rests on another. */
import { seedDemoHistory, seedDemoRound } from '#modules/collection'
import { seedDemoReport } from '#modules/reports'
import type { Operation } from '#platform/operation.ts'

/** Sample figures step by step, each once: also where an earlier version, which knew no years gone by, filled the tables. */
export async function seedDemo(
  perform: <I, O>(operation: Operation<I, O>, input: unknown) => Promise<unknown>,
): Promise<void> {
  await seedDemoHistory(perform)
  await seedDemoReport(perform)
  await seedDemoRound(perform)
}
