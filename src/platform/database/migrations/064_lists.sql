-- The sessions of an account in the order of their use, page by page.
create index session_latest on platform.session (account_id, seq);
