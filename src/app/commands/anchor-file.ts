/** Anchors of the audit log read from a file, to hold the log against. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Anchor, mostAnchors } from '#modules/access'
import { commandProblems, fileProblem } from './problems.ts'

/** The JSON file of the page, which may be one line. */
const Download = z.object({ rows: z.array(z.unknown()) })

/** @throws ProblemError `command.fileNotRead`, `notAnchors` with the line that is none, `tooManyAnchors`. */
export async function readAnchors(file: string): Promise<Anchor[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new ProblemError(fileProblem(error, commandProblems.fileNotRead, file))
  })
  const rows =
    Download.safeParse(parsed(text)).data?.rows ??
    text.split('\n').flatMap((line) => (line.trim() ? [parsed(line)] : []))
  if (rows.length > mostAnchors) throw new ProblemError(commandProblems.tooManyAnchors({ file, most: mostAnchors }))
  return rows.map((row, index) => {
    const anchor = Anchor.safeParse(row)
    if (!anchor.success) throw new ProblemError(commandProblems.notAnchors({ file, line: index + 1 }))
    return anchor.data
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
