-- That something was made with a value is a usage of it.
select platform.rename_table('reports.used_value', 'value_usage');
