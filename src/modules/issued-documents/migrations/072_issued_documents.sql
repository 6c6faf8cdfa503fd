-- Kinds of administrative documents with their abbreviations (Decree 30/2020/NĐ-CP, article 7 and annex III, part I).
create table issued_documents.kind (
  code text primary key,
  abbreviation text not null,
  name_vi text not null,
  name_en text not null,
  position int not null
);

insert into issued_documents.kind (code, abbreviation, name_vi, name_en, position) values
  ('resolution', 'NQ', 'Nghị quyết', 'Resolution', 1),
  ('decision', 'QĐ', 'Quyết định', 'Decision', 2),
  ('directive', 'CT', 'Chỉ thị', 'Directive', 3),
  ('regulation', 'QC', 'Quy chế', 'Regulation', 4),
  ('rule', 'QyĐ', 'Quy định', 'Rules', 5),
  ('communique', 'TC', 'Thông cáo', 'Communiqué', 6),
  ('notice', 'TB', 'Thông báo', 'Notice', 7),
  ('guidance', 'HD', 'Hướng dẫn', 'Guidance', 8),
  ('programme', 'CTr', 'Chương trình', 'Programme', 9),
  ('plan', 'KH', 'Kế hoạch', 'Plan', 10),
  ('option', 'PA', 'Phương án', 'Course of action', 11),
  ('scheme', 'ĐA', 'Đề án', 'Scheme', 12),
  ('project', 'DA', 'Dự án', 'Project', 13),
  ('report', 'BC', 'Báo cáo', 'Report', 14),
  ('minutes', 'BB', 'Biên bản', 'Minutes', 15),
  ('submission', 'TTr', 'Tờ trình', 'Submission', 16),
  ('contract', 'HĐ', 'Hợp đồng', 'Contract', 17),
  ('letter', '', 'Công văn', 'Official letter', 18),
  ('urgent-letter', 'CĐ', 'Công điện', 'Urgent official letter', 19),
  ('memorandum', 'BGN', 'Bản ghi nhớ', 'Memorandum', 20),
  ('agreement', 'BTT', 'Bản thỏa thuận', 'Agreement', 21),
  ('authorisation', 'GUQ', 'Giấy ủy quyền', 'Authorisation', 22),
  ('invitation', 'GM', 'Giấy mời', 'Invitation', 23),
  ('introduction', 'GGT', 'Giấy giới thiệu', 'Letter of introduction', 24),
  ('leave', 'GNP', 'Giấy nghỉ phép', 'Leave', 25),
  ('sending-slip', 'PG', 'Phiếu gửi', 'Sending slip', 26),
  ('transfer-slip', 'PC', 'Phiếu chuyển', 'Transfer slip', 27),
  ('notification-slip', 'PB', 'Phiếu báo', 'Notification slip', 28);

-- A book of numbers for each unit, year and kind (article 15: from 01 on 1 January, each number once). Samples have books of their own.
create table issued_documents.book (
  unit_id uuid not null references organisation.unit,
  year smallint not null check (year between 2000 and 2200),
  kind text not null references issued_documents.kind,
  is_sample boolean not null,
  -- The next document gets the number after it.
  last_number int not null check (last_number between 1 and 99999),
  primary key (unit_id, year, kind, is_sample)
);

-- What stands at each number: a document, or why there is none.
create table issued_documents.entry (
  id uuid primary key,
  unit_id uuid not null,
  year smallint not null,
  kind text not null,
  is_sample boolean not null,
  -- One number for a document, several where a whole gap is explained at once.
  first_number int not null check (first_number >= 1),
  last_number int not null check (last_number between first_number and 99999),
  state text not null check (state in ('issued', 'unused')),
  -- Of a document, as the decree's form of the register has it (annex IV, part I).
  symbol text,
  issued_on date,
  title text,
  signatory text,
  recipients text,
  kept_by text,
  note text,
  -- Why a number bears no document.
  reason text,
  -- What issued it where a module did: 'reports 2026'.
  source text,
  version int not null default 1,
  recorded_by uuid,
  recorded_at timestamptz not null,
  foreign key (unit_id, year, kind, is_sample) references issued_documents.book,
  constraint entry_is_document check (
    state = 'unused' or (first_number = last_number and symbol is not null and issued_on is not null and title is not null)),
  constraint entry_says_why check (state = 'issued' or reason is not null),
  constraint entry_number_once exclude using gist (
    unit_id with =, year with =, kind with =, (is_sample::int) with =, int4range(first_number, last_number, '[]') with &&)
);
create unique index entry_in_order on issued_documents.entry (unit_id, year, kind, is_sample, first_number);
create unique index entry_source_once on issued_documents.entry (source) where source is not null;
