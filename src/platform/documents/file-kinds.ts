/** What a file is by its first bytes, whatever its name says: said before what it lacks. */
import { startsWith } from './package-parts.ts'
import { listEntries } from './zip.ts'

export type FileKind =
  | 'word'
  | 'excel'
  | 'powerPoint'
  | 'openDocument'
  | 'pages'
  | 'archive'
  | 'oldWord'
  | 'oldExcel'
  | 'oldPowerPoint'
  | 'mail'
  | 'locked'
  | 'oldOffice'
  | 'pdf'
  | 'picture'
  | 'rtf'
  | 'html'
  | 'mht'
  | 'wordXml'
  | 'xml'
  | 'zip'
  | 'text'

const begins: readonly (readonly [FileKind, readonly number[]])[] = [
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b, 0x08]],
]

/** The kind of any bytes; `zip` for an archive whose directory cannot be read, `text` for whatever is none of these. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return kindOfZip(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return kindOfCompound(bytes)
  const known = begins.find(([, start]) => startsWith(bytes, start))?.[0]
  if (known) return known
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
  const isHeld = start.toString('latin1', 0, 4) === 'RIFF' && start.toString('latin1', 8, 12) === 'WEBP'
  if (isHeld || /^ftyp(?:hei|hev|mif1|avif)/.test(start.toString('latin1', 4, 12))) return 'picture'
  if (start.toString('latin1', 0, 2) === 'BM' && start.length > 10 && start.readUInt32LE(6) === 0) return 'picture'
  return kindOfText(start)
}

/** Programs may put white space, or a mark of the encoding, before what says what the file is. */
function kindOfText(start: Buffer): FileKind {
  // Of UTF-16 every other byte is a zero: without them the tags read the same.
  const text = start
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/, '')
  if (text.slice(0, 1100).includes('%PDF-')) return 'pdf'
  if (/^\{\\rtf/.test(text)) return 'rtf'
  if (isMht(text)) return 'mht'
  const marked = text.replace(/^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)+/, '')
  if (/^<(?:!doctype html|html|head|body|meta|title|style|div|p|span|table|h[1-6]|font|center)\b/i.test(marked))
    return 'html'
  if (!/^<[?!]?[\w:]/.test(text)) return 'text'
  if (/<\?mso-application progid="Word|<(?:w:wordDocument|pkg:package)\b/.test(text)) return 'wordXml'
  if (/<office:document\b/.test(text)) return 'openDocument'
  return text.startsWith('<?xml') ? 'xml' : 'text'
}

/** A page saved whole with its pictures is written like a mail. */
function isMht(text: string): boolean {
  const head = text.slice(0, 2000)
  return (
    /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*(?:mime-version|content-type):/i.test(head) &&
    /^content-type:\s*(?:multipart|text\/html)/im.test(head)
  )
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const names = namesIn(bytes)
  if (names === undefined) return 'zip'
  const has = (start: string) => names.some((name) => name.startsWith(start))
  if (has('word/')) return 'word'
  if (has('xl/')) return 'excel'
  if (has('ppt/')) return 'powerPoint'
  if (names.includes('content.xml') && names.includes('mimetype')) return 'openDocument'
  if (has('index/') || names.includes('index.zip') || names.includes('index.xml')) return 'pages'
  return names.includes('[content_types].xml') ? 'zip' : 'archive'
}

function namesIn(bytes: Uint8Array): string[] | undefined {
  try {
    return listEntries(bytes).map(({ name }) => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase())
  } catch {
    return undefined
  }
}

/** Names of the streams that such a file holds, in UTF-16. */
const streams: readonly (readonly [FileKind, string])[] = [
  ['locked', 'EncryptedPackage'],
  ['oldWord', 'WordDocument'],
  ['oldPowerPoint', 'PowerPoint Document'],
  ['mail', '__substg1.0_'],
  ['oldExcel', 'Workbook'],
  ['oldExcel', 'Book\0'],
]

function kindOfCompound(bytes: Uint8Array): FileKind {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return streams.find(([, name]) => all.includes(Buffer.from(name, 'utf16le')))?.[0] ?? 'oldOffice'
}
