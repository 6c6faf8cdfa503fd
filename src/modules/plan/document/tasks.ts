/** Finding the words of every clause in the signed document: heavy, so it runs on another thread. */
import { readDocument } from '#platform/documents/read-document.ts'
import { type Reading, readPlanText, type Structured } from './rules.ts'

/** Throws the problems of `readDocument`. */
export async function readSigned(
  bytes: Uint8Array,
  clauses: readonly Structured[],
  consent: { convertsLetters: boolean },
): Promise<Reading> {
  return readPlanText((await readDocument(bytes, consent)).text, clauses)
}
