-- What stood in a decision each time it was changed: whoever judges it is told what changed since the version they saw. The content
-- of a version is the row with the highest `version` up to it.
create table reorganisation.content (
  reform_id uuid not null references reorganisation.reform,
  version int not null,
  effective_on date not null,
  title text not null,
  basis text not null,
  acts jsonb not null,
  primary key (reform_id, version)
);
create trigger content_append_only before update or delete on reorganisation.content
  for each row execute function platform.refuse_change();

insert into reorganisation.content (reform_id, version, effective_on, title, basis, acts)
select id, version, effective_on, title, basis, acts from reorganisation.reform;
