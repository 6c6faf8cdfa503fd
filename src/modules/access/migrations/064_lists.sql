-- Each list in its order, page by page.
create index invitation_latest on access.invitation (seq) where used_at is null;
create index delegation_latest on access.delegation (delegator_id, seq);
drop index access.api_token_account;
create index api_token_latest on access.api_token (account_id, seq);
