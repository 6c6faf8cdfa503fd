/** Small archives that a program wrote as large ones (zip64), as some do for every file. */
import { expect, test } from 'vitest'
import { packParts, readParts } from './zip.fixture.ts'
import { listEntries, ZipError } from './zip.ts'

const parts = new Map([
  ['a.xml', '<a/>'],
  ['b.xml', '<b>chữ</b>'],
])

/** The same archive with every size and place in the fields for large ones. */
function asLarge(bytes: Uint8Array): Buffer {
  const given = Buffer.from(bytes)
  const end = given.length - 22
  const from = given.readUInt32LE(end + 16)
  const records: Buffer[] = []
  for (const { recordAt, name, size, packedSize, headerAt } of listEntries(bytes)) {
    const nameLength = Buffer.byteLength(name)
    const record = Buffer.from(given.subarray(recordAt, recordAt + 46 + nameLength))
    for (const place of [20, 24, 42]) record.writeUInt32LE(0xffffffff, place)
    record.writeUInt16LE(4 + 4 + 28, 30)
    const other = Buffer.from([0x55, 0x54, 0, 0])
    const field = Buffer.alloc(4 + 28)
    field.writeUInt16LE(1, 0)
    field.writeUInt16LE(28, 2)
    for (const [index, value] of [size, packedSize, headerAt].entries()) {
      field.writeBigUInt64LE(BigInt(value), 4 + index * 8)
    }
    records.push(record, other, field)
  }
  const directory = Buffer.concat(records)
  const large = Buffer.alloc(56)
  large.writeUInt32LE(0x06064b50, 0)
  large.writeBigUInt64LE(BigInt(parts.size), 32)
  large.writeBigUInt64LE(BigInt(from), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(from + directory.length), 8)
  const last = Buffer.alloc(22)
  last.writeUInt32LE(0x06054b50, 0)
  last.writeUInt16LE(0xffff, 10)
  last.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([given.subarray(0, from), directory, large, locator, last])
}

test('is read as any other', async () => {
  expect(await readParts(asLarge(packParts(parts)))).toEqual(parts)
})

test('whose numbers lie past its end is broken', () => {
  const bytes = asLarge(packParts(parts))
  const end = bytes.length - 22
  bytes.writeBigUInt64LE(2n ** 63n, end - 20 + 8)
  expect(() => listEntries(bytes)).toThrow(ZipError)
  const far = asLarge(packParts(parts))
  far.writeBigUInt64LE(2n ** 60n, end - 20 - 56 + 48)
  expect(() => listEntries(far)).toThrow(ZipError)
})
