/** A backup as a file, and beside it the anchors of the audit log, a line of JSON each: to hold the log against later. */
import { rename, rm, writeFile } from 'node:fs/promises'
import { type Anchor, auditAnchors, auditHead } from '#modules/access'
import { operatorCaller } from '#platform/authority.ts'
import { type MadeBackup, type MakingOptions, makeBackup } from '#platform/backups/making.ts'
import type { Engine } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'

const operator = operatorCaller('command')

/** Anchors are named for the backup they lie beside. */
export const anchorsBeside = (backup: string): string => `${backup}.anchors`

/** Errors of the disk are thrown as they come. */
export async function writeBackup(engine: Engine, file: string, options: MakingOptions): Promise<MadeBackup> {
  // Read before: the backup holds at least what they name.
  const anchors = await currentAnchors(engine)
  const made = await makeBackup(engine, file, options)
  await writeAnchors(anchorsBeside(file), anchors)
  return made
}

/** The anchors of all days, oldest first, and the head as of now. */
async function currentAnchors(engine: Engine): Promise<Anchor[]> {
  const anchors: Anchor[] = []
  let after: string | undefined
  do {
    const page = await perform(engine, auditAnchors, operator, { limit: 1000, after })
    anchors.push(...page.rows)
    after = page.next
  } while (after)
  const { head } = await perform(engine, auditHead, operator, {})
  return [...anchors.reverse(), ...(head ? [head] : [])]
}

/** What was there is replaced when all is written. */
async function writeAnchors(file: string, anchors: readonly Anchor[]): Promise<void> {
  const aside = `${file}.${process.pid}.part`
  try {
    const lines = anchors.map((anchor) => `${JSON.stringify(anchor)}\n`).join('')
    await writeFile(aside, lines, { mode: 0o600, flush: true })
    await rename(aside, file)
  } finally {
    await rm(aside, { force: true })
  }
}
