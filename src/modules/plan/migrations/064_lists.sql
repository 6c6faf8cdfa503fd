-- Amendments of a plan in the order in which they were last written on, page by page.
create index amendment_latest on plan.amendment (plan_id, seq);
create index amendment_effective on plan.amendment (plan_id, effective_on, seq desc);
