/**
 * Typst in a process of its own, started by typesetting.ts with the source and the data on its standard input; the PDF goes to its
 * standard output. What its machine code takes of memory is given back when it ends, and it can be ended at any moment.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** Typst reads nothing from the disk: what it is given lies under this folder, which does not exist. */
const folder = '/typeset'

const { source, data, fonts } = JSON.parse(readFileSync(0, 'utf8')) as Record<string, string> & { fonts: string[] }
const { resolve } = createRequire(import.meta.url)
const fontBlobs = fonts.map((font) => readFileSync(resolve(font)))
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] })
compiler.mapShadow(`${folder}/document.json`, Buffer.from(data ?? ''))
const compiled = compiler.compile({ mainFileContent: source })
if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
writeFileSync(1, compiler.pdf(compiled.result, { pdfStandard: 'a-2a' }))
