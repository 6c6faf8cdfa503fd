-- What other modules may read of accounts: names to show beside what was done, and who holds what.

create view access.published_account as
  select id, name, email, language, disabled_at is not null as is_disabled
  from access.account;

create view access.published_grant as
  select role_grant.account_id, role_grant.unit_id, role_grant.role, role_grant.field, role_grant.valid_from, role_grant.valid_to
  from access.role_grant
  join access.account on account.id = role_grant.account_id and account.disabled_at is null;

-- Not for others: what an account holds by itself or in place of somebody who delegated to it, by which every right is decided.
-- Of a delegation only what its delegator holds: it is not passed on. Where role and delegation are for different fields it is nothing;
-- where one is for all, it is for the other's.
create view access.holding as
  select account_id, account_id as holder_id, null::uuid as delegation_id, unit_id, role, field, valid_from, valid_to
  from access.role_grant
  union all
  select delegation.delegate_id, held.account_id, delegation.id, held.unit_id, held.role,
    case when delegation.field = 'all' then held.field else delegation.field end,
    greatest(held.valid_from, delegation.valid_from), least(held.valid_to, delegation.valid_to)
  from access.delegation
  join access.account holder on holder.id = delegation.delegator_id and holder.disabled_at is null
  join access.role_grant held on held.account_id = delegation.delegator_id
    and (delegation.field = 'all' or held.field in (delegation.field, 'all'));
