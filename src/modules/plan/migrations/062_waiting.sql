-- What waits to be published is a part of people's work: found without looking through what was published or put away.
create index amendment_waiting on plan.amendment (changed_at, id) where state = 'draft';
create index plan_import_waiting on plan.plan_import (created_at, id) where state = 'open';
