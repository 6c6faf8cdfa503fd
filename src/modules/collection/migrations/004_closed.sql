-- Forms of units that a decision ended: closed, never deleted, and known by the units that took over.

alter table collection.submission
  drop constraint submission_state_check,
  add constraint submission_state_check
    check (state in ('not-started', 'in-progress', 'sent', 'returned', 'approved', 'closed')),
  -- The day its unit was no more.
  add column closed_on date,
  add constraint submission_closed_has_day check ((state = 'closed') = (closed_on is not null));

alter table collection.submission_event
  drop constraint submission_event_kind_check,
  add constraint submission_event_kind_check
    check (kind in ('started', 'sent', 'returned', 'approved', 'reopened', 'reminded', 'closed', 'received'));

-- Where a closed form went: one row for each unit that took over, or part of it.
create table collection.closed_form (
  unit_id uuid not null,
  submission_id uuid not null,
  to_unit_id uuid not null,
  -- carried: its figures stand in the other's form as a draft. reference: they are shown beside it.
  how text not null check (how in ('carried', 'reference')),
  -- Where it stood before.
  was text not null check (was in ('not-started', 'in-progress', 'sent', 'returned', 'approved')),
  primary key (unit_id, submission_id, to_unit_id),
  foreign key (unit_id, submission_id) references collection.submission (unit_id, id)
);
create index closed_form_to on collection.closed_form (to_unit_id);
