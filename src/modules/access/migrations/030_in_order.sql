-- The order in which rows came: a clock set back, by which ids are made too, puts histories out of order.
alter table access.invitation add column seq bigint generated always as identity;
alter table access.api_token add column seq bigint generated always as identity;
alter table access.role_move add column seq bigint generated always as identity;
