-- What of packs was applied to this installation.

-- Each row as the pack applied last left it: what the city changed since differs from it.
create table platform.pack_row (
  -- `module.what`
  kind text not null,
  key text not null,
  content jsonb not null,
  primary key (kind, key)
);

create table platform.pack_file (
  -- Under packs/, without its ending: vietnam/measures
  file text primary key,
  version int not null,
  checksum text not null,
  applied_at timestamptz not null
);

create table platform.pack_application (
  id uuid primary key,
  applied_at timestamptz not null,
  kind text not null,
  files text not null,
  new_rows int not null,
  changed_rows int not null,
  ended_rows int not null,
  -- Rows that the city has otherwise than the pack would: they stayed.
  own_rows int not null
);
create index pack_application_in_order on platform.pack_application (applied_at desc, id desc);
