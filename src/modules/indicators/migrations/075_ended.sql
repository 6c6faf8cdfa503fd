-- What a pack has no more ends: it stays for what was counted by it, and nothing new asks for it. Null: in force.
alter table indicators.measure add column ended_on date;
alter table indicators.measure_rule add column ended_on date;
alter table indicators.dimension add column ended_on date;
alter table indicators.category add column ended_on date;
alter table indicators.term add column ended_on date;
alter table indicators.indicator add column ended_on date;
