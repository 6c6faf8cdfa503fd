/** Fields of a Word document: their codes are no text, and what a table of contents shows is text of elsewhere. */

interface Field {
  code: string
  isContents: boolean
}

/** A code longer than this is none of those looked for. */
const longestCode = 500

/** Open fields, the outermost first. They begin and end in different paragraphs. */
export class Fields {
  readonly #open: Field[] = []
  #contents = 0

  begin(code = ''): void {
    this.#open.push({ code, isContents: false })
    this.separate()
  }

  addCode(text: string): void {
    const field = this.#open.at(-1)
    if (field && field.code.length < longestCode) field.code += text
  }

  /** Its code is complete: what follows is what it shows. */
  separate(): void {
    const field = this.#open.at(-1)
    if (!field || field.isContents || !isContentsCode(field.code)) return
    field.isContents = true
    this.#contents += 1
  }

  end(): void {
    if (this.#open.pop()?.isContents) this.#contents -= 1
  }

  get isInContents(): boolean {
    return this.#contents > 0
  }
}

/** Tables of contents, of figures and of authorities. */
function isContentsCode(code: string): boolean {
  return /^\s*TO[CA]\b/i.test(code)
}
