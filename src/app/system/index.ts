/** The running system, shaped like a module so that its operations and pages are served like any other's. */
import { z } from 'zod'
import { job } from '#platform/jobs/job.ts'
import type { Module } from '#platform/module.ts'
import type { SearchKind } from '#platform/search/entries.ts'
import { importFiles, sweepImportFolders } from '#platform/table-import/index.ts'
import * as backups from './backups.ts'
import { queues, storage, sweepKeptFiles, sweepOld } from './operations.ts'
import { routes } from './pages.tsx'
import { systemPath } from './paths.ts'
import { backupJob } from './scheduled-backup.ts'
import { searchIndexOf } from './search-index.ts'

/** Every night, when nobody is at work. */
const nightly = '30 2 * * *'

/** A write takes seconds: what is older was cut off. */
export const leftoverMs = 3_600_000
/** What an import has laid out is made anew where it is missing. */
const daysMs = 2 * 86_400_000

/** The system over what can be searched for in all modules. */
export function systemOf(search: readonly SearchKind[]): Module {
  const indexSearch = searchIndexOf(search)
  return {
    name: 'system',
    operations: [
      queues,
      storage,
      backups.backupState,
      backups.backupRuns,
      backups.noteBackup,
      backups.prepareBackupLetter,
      sweepOld,
      sweepKeptFiles,
      indexSearch,
    ],
    letters: [backups.writeBackupFailed],
    // Last: where an earlier version, which had no such table, filled the others.
    packs: [{ order: 90, operation: indexSearch, input: () => ({}), isRepair: true }],
    routes,
    // Of the tables that any module takes in.
    keptFiles: importFiles,
    menu: [
      { menu: 'account', order: 60, href: systemPath.to(), words: { vi: 'Hệ thống', en: 'System' }, opens: queues },
    ],
    jobs: [
      backupJob,
      job({
        name: 'system.sweep',
        every: nightly,
        payload: z.object({}),
        async run(kit) {
          // First what needs no database: on a full disk this is what makes room.
          const { settings, clock, incoming, files } = kit.engine
          const before = new Date(clock.now().getTime() - leftoverMs)
          await incoming.removeLeftovers(before)
          await files.removeLeftovers(before)
          await sweepImportFolders(settings.dataFolder, new Date(clock.now().getTime() - daysMs))
          await kit.perform(sweepKeptFiles, {})
          await kit.perform(sweepOld, {})
        },
      }),
    ],
  }
}
