-- Keys of repeats are kept as hashes, each with the hash of the input it was used for: another input is another act.
alter table platform.idempotency_key add column input_hash text not null default '';
