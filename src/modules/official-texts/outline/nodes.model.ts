/** The tree of a document while it grows. */

import type { DoubtKind, ItemKind } from '../draft.model.ts'
import type { MarkStyle } from '../lines/marks.rules.ts'
import type { Words } from '../lines/spans.rules.ts'
import type { Row, Table } from './tables.rules.ts'

export type NodeStyle = MarkStyle | 'preamble' | 'paragraph' | 'closing' | 'appendix' | 'row' | 'statement'

export interface Node {
  style: NodeStyle
  kind: ItemKind
  /** The numbers from the outside in; empty where it has none. */
  readonly path: readonly number[]
  label: string
  parent: Node | null
  readonly children: Node[]
  /** The words of each line it stands on. */
  readonly pieces: { readonly line: number; readonly text: string }[]
  readonly row: { readonly row: Row; readonly table: Table } | null
  /** Given once the whole tree is known. */
  ref: string
  confidence: number
  /** Its pieces joined; given once the whole tree is known. */
  words: Words
  /** The line that opened the list it is a point of. */
  opener: Node | null
}

/** What was noticed while the tree grew. */
export interface Noticed {
  readonly kind: DoubtKind
  readonly line: number
  readonly node: Node | null
  readonly text: string
  readonly suggestion: string | null
  readonly confidence: number
}

export interface Outline {
  /** In the order of the document, each after its parent. */
  readonly nodes: readonly Node[]
  readonly noticed: readonly Noticed[]
}
