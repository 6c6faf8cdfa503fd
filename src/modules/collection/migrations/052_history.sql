-- The steps of forms stand in the one history of all workflows; the state before each is what the one before led to.
do $$
declare
  form record;
  event record;
  state text;
  next_state text;
  sequence int;
begin
  for form in select submission.id, submission.state, submission.touched_at, submission.version from collection.submission loop
    state := 'not-started';
    sequence := 0;
    for event in select * from collection.submission_event past where past.submission_id = form.id order by past.seq loop
      next_state := case event.kind
        when 'sent' then 'sent' when 'approved' then 'approved' when 'closed' then 'closed'
        when 'returned' then 'returned' when 'reopened' then 'returned'
        when 'reminded' then state
        else case state when 'not-started' then 'in-progress' else state end end;
      sequence := sequence + 1;
      perform platform.keep_step('collection.submission', form.id, sequence,
        case event.kind
          when 'started' then 'fill' when 'sent' then 'send' when 'returned' then 'return' when 'approved' then 'approve'
          when 'reopened' then 'reopen' when 'reminded' then 'remind' when 'received' then 'receive' else 'close' end,
        state, next_state, event.by_id, event.by_name, event.at, event.reason, event.due_on, event.version, null);
      state := next_state;
    end loop;
    -- A report on a duty, or evidence, began a form without an event.
    if form.state = 'in-progress' and state = 'not-started' then
      perform platform.keep_step('collection.submission', form.id, sequence + 1, 'fill', state, form.state, null, null, null, null, null,
        form.version, null);
      state := form.state;
    end if;
    if state <> form.state then
      raise exception 'the events of the form % lead to %, and it is %', form.id, state, form.state;
    end if;
  end loop;
end $$;

drop table collection.submission_event;
alter table collection.submission drop column sent_by, drop column returned_by, drop column approved_by;
