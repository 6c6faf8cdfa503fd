/**
 * Files that begin with `-- online`: what takes long runs after the start, while the program serves and people work. Each statement ends
 * with a semicolon at the end of a line, is committed by itself, and may be run again from the first one after whatever stopped it:
 *
 *   create index concurrently if not exists NAME on ...;     an index that was left half made is dropped first
 *   drop index concurrently if exists NAME;
 *   alter table ... validate constraint NAME;
 *   -- until none is left
 *   update ... where KEY in (select KEY ... where NOT YET DONE limit 5000);     again and again, until it touches no row
 *
 * Nothing of the same version may rely on it. Where a later file of the module has to be applied too, and in an empty database, the file
 * runs in its place, in the transaction of the others.
 */
import type { ClientBase } from 'pg'

interface OnlineFile {
  readonly module: string
  readonly file: string
  readonly sql: string
}

interface OnlineStatement {
  readonly text: string
  readonly isRepeated: boolean
}

const forms = [
  /^create (unique )?index concurrently if not exists \w+ on /i,
  /^drop index concurrently if exists [\w.]+$/i,
  /^alter table [\w.]+ validate constraint \w+$/i,
]
const repeatedForms = /^(update|delete|insert|with) /i

/** Throws where a statement has none of the forms: it could not be run again. */
export function statementsOf({ module, file, sql }: OnlineFile): OnlineStatement[] {
  return sql.split(/;[ \t]*$/m).flatMap((piece) => {
    const lines = piece.split('\n')
    const text = lines
      .filter((line) => !line.trimStart().startsWith('--'))
      .join('\n')
      .trim()
    if (!text) return []
    const isRepeated = lines.some((line) => /^\s*-- until none is left\s*$/.test(line))
    const flat = text.replace(/\s+/g, ' ')
    const fits = isRepeated ? repeatedForms.test(flat) : forms.some((form) => form.test(flat))
    if (!fits) throw new Error(`${module}/${file}: not a statement of an online file: ${flat.slice(0, 80)}`)
    return [{ text, isRepeated }]
  })
}

type Run = (text: string) => Promise<number>

function runnerOf(client: ClientBase, { module, file }: OnlineFile): Run {
  return async (text) => {
    try {
      return (await client.query(text)).rowCount ?? 0
    } catch (error) {
      throw new Error(`${module}/${file}: ${(error as Error).message}`, { cause: error })
    }
  }
}

async function untilNoneIsLeft(run: Run, text: string): Promise<void> {
  while ((await run(text)) > 0);
}

/** All of it in the caller's transaction, where nobody works meanwhile. */
export async function runInTransaction(client: ClientBase, step: OnlineFile): Promise<void> {
  const run = runnerOf(client, step)
  for (const { text, isRepeated } of statementsOf(step)) {
    if (isRepeated) await untilNoneIsLeft(run, text)
    else await run(text.replace(/\bconcurrently\b/i, ''))
  }
}

/** Statement by statement, each committed by itself. */
export async function runWhilePeopleWork(client: ClientBase, step: OnlineFile): Promise<void> {
  const run = runnerOf(client, step)
  for (const { text, isRepeated } of statementsOf(step)) {
    const [, index] =
      /^create (?:unique )?index concurrently if not exists (\w+) on /i.exec(text.replace(/\s+/g, ' ')) ?? []
    if (index) await dropHalfMade(client, index)
    if (isRepeated) await untilNoneIsLeft(run, text)
    else await run(text)
  }
}

/** An index whose making was cut off is there, used by nobody, and slows every write. */
async function dropHalfMade(client: ClientBase, index: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relname = $1 and not i.indisvalid`,
    [index],
  )
  for (const { name } of rows) await client.query(`drop index concurrently if exists ${name}`)
}
