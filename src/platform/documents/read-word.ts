/** Reads an uploaded Word file without trusting it: its paragraphs and tables as lines, with the numbers that Word itself counts. */
import { ProblemError } from '#kernel/problem.ts'
import { folderOf, Parts, relationsPath, startsWith, zipStart } from './package-parts.ts'
import { readRelations } from './read-parts.ts'
import { readBody } from './read-word-body.ts'
import { readListStyles, readNumbering } from './read-word-numbering.ts'
import { wordProblem } from './read-word-problems.ts'

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
 * cells and a vertical tab between paragraphs of one cell. Tracked changes are taken as accepted; notes, headers and hidden
 * text are left out. Letters are composed (NFC).
 * @throws ProblemError `documents.notWord`, `documents.wordTooLarge`, `documents.brokenWord` or one of the package's own
 * limits, and nothing else.
 */
export async function readWord(bytes: Uint8Array, limits: WordLimits = wordLimits): Promise<string[]> {
  if (bytes.length > limits.bytes) throw tooLarge(limits)
  if (!startsWith(bytes, zipStart)) throw new ProblemError(wordProblem.notWord())
  try {
    return await readLines(new Parts(bytes, limits.unpackedBytes), limits)
  } catch (error) {
    if (error instanceof ProblemError) throw error
    // Whatever a parser stumbles over in a stranger's file is the file's fault, not a defect of ours.
    throw new ProblemError(wordProblem.brokenWord())
  }
}

async function readLines(parts: Parts, limits: WordLimits): Promise<string[]> {
  const path = await findBody(parts)
  const relations = await readRelations(parts.small(relationsPath(path)), folderOf(path))
  const target = (kind: string) => relations.find((relation) => relation.kind === kind)?.target ?? ''
  const numbering = await readNumbering(parts.small(target('numbering')))
  const styles = await readListStyles(parts.small(target('styles')))
  const { paragraphs: mostLines, signs: mostSigns } = limits
  const context = { numbering, styles, mostLines, mostSigns, tooLarge: () => tooLarge(limits) }
  const lines = await readBody(parts.pieces(path), context)
  return lines.map((line) => line.normalize('NFC'))
}

/** An Excel file is a zip too: only what the package itself names as its document counts. */
async function findBody(parts: Parts): Promise<string> {
  const relations = await readRelations(parts.small('_rels/.rels'), '')
  const body = relations.find((relation) => relation.kind === 'officeDocument')?.target
  if (!body?.startsWith('word/') || !parts.has(body)) throw new ProblemError(wordProblem.notWord())
  return body
}

function tooLarge({ bytes, paragraphs }: WordLimits): ProblemError {
  return new ProblemError(wordProblem.wordTooLarge({ megabytes: bytes / 1_000_000, paragraphs }))
}
