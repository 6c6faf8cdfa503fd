-- The head of the audit chain is changed by every write: room on its page lets the row move in place, and its old versions be
-- cleared at once. Without it a burst of writes leaves pages of dead rows that every later write looks through.
alter table platform.audit_head set (fillfactor = 10, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0);
