-- Kinds of official documents by which agencies direct, with their abbreviations (Decree 30/2020/NĐ-CP, annex III).
create table policy_documents.kind (
  code text primary key,
  abbreviation text not null,
  name_vi text not null,
  name_en text not null,
  position int not null
);

insert into policy_documents.kind (code, abbreviation, name_vi, name_en, position) values
  ('resolution', 'NQ', 'Nghị quyết', 'Resolution', 1),
  ('decision', 'QĐ', 'Quyết định', 'Decision', 2),
  ('directive', 'CT', 'Chỉ thị', 'Directive', 3),
  ('regulation', 'QC', 'Quy chế', 'Regulation', 4),
  ('rule', 'QyĐ', 'Quy định', 'Rules', 5),
  ('notice', 'TB', 'Thông báo', 'Notice', 6),
  ('guidance', 'HD', 'Hướng dẫn', 'Guidance', 7),
  ('programme', 'CTr', 'Chương trình', 'Programme', 8),
  ('plan', 'KH', 'Kế hoạch', 'Plan', 9),
  ('scheme', 'ĐA', 'Đề án', 'Scheme', 10),
  ('letter', '', 'Công văn', 'Official letter', 11),
  ('urgent-letter', 'CĐ', 'Công điện', 'Urgent official letter', 12);

create table policy_documents.document (
  id uuid primary key,
  unit_id uuid not null references organisation.unit,
  -- Number and symbol, as printed: 290/KH-UBND.
  number text not null,
  issued_on date not null,
  kind text not null references policy_documents.kind,
  title text not null,
  -- Otherwise only readers of the unit, and of those above it, see it.
  is_public boolean not null,
  -- The first day on which it is not in force any more.
  ended_on date,
  replaced_by uuid references policy_documents.document,
  file text,
  file_name text,
  file_type text,
  -- The table import that brought it, if one did.
  import_id uuid,
  version int not null default 1,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint document_ends_later check (ended_on >= issued_on),
  constraint document_replaced_from check (replaced_by is null or ended_on is not null)
);

-- A unit numbers its documents anew each year.
create unique index document_number_once on policy_documents.document (unit_id, lower(number), (extract(year from issued_on)));
create index document_number on policy_documents.document (lower(number));
create index document_of_unit on policy_documents.document (unit_id, issued_on desc, id desc);
create index document_newest on policy_documents.document (issued_on desc, id desc);
create index document_replacing on policy_documents.document (replaced_by) where replaced_by is not null;
create index document_import on policy_documents.document (import_id) where import_id is not null;
create index document_file on policy_documents.document (file) where file is not null;

-- What of the plan a document implements: a clause by its reference, a target or a duty by its id.
create table policy_documents.implements (
  document_id uuid not null references policy_documents.document,
  item_kind text not null check (item_kind in ('clause', 'target', 'duty')),
  item_id text not null,
  primary key (document_id, item_kind, item_id)
);
