-- At which units a right is decided is asked by every write and most reads, always by keys: its plan is kept, for making one anew takes
-- several times as long as running it.
alter function access.deciding_units(uuid, date) set plan_cache_mode = force_generic_plan;
