/** The text of a file that somebody brings in: plain text in UTF-8, or a Word document. */
import { ProblemError } from '#kernel/problem.ts'
import { problems as planProblems } from '../../texts.ts'

/** The text of a plan of 200 pages has some 1 MB; a Word file of it somewhat more. */
const mostMegabytes = 8

/** Throws `plan.documentTooLarge`, `plan.documentNotText`. */
export async function readFileText(bytes: Buffer): Promise<{ text: string; kind: 'text' | 'word' }> {
  if (bytes.length > mostMegabytes * 1_048_576) {
    throw new ProblemError(planProblems.documentTooLarge({ megabytes: mostMegabytes }, ['file']))
  }
  const text = decoded(bytes)
  if (text === undefined || text.includes('\0')) throw new ProblemError(planProblems.documentNotText({}, ['file']))
  return { text, kind: 'text' }
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
