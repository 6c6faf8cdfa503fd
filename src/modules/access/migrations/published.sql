-- What other modules may read of accounts: names to show beside what was done, and who holds what.

create view access.published_account as
  select id, name, email, language, disabled_at is not null as is_disabled
  from access.account;

create view access.published_grant as
  select role_grant.account_id, role_grant.unit_id, role_grant.role, role_grant.field, role_grant.valid_from, role_grant.valid_to
  from access.role_grant
  join access.account on account.id = role_grant.account_id and account.disabled_at is null;
