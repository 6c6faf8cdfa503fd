/** The kinds of files that the program tells apart by their content, and what they are called. */

/** `other` is anything else, which its reader may know to name. */
export type MediaKind = 'pdf' | 'png' | 'jpeg' | 'word' | 'excel' | 'other'

/** What each kind is called on the wire, and how a name of it ends. */
export const mediaTypes: Readonly<Record<MediaKind, { readonly type: string; readonly ending: string }>> = {
  pdf: { type: 'application/pdf', ending: 'pdf' },
  png: { type: 'image/png', ending: 'png' },
  jpeg: { type: 'image/jpeg', ending: 'jpg' },
  word: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
  excel: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  other: { type: 'application/octet-stream', ending: 'bin' },
}
