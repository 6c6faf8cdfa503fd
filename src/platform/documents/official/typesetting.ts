/** Typesetting by Typst: one source, one value of data, a tagged PDF for the archive (PDF/A-2a) with its fonts inside. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ProblemError } from '#kernel/problem.ts'
import { projectRoot } from '#platform/root.ts'
import { coverageOf } from './font-coverage.ts'
import { problems } from './pdf-problems.ts'

const fonts = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(
  (style) => `@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`,
)
/** Run as it stands, by Node itself: it imports nothing of ours. */
const program = join(projectRoot, 'src/platform/documents/official/typesetting-process.ts')
const limitMs = 50_000
const mostBytes = 200_000_000

let coverages: readonly ReadonlySet<number>[] | undefined

function isCovered(codePoint: number): boolean {
  const { resolve } = createRequire(import.meta.url)
  coverages ??= fonts.map((font) => coverageOf(readFileSync(resolve(font))))
  return coverages.every((coverage) => coverage.has(codePoint))
}

/**
 * The PDF of a source that reads its data from `document.json`. The same source and data give the same bytes. It blocks until it is
 * done, so it is called on a thread.
 * @throws ProblemError `pdf.tooSlow`; Error with the place where the source is wrong. Whatever the data holds is no reason to fail.
 */
export function typeset(source: string, data: unknown): Uint8Array {
  const drawn = (_key: string, value: unknown) => (typeof value === 'string' ? drawable(value, isCovered) : value)
  const input = JSON.stringify({ source, data: JSON.stringify(data, drawn), fonts })
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [program], {
    input,
    timeout: limitMs,
    killSignal: 'SIGKILL',
    maxBuffer: mostBytes,
    windowsHide: true,
  })
  if (error && 'code' in error && error.code === 'ETIMEDOUT') {
    throw new ProblemError(problems.tooSlow({ seconds: limitMs / 1000 }))
  }
  if (error) throw error
  if (status !== 0) throw new Error(`Typst ended with ${status}: ${stderr.toString()}`)
  return new Uint8Array(stdout)
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
