-- For migrations that give things another name: what bears the name of a table or a column follows it, and fields within JSON do.

create function platform.rename_table(relation regclass, today text) returns void language plpgsql as $$
declare
  place text;
  former text;
  part text;
begin
  select namespace.nspname, class.relname into place, former
  from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace where class.oid = relation;
  for part in select conname from pg_constraint where conrelid = relation and starts_with(conname, former || '_') loop
    execute format('alter table %s rename constraint %I to %I', relation, part, today || substr(part, length(former) + 1));
  end loop;
  for part in
    select class.relname from pg_index index join pg_class class on class.oid = index.indexrelid
    where index.indrelid = relation and starts_with(class.relname, former || '_')
  loop
    execute format('alter index %I.%I rename to %I', place, part, today || substr(part, length(former) + 1));
  end loop;
  for part in select tgname from pg_trigger where tgrelid = relation and not tgisinternal and starts_with(tgname, former || '_') loop
    execute format('alter trigger %I on %s rename to %I', part, relation, today || substr(part, length(former) + 1));
  end loop;
  for part in
    select class.relname from pg_depend of
    join pg_class class on class.oid = of.objid and class.relkind = 'S'
    where of.classid = 'pg_class'::regclass and of.refclassid = 'pg_class'::regclass and of.refobjid = relation
      and of.deptype in ('a', 'i') and starts_with(class.relname, former || '_')
  loop
    execute format('alter sequence %I.%I rename to %I', place, part, today || substr(part, length(former) + 1));
  end loop;
  execute format('alter table %s rename to %I', relation, today);
end $$;

create function platform.rename_column(relation regclass, former text, today text) returns void language plpgsql as $$
declare
  stem text;
  part text;
begin
  select relname || '_' into stem from pg_class where oid = relation;
  for part in select conname from pg_constraint where conrelid = relation and starts_with(conname, stem || former || '_') loop
    execute format('alter table %s rename constraint %I to %I', relation, part, stem || today || substr(part, length(stem || former) + 1));
  end loop;
  execute format('alter table %s rename column %I to %I', relation, former, today);
end $$;

-- Of a list of objects, each with the field under its name of today; everything else, and their order, stays.
create function platform.rename_field(items jsonb, former text, today text) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(
    case when item ? former then item - former || jsonb_build_object(today, item->former) else item end order by place), '[]')
  from jsonb_array_elements(items) with ordinality as each(item, place)
$$;
