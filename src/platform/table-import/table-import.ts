/** A table import as a value: its description with the addresses and operations that follow from it. */
import type { ImportDefinition } from './definition.ts'
import { type ImportOperations, importOperations } from './import-operations.ts'
import { importPaths } from './paths.ts'

export interface TableImportKind<Context = never> extends ImportDefinition<Context> {
  readonly paths: ReturnType<typeof importPaths>
  /** To be listed among the module's operations. */
  readonly operations: ImportOperations
}

/** An import of any context, as lists hold them. */
export type AnyTableImport = TableImportKind

/**
 * `export const documentImport = tableImport({ name: 'policies.importDocuments', ... })`; then list `...Object.values(documentImport.operations)`
 * among the module's operations, `documentImport` among its `imports`, and `...importPages(documentImport)` among its routes.
 */
export function tableImport<Context>(definition: ImportDefinition<Context>): AnyTableImport {
  const kind = definition as unknown as ImportDefinition<never>
  return { ...kind, paths: importPaths(definition.at), operations: importOperations(kind) }
}
