/** The platform's own tables and functions, first in every list of migrations. */
/// <reference types="vite/types/importMeta.d.ts" />
import type { ModuleMigrations } from './migration-steps.ts'

const migrations: Record<string, string> = import.meta.glob('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export const platformMigrations: ModuleMigrations = { name: 'platform', migrations }
