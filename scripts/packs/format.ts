/** Writes a pack file so that differences read well: one row, or one entry of an object, to a line. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text of a pack: the keys of the outer object, then one row or entry a line. */
export function formatPack(pack: object): string {
  const parts = Object.entries(pack).map(([key, value]) => `  ${JSON.stringify(key)}: ${formatPart(value)}`)
  return `{\n${parts.join(',\n')}\n}\n`
}

function formatPart(value: unknown): string {
  if (Array.isArray(value) && value.some((row) => typeof row === 'object' && row !== null))
    return `[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
  if (!entries.some(([, entry]) => typeof entry === 'object' && entry !== null)) return JSON.stringify(value)
  return `{\n${entries.map(([key, entry]) => `    ${JSON.stringify(key)}: ${JSON.stringify(entry)}`).join(',\n')}\n  }`
}

/** Writes a pack file. */
export function writePack(path: string, pack: object): void {
  writeFileSync(path, formatPack(pack).normalize('NFC'))
}

/** Every JSON file below `folder`. */
export function packFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}

if (import.meta.main)
  for (const path of packFiles(join(import.meta.dirname, '../../packs')))
    writePack(path, JSON.parse(readFileSync(path, 'utf8')))
