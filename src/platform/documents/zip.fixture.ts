/** Unpacks and packs whole archives, for tests. */
import { crc32 } from 'node:zlib'
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

/** An archive without compression whose checksums are right, so that a reader gets as far as the parts themselves. */
export function packParts(parts: ReadonlyMap<string, string>): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, text] of parts) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0)
    record.writeUInt32LE(crc32(data), 16)
    record.writeUInt32LE(data.length, 20)
    record.writeUInt32LE(data.length, 24)
    record.writeUInt16LE(name.length, 28)
    record.writeUInt32LE(at, 42)
    files.push(local, name, data)
    directory.push(record, name)
    at += local.length + name.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...files, ...directory, end]))
}
