/** Reading a document into the draft of a plan: heavy, so it runs on another thread. */

import type { Draft } from '#modules/official-texts'
import { linesOf, readDraft } from '#modules/official-texts'
import { type ReadDocument, readDocument } from '#platform/documents/read-document.ts'
import { withNotes } from './file-doubts.rules.ts'

export interface ReadPlan {
  readonly kind: ReadDocument['kind']
  readonly draft: Draft
  readonly lines: readonly string[]
}

/** Throws the problems of `readDocument`. */
export async function readPlanFile(bytes: Uint8Array, consent: { convertsLetters: boolean }): Promise<ReadPlan> {
  const { text, kind, notes } = await readDocument(bytes, consent)
  const lines = linesOf(text).map((line) => line.text)
  return { kind, draft: withNotes(readDraft(text), notes, lines), lines }
}
