/** Packs: the data a place loads, as JSON files under `packs/`, each read through a schema. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#platform/root.ts'

export const packFolder = join(projectRoot, 'packs')

/** Reads `packs/<name>.json`; throws with the file's name when it is missing or does not fit `schema`. */
export async function readPack<T>(name: string, schema: z.ZodType<T>, folder: string = packFolder): Promise<T> {
  const parsed = schema.safeParse(JSON.parse(await textOf(name, folder)))
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]
  throw new Error(`packs/${name}.json: ${first?.path.join('.')}: ${first?.message}`)
}

const Head = z.object({ version: z.int().min(1) })

/** The version that a file says it is of, and its SHA-256. */
export async function readPackHead(name: string, folder: string): Promise<{ version: number; checksum: string }> {
  const checksum = createHash('sha256')
    .update(await textOf(name, folder))
    .digest('hex')
  return { ...(await readPack(name, Head, folder)), checksum }
}

function textOf(name: string, folder: string): Promise<string> {
  return readFile(join(folder, `${name}.json`), 'utf8')
}
