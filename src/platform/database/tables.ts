/**
 * Every table and published view by its schema-qualified name, for Kysely. Empty here; a module adds its own:
 * `declare module '#platform/database/tables.ts' { interface Tables { 'organisation.unit': UnitTable } }`
 */
import type { Kysely, Transaction } from 'kysely'

// biome-ignore lint/suspicious/noEmptyInterface: open for the modules to add to
export interface Tables {}

/** A running transaction: what every store function takes first. */
export type Tx = Transaction<Tables>

/** A transaction or the pool: what a single read needs. */
export type Reader = Kysely<Tables>
