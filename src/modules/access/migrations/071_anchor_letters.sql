-- Auditors who wish are sent the anchor of each day: the head of the audit log, to hold it against later.
alter table access.account add column wants_anchors boolean not null default false;
