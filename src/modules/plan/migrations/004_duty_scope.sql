-- Which part of its agency's tasks a duty belongs to: it goes where that part goes when the agency passes its tasks on.

alter table plan.duty add column scope text;

-- Of duties loaded before: the part with which they have gone.
alter table plan.duty disable trigger duty_ended_only;
update plan.duty set scope = step.scope
from plan.duty_holder former
join plan.duty_holder latter on latter.duty_id = former.duty_id and latter.valid_from = former.valid_to
join organisation.succession step on step.from_id = former.unit_id and step.to_id = latter.unit_id
  and step.effective_on = former.valid_to and step.scope is not null and step.scope <> 'main'
where former.duty_id = duty.id;
alter table plan.duty enable trigger duty_ended_only;

-- An agency that was to open and does not, because its decision was taken back, goes in the same transaction as what it held.
alter table plan.duty_holder alter constraint duty_holder_unit_id_fkey deferrable initially deferred;
