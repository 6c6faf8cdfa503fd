/** The daily backup: made when it is due, by one process, read back, written down; then what is too old goes. */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { describe, ProblemError } from '#kernel/problem.ts'
import { makeBackup, removeLeftovers } from '#platform/backups/making.ts'
import { emptyRun, type NewBackupRun } from '#platform/backups/model.ts'
import { backupsAmong, fileNameOf, isDue, redundant } from '#platform/backups/schedule.rules.ts'
import { backupLock, whereNobodyIs } from '#platform/database/index.ts'
import { storageProblem } from '#platform/files/problems.ts'
import { type JobKit, job } from '#platform/jobs/job.ts'
import { backupProblems } from './backups.texts.ts'
import { backupState, noteBackup } from './backups.ts'

/** Asks every ten minutes whether one is due: what was missed while the program did not run is made up for. */
export const backupJob = job({
  name: 'system.backup',
  every: '*/10 * * * *',
  longestSeconds: 12 * 3600,
  payload: z.object({}),
  run: backUpWhereDue,
})

export async function backUpWhereDue(kit: JobKit): Promise<void> {
  const { settings, database, clock } = kit.engine
  const { folder, hour } = settings.backups
  if (!folder) return
  await whereNobodyIs(database, backupLock, async () => {
    const { scheduled, badFiles } = await kit.perform(backupState, {})
    const [good, failed] = [scheduled.good?.startedAt, scheduled.failed?.startedAt]
    const lastBegun = good && (!failed || good > failed) ? good : failed
    if (!isDue({ now: clock.now(), hour, lastGood: good, lastBegun })) return
    const run = await madeIn(kit, folder)
    await kit.perform(noteBackup, run)
    // Only once there is a new one that was read back.
    if (!run.failure) await removeRedundant(kit, folder, new Set(badFiles))
  })
}

/** Makes the file; a failure is what it came to. */
async function madeIn({ engine }: JobKit, folder: string): Promise<NewBackupRun> {
  const { settings, place, clock, log } = engine
  const { passphrase, withFiles } = settings.backups
  const startedAt = clock.now()
  const isEncrypted = passphrase !== undefined
  const name = fileNameOf(place.pack, startedAt, isEncrypted)
  const run = { ...emptyRun, kind: 'scheduled', startedAt: startedAt.toISOString(), isEncrypted } as const
  try {
    await requireFolder(folder)
    await removeLeftovers(folder, (each) => backupsAmong([each], place.pack).length > 0)
    const made = await makeBackup(engine, join(folder, name), { withFiles, passphrase, isReadBack: true })
    const { createdAt, files, bytes, tables, rows } = made
    const fileSums = {
      files: files?.count ?? null,
      fileBytes: files?.bytes ?? null,
      lostFiles: files?.lost.length ?? 0,
    }
    if (files?.lost.length) log.warn({ names: files.lost.slice(0, 20) }, 'files are missing from the backup')
    return { ...run, file: name, madeAt: createdAt.toISOString(), bytes, tables, rows, ...fileSums }
  } catch (error) {
    log.error({ error }, 'the scheduled backup failed')
    return { ...run, failure: failureOf(error) }
  }
}

/** Never made by us: where a disk is not mounted, its folder would be made on the wrong one. */
async function requireFolder(folder: string): Promise<void> {
  const entry = await stat(folder).catch(() => undefined)
  if (!entry?.isDirectory()) throw new ProblemError(backupProblems.backupFolderMissing())
}

/** What went wrong, in the words of a problem. */
export function failureOf(error: unknown): { code: string; vi: string; en: string } {
  const raised = error instanceof ProblemError ? error : storageProblem(error)
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const problem = raised?.problems[0] ?? backupProblems.backupFailed({ reason })
  return { code: problem.code, vi: describe('vi', problem), en: describe('en', problem) }
}

/** A file that is no whole backup counts for nothing, and stays for whoever looks into it. */
async function removeRedundant({ engine }: JobKit, folder: string, bad: ReadonlySet<string>): Promise<void> {
  const { settings, place, log } = engine
  const files = backupsAmong(await readdir(folder), place.pack).filter(({ name }) => !bad.has(name))
  const names = redundant(files, settings.backups.keep)
  for (const name of names) await rm(join(folder, name), { force: true })
  if (names.length > 0) log.info({ names }, 'old backups were removed')
}
