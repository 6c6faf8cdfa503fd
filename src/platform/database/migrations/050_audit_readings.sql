-- Who saw the record of a person: entries of sensitive reads name the records that their answers showed.
create index audit_entry_records on platform.audit_entry using gin ((detail->'records')) where detail ? 'records';
