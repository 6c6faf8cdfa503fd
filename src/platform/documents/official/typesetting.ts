/** Typesetting by Typst: one source, one value of data, a tagged PDF for the archive (PDF/A-2a) with its fonts inside. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { coverageOf } from './font-coverage.ts'

const styles = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
/** Typst reads nothing from the disk: what it is given lies under this folder, which does not exist. */
const folder = '/typeset'

interface Typesetter {
  readonly compiler: NodeCompiler
  readonly covers: (codePoint: number) => boolean
}

let typesetter: Typesetter | undefined

/** Made once a thread: it holds the fonts. */
function openTypesetter(): Typesetter {
  const { resolve } = createRequire(import.meta.url)
  const fontBlobs = styles.map((style) => readFileSync(resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`)))
  const coverages = fontBlobs.map(coverageOf)
  return {
    compiler: NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] }),
    covers: (codePoint) => coverages.every((coverage) => coverage.has(codePoint)),
  }
}

/**
 * The PDF of a source that reads its data from `document.json`. The same source and data give the same bytes.
 * @throws Error with the place where the source is wrong; whatever the data holds is no reason to fail.
 */
export function typeset(source: string, data: unknown): Uint8Array {
  typesetter ??= openTypesetter()
  const { compiler, covers } = typesetter
  const text = JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'string' ? drawable(value, covers) : value,
  )
  compiler.mapShadow(`${folder}/document.json`, Buffer.from(text))
  try {
    const compiled = compiler.compile({ mainFileContent: source })
    const document = compiled.result
    if (!document) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document'))
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2a' }))
  } finally {
    compiler.resetShadow()
    // What Typst remembers between documents would grow without end.
    compiler.evictCache(0)
  }
}

const unseen = /\u00AD|[\u200B-\u200F]|\u2060|[\uFE00-\uFE0F]|\uFEFF/gu

/** A sign that the font does not have is written by its number: a page for the archive may hold no empty box. */
export function drawable(text: string, covers: (codePoint: number) => boolean): string {
  return text.replace(/[^\n\r\t -~]/gu, (sign) => {
    const codePoint = sign.codePointAt(0) ?? 0
    if (covers(codePoint)) return sign
    return sign.replace(unseen, '') && `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}
