-- Sendings and evidence go by the order in which they came, whatever the clock said.
create sequence collection.sending as bigint;
alter table collection.submission add column sent_seq bigint;
update collection.submission set sent_seq = sent.seq
from (
  select unit_id, id, nextval('collection.sending') as seq
  from (select unit_id, id from collection.submission where sent_at is not null order by sent_at, id) ordered) sent
where sent.unit_id = submission.unit_id and sent.id = submission.id;

-- How often the form had been sent when a piece of evidence was added, and when it was taken away.
alter table collection.evidence add column added_version int not null default 0, add column removed_version int;
update collection.evidence proof set
  added_version = (
    select count(*) from collection.submission_event event
    where event.unit_id = proof.unit_id and event.submission_id = proof.submission_id and event.kind = 'sent' and event.at < proof.added_at),
  removed_version = case when proof.removed_at is not null then (
    select count(*) from collection.submission_event event
    where event.unit_id = proof.unit_id and event.submission_id = proof.submission_id and event.kind = 'sent' and event.at < proof.removed_at)
    end;
alter table collection.evidence alter column added_version drop default;
