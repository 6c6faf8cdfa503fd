-- Boundaries of places, imported from files; a boundary holds on the days on which the land of its unit stayed the same.

create table organisation.boundary_import (
  id uuid primary key,
  -- The day that the file was imported for.
  valid_on date not null,
  file_name text not null,
  -- The kept file: its SHA-256.
  file text not null,
  source text not null,
  licence text,
  features int not null,
  -- Warnings and notes, as they were said.
  findings jsonb not null,
  imported_by uuid,
  imported_at timestamptz not null
);

create table organisation.boundary (
  unit_id uuid not null references organisation.unit on delete cascade,
  valid_from date not null,
  valid_to date not null,
  import_id uuid not null references organisation.boundary_import,
  -- Coordinates of a GeoJSON MultiPolygon: as they came but for the way the rings run, then simplified together with the neighbours.
  geometry jsonb not null,
  far jsonb not null,
  middle jsonb not null,
  near jsonb not null,
  measured_area_km2 double precision not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  primary key (unit_id, valid_from),
  constraint boundary_lives check (valid_from < valid_to),
  constraint boundary_once exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index boundary_by_import on organisation.boundary (import_id);
