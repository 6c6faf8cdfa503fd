/** What a person must know of a file besides its text, made doubts of the draft: pieces to look at, each at its line. */
import type { Doubt, DoubtKind, Draft } from '#modules/official-texts'

/** A note of the reader of files; `text` is the words in question, or what converted letters were. */
interface ReadNote {
  readonly kind: DoubtKind
  readonly line: number
  readonly endLine: number
  readonly text: string
}

/** The draft with the notes of the reading among its doubts. */
export function withNotes(draft: Draft, notes: readonly ReadNote[], lines: readonly string[]): Draft {
  const doubts = [...draft.doubts, ...notes.map((note) => doubtOf(note, lines))]
  return { ...draft, doubts: doubts.sort((a, b) => a.line - b.line) }
}

function doubtOf({ kind, line, endLine, text }: ReadNote, lines: readonly string[]): Doubt {
  const place = { kind, line, ref: null, suggestion: null, confidence: 1 }
  if (kind !== 'converted-letters') return { ...place, text: text || (lines[line - 1] ?? '') }
  const reach = endLine > line ? `${line}–${endLine}` : `${line}`
  return { ...place, text: lines[line - 1] ?? '', about: `${text}: ${reach}` }
}
