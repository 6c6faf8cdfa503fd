-- What `perform` keeps: the audit chain, answers by idempotency key, events to deliver, sessions and files.

create table platform.audit_entry (
  seq bigint primary key,
  at timestamptz not null,
  actor_id uuid,
  actor text not null,
  via text not null,
  address text,
  operation text not null,
  subject text,
  unit_id uuid,
  detail jsonb not null,
  previous_hash text not null,
  hash text not null
);
create index audit_entry_unit on platform.audit_entry (unit_id, seq desc);
create index audit_entry_actor on platform.audit_entry (actor_id, seq desc);
create index audit_entry_operation on platform.audit_entry (operation, seq desc);

-- One row: the end of the chain. Removing the last entries shows, because the head still names them.
create table platform.audit_head (
  only_row boolean primary key default true check (only_row),
  seq bigint not null,
  hash text not null
);
insert into platform.audit_head (seq, hash) values (0, repeat('0', 64));

-- The hash of an entry covers every column and the hash before it; epoch and jsonb text do not depend on session settings.
create function platform.audit_hash(
  previous_hash text, seq bigint, at timestamptz, actor_id uuid, actor text, via text, address text,
  operation text, subject text, unit_id uuid, detail jsonb
) returns text language sql immutable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    previous_hash, seq, extract(epoch from at), actor_id, actor, via, address, operation, subject, unit_id, detail
  )::text, 'UTF8')), 'hex')
$$;

create function platform.append_audit(
  new_at timestamptz, new_actor_id uuid, new_actor text, new_via text, new_address text,
  new_operation text, new_subject text, new_unit_id uuid, new_detail jsonb
) returns bigint language plpgsql as $$
declare
  head platform.audit_head;
  new_seq bigint;
  new_hash text;
begin
  select * into strict head from platform.audit_head for update;
  new_seq := head.seq + 1;
  new_hash := platform.audit_hash(head.hash, new_seq, new_at, new_actor_id, new_actor, new_via, new_address,
    new_operation, new_subject, new_unit_id, new_detail);
  insert into platform.audit_entry values (new_seq, new_at, new_actor_id, new_actor, new_via, new_address,
    new_operation, new_subject, new_unit_id, new_detail, head.hash, new_hash);
  update platform.audit_head set seq = new_seq, hash = new_hash;
  return new_seq;
end
$$;

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger audit_entry_append_only before update or delete on platform.audit_entry
  for each row execute function platform.refuse_change();

create table platform.idempotency_key (
  key text not null,
  operation text not null,
  actor text not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (key, operation, actor)
);
create index idempotency_key_age on platform.idempotency_key (created_at);

create table platform.outbox (
  id uuid primary key,
  name text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  relayed_at timestamptz
);
create index outbox_waiting on platform.outbox (id) where relayed_at is null;

create table platform.session (
  token_hash text primary key,
  account_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text,
  agent text
);
create index session_account on platform.session (account_id);
create index session_expiry on platform.session (expires_at);
