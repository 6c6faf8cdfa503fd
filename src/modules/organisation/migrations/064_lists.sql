-- Imports of boundaries in the order in which they came, and by their day, page by page.
create index boundary_import_latest on organisation.boundary_import (seq);
create index boundary_import_day on organisation.boundary_import (valid_on, seq desc);
