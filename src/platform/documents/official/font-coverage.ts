/** Which signs a TrueType font can draw, read from its table `cmap` (OpenType 1.9, format 4: all of Unicode's first plane). */

/** The code points that have a glyph. Signs for private use are left out: nobody can say what they mean. */
export function coverageOf(font: Buffer): ReadonlySet<number> {
  const start = segmentsAt(font)
  const count = font.readUInt16BE(start + 6) / 2
  const covered = new Set<number>()
  for (let segment = 0; segment < count; segment++) {
    const field = (column: number) => start + 14 + 2 * segment + column
    const last = font.readUInt16BE(field(0))
    const first = font.readUInt16BE(field(2 * count + 2))
    for (let code = first; code <= last && code < 0xffff; code++) {
      const isPrivate = code >= 0xe000 && code <= 0xf8ff
      if (!isPrivate && glyphOf(font, field(4 * count + 2), field(6 * count + 2), { code, first }) !== 0)
        covered.add(code)
    }
  }
  return covered
}

function glyphOf(
  font: Buffer,
  deltaAt: number,
  rangeAt: number,
  { code, first }: { code: number; first: number },
): number {
  const delta = font.readUInt16BE(deltaAt)
  const range = font.readUInt16BE(rangeAt)
  if (range === 0) return (code + delta) & 0xffff
  const glyph = font.readUInt16BE(rangeAt + range + 2 * (code - first))
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}

/** Where the table of format 4 begins. */
function segmentsAt(font: Buffer): number {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index)
  const cmap = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (cmap === undefined) throw new Error('the font has no table cmap')
  const start = font.readUInt32BE(cmap + 8)
  const parts = Array.from(
    { length: font.readUInt16BE(start + 2) },
    (_, index) => start + font.readUInt32BE(start + 4 + 8 * index + 4),
  )
  const part = parts.find((at) => font.readUInt16BE(at) === 4)
  if (part === undefined) throw new Error('the table cmap of the font has no part of format 4')
  return part
}
