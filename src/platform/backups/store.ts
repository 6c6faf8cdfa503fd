/** Runs of backups and drills, as the database keeps them; and the lock that lets one process at a time make them. */
import { sql } from 'kysely'
import { z } from 'zod'
import { listQuery, namedQuery, type Tx } from '#platform/database/index.ts'
import { BackupRun, type NewBackupRun } from './model.ts'

const columns = sql`
  id, kind, file, started_at as "startedAt", ended_at as "endedAt", is_good as "isGood", made_at as "madeAt",
  bytes::float8 as bytes, table_count as tables, row_count::float8 as rows, file_count as files,
  file_bytes::float8 as "fileBytes", lost_file_count as "lostFiles", is_encrypted as "isEncrypted",
  audit_entry_count::float8 as "auditEntries",
  case when failure_code is not null
    then jsonb_build_object('code', failure_code, 'vi', failure_vi, 'en', failure_en) end as failure`

export const listRuns = listQuery({
  name: 'backups.runs',
  row: BackupRun,
  text: () => sql`select ${columns} from platform.backup_run`,
  order: [
    { column: 'startedAt', type: 'timestamptz', isDescending: true },
    { column: 'id', type: 'uuid', isDescending: true },
  ],
})

/** The last good one and the last failed one of each kind. */
export const latestRuns = namedQuery({
  name: 'backups.latest',
  row: BackupRun,
  text: () => sql`
    select latest.* from (values ('scheduled', true), ('scheduled', false), ('check', true), ('check', false)) as wanted (kind, is_good)
    cross join lateral (
      select ${columns} from platform.backup_run run
      where run.kind = wanted.kind and run.is_good = wanted.is_good
      order by run.started_at desc, run.id desc limit 1) latest`,
})

export const findRun = namedQuery({
  name: 'backups.run',
  row: BackupRun,
  text: (p: { id: string }) => sql`select ${columns} from platform.backup_run where id = ${p.id}`,
})

/** Files that a drill found to be no whole backup. */
export const listBadFiles = namedQuery({
  name: 'backups.badFiles',
  row: z.object({ file: z.string() }),
  text: () => sql`
    select distinct file from platform.backup_run
    where kind = 'check' and not is_good and file is not null
      and failure_code in ('database.damagedBackup', 'database.notABackup', 'system.auditBroken')`,
})

export async function insertRun(tx: Tx, run: NewBackupRun & { id: string; endedAt: Date }): Promise<void> {
  const { id, kind, file, startedAt, endedAt, madeAt, bytes, tables, rows, files, fileBytes, failure } = run
  await sql`
    insert into platform.backup_run (id, kind, file, started_at, ended_at, is_good, made_at, bytes, table_count, row_count,
      file_count, file_bytes, lost_file_count, is_encrypted, audit_entry_count, failure_code, failure_vi, failure_en)
    values (${id}, ${kind}, ${file}, ${startedAt}, ${endedAt}, ${failure === null}, ${madeAt}, ${bytes}, ${tables}, ${rows},
      ${files}, ${fileBytes}, ${run.lostFiles}, ${run.isEncrypted}, ${run.auditEntries}, ${failure?.code ?? null},
      ${failure?.vi ?? null}, ${failure?.en ?? null})`.execute(tx)
}
