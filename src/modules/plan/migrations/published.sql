-- What collection and reports read of the plan.

-- Who answers for a duty from when to when; a duty that an amendment ended or brought is held until or from its day.
create view plan.published_duty as
  select duty.id, duty.ref, duty.position, duty.role, duty.title_vi, duty.title_en, duty.deadline, duty.tasks,
         holder.unit_id, greatest(holder.valid_from, began.effective_on) as valid_from,
         least(holder.valid_to, ended.effective_on) as valid_to, holder.verified,
         duty.from_version, duty.until_version
  from plan.duty
  join plan.plan_version began on began.plan_id = duty.plan_id and began.number = duty.from_version
  left join plan.plan_version ended on ended.plan_id = duty.plan_id and ended.number = duty.until_version
  join plan.duty_holder holder on holder.duty_id = duty.id
  where holder.valid_from < coalesce(ended.effective_on, 'infinity') and holder.valid_to > began.effective_on;

-- The targets in force.
create view plan.published_target as
  select id, ref, key, group_code, position, year, indicator, comparator, value, mode, subject_vi, subject_en, from_version
  from plan.target where until_version is null;
