-- Who asked for a link to reset a password, by what was typed, whether or not there is such an account: asking does the same for either,
-- and the job that writes the letter finds out. Kept for a day.
create table access.reset_request (
  id uuid primary key,
  email text not null,
  at timestamptz not null
);
create index reset_request_recent on access.reset_request (email, at);
create index reset_request_age on access.reset_request (at);

-- Letters that were not written yet when this came.
insert into access.reset_request (id, email, at)
  select reset.id, account.email, reset.created_at
  from access.password_reset reset join access.account on account.id = reset.account_id
  where reset.used_at is null;
