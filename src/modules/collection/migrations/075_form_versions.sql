-- A form that a pack changes is a new version of it: what was begun with the one before keeps that. One that a pack has no more ends.
alter table collection.form
  add column version int not null default 1,
  add column ended_on date,
  drop constraint form_code_key,
  add constraint form_version_once unique (code, version);
