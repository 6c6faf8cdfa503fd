/** The parts of an Office file of unknown origin: how such files begin, and unpacking that never goes past a limit. */
import { buffer } from 'node:stream/consumers'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { composed } from '#kernel/text.ts'
import { packageProblem } from './package-problems.ts'
import { XmlBudget, type XmlSource } from './read-xml.ts'
import type { ZipEntry } from './zip.ts'
import { listEntries, readEntry, ZipError } from './zip.ts'

/** A file of the archive, or the end of one that is empty: a text may begin with `PK`. */
const zipStarts = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
]
/** Office files of before 2007, and today's with a password. */
export const compoundStart = [0xd0, 0xcf, 0x11, 0xe0]

/** An honest file of many pictures has some hundred parts. */
const mostParts = 5000
/** Parts that describe others are never longer in an honest file. */
const smallPart = 10_000_000
/** Honest XML packs 5 to 40 times; deflate can 1,000 times. What is short anyway may pack as it likes. */
const tightest = 100
const shortAnyway = 5_000_000

const nothing = new TextEncoder().encode('<nothing/>')

/**
 * The parts of one file, unpacked on demand and together never past the limit; what their XML holds counts against one budget.
 * @throws ProblemError of the package's own limits, `ZipError` `broken` for an archive that is none.
 */
export class Parts {
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, ZipEntry>
  readonly #mostBytes: number
  readonly #budget = new XmlBudget()
  #unpacked = 0

  constructor(bytes: Uint8Array, unpackedBytes: number) {
    this.#bytes = bytes
    this.#mostBytes = unpackedBytes
    this.#entries = entriesByKey(listParts(bytes))
  }

  has(path: string): boolean {
    return this.#entries.has(keyOf(path))
  }

  small(path: string): XmlSource {
    return this.pieces(path, smallPart)
  }

  /** A part that describes others, or is a document of its own, at once. */
  async whole(path: string): Promise<Uint8Array> {
    return new Uint8Array(await buffer(this.small(path)))
  }

  /** The bytes of a part; an empty element where there is none, as most parts may be missing. */
  pieces(path: string, most = this.#mostBytes): XmlSource {
    return { budget: this.#budget, [Symbol.asyncIterator]: () => this.#unpack(path, most) }
  }

  async *#unpack(path: string, most: number): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(keyOf(path))
    if (!entry) return yield nothing
    let size = 0
    try {
      for await (const piece of readEntry(this.#bytes, entry, most)) {
        size += piece.length
        this.#unpacked += piece.length
        if (this.#unpacked > this.#mostBytes) throw new ProblemError(unpackedTooLarge(this.#mostBytes))
        if (size > shortAnyway && size > entry.packedSize * tightest)
          throw new ProblemError(packageProblem.packedTooTightly({ part: path, most: tightest }))
        yield piece
      }
    } catch (error) {
      if (error instanceof ZipError && error.reason !== 'broken')
        throw new ProblemError(this.#problem(error, path, most))
      throw error
    }
  }

  #problem({ reason }: ZipError, part: string, most: number): Problem {
    if (reason === 'locked') return packageProblem.partLocked({ part })
    return most < this.#mostBytes
      ? packageProblem.partTooLarge({ part, megabytes: most / 1_000_000 })
      : unpackedTooLarge(this.#mostBytes)
  }
}

function unpackedTooLarge(bytes: number): Problem {
  return packageProblem.unpackedTooLarge({ megabytes: bytes / 1_000_000 })
}

function listParts(bytes: Uint8Array): ZipEntry[] {
  const entries = listEntries(bytes)
  if (entries.length > mostParts)
    throw new ProblemError(packageProblem.tooManyParts({ count: entries.length, most: mostParts }))
  const inOrder = entries.toSorted((a, b) => a.headerAt - b.headerAt)
  // A few bytes that a thousand entries point to unpack a thousand times.
  const overlap = inOrder.some(({ headerAt, packedSize }, index) => {
    const next = inOrder[index + 1]
    return next !== undefined && headerAt + shortestHeader + packedSize > next.headerAt
  })
  if (overlap) throw new ProblemError(packageProblem.partsOverlap())
  return entries
}

const shortestHeader = 30

/** Two parts of one name are two files in one: each program would read the one it likes. */
function entriesByKey(entries: readonly ZipEntry[]): Map<string, ZipEntry> {
  const byKey = new Map<string, ZipEntry>()
  for (const entry of entries) {
    const key = keyOf(entry.name)
    if (byKey.has(key)) throw new ProblemError(packageProblem.partTwice({ part: entry.name.slice(0, 100) }))
    byKey.set(key, entry)
  }
  return byKey
}

/** Names of parts know no case; some programs write them with backslashes, a leading slash or escaped letters. */
function keyOf(name: string): string {
  const path = name.replace(/\\/g, '/').replace(/^(?:\.?\/)+/, '')
  return composed(unescaped(path)).toLowerCase()
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

export function isZip(bytes: Uint8Array): boolean {
  return zipStarts.some((start) => startsWith(bytes, start))
}

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

export function relationsPath(path: string): string {
  const folder = folderOf(path)
  return `${folder}_rels/${path.slice(folder.length)}.rels`
}
