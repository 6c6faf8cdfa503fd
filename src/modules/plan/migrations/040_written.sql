-- Amendments are listed by the order in which they were written on, whatever the clock said.
create sequence plan.writing as bigint;
alter table plan.amendment add column seq bigint;
update plan.amendment set seq = written.seq
from (select id, nextval('plan.writing') as seq from (select id from plan.amendment order by changed_at, id) ordered) written
where written.id = amendment.id;
alter table plan.amendment alter column seq set default nextval('plan.writing'), alter column seq set not null;
