-- Files that are kept, each time one is: whose it is and how large; and how much that is for each unit and in all.

create table platform.kept_file (
  id uuid primary key,
  -- Its SHA-256. The same content kept twice is two rows.
  name text not null,
  -- Null for files of the installation itself: signed plans, boundaries.
  unit_id uuid,
  bytes bigint not null check (bytes >= 0),
  kept_at timestamptz not null
);
create index kept_file_name on platform.kept_file (name);

-- The holder is the id of a unit, or 'all'.
create table platform.kept_bytes (
  holder text primary key,
  bytes bigint not null
);

-- Counts a file, and holds the sums until the transaction ends: who comes at the same time waits, and sees what was added. First the
-- sum of all, then the unit's, always in this order.
create function platform.count_file(
  new_id uuid, new_name text, new_unit_id uuid, new_bytes bigint, new_at timestamptz,
  out all_bytes bigint, out unit_bytes bigint
) language plpgsql as $$
begin
  insert into platform.kept_bytes as sums values ('all', new_bytes)
    on conflict (holder) do update set bytes = sums.bytes + excluded.bytes returning sums.bytes into all_bytes;
  if new_unit_id is not null then
    insert into platform.kept_bytes as sums values (new_unit_id::text, new_bytes)
      on conflict (holder) do update set bytes = sums.bytes + excluded.bytes returning sums.bytes into unit_bytes;
  end if;
  insert into platform.kept_file values (new_id, new_name, new_unit_id, new_bytes, new_at);
end
$$;

-- Forgets every keeping of a file; the sums in the order in which `count_file` takes them.
create function platform.forget_file(old_name text) returns void language plpgsql as $$
begin
  perform from platform.kept_bytes where holder = 'all' for update;
  with removed as (delete from platform.kept_file where name = old_name returning unit_id, bytes),
  less as (
    select 'all' as holder, bytes from removed
    union all
    select unit_id::text, bytes from removed where unit_id is not null
  )
  update platform.kept_bytes sums set bytes = sums.bytes - less.bytes
  from (select holder, sum(bytes) as bytes from less group by holder) less
  where sums.holder = less.holder;
end
$$;
