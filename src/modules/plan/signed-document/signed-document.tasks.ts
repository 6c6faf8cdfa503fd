/** Finding the words of every clause in the signed document: heavy, so it runs on another thread. */
import { readDocument } from '#platform/documents/read-document.ts'
import type { FileNote } from './signed-document.model.ts'
import { type Reading, readPlanText, type Structured } from './signed-document.rules.ts'

const longestNear = 120

/** Throws the problems of `readDocument`. */
export async function readSigned(
  bytes: Uint8Array,
  clauses: readonly Structured[],
  consent: { convertsLetters: boolean },
): Promise<Reading & { readonly notes: readonly FileNote[] }> {
  const { text, notes } = await readDocument(bytes, consent)
  const lines = text.split('\n')
  const near = (line: number) => lines.slice(line - 1).find((each) => each.trim() !== '') ?? ''
  const placed = notes.map((note) => ({ ...note, near: near(note.line).trim().slice(0, longestNear) }))
  return { ...readPlanText(text, clauses), notes: placed }
}
