-- Sessions are listed by the order of their use, whatever the clock said.
create sequence platform.session_use as bigint;
alter table platform.session add column seq bigint;
update platform.session set seq = used.seq
from (
  select token_hash, nextval('platform.session_use') as seq
  from (select token_hash from platform.session order by seen_at, token_hash) ordered) used
where used.token_hash = session.token_hash;
alter table platform.session alter column seq set default nextval('platform.session_use'), alter column seq set not null;
