-- A role is held for a field of work: for one, named as the module that declares it, or for all. What was held before is held for all.

alter table access.role_grant add column field text not null default 'all';
alter table access.role_grant alter column field drop default;
alter table access.role_grant
  drop constraint role_grant_once,
  add constraint role_grant_once exclude using gist
    (account_id with =, unit_id with =, role with =, field with =, daterange(valid_from, valid_to) with &&);
drop index access.role_grant_held;
create index role_grant_held on access.role_grant (account_id, unit_id) include (role, field, valid_from, valid_to);

alter table access.invitation add column field text not null default 'all';
alter table access.invitation alter column field drop default;
