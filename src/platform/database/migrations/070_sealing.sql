-- Writes do not queue: an entry is written by itself, in any number of transactions at once, and one sealer links what is committed
-- (docs/decisions/0015-writes-do-not-queue.md). What was chained before keeps its links in its own rows: it is batch 0, the first part.

-- Writers of the version before hold the head until their commit: they end first.
lock table platform.audit_head, platform.audit_entry in access exclusive mode;

-- Numbers address entries. They may have gaps, and be committed in another order than they were given.
create sequence platform.audit_entry_seq as bigint owned by platform.audit_entry.seq;
select setval('platform.audit_entry_seq', greatest(seq, 1), seq > 0) from platform.audit_head;
alter table platform.audit_entry
  alter column seq set default nextval('platform.audit_entry_seq'),
  alter column previous_hash drop not null,
  alter column hash drop not null;

-- Entries that no batch has yet. The table stays as small as what a second brings, however long the log is.
create table platform.audit_waiting (
  seq bigint primary key,
  -- What it changed that somebody may keep ready.
  topics text[] not null
) with (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);

-- The place of an entry in the chain after the first part, 1, 2, 3 … without a gap, and its hash over the hash before.
create table platform.audit_link (
  place bigint primary key,
  seq bigint not null,
  previous_hash text not null,
  hash text not null
);
create unique index audit_link_seq on platform.audit_link (seq);

-- What was sealed at once: up to which place, and a hash over the batch before and the last link.
create table platform.audit_batch (
  batch bigint primary key,
  place bigint not null,
  hash text not null,
  sealed_at timestamptz not null,
  -- The day in the city's zone; never before that of the batch before.
  sealed_on date not null
);

-- The head of each day that is over: what is published and kept elsewhere, to hold the chain against later.
create table platform.audit_anchor (
  day date primary key,
  batch bigint not null,
  -- How many entries the chain had, and the number of the last.
  entries bigint not null,
  seq bigint not null,
  hash text not null,
  created_at timestamptz not null
);

create trigger audit_link_append_only before update or delete on platform.audit_link
  for each row execute function platform.refuse_change();
create trigger audit_batch_append_only before update or delete on platform.audit_batch
  for each row execute function platform.refuse_change();
create trigger audit_anchor_append_only before update or delete on platform.audit_anchor
  for each row execute function platform.refuse_change();

create function platform.audit_batch_hash(previous_hash text, batch bigint, place bigint, link_hash text, sealed_at timestamptz, sealed_on date)
returns text language sql immutable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    previous_hash, batch, place, link_hash, extract(epoch from sealed_at), sealed_on
  )::text, 'UTF8')), 'hex')
$$;

-- The same hash as before, a third of its time: what begins for every call of a function in SQL is kept.
create or replace function platform.audit_hash(
  previous_hash text, seq bigint, at timestamptz, actor_id uuid, actor text, via text, address text,
  operation text, subject text, unit_id uuid, detail jsonb
) returns text language plpgsql immutable as $$
begin
  return encode(sha256(convert_to(jsonb_build_array(
    previous_hash, seq, extract(epoch from at), actor_id, actor, via, address, operation, subject, unit_id, detail
  )::text, 'UTF8')), 'hex');
end
$$;

-- The head: the last link (seq, hash) and the last batch. Only the sealer changes it.
alter table platform.audit_head
  add column place bigint not null default 0,
  add column batch bigint not null default 0,
  add column batch_hash text not null default repeat('0', 64),
  add column sealed_on date;

with first_part as (
  insert into platform.audit_batch (batch, place, hash, sealed_at, sealed_on)
  select 0, head.seq, platform.audit_batch_hash(repeat('0', 64), 0, head.seq, head.hash, entry.at, entry.day), entry.at, entry.day
  from platform.audit_head head
  cross join lateral (
    select at, (at at time zone 'Asia/Ho_Chi_Minh')::date as day from platform.audit_entry where seq = head.seq) entry
  returning *)
update platform.audit_head head
set place = first_part.place, batch_hash = first_part.hash, sealed_on = first_part.sealed_on from first_part;

-- A key is claimed by a row and gets its answer in the same transaction: with room on its page the row is changed in place.
alter table platform.idempotency_key set (fillfactor = 60);

