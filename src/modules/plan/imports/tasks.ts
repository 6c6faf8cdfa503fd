/** Reading a document into the draft of a plan: heavy, so it runs on another thread. */
import { type ReadDocument, readDocument } from '#platform/documents/read-document.ts'
import { linesOf } from '../grammar/lines/rules.ts'
import type { Draft } from '../grammar/model.ts'
import { readDraft } from '../grammar/rules.ts'
import { withNotes } from './rules.ts'

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
