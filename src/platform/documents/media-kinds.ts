/** What a file that people send is, by looking into it, and how such a file is given back. */
import type { MediaKind } from '#platform/files/media-types.ts'
import { type FileKind, kindOf } from './file-kinds.ts'
import { startsWith } from './package-parts.ts'

const byKind = new Map<FileKind, MediaKind>([
  ['pdf', 'pdf'],
  ['word', 'word'],
  ['excel', 'excel'],
])

/** Of pictures those that every browser shows. */
export function mediaKindOf(bytes: Uint8Array): MediaKind {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  return byKind.get(kindOf(bytes)) ?? 'other'
}
