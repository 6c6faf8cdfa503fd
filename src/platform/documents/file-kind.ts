/** What a file is by its bytes, whatever its name says: told before anything is said of what it lacks. */
import { compoundStart, startsWith, zipStart } from './package-parts.ts'
import { listEntries } from './zip.ts'

/**
 * `locked`: an Office file with a password. `xls`, `doc`, `ppt`: Office files of before 2007; `compound`: another file of their kind.
 * `xlsb`: the binary Excel file. `excelXml`: "XML Spreadsheet 2003". `text`: plain text, as CSV is. `unknown`: none of these.
 */
export type FileKind =
  | 'empty'
  | 'xlsx'
  | 'xlsb'
  | 'xls'
  | 'excelXml'
  | 'docx'
  | 'doc'
  | 'pptx'
  | 'ppt'
  | 'ods'
  | 'odt'
  | 'numbers'
  | 'locked'
  | 'compound'
  | 'pdf'
  | 'html'
  | 'mht'
  | 'rtf'
  | 'xml'
  | 'picture'
  | 'archive'
  | 'zip'
  | 'text'
  | 'unknown'

export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, compoundStart)) return compoundKind(bytes)
  if (startsWith(bytes, zipStart)) return zipKind(bytes)
  if (signatures.some(([, start]) => startsWith(bytes, start)))
    return signatures.find(([, start]) => startsWith(bytes, start))?.[0] ?? 'unknown'
  const head = headText(bytes)
  return head === undefined ? 'unknown' : textKind(head)
}

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
]

/** Streams of compound files are named in UTF-16. */
const streams: readonly (readonly [FileKind, string])[] = [
  ['locked', 'EncryptedPackage'],
  ['xls', 'Workbook'],
  ['doc', 'WordDocument'],
  ['ppt', 'PowerPoint Document'],
  ['xls', 'Book'],
]

function compoundKind(bytes: Uint8Array): FileKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return streams.find(([, name]) => file.includes(Buffer.from(`${name}\0`, 'utf16le')))?.[0] ?? 'compound'
}

/** The part that makes a zip what it is, by the end or beginning of its name. */
const parts: readonly (readonly [FileKind, RegExp])[] = [
  ['xlsb', /(^|\/)workbook\.bin$/],
  ['xlsx', /(^|\/)workbook\d*\.xml$/],
  ['docx', /^word\//],
  ['pptx', /^ppt\//],
  ['numbers', /^index\/.*\.iwa$|^index\.zip$/],
]

function zipKind(bytes: Uint8Array): FileKind {
  const names = namesIn(bytes)
  if (names === undefined) return 'zip'
  if (names.includes('mimetype')) {
    // The first file of an OpenDocument package says in plain text what it is.
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1')
    if (head.includes('opendocument.spreadsheet')) return 'ods'
    if (head.includes('opendocument.text')) return 'odt'
  }
  return parts.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0] ?? 'zip'
}

function namesIn(bytes: Uint8Array): string[] | undefined {
  try {
    return listEntries(bytes).map(({ name }) => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase())
  } catch {
    return undefined
  }
}

const headBytes = 4096

/** The beginning of a file as text; undefined where it holds bytes no text has. */
function headText(bytes: Uint8Array): string | undefined {
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  const encoding = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'windows-1258'
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, headBytes))
  return text.includes('\0') ? undefined : text
}

function textKind(head: string): FileKind {
  const text = head
    .replace(/^(?:\uFEFF|ï»¿)/, '')
    .trimStart()
    .toLowerCase()
  if (text.startsWith('{\\rtf')) return 'rtf'
  if (/^(?:mime-version:|from:|content-type: *multipart)/.test(text)) return 'mht'
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && text.startsWith('<?xml')) return 'excelXml'
  if (/^(?:<\?xml[^>]*>\s*|<!--[^>]*-->\s*)*<(?:!doctype html|html|head|body|table|meta|style|div)\b/.test(text))
    return 'html'
  return text.startsWith('<?xml') ? 'xml' : 'text'
}
