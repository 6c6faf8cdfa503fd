-- A frozen report is given as PDF too.
alter table reports.file drop constraint file_format_check;
alter table reports.file add constraint file_format_check check (format in ('docx', 'pdf', 'xlsx', 'html'));
