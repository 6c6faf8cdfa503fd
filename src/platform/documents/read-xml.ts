/** Walks through XML of unknown origin piece by piece, so that a large part neither fills the memory nor holds up everybody else. */
import { setImmediate } from 'node:timers/promises'
import { SaxesParser } from 'saxes'

export interface XmlHandlers {
  /** Names and attributes come without their namespace prefix. */
  readonly open?: (name: string, attributes: ReadonlyMap<string, string>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/**
 * Reads XML as its bytes come, letting other work run between pieces; ends early when `enough` says so.
 * @throws Error when it is not well-formed, or has a document type: an Excel file has none.
 */
export async function walkXml(
  pieces: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  enough: () => boolean = () => false,
): Promise<void> {
  const parser = parserFor(handlers)
  const decoder = new TextDecoder()
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }))
    if (enough()) return
    await setImmediate()
  }
  parser.close()
}

function parserFor(handlers: XmlHandlers) {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed')
  })
  parser.on('opentag', (tag) => {
    const attributes = new Map(Object.entries(tag.attributes).map(([name, value]) => [local(name), String(value)]))
    handlers.open?.(local(tag.name), attributes)
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  parser.on('closetag', (tag) => handlers.close?.(local(tag.name)))
  return parser
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
