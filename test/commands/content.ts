/** What a database holds, to be compared with another. */
import type pg from 'pg'

/** Every table of the program with its number of rows and a sum over their text, whatever their order. */
export async function contentOf(pool: pg.Pool): Promise<string[]> {
  const tables = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')
        and format('%I.%I', schemaname, tablename) not in ('platform.migration', 'platform.script') order by 1`,
  )
  const contents: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ content: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as content from ${name} t`,
    )
    contents.push(`${name} ${rows[0]?.content}`)
  }
  return contents
}
