/** The parts of an Office file of unknown origin: how such files begin, and unpacking that never goes past a limit. */
import type { ZipEntry } from './zip.ts'
import { listEntries, readEntry, ZipError } from './zip.ts'

export const zipStart = [0x50, 0x4b]
/** Office files of before 2007, and today's with a password. */
export const compoundStart = [0xd0, 0xcf, 0x11, 0xe0]

/** Parts that describe others are never longer in an honest file. */
const smallPart = 10_000_000
const nothing = new TextEncoder().encode('<nothing/>')

/** The parts of one file, unpacked on demand and together never past the limit. */
export class Parts {
  readonly #bytes: Uint8Array
  readonly #entries: Map<string, ZipEntry>
  #left: number

  constructor(bytes: Uint8Array, unpackedBytes: number) {
    this.#bytes = bytes
    this.#entries = new Map(listEntries(bytes).map((entry) => [entry.name.replace(/^\//, '').toLowerCase(), entry]))
    this.#left = unpackedBytes
    const declared = [...this.#entries.values()].reduce((sum, entry) => sum + entry.size, 0)
    if (declared > unpackedBytes) throw new ZipError('too-large')
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase())
  }

  small(path: string): AsyncGenerator<Uint8Array> {
    return this.pieces(path, smallPart)
  }

  /** The bytes of a part; an empty element where there is none, as most parts may be missing. */
  async *pieces(path: string, most = this.#left): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(path.toLowerCase())
    if (!entry) return yield nothing
    for await (const piece of readEntry(this.#bytes, entry, Math.min(most, this.#left))) {
      this.#left -= piece.length
      yield piece
    }
  }
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
