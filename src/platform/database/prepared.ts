/**
 * Statements whose plan a connection keeps: the few that nearly every call asks, by keys. Making their plan takes longer than running
 * them. They are marked in their text, so that the query builder in between need not know.
 */
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'

const mark = /^\/\* prepared ([\w.]+) \*\//

/** In front of a statement that is the same text each time. */
export function preparedAs(name: string): RawBuilder<unknown> {
  const comment = `/* prepared ${name} */ `
  if (!mark.test(comment)) throw new Error(`not a name of a prepared statement: ${name}`)
  return sql.raw(comment)
}

/** Sends marked statements by their names: the driver has each prepared once on its connection, and refuses another text of the name. */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    const query = (text: unknown, ...rest: unknown[]): unknown => {
      const [, name] = (typeof text === 'string' && mark.exec(text)) || []
      return Reflect.apply(pg.Client.prototype.query, this, [name ? { name, text } : text, ...rest])
    }
    this.query = query as typeof this.query
  }
}
