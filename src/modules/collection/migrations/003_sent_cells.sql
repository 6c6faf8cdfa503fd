-- What stood in a cell when its form was sent, kept once for each change: a correction types over the cell, and who typed the
-- figure before stays known. The cell of a sending is the row with the highest `sent_version` up to it.
create table collection.sent_cell (
  unit_id uuid not null,
  submission_id uuid not null,
  measure text not null references indicators.measure,
  category text not null,
  -- The first sending that had it so.
  sent_version int not null,
  cell_version int not null,
  typed text not null,
  amount numeric,
  note text not null,
  edited_by uuid,
  editor text not null,
  edited_at timestamptz not null,
  primary key (unit_id, submission_id, measure, category, sent_version),
  foreign key (unit_id, submission_id) references collection.submission (unit_id, id)
);
create trigger sent_cell_append_only before update or delete on collection.sent_cell
  for each row execute function platform.refuse_change();

-- Of forms sent before: the cells that were not touched since.
insert into collection.sent_cell (unit_id, submission_id, measure, category, sent_version, cell_version, typed, amount, note,
  edited_by, editor, edited_at)
select cell.unit_id, cell.submission_id, cell.measure, cell.category, submission.version, cell.version, cell.typed, cell.amount,
  cell.note, cell.edited_by, cell.editor, cell.edited_at
from collection.cell
join collection.submission on submission.unit_id = cell.unit_id and submission.id = cell.submission_id
where submission.version > 0 and cell.edited_at <= submission.sent_at;
