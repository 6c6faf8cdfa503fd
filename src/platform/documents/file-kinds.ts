/** What a file is by its bytes, whatever its name says: told before anything is said of what it lacks. */
import { compoundStart, isZip, startsWith } from './package-parts.ts'
import { listEntries } from './zip.ts'

/**
 * `locked`: an Office file with a password. `old...`: files of before 2007; `oldOffice`: another of their kind. `excelBinary`: .xlsb.
 * `excelXml`: "XML Spreadsheet 2003"; `wordXml`: Word's own. `openSheet`, `openText`: .ods, .odt; `openDocument`: another of them.
 * `iWork`: Pages, Numbers or Keynote of a Mac. `zip`: a package that cannot be read. `text`: plain text, as CSV is. `unknown`: no text.
 */
export type FileKind =
  | 'empty'
  | 'word'
  | 'excel'
  | 'excelBinary'
  | 'excelXml'
  | 'powerPoint'
  | 'openSheet'
  | 'openText'
  | 'openDocument'
  | 'iWork'
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
  | 'unknown'

/** What may be text, well or badly written: whoever reads text says what is none. */
export const textKinds: ReadonlySet<FileKind> = new Set(['text', 'empty', 'unknown'])

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

/** The kind of any bytes: `zip` for a package whose directory cannot be read, `text` or `unknown` for whatever is none of these. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (isZip(bytes)) return kindOfZip(bytes)
  if (startsWith(bytes, compoundStart)) return kindOfCompound(bytes)
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
  const isWide = startsWith(start, [0xff, 0xfe]) || startsWith(start, [0xfe, 0xff])
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
  const xml = /^<[?!]?[\w:]/.test(text) ? kindOfXml(text) : undefined
  return xml ?? (start.includes(0) && !isWide ? 'unknown' : 'text')
}

function kindOfXml(text: string): FileKind | undefined {
  if (/<\?mso-application progid="Word|<(?:w:wordDocument|pkg:package)\b/.test(text)) return 'wordXml'
  if (/<\?mso-application progid="Excel|urn:schemas-microsoft-com:office:spreadsheet/.test(text)) return 'excelXml'
  if (/<office:document\b/.test(text)) return openKind(text)
  return text.startsWith('<?xml') ? 'xml' : undefined
}

/** OpenDocument files say in plain text which kind they are. */
function openKind(text: string): FileKind {
  if (text.includes('opendocument.spreadsheet')) return 'openSheet'
  return text.includes('opendocument.text') ? 'openText' : 'openDocument'
}

/** A page saved whole with its pictures is written like a mail. */
function isMht(text: string): boolean {
  const head = text.slice(0, 2000)
  return (
    /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*(?:mime-version|content-type):/i.test(head) &&
    /^content-type:\s*(?:multipart|text\/html)/im.test(head)
  )
}

/** The part that makes a zip what it is, by the end or beginning of its name. */
const parts: readonly (readonly [FileKind, RegExp])[] = [
  ['word', /^word\//],
  ['excelBinary', /(?:^|\/)workbook\.bin$/],
  ['excel', /^xl\/|(?:^|\/)workbook\d*\.xml$/],
  ['powerPoint', /^ppt\//],
  ['iWork', /^index\/.*\.iwa$|^index\.(?:zip|xml|apxl)$/],
  // Packed anew it may have lost the part that says which kind it is.
  ['openDocument', /^meta-inf\/manifest\.xml$/],
  ['zip', /^\[content_types\]\.xml$/],
]

function kindOfZip(bytes: Uint8Array): FileKind {
  const names = namesIn(bytes)
  if (names === undefined) return 'zip'
  if (names.includes('mimetype')) {
    // It stands first in such a package, and is not packed.
    const open = openKind(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1'))
    if (open !== 'openDocument' || names.includes('content.xml')) return open
  }
  return parts.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0] ?? 'archive'
}

function namesIn(bytes: Uint8Array): string[] | undefined {
  try {
    return listEntries(bytes).map(({ name }) => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase())
  } catch {
    return undefined
  }
}

/** Streams that only such a file holds, whatever else is put into it; their names are in UTF-16. */
const sureStreams: readonly (readonly [FileKind, string])[] = [
  ['mail', '__substg1.0_'],
  ['locked', 'EncryptedPackage'],
]

/** A table may stand in a text and a text in a table: the file itself is named before what is put into it. */
const streams: readonly (readonly [FileKind, string])[] = [
  ['oldWord', 'WordDocument'],
  ['oldPowerPoint', 'PowerPoint Document'],
  ['oldExcel', 'Workbook'],
  ['oldExcel', 'Book\0'],
]

function kindOfCompound(bytes: Uint8Array): FileKind {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const placed = (names: typeof streams) =>
    names.flatMap(([kind, name]) => {
      const at = all.indexOf(Buffer.from(name, 'utf16le'))
      return at < 0 ? [] : [{ kind, at }]
    })
  const [first] = [...placed(sureStreams), ...placed(streams).sort((a, b) => a.at - b.at)]
  return first?.kind ?? 'oldOffice'
}
