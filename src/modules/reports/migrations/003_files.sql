-- The files of frozen reports, written once: what is served is what was kept, named by its hash.
create table reports.file (
  report_id uuid not null references reports.report,
  format text not null check (format in ('docx', 'xlsx', 'html')),
  -- SHA-256 of the content, its name among the kept files.
  file text not null check (file ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  -- Written anew only where the kept file was lost.
  primary key (report_id, format)
);
