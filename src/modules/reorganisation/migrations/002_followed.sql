-- What followed the units when a reform was approved and when its day came: roles, duties, forms and targets as they were told.
alter table reorganisation.reform add column followed jsonb;
