/** The door to the database. */
export { isAway, isOnlyRead } from './away.ts'
export { backup, type Carried } from './backup.ts'
export { type FilesToFill, filesLookedAt } from './backup-files.ts'
export { readThrough } from './backup-reading.ts'
export { type Database, openDatabase, ping } from './connect.ts'
export { type CopyValue, copyRows } from './copy.ts'
export { type ListPageInput, type ListQuery, listQuery } from './list-query.ts'
export { type Listening, listenTo } from './listen.ts'
export { migrate } from './migrate.ts'
export type { ModuleMigrations } from './migration-steps.ts'
export { platformMigrations } from './own-migrations.ts'
export {
  type ConstraintProblems,
  databaseProblems,
  errorTranslator,
  type TranslateError,
  type Violation,
} from './problems.ts'
export { type NamedQuery, namedQuery, type StreamQuery, streamQuery } from './query.ts'
export { type Attempt, repeatWhereSafe } from './repeat.ts'
export { restore } from './restore.ts'
export { insertRows, type RowOf, recordsOf } from './rows.ts'
export type { Reader, Tables, Tx } from './tables.ts'
export { withTemporaryDatabase } from './temporary.ts'
export { backupLock, inTurn, whereNobodyIs } from './turns.ts'
