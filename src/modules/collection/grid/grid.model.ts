/** What the grid of one section is given, as JSON: it is made on the server and brought to life in the browser. */
import type { Language } from '#kernel/language.ts'
import type { CellContents, SumRule } from '../submissions/submissions.model.ts'
import type { Checked } from '../submissions/submissions.rules.ts'

export interface GridRow extends Checked {
  /** The key of its cell; fields are `cells.<key>`, `note.<key>`, `version.<key>`. */
  readonly key: string
  /** What it asks, whole: as it is called away from its place. */
  readonly name: string
  /** What is written of a part of the total above it: "trong đó: nữ"; null of a total. */
  readonly part: string | null
  /** The unit of counting and what the measure means. */
  readonly about: string
  readonly previous: number | null
  /** Where last year's figure comes from, and what became of this one once approved. */
  readonly previousHref: string | null
  readonly recordedHref: string | null
  /** What is known of it from elsewhere, and where that is listed. */
  readonly fact: { readonly text: string; readonly href: string } | null
  readonly cell: CellInHand
  /** What the server had in it when the page was made. */
  readonly was: CellContents
}

/** A cell as it is on the screen. */
export interface CellInHand {
  readonly entry: string
  readonly note: string
  /** The version it was seen at. */
  readonly version: number
  /** Changed here and not yet taken by the server. */
  readonly dirty?: boolean
  /** What somebody else saved meanwhile. */
  readonly conflict?: Theirs
}

export interface Theirs {
  readonly entry: string
  readonly note: string
  readonly editor: string
  readonly version: number
}

export interface GridProps {
  readonly language: Language
  readonly round: number
  readonly unit: string
  /** Whether cells can be typed in. */
  readonly isOpen: boolean
  readonly rows: readonly GridRow[]
  /** Cells of other sections that rows here are compared with. */
  readonly outside: readonly { readonly row: Checked; readonly entry: string }[]
  readonly rules: readonly SumRule[]
  /** What is to be corrected and what is empty in the other sections. */
  readonly elsewhere: { readonly errors: number; readonly missing: number }
  /** What of an uploaded file did not get in. */
  readonly uploadLeft?: string
  /** Names of cells by their keys. */
  readonly names: Readonly<Record<string, string>>
  /** What is said, in one language: of the grid and of findings. */
  readonly words: Readonly<Record<string, string>>
}

export type Cells = Readonly<Record<string, CellInHand>>
