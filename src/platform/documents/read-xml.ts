/** Walks through XML of unknown origin piece by piece, so that a large part neither fills the memory nor holds up everybody else. */
import { setImmediate } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { ProblemError } from '#kernel/problem.ts'
import { packageProblem } from './package-problems.ts'

export interface XmlHandlers {
  /** Names and attributes come without their namespace prefix. */
  readonly open?: (name: string, attributes: ReadonlyMap<string, string>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

export interface XmlLimits {
  /** Of elements within elements. */
  readonly depth: number
  /** Of elements of all parts of a file. */
  readonly elements: number
  /** `&lt;` and its kin, of all parts of a file. */
  readonly entities: number
  readonly attributes: number
  /** Of the name of an element or attribute, in signs. */
  readonly name: number
  /** Between one tag and the next, or in one tag, comment or declaration, in signs: what the parser must hold at once. */
  readonly run: number
}

/** Far above what Word and Excel write: a sheet of 2 million cells has 4 million elements, a long plan 20 levels. */
export const xmlLimits: XmlLimits = {
  depth: 256,
  elements: 8_000_000,
  entities: 2_000_000,
  attributes: 256,
  name: 256,
  run: 4_000_000,
}

/** What the XML of one file may still hold, whatever number of parts it is cut into. */
export class XmlBudget {
  readonly limits: XmlLimits
  #elements = 0
  #entities = 0

  constructor(limits: XmlLimits = xmlLimits) {
    this.limits = limits
  }

  takeElement(): void {
    this.#elements += 1
    const most = this.limits.elements
    if (this.#elements > most) throw new ProblemError(packageProblem.tooManyElements({ most }))
  }

  takeEntities(count: number): void {
    this.#entities += count
    const most = this.limits.entities
    if (this.#entities > most) throw new ProblemError(packageProblem.tooManyEntities({ most }))
  }
}

/** The bytes of a part, with the budget of the file it is of. */
export interface XmlSource extends AsyncIterable<Uint8Array> {
  readonly budget?: XmlBudget
}

/**
 * Reads XML as its bytes come, letting other work run between pieces; ends early when `enough` says so.
 * @throws ProblemError `documents.tooDeep`, `documents.tooManyElements`, `documents.tooManyEntities`,
 * `documents.tooManyAttributes`, `documents.nameTooLong`, `documents.textTooLong`, `documents.hasDoctype`,
 * `documents.unknownEncoding`; any other Error when it is not well-formed.
 */
export async function walkXml(
  pieces: XmlSource,
  handlers: XmlHandlers,
  enough: () => boolean = () => false,
): Promise<void> {
  const { parser, checkPiece } = parserFor(handlers, pieces.budget ?? new XmlBudget())
  let decoder: TextDecoder | undefined
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    const text = decoder.decode(piece, { stream: true })
    checkPiece(text)
    parser.write(text)
    if (enough()) return
    await setImmediate()
  }
  // Throws for half a sign at the end.
  decoder?.decode()
  parser.close()
}

/** XML begins with its mark or with `<`; anything else is UTF-8 or no XML at all. */
function encodingOf(start: Uint8Array): string {
  const [first, second] = start
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

const nothing: ReadonlyMap<string, string> = new Map()

function parserFor(handlers: XmlHandlers, budget: XmlBudget) {
  const parser = new SaxesParser({ xmlns: false })
  const meter = new Meter(budget)
  let attributes = new Map<string, string>()
  let attributeCount = 0
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('xmldecl', ({ encoding }) => {
    meter.told()
    if (encoding && !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii)$/i.test(encoding))
      throw new ProblemError(packageProblem.unknownEncoding({ encoding: encoding.slice(0, 100) }))
  })
  parser.on('doctype', () => {
    throw new ProblemError(packageProblem.hasDoctype())
  })
  parser.on('attribute', ({ name, value }) => {
    meter.told()
    meter.checkName(name)
    attributeCount += 1
    meter.checkAttributes(attributeCount)
    // What declares a namespace is no attribute: `xmlns:r` must not be read as `r`.
    if (!name.startsWith('xmlns')) attributes.set(local(name), value)
  })
  parser.on('opentag', ({ name }) => {
    meter.told()
    meter.checkName(name)
    budget.takeElement()
    depth += 1
    meter.checkDepth(depth)
    const own = attributes.size > 0 ? attributes : nothing
    if (own === attributes) attributes = new Map()
    attributeCount = 0
    handlers.open?.(local(name), own)
  })
  for (const event of ['text', 'cdata'] as const)
    parser.on(event, (text) => {
      meter.told()
      handlers.text?.(text)
    })
  for (const event of ['comment', 'processinginstruction'] as const) parser.on(event, () => meter.told())
  parser.on('closetag', ({ name }) => {
    meter.told()
    depth -= 1
    handlers.close?.(local(name))
  })
  return { parser, checkPiece: (text: string) => meter.checkPiece(text) }
}

/** Measures what the parser is made to hold: it tells of a text, tag or comment only at its end. */
class Meter {
  readonly #budget: XmlBudget
  /** Signs since the parser last told of something. */
  #run = 0

  constructor(budget: XmlBudget) {
    this.#budget = budget
  }

  told(): void {
    this.#run = 0
  }

  checkPiece(text: string): void {
    const most = this.#budget.limits.run
    this.#run += text.length
    if (this.#run > most) throw new ProblemError(packageProblem.textTooLong({ most }))
    let count = 0
    for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) count += 1
    this.#budget.takeEntities(count)
  }

  checkName(name: string): void {
    const most = this.#budget.limits.name
    if (name.length > most) throw new ProblemError(packageProblem.nameTooLong({ most }))
  }

  checkAttributes(count: number): void {
    const most = this.#budget.limits.attributes
    if (count > most) throw new ProblemError(packageProblem.tooManyAttributes({ most }))
  }

  checkDepth(depth: number): void {
    const most = this.#budget.limits.depth
    if (depth > most) throw new ProblemError(packageProblem.tooDeep({ most }))
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
