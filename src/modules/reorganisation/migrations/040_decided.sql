-- The order in which decisions were made, whatever the clock said: taken anew when a reform is approved and when it is withdrawn.
create sequence reorganisation.deciding as bigint;
alter table reorganisation.reform add column seq bigint;
update reorganisation.reform set seq = decided.seq
from (
  select id, nextval('reorganisation.deciding') as seq
  from (select id from reorganisation.reform order by greatest(drafted_at, approved_at, withdrawn_at), id) ordered) decided
where decided.id = reform.id;
alter table reorganisation.reform alter column seq set default nextval('reorganisation.deciding'), alter column seq set not null;
drop index reorganisation.reform_by_day;
create index reform_by_day on reorganisation.reform (effective_on desc, seq desc);