-- Writes an entry that waits for the sealer; returns its number. A process of the version before calls it without the last and tells
-- of its commit itself.
drop function platform.append_audit(timestamptz, uuid, text, text, text, text, text, uuid, jsonb);
create function platform.append_audit(
  new_at timestamptz, new_actor_id uuid, new_actor text, new_via text, new_address text,
  new_operation text, new_subject text, new_unit_id uuid, new_detail jsonb, new_topics text[] default '{}'
) returns bigint language plpgsql as $$
declare
  new_seq bigint;
begin
  insert into platform.audit_entry (at, actor_id, actor, via, address, operation, subject, unit_id, detail)
  values (new_at, new_actor_id, new_actor, new_via, new_address, new_operation, new_subject, new_unit_id, new_detail)
  returning seq into new_seq;
  insert into platform.audit_waiting (seq, topics) values (new_seq, new_topics);
  return new_seq;
end
$$;

-- Seals a batch of what is committed and waits, the smallest numbers first, and tells every process once. Two never work at once: the
-- head is locked, and who finds it locked leaves. `entries` is how many were linked, `anchored` the day whose head became its anchor.
create function platform.seal_audit(instant timestamptz, today date, most int, out entries int, out anchored date) language plpgsql
-- A plan made while the log was short is kept by the connection: looking up by key is right at any length.
set enable_seqscan = off
-- Which makes every plan look dear enough to be compiled.
set jit = off as $$
declare
  head platform.audit_head;
  entry record;
  -- Of the batch, each from before its first link to its last.
  hashes text[];
  numbers bigint[] := '{}';
  topics text[] := '{}';
begin
  entries := 0;
  -- Looked at before anything is locked: where there is nothing to do nothing is written.
  if not exists (select from platform.audit_waiting) and not exists (
    select from platform.audit_head where sealed_on < today
      and not exists (select from platform.audit_anchor where day = sealed_on)) then
    return;
  end if;
  select * into head from platform.audit_head for update skip locked;
  if not found then
    return;
  end if;
  insert into platform.audit_anchor (day, batch, entries, seq, hash, created_at)
  select head.sealed_on, head.batch, head.place, head.seq, head.batch_hash, instant where head.sealed_on < today
  on conflict do nothing returning day into anchored;
  hashes := array[head.hash];
  -- One look-up by key for each that waits, whatever the planner thinks of the log.
  for entry in
    select one.*, waiting.topics from (select w.seq, w.topics from platform.audit_waiting w order by w.seq offset 0) waiting
    cross join lateral (
      select * from platform.audit_entry e where e.seq = waiting.seq and e.hash is null
        and not exists (select from platform.audit_link l where l.seq = waiting.seq) offset 0) one
    limit most
  loop
    head.hash := platform.audit_hash(head.hash, entry.seq, entry.at, entry.actor_id, entry.actor, entry.via, entry.address,
      entry.operation, entry.subject, entry.unit_id, entry.detail);
    head.seq := entry.seq;
    hashes := hashes || head.hash;
    numbers := numbers || entry.seq;
    topics := topics || entry.topics;
  end loop;
  entries := cardinality(numbers);
  if entries > 0 then
    insert into platform.audit_link (place, seq, previous_hash, hash)
    select head.place + number, numbers[number], hashes[number], hashes[number + 1] from generate_series(1, entries) number;
    head.place := head.place + entries;
    head.batch := head.batch + 1;
    head.sealed_on := greatest(head.sealed_on, today);
    head.batch_hash := platform.audit_batch_hash(head.batch_hash, head.batch, head.place, head.hash, instant, head.sealed_on);
    insert into platform.audit_batch (batch, place, hash, sealed_at, sealed_on)
    values (head.batch, head.place, head.batch_hash, instant, head.sealed_on);
    delete from platform.audit_waiting where seq = any(numbers);
    update platform.audit_head set seq = head.seq, hash = head.hash, place = head.place, batch = head.batch,
      batch_hash = head.batch_hash, sealed_on = head.sealed_on;
  end if;
  if anchored is not null then
    topics := topics || 'access'::text;
  end if;
  -- Heard by every process at the commit: what they made from these topics before is out of date.
  if topics <> '{}' then
    perform pg_notify('hieuhoc_data', (select string_agg(distinct topic, ' ') from unnest(topics) topic));
  end if;
end
$$;
