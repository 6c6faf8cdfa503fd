-- What scheduled backups and restore drills came to.
create table platform.backup_run (
  id uuid primary key,
  kind text not null,
  -- The name of the file, without its folder; null where none was made.
  file text,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  is_good boolean not null,
  -- When the backup was made: of a drill, of the one that was tried.
  made_at timestamptz,
  bytes bigint,
  table_count int,
  row_count bigint,
  -- Null where files are not in it.
  file_count int,
  file_bytes bigint,
  -- Files that the backup could not hold: gone, or not what was written.
  lost_file_count int not null default 0,
  is_encrypted boolean not null default false,
  -- Of a drill: entries of the audit log whose chain was proved.
  audit_entry_count bigint,
  -- Why it failed: the code of a problem, and its words.
  failure_code text,
  failure_vi text,
  failure_en text,
  constraint backup_run_kinds check (kind in ('scheduled', 'check')),
  constraint backup_run_failure check (is_good = (failure_code is null))
);
create index backup_run_by_kind on platform.backup_run (kind, is_good, started_at desc, id desc);
create index backup_run_in_order on platform.backup_run (started_at desc, id desc);
