-- What stood in an amendment each time it was written: whoever judges it is told what changed since the revision they saw.
alter table plan.amendment add column revision int not null default 1;

create table plan.amendment_content (
  amendment_id uuid not null references plan.amendment,
  revision int not null,
  symbol text not null,
  issued_on date not null,
  effective_on date not null,
  title_vi text not null,
  title_en text not null,
  reason text not null,
  changes jsonb not null,
  written_by uuid,
  primary key (amendment_id, revision)
);
create trigger amendment_content_append_only before update or delete on plan.amendment_content
  for each row execute function platform.refuse_change();

insert into plan.amendment_content (amendment_id, revision, symbol, issued_on, effective_on, title_vi, title_en, reason, changes)
select id, revision, symbol, issued_on, effective_on, title_vi, title_en, reason, changes from plan.amendment;
