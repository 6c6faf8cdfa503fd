/** Unpacks a whole archive, for tests. */
import { listEntries, readEntry } from './zip.ts'

export async function readParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  for (const entry of listEntries(bytes)) {
    const pieces: Uint8Array[] = []
    for await (const piece of readEntry(bytes, entry, 50_000_000)) pieces.push(piece)
    parts.set(entry.name.replace(/^\//, ''), Buffer.concat(pieces).toString('utf8'))
  }
  return parts
}
