/** Packs: the data a place loads, as JSON files under `packs/`, each read through a schema. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { projectRoot } from '#platform/root.ts'

/** Reads `packs/<name>.json`; throws with the file's name when it is missing or does not fit `schema`. */
export async function readPack<T>(name: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(join(projectRoot, 'packs', `${name}.json`), 'utf8')
  const parsed = schema.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]
  throw new Error(`packs/${name}.json: ${first?.path.join('.')}: ${first?.message}`)
}
