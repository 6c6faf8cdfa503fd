/** What no input may hold, whatever its schema says: text that is no text, which the database would refuse or change in silence. */
import type { Path, Problem } from '#kernel/problem.ts'
import { textFault } from '#kernel/text.ts'
import { problems } from '#platform/problems.ts'

/** A problem at each place where a name or a text holds a NUL or half a sign; looks into lists and records, not into files. */
export function textProblems(input: unknown, path: Path = []): Problem[] {
  if (typeof input === 'string') return isText(input) ? [] : [problems.noText({}, path)]
  if (Array.isArray(input)) return input.flatMap((each, index) => textProblems(each, [...path, index]))
  if (typeof input !== 'object' || input === null || ArrayBuffer.isView(input)) return []
  return Object.entries(input).flatMap(([name, value]) =>
    isText(name) ? textProblems(value, [...path, name]) : [problems.noText({}, path)],
  )
}

function isText(text: string): boolean {
  const fault = textFault(text)
  return fault !== 'nul' && fault !== 'half-sign'
}
