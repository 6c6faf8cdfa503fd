-- One table of everything that can be searched for, written in the transaction that changes the thing itself. Words are folded
-- (no tones, no đ, no case); misspelt ones are looked for among the words there are, of which even a nation has few.
create extension if not exists fuzzystrmatch with schema public;

create table platform.search_entry (
  kind text not null,
  id text not null,
  -- What stands before the name: a number, the place in a plan.
  ref text not null,
  name_vi text not null,
  name_en text not null,
  detail_vi text not null,
  detail_en text not null,
  href text not null,
  -- The Vietnamese name, folded: what a query is compared with.
  folded text not null,
  -- Every word it is found by, and `kind:<kind>`.
  words text[] not null,
  -- Whose readers, and for which field of work, may see it; null for everybody.
  visible_at uuid,
  visible_field text,
  valid_from date not null,
  valid_to date not null,
  primary key (kind, id),
  check ((visible_at is null) = (visible_field is null))
);

create index search_entry_words on platform.search_entry using gin (words);
create index search_entry_folded on platform.search_entry (kind, folded text_pattern_ops);

create table platform.search_word (
  word text collate "C" primary key,
  -- How long it is; null of what has digits, which is never taken for misspelt.
  letters int generated always as (case when word ~ '[0-9]' then null else length(word) end) stored
);

create index search_word_letters on platform.search_word (letters) where letters is not null;

-- The kinds of which all entries were written, if only to say that there are none.
create table platform.search_kind (kind text primary key);
