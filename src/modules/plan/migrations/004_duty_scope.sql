-- Which part of its agency's tasks a duty belongs to: it goes where that part goes when the agency passes its tasks on. Null for the
-- main part, and for duties loaded before there was the column: theirs is read from the way they have gone (following/store.ts).
alter table plan.duty add column scope text;

-- An agency that was to open and does not, because its decision was taken back, goes in the same transaction as what it held.
alter table plan.duty_holder alter constraint duty_holder_unit_id_fkey deferrable initially deferred;
