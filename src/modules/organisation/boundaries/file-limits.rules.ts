/** A file looked at before it is parsed: what kind of file it is, and whether its text can be read within bounds. */
import type { Problem } from '#kernel/problem.ts'
import { problems as boundaryProblems } from './boundaries.texts.ts'
import { problems } from './file-limits.texts.ts'

/** What the program can read, measure and simplify within its memory. */
export const mostMegabytes = 25

/** GeoJSON nests ten deep, collections and properties somewhat deeper; a parser made to nest without end runs out of memory. */
const mostDepth = 64

/** A position is a list: 25 MB of real boundaries hold about a million of them. */
const mostLists = 1_500_000

/** Properties of all areas together. */
const mostMembers = 2_000_000

/** The text of a file that can be parsed, or why it can not. */
export function textWithin(bytes: Uint8Array): { text: string } | { problem: Problem } {
  if (bytes.length > mostMegabytes * 1_048_576)
    return { problem: boundaryProblems.boundariesTooLarge({ megabytes: mostMegabytes }) }
  const format = otherFormat(bytes)
  if (format) return { problem: problems.boundariesOtherFormat({ format }) }
  const beyond = beyondBounds(bytes)
  if (beyond) return { problem: beyond }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { problem: problems.boundariesNotText() }
  }
}

/** How files of maps begin that are no GeoJSON. */
const beginnings: readonly (readonly [start: string, format: string])[] = [
  ['PK\x03\x04', 'ZIP'],
  ['\x00\x00\x27\x0a', 'Shapefile'],
  ['SQLite format 3', 'GeoPackage'],
  ['fgb', 'FlatGeobuf'],
  ['\x1f\x8b', 'GZIP'],
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7z'],
  ['%PDF', 'PDF'],
]

function otherFormat(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 300))
  const known = beginnings.find(([beginning]) => start.startsWith(beginning))
  if (known) return known[1]
  if (!/^(\xef\xbb\xbf)?\s*</.test(start)) return undefined
  if (/<kml/i.test(start)) return 'KML'
  return /<(html|!doctype html)/i.test(start) ? 'HTML' : 'XML'
}

const [quote, backslash, comma, colon] = ['"', '\\', ',', ':'].map((sign) => sign.charCodeAt(0))
/** `[` and `{` differ by one bit, and so do `]` and `}`. */
const [opening, closing, bit] = [0x7b, 0x7d, 0x20]

/** Counts what the parser would have to make, outside of quoted text, and stops at the first bound that is passed. */
function beyondBounds(bytes: Uint8Array): Problem | undefined {
  let [depth, lists, members, values] = [0, 0, 0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === quote) at = endOfText(bytes, at)
    else if (byte === comma) values += 1
    else if (byte === colon) members += 1
    else if ((byte | bit) === opening) {
      lists += 1
      depth += 1
      if (depth > mostDepth) return problems.boundariesTooDeep({ most: mostDepth })
    } else if ((byte | bit) === closing) depth -= 1
    if (lists > mostLists || values > 5 * mostLists) return problems.boundariesTooDetailed({ most: mostLists })
    if (members > mostMembers) return problems.boundariesTooManyProperties({ most: mostMembers })
  }
  return undefined
}

function endOfText(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    if (bytes[at] === backslash) at += 1
    else if (bytes[at] === quote) return at
  }
  return bytes.length
}
