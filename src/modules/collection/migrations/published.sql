-- What reports and the portal read of rounds: where each submission stands, its cells, and what agencies did for their duties.
-- Forms that a decision about units closed are not among them: what they were about is told by the forms of the heirs.

create view collection.published_round as
  select id, year, title_vi, title_en, opens_on, due_on, state, is_sample from collection.round;

create view collection.published_submission as
  select submission.unit_id, submission.id, submission.round_id, round.year, form.code as form_code, form.audience, form.per_duty,
         submission.state, submission.due_on, submission.version, submission.is_sample, submission.is_late,
         submission.touched_at, submission.sent_at, submission.sent_on, submission.returned_at, submission.return_reason,
         submission.approved_at
  from collection.submission
  join collection.round on round.id = submission.round_id
  join collection.form on form.id = submission.form_id
  where submission.state <> 'closed';

-- The cells as they stand now; of an approved submission they are what was approved.
create view collection.published_cell as
  select cell.unit_id, cell.submission_id, round.year, submission.state, submission.is_sample, cell.measure, cell.category,
         cell.amount, cell.note
  from collection.cell
  join collection.submission on submission.unit_id = cell.unit_id and submission.id = cell.submission_id
    and submission.state <> 'closed'
  join collection.round on round.id = submission.round_id;

create view collection.published_duty_report as
  select report.unit_id, report.submission_id, round.year, submission.state as submission_state, submission.is_sample,
         report.duty_id, report.state, state.name_vi as state_vi, state.name_en as state_en, report.percent,
         report.result, report.difficulty, report.proposal
  from collection.duty_report report
  join collection.duty_state state on state.code = report.state
  join collection.submission on submission.unit_id = report.unit_id and submission.id = report.submission_id
    and submission.state <> 'closed'
  join collection.round on round.id = submission.round_id;

create view collection.published_evidence as
  select unit_id, submission_id, duty_id, id, title, url, file, file_type
  from collection.evidence where removed_at is null;

-- How far each submission is: rows of its form, and those that are filled (duties count as rows). Parts of a total are optional.
create view collection.published_completeness as
  select submission.unit_id, submission.id as submission_id,
    (select count(*) from collection.form_row where form_row.form_id = submission.form_id and form_row.category = 'total')::int as rows_asked,
    (select count(*) from collection.cell
      where cell.unit_id = submission.unit_id and cell.submission_id = submission.id and cell.category = 'total' and cell.entry <> '')::int as rows_filled,
    case when form.per_duty then (select count(*) from plan.published_duty duty
      where duty.unit_id = submission.unit_id and duty.valid_from <= round.due_on and duty.valid_to > round.due_on) else 0 end::int as duties_asked,
    (select count(*) from collection.duty_report report
      where report.unit_id = submission.unit_id and report.submission_id = submission.id)::int as duties_filled
  from collection.submission
  join collection.form on form.id = submission.form_id
  join collection.round on round.id = submission.round_id;
