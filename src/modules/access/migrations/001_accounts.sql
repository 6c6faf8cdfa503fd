-- Who people are, what they may do at which unit, and how they prove it. Of every secret only a hash is kept.

create table access.account (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  language text not null check (language in ('vi', 'en')),
  created_at timestamptz not null,
  disabled_at timestamptz,
  constraint account_email_once unique (email),
  constraint account_email_folded check (email = lower(email))
);

-- valid_to is the first day without the role; a grant ended on its first day is kept, empty.
create table access.role_grant (
  id uuid primary key,
  account_id uuid not null references access.account,
  unit_id uuid not null references organisation.unit,
  role text not null check (role in ('reader', 'editor', 'approver', 'administrator', 'auditor')),
  valid_from date not null,
  valid_to date not null default 'infinity',
  granted_by uuid references access.account,
  granted_at timestamptz not null,
  constraint role_grant_lives check (valid_from <= valid_to),
  constraint role_grant_once exclude using gist
    (account_id with =, unit_id with =, role with =, daterange(valid_from, valid_to) with &&)
);
create index role_grant_held on access.role_grant (account_id, unit_id) include (role, valid_from, valid_to);
create index role_grant_unit on access.role_grant (unit_id, role);

-- The token is made when the letter is written, so nothing between holds it readable.
create table access.invitation (
  id uuid primary key,
  token_hash text unique,
  email text not null check (email = lower(email)),
  name text not null,
  language text not null check (language in ('vi', 'en')),
  unit_id uuid not null references organisation.unit,
  role text not null check (role in ('reader', 'editor', 'approver', 'administrator', 'auditor')),
  invited_by uuid references access.account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_open on access.invitation (email) where used_at is null;
create index invitation_unit on access.invitation (unit_id) where used_at is null;

create table access.password_reset (
  id uuid primary key,
  token_hash text unique,
  account_id uuid not null references access.account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_reset_account on access.password_reset (account_id, created_at);

create table access.openid_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references access.account,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index openid_identity_account on access.openid_identity (account_id);

-- expires_on is the last day it works.
create table access.api_token (
  id uuid primary key,
  token_hash text not null,
  account_id uuid not null references access.account,
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_on date not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_token_hash_once unique (token_hash)
);
create index api_token_account on access.api_token (account_id, created_at);

-- Failed sign-ins, by what was typed and from where, whether or not there is such an account; kept for a day.
create table access.failed_sign_in (
  email text not null,
  address text not null,
  at timestamptz not null
);
create index failed_sign_in_recent on access.failed_sign_in (email, at);
create index failed_sign_in_age on access.failed_sign_in (at);
