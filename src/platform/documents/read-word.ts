/** Reads an uploaded Word file without trusting it: its paragraphs and tables as lines, with the numbers that Word itself counts. */
import { ProblemError } from '#kernel/problem.ts'
import { kindOf } from './file-kinds.ts'
import { folderOf, isZip, Parts, relationsPath } from './package-parts.ts'
import { htmlLines } from './read-html.ts'
import { type Relation, readRelations } from './read-parts.ts'
import { readBody } from './read-word-body.ts'
import type { Line } from './read-word-lines.ts'
import { readLists } from './read-word-lists.ts'
import { readNotes } from './read-word-notes.ts'
import { wordProblem } from './read-word-problems.ts'
import { readStyles } from './read-word-styles.ts'

export interface WordLimits {
  /** Of the file as uploaded. */
  readonly bytes: number
  /** Of all its parts once unpacked. */
  readonly unpackedBytes: number
  readonly paragraphs: number
  /** Of the text, in signs. */
  readonly signs: number
}

export const wordLimits: WordLimits = {
  bytes: 20_000_000,
  unpackedBytes: 200_000_000,
  paragraphs: 50_000,
  signs: 5_000_000,
}

/**
 * The lines of the document: a paragraph is a line (a soft break ends one too), a row of a table a line with tabs between its
 * cells and a vertical tab between paragraphs of one cell. Tracked changes are taken as accepted; notes, headers, hidden text
 * and tables of contents are left out. Letters of old fonts are made Unicode; what of a line is not in its text is noted.
 * @throws ProblemError `documents.notWord`, `documents.wordTooLarge`, `documents.brokenWord` or one of the package's own
 * limits, and nothing else.
 */
export async function readWord(bytes: Uint8Array, limits: WordLimits = wordLimits): Promise<Line[]> {
  if (bytes.length > limits.bytes) throw tooLarge(limits)
  if (!isZip(bytes)) throw new ProblemError(wordProblem.notWord())
  try {
    return await readLines(new Parts(bytes, limits.unpackedBytes), limits)
  } catch (error) {
    if (error instanceof ProblemError) throw error
    // Whatever a parser stumbles over in a stranger's file is the file's fault, not a defect of ours.
    throw new ProblemError(wordProblem.brokenWord())
  }
}

async function readLines(parts: Parts, limits: WordLimits): Promise<Line[]> {
  const path = await findBody(parts)
  const relations = await readRelations(parts.small(relationsPath(path)), folderOf(path))
  const target = (kind: string) => relations.find((relation) => relation.kind === kind)?.target ?? ''
  const styles = await readStyles(parts.small(target('styles')))
  return readBody(parts.pieces(path), {
    styles,
    lists: await readLists(parts.small(target('numbering')), styles),
    chunks: await readChunks(parts, relations, limits),
    footnotes: await readNotes(parts.small(target('footnotes'))),
    endnotes: await readNotes(parts.small(target('endnotes'))),
    mostLines: limits.paragraphs,
    mostSigns: limits.signs,
    tooLarge: () => tooLarge(limits),
  })
}

/** Documents put in whole: web pages are read, of others is told where they stand. */
async function readChunks(
  parts: Parts,
  relations: readonly Relation[],
  limits: WordLimits,
): Promise<Map<string, Line[]>> {
  const chunks = new Map<string, Line[]>()
  let signs = 0
  const spend = (count: number) => {
    signs += count
    if (signs > limits.signs) throw tooLarge(limits)
  }
  for (const { id, kind, target } of relations) {
    if (kind !== 'aFChunk' || chunks.has(id)) continue
    const bytes = await parts.whole(target)
    const isPage = kindOf(bytes) === 'html'
    chunks.set(id, isPage ? htmlLines(bytes, spend) : [{ text: '', notes: [{ kind: 'unread-part', text: target }] }])
  }
  return chunks
}

/** An Excel file is a zip too: only what the package itself names as its document counts. */
async function findBody(parts: Parts): Promise<string> {
  const relations = await readRelations(parts.small('_rels/.rels'), '')
  const body = relations.find((relation) => relation.kind === 'officeDocument')?.target
  if (!body?.toLowerCase().startsWith('word/') || !parts.has(body)) throw new ProblemError(wordProblem.notWord())
  return body
}

function tooLarge({ bytes, paragraphs }: WordLimits): ProblemError {
  return new ProblemError(wordProblem.wordTooLarge({ megabytes: bytes / 1_000_000, paragraphs }))
}
