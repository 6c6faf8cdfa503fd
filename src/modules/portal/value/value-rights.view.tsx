/** Asks for what a reader may have no right to see: the page then shows less, and says so. */
import { ProblemError } from '#kernel/problem.ts'
import type { Operation } from '#platform/operation.ts'
import type { Visit } from '#platform/web/page.ts'

/** What the operation gives, or undefined where this reader may not or there is nothing. */
export async function ifAllowed<I, O>(
  visit: Visit,
  operation: Operation<I, O>,
  input: unknown,
): Promise<O | undefined> {
  try {
    return await visit.perform(operation, input)
  } catch (error) {
    if (error instanceof ProblemError && [401, 403, 404].includes(error.status)) return undefined
    throw error
  }
}
