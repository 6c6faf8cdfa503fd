-- What collection and reports read of the plan.

create view plan.published_duty as
  select duty.id, duty.ref, duty.position, duty.role, duty.title_vi, duty.title_en, duty.deadline, duty.tasks,
         holder.unit_id, holder.valid_from, holder.valid_to, holder.verified
  from plan.duty
  join plan.duty_holder holder on holder.duty_id = duty.id;

create view plan.published_target as
  select id, ref, key, group_code, position, year, indicator, comparator, value, mode, subject_vi, subject_en from plan.target;
