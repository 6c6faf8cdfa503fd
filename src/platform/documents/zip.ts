/** Zip archives: reads them without trusting what they declare, and fixes their time stamps so that equal input gives equal bytes. */
import { crc32, createInflateRaw } from 'node:zlib'

/** One file of an archive, as its directory declares it. */
export interface ZipEntry {
  readonly name: string
  /** Bytes in the archive. */
  readonly packedSize: number
  /** Bytes once unpacked, as declared: a hostile archive may lie, so `readEntry` has its own ceiling. */
  readonly size: number
  readonly method: number
  readonly checksum: number
  readonly encrypted: boolean
  /** Where the entry's own header and its directory record begin. */
  readonly headerAt: number
  readonly recordAt: number
}

/** `broken`: no sound zip file. `locked`: encrypted with a password. */
type Reason = 'broken' | 'too-large' | 'locked'

/** Thrown for every archive that cannot be read, or not within the limits given. */
export class ZipError extends Error {
  readonly reason: Reason

  constructor(reason: Reason) {
    super(`zip: ${reason}`)
    this.name = 'ZipError'
    this.reason = reason
  }
}

const directoryEnd = 0x06054b50
const directoryRecord = 0x02014b50
const localHeader = 0x04034b50
const longestComment = 0xffff
/** In place of a number that stands where there is more room. */
const elsewhere = 0xffffffff
const largeLocator = 0x07064b50
const largeEnd = 0x06064b50
const largeField = 0x0001
const stored = 0
const deflated = 8
const longestPiece = 65_536

/**
 * The directory of an archive, nothing unpacked yet. Some programs write small archives as large ones (zip64); both are read.
 * @throws ZipError `broken` when the directory is missing or does not fit in the file.
 */
export function listEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes)
  const end = findDirectoryEnd(view)
  let { count, at } = directoryAt(view, end)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    const entry = readRecord(bytes, view, at)
    entries.push(entry.value)
    at = entry.next
  }
  return entries
}

/**
 * Unpacks one entry in pieces of 64 kB at most, never past `limit` bytes whatever the archive declares.
 * @throws ZipError `too-large` past the limit, `locked` for an entry with a password, `broken` for anything unsound, as more
 * bytes than declared are.
 */
export async function* readEntry(bytes: Uint8Array, entry: ZipEntry, limit: number): AsyncGenerator<Uint8Array> {
  if (entry.size > limit) throw new ZipError('too-large')
  let size = 0
  let sum = 0
  for await (const piece of unpack(bytes, entry)) {
    size += piece.length
    sum = crc32(piece, sum)
    if (size > entry.size) throw new ZipError('broken')
    yield piece
  }
  if (sum !== entry.checksum) throw new ZipError('broken')
}

async function* unpack(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(bytes, entry)
  if (entry.method === stored) return yield* slices(packed)
  if (entry.method !== deflated) throw new ZipError('broken')
  const stream = createInflateRaw({ chunkSize: longestPiece })
  stream.end(packed)
  try {
    yield* stream
  } catch {
    throw new ZipError('broken')
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += longestPiece) yield bytes.subarray(at, at + longestPiece)
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = viewOf(bytes)
  const at = entry.headerAt
  if (entry.encrypted) throw new ZipError('locked')
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localHeader) throw new ZipError('broken')
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = bytes.subarray(from, from + entry.packedSize)
  if (packed.length !== entry.packedSize) throw new ZipError('broken')
  return packed
}

/**
 * Writes midnight of `isoDate` as the time of every entry, in place: the time of packing is the one thing that
 * differs between two archives of the same files.
 */
export function stampEntries(bytes: Uint8Array, isoDate: string): void {
  const [year = 1980, month = 1, day = 1] = isoDate.split('-').map(Number)
  const date = (Math.max(0, year - 1980) << 9) | (month << 5) | day
  const view = viewOf(bytes)
  for (const entry of listEntries(bytes)) {
    view.setUint32(entry.headerAt + 10, date << 16, true)
    view.setUint32(entry.recordAt + 12, date << 16, true)
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function findDirectoryEnd(view: DataView): number {
  const last = view.byteLength - 22
  const first = Math.max(0, last - longestComment)
  for (let at = last; at >= first; at--) {
    if (view.getUint32(at, true) === directoryEnd) return at
  }
  throw new ZipError('broken')
}

/** Where the directory begins; a number too large for its place stands in the large end before the end. */
function directoryAt(view: DataView, end: number): { count: number; at: number } {
  const header = { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) }
  if (header.count < 0xffff && header.at < elsewhere) return header
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== largeLocator) return header
  const large = longAt(view, locator + 8)
  if (large + 56 > view.byteLength || view.getUint32(large, true) !== largeEnd) throw new ZipError('broken')
  return { count: longAt(view, large + 32), at: longAt(view, large + 48) }
}

/** What lies past the file is broken, however far past. */
function longAt(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw new ZipError('broken')
  return Number(view.getBigUint64(at, true))
}

/** Sizes and place of an entry; each that is too large for its field stands in the extra field of large entries, in this order. */
function readReach(view: DataView, at: number): Pick<ZipEntry, 'size' | 'packedSize' | 'headerAt'> {
  const [size = 0, packedSize = 0, headerAt = 0] = [24, 20, 42].map((place) => view.getUint32(at + place, true))
  const header = { size, packedSize, headerAt }
  if (Object.values(header).every((value) => value < elsewhere)) return header
  let from = at + 46 + view.getUint16(at + 28, true)
  const end = from + view.getUint16(at + 30, true)
  if (end > view.byteLength) throw new ZipError('broken')
  while (from + 4 <= end && view.getUint16(from, true) !== largeField) from += 4 + view.getUint16(from + 2, true)
  from += 4
  const next = (value: number) => {
    if (value < elsewhere || from + 8 > end) return value
    from += 8
    return longAt(view, from - 8)
  }
  return { size: next(size), packedSize: next(packedSize), headerAt: next(headerAt) }
}

function readRecord(bytes: Uint8Array, view: DataView, at: number): { value: ZipEntry; next: number } {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryRecord) throw new ZipError('broken')
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const value: ZipEntry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    ...readReach(view, at),
    recordAt: at,
  }
  return { value, next }
}
