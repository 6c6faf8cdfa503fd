/** A restore drill: a backup restored into a database of its own, brought up to date, its log proved; then it is gone again. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ProblemError } from '#kernel/problem.ts'
import { verifyAudit } from '#modules/access'
import { operatorCaller } from '#platform/authority.ts'
import { emptyRun, type NewBackupRun } from '#platform/backups/model.ts'
import { filesLookedAt, restore, withTemporaryDatabase } from '#platform/database/index.ts'
import { perform } from '#platform/perform.ts'
import { buildMachine, type Machine } from './engine.ts'
import { moduleMigrations } from './modules.ts'
import { backupProblems } from './system/backups.texts.ts'
import { noteBackup } from './system/backups.ts'
import { failureOf } from './system/scheduled-backup.ts'

/**
 * Restores the file beside the database of the machine, which stays as it is but for the note of what came of it. Every row is compared
 * with the hashes in the backup, every file with its name. A failure is what it came to.
 */
export async function drill(machine: Machine, file: string, passphrase?: string): Promise<NewBackupRun> {
  const startedAt = machine.clock.now().toISOString()
  const { size: bytes } = await stat(file)
  const run = { ...emptyRun, kind: 'check', startedAt, file: basename(file), bytes } as const
  const result = await outcomeOf(machine, file, passphrase).catch((error: unknown) => ({ failure: failureOf(error) }))
  const whole = { ...run, ...result }
  await perform(machine, noteBackup, operatorCaller('command'), whole)
  return whole
}

function outcomeOf(machine: Machine, file: string, passphrase?: string): Promise<Partial<NewBackupRun>> {
  return withTemporaryDatabase(machine.database, async (temporary) => {
    const { settings, log, clock } = machine
    const restored = await buildMachine(settings, temporary, log, clock)
    const options = { modules: moduleMigrations, files: filesLookedAt, passphrase }
    const { createdAt, tables, rows, files } = await restore(temporary, createReadStream(file), options)
    const sums = { files: files?.count ?? null, fileBytes: files?.bytes ?? null, lostFiles: files?.lost.length ?? 0 }
    const { ok, entries, firstBroken } = await perform(restored, verifyAudit, operatorCaller('command'), {})
    const { seq = 0, why = '' } = firstBroken ?? {}
    const failure = ok ? null : failureOf(new ProblemError(backupProblems.auditBroken({ seq, why })))
    return { madeAt: createdAt.toISOString(), tables, rows, ...sums, auditEntries: entries, failure }
  })
}
