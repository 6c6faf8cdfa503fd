/** Anchors of the audit log as a file: a line of JSON each, beside every backup, to hold the log against later. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Anchor, auditAnchors, auditHead, mostAnchors } from '#modules/access'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import type { Machine } from '../engine.ts'
import { commandProblems, fileProblem } from './problems.ts'

const operator = operatorCaller('command')

/** The anchors of all days, oldest first, and the head as of now. */
export async function currentAnchors(machine: Machine): Promise<Anchor[]> {
  const anchors: Anchor[] = []
  let after: string | undefined
  do {
    const page = await perform(machine, auditAnchors, operator, { limit: 1000, after })
    anchors.push(...page.rows)
    after = page.next
  } while (after)
  const { head } = await perform(machine, auditHead, operator, {})
  return [...anchors.reverse(), ...(head ? [head] : [])]
}

/** Beside the backup, of its name: what was there is replaced when all is written. */
export async function writeAnchors(backup: string, anchors: readonly Anchor[]): Promise<void> {
  const file = `${backup}.anchors`
  const aside = `${file}.${process.pid}.part`
  try {
    await writeFile(aside, anchors.map((anchor) => `${JSON.stringify(anchor)}\n`).join(''), {
      mode: 0o600,
      flush: true,
    })
    await rename(aside, file)
  } catch (error) {
    throw new ProblemError(fileProblem(error, commandProblems.fileNotWritten, file))
  }
}

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
