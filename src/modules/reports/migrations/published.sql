-- What the portal shows of reports: those that were frozen.

create view reports.published_report as
  select report.year, report.kind, report.number, report.symbol, report.issued_on, report.is_sample, report.frozen_at, snapshot.hash
  from reports.report
  join reports.snapshot on snapshot.report_id = report.id
  where report.state = 'frozen';
