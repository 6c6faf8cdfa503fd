-- Rows that are a part of their measure's total: how many of them are women.
alter table collection.form_row
  -- The words of the category; null for the total.
  add column part_vi text,
  add column part_en text,
  -- Nobody counts in two categories of the dimension: its parts stay within the total together.
  add column disjoint boolean not null default true,
  add constraint form_row_part_has_words check ((category = 'total') = (part_vi is null) and (part_vi is null) = (part_en is null));
