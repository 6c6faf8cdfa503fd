-- The field of work of an entry: as its operation wrote it into the detail, which the hash covers; of older entries that of the
-- operation's module.

create function platform.audit_field(operation text, detail jsonb) returns text language sql immutable as $$
  select coalesce(detail->>'field', split_part(operation, '.', 1))
$$;
create index audit_entry_field on platform.audit_entry (platform.audit_field(operation, detail), seq desc);
