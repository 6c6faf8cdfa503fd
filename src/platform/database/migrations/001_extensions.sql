-- Periods that must not overlap (exclusion constraints on a unit and its dates), and search by parts of words.
create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;
