/** A backup or a restore drill that was made, and how backups are to be made. */
import { z } from 'zod'

const Failure = z.object({ code: z.string().max(200), vi: z.string().max(2000), en: z.string().max(2000) })

export const runKinds = ['scheduled', 'check'] as const

/** What is known of a run when it has ended. */
export const NewBackupRun = z.object({
  kind: z.enum(runKinds),
  file: z.string().max(300).nullable(),
  startedAt: z.iso.datetime().max(40),
  madeAt: z.iso.datetime().max(40).nullable(),
  bytes: z.number().nullable(),
  tables: z.number().nullable(),
  rows: z.number().nullable(),
  files: z.number().nullable(),
  fileBytes: z.number().nullable(),
  lostFiles: z.number(),
  isEncrypted: z.boolean(),
  auditEntries: z.number().nullable(),
  failure: Failure.nullable(),
})
export type NewBackupRun = z.infer<typeof NewBackupRun>

export const BackupRun = NewBackupRun.extend({
  id: z.uuid(),
  startedAt: z.date(),
  madeAt: z.date().nullable(),
  endedAt: z.date(),
  isGood: z.boolean(),
})
export type BackupRun = z.infer<typeof BackupRun>

/** A run that came to nothing, or of which nothing is known yet. */
export const emptyRun = {
  file: null,
  madeAt: null,
  bytes: null,
  tables: null,
  rows: null,
  files: null,
  fileBytes: null,
  lostFiles: 0,
  isEncrypted: false,
  auditEntries: null,
  failure: null,
} as const

/** How many backups of the latest days, weeks and months stay. */
export interface Retention {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}
