/** What an official Vietnamese administrative document is made of, independent of Word and HTML. */

/** A run of text with its emphasis. */
export interface Span {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
}

export type RichText = string | readonly Span[]

export interface OfficialDocument {
  /** The body above the issuing one: "Uỷ ban nhân dân thành phố Hà Nội". Give names as in running text: the form writes capitals. */
  readonly governingBody?: string
  /** A line break in a long name is kept in the head and is a space in running text. */
  readonly issuingBody: string
  /** Missing until the registry gives one: number and day are then left blank to be filled by hand. */
  readonly number?: number
  /** Kind and issuing body abbreviated: "BC-UBND". */
  readonly symbol: string
  readonly place: string
  /** Business date `YYYY-MM-DD`; also the time stamp inside the Word file. */
  readonly date: string
  /** "Báo cáo", "Kế hoạch". A letter (công văn) has none: its subject then stands after "V/v" under the number. */
  readonly typeName?: string
  readonly subject: string
  /** No line of a title breaks within a period of years. Documents of before were written without it, and stay as they were. */
  readonly keepsPeriods?: boolean
  /** A label printed in the header of every page, the first included: "Số liệu mẫu". */
  readonly watermarkLabel?: string
  /** A draft carries "DỰ THẢO" on every page. */
  readonly draft?: boolean
  /** "Kính gửi": who is to act, of a letter, or of a report to a body above. Without dashes and closing punctuation. */
  readonly addressees?: readonly string[]
  /** Of a decision: who issues it, above its bases, and the word below them, "Quyết định". */
  readonly enacting?: { readonly authority: string; readonly word: string }
  /** Legal bases, without closing punctuation. */
  readonly bases: readonly string[]
  readonly body: readonly Block[]
  readonly signature: Signature
  /** Of minutes: who wrote them, on the left of the chair; their head has no place and day. */
  readonly secretary?: Signature
  /** "Nơi nhận", without dashes and closing punctuation. */
  readonly recipients: readonly string[]
  /** Who keeps the copy, after "Lưu:": "VT, VX". */
  readonly keptBy: string
  readonly annexes: readonly Annex[]
}

export interface Signature {
  /** The capacity in which one signs, a line each: `['TM. Uỷ ban nhân dân', 'KT. Chủ tịch']`. */
  readonly authority: readonly string[]
  readonly position: string
  /** Missing until signed. */
  readonly name?: string
}

export interface Annex {
  readonly title: string
  readonly landscape?: boolean
  readonly body: readonly Block[]
}

export type Block = Heading | Paragraph | Article | List | Table | Bars | Note

/** Level 1 is numbered I, II; level 2 is 1, 2; level 3 is a), b). */
export interface Heading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: RichText
}

/** An article of a decision, numbered through the document: "Điều 1." in bold, then its text. */
export interface Article {
  readonly kind: 'article'
  readonly text: RichText
}

/** A list with dashes; an item's own items follow it with a plus sign. */
export interface List {
  readonly kind: 'list'
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly text: RichText
  /** What it is of: see `TableRow.of`. The words before its colon are the link. */
  readonly of?: string
  readonly items?: readonly RichText[]
}

export interface Table {
  readonly kind: 'table'
  readonly caption?: string
  /** The unit that all figures share, above the table on the right: "người". */
  readonly unit?: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** Under the table, in italics. */
  readonly source?: string
}

export interface TableColumn {
  readonly header: string
  /** Neighbouring columns with the same group share a cell above their headers. */
  readonly group?: string
  /** Its share of the table's width, against the other columns' weights. */
  readonly weight: number
  readonly align?: 'left' | 'center' | 'right'
  /** Decimals of its numbers, exactly. When missing, two at most. */
  readonly decimals?: number
  /** What its figures are: see `TableRow.of`. */
  readonly of?: string
}

/** A number is written the Vietnamese way; `null` means "not collected" and is written "...". */
export type TableCell = string | number | null

export interface TableRow {
  /** A section row has one cell that spans the table; a total row is bold. */
  readonly kind?: 'plain' | 'total' | 'section'
  readonly cells: readonly TableCell[]
  /**
   * What the row is about, in the words of whoever composes the document: from it and its column's `of` an HTML page finds where
   * a figure leads. Paper shows nothing of it.
   */
  readonly of?: string
}

/** A bar chart: labels left, bars, figures right, so that it reads without colour and without the picture. */
export interface Bars {
  readonly kind: 'bars'
  readonly caption: string
  /** Written after every figure: "%", " người". */
  readonly suffix?: string
  /** Decimals of the figures, exactly. When missing, two at most. */
  readonly decimals?: number
  readonly bars: readonly Bar[]
  /** The value of a full bar; the largest value or target when missing. */
  readonly full?: number
  /** What the mark of a target means, in the key under the chart: "Chỉ tiêu đến năm 2030". */
  readonly targetName?: string
  readonly source?: string
}

export interface Bar {
  readonly label: string
  /** `null` is "not collected": no bar, and "..." for its figure. Not negative. */
  readonly value: number | null
  readonly target?: number
  /** What it is of: see `TableRow.of`. */
  readonly of?: string
}

/** A remark in smaller italics: what the figures mean, where they come from. */
export interface Note {
  readonly kind: 'note'
  readonly text: RichText
}
