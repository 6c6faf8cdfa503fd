-- Tables that come in from files: each import with where it stands, its rows once they are read, and what is wrong with them by cell.

create table platform.table_import (
  id uuid primary key,
  -- The import's name as the program declares it: `module.verb`.
  kind text not null,
  -- The kept file: its SHA-256.
  file text not null,
  file_name text not null,
  state text not null,
  account_id uuid,
  account_name text not null,
  created_at timestamptz not null,
  -- What was found of the table: its sheet, headings, encoding, first rows; null until the file has been read.
  head jsonb,
  -- How far the rows have been looked at, in bytes of them as they were read from the file.
  read_bytes bigint not null default 0,
  all_bytes bigint,
  row_count int not null default 0,
  wrong_row_count int not null default 0,
  problem_count int not null default 0,
  -- The last line that was stored, and what storing and undoing came to.
  stored_line int not null default 0,
  stored_count int not null default 0,
  undone_count int not null default 0,
  -- Who works on it: whoever holds the turn, until nothing was heard of them for a while.
  turn uuid,
  worked_at timestamptz,
  -- Turns that were begun since the last step forward.
  turns_begun int not null default 0,
  -- Why it stopped, in the words of a problem.
  failure jsonb,
  constraint table_import_states check (state in ('reading', 'checked', 'storing', 'stopped', 'done', 'failed', 'cancelled', 'undone'))
);
create index table_import_by_kind on platform.table_import (kind, created_at desc, id desc);
create index table_import_waiting on platform.table_import (kind, worked_at) where state in ('reading', 'storing');
create index table_import_by_file on platform.table_import (file);

create table platform.table_import_row (
  import_id uuid not null references platform.table_import on delete cascade,
  line int not null,
  -- By which two rows of a file are one; null where the table has no such key.
  key text,
  -- By the keys of columns, as they were understood.
  cells jsonb not null,
  is_wrong boolean not null,
  primary key (import_id, line)
);

create table platform.table_import_problem (
  import_id uuid not null references platform.table_import on delete cascade,
  line int not null,
  place int not null,
  -- The column's number in the file, from 1; null for what is of the whole row.
  column_number int,
  heading text,
  code text not null,
  vi text not null,
  en text not null,
  primary key (import_id, line, place)
);
