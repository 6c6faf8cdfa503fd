/** Importing boundaries from a GeoJSON file, and reading the shapes of a day for maps. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { anyone } from '#platform/authority.ts'
import { layOut } from '#platform/files/index.ts'
import { type FileUse, fileOrKept, Upload } from '#platform/files/upload.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { heavy } from '#platform/workers/heavy.ts'
import { requireUnit, roleAtCity } from '../units.operations.ts'
import { type Finding, ImportInput, ImportReport, type NameMatch, Shapes, ShapesInput } from './boundaries.model.ts'
import { problems as boundaryProblems } from './boundaries.texts.ts'
import * as store from './boundary-imports.store.ts'
import type { ReadBoundaries } from './boundary-imports.tasks.ts'
import { problems } from './boundary-imports.texts.ts'
import { mostMegabytes } from './file-limits.rules.ts'

/** Findings told and kept; a file that is wrong in every area would fill the page with one sentence. */
const mostFindings = 200

const boundaryTasks = heavy<typeof import('./boundary-imports.tasks.ts')>(
  'modules/organisation/boundaries/boundary-imports.tasks',
)

export const boundariesUse: FileUse = {
  maxBytes: mostMegabytes * 1_048_576,
  isNamed: true,
  isKept: true,
  tookBase64: true,
  tooLarge: () => boundaryProblems.boundariesTooLarge({ megabytes: mostMegabytes }),
}

export const importBoundaries = operation({
  name: 'organisation.importBoundaries',
  summary: 'Takes in the boundaries of units from a GeoJSON file for the days around one; or only checks the file.',
  effect: 'write',
  body: 'file',
  may: roleAtCity('administrator'),
  input: ImportInput.extend({ file: fileOrKept(boundariesUse) }).refine(isNamed, {
    path: ['fileName'],
    params: { problem: platformProblems.missing() },
  }),
  output: ImportReport,
  async prepare(work, { file: given, on, codeProperty, nameProperty, unit, dryRun }) {
    const places = await store.placesOn(work.tx, { on })
    const existing = await store.listShapes(work.tx, { on, level: 'near' })
    const about = { on, codeProperty, nameProperty, unit, places, existing }
    return () => atPath(work, given, (path) => boundaryTasks('readBoundaries', path, about, dryRun))
  },
  async run(work, input, examined) {
    const { files, audit } = work
    const fileName = nameOf(input)
    const errors = inOrder(examined.findings).filter(({ severity }) => severity === 'error')
    if (errors.length > 0 && !input.dryRun) throw new ProblemError(...errors.slice(0, mostFindings).map(problemOf))
    const { matches, kinds } = examined
    if (matches.length > 0 && !input.dryRun && !input.namesConfirmed) throw toConfirm(matches)
    // What has errors is not taken up again: only what can be imported is kept.
    const file = errors.length > 0 ? null : await keepFile(files, input.file)
    const replaced = input.dryRun || !file ? 0 : await keep(work, { ...input, fileName, file }, examined)
    audit({
      subject: `boundaries ${input.on}`,
      new: {
        file,
        fileName,
        dryRun: input.dryRun,
        kinds,
        replaced,
        errors: errors.length,
        ...named(matches),
      },
    })
    return {
      ok: errors.length === 0,
      imported: !input.dryRun,
      file,
      features: examined.features,
      matches: matches.slice(0, mostMatches),
      moreMatches: Math.max(0, matches.length - mostMatches),
      kinds,
      replaced,
      codeProperty: examined.columns.code ?? null,
      nameProperty: examined.columns.name ?? null,
      ...listed(examined.findings),
    }
  },
})

/** Matches told: a whole city's, and more. */
const mostMatches = 1000

function toConfirm(matches: readonly NameMatch[]): ProblemError {
  const examples = matches.slice(0, 3).map(({ name, unit, code }) => `“${name}” → ${unit} (${code})`)
  const params = { count: matches.length, examples: [...examples, ...(matches.length > 3 ? ['…'] : [])].join('; ') }
  return new ProblemError(problems.namesToConfirm(params, ['namesConfirmed']))
}

function named(matches: readonly NameMatch[]) {
  return matches.length > 0 ? { named: matches.map(({ name, code }) => `${name} = ${code}`) } : {}
}

/** Errors first, each kind as the areas stand in the file, then what is of the whole file. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const order = ['error', 'warning', 'note']
  const place = ({ feature }: Finding) => feature ?? Number.MAX_SAFE_INTEGER
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || place(a) - place(b))
}

function listed(findings: readonly Finding[]) {
  const sorted = inOrder(findings)
  return { findings: sorted.slice(0, mostFindings), moreFindings: Math.max(0, sorted.length - mostFindings) }
}

function problemOf({ code, words, feature }: Finding) {
  return { code, status: 422, words: escaped(words), path: feature === null ? ['file'] : ['features', feature] }
}

/** Words put together already must not be read as a pattern again. */
function escaped({ vi, en }: Finding['words']) {
  const quote = (text: string) => (text.includes('{') ? text.replace(/'/g, "''").replace(/[{}]/g, "'$&'") : text)
  return { vi: quote(vi), en: quote(en) }
}

/** Where a thread reads the file: what was just sent lies there already; what was checked before is laid out beside it. */
async function atPath<T>(
  { files, settings, newId }: Pick<Work, 'files' | 'settings' | 'newId'>,
  given: Upload | string,
  read: (path: string) => Promise<T>,
): Promise<T> {
  if (given instanceof Upload) return read(given.path)
  const path = join(settings.dataFolder, 'incoming', newId())
  try {
    if (!(await layOut(files, given, path))) throw new ProblemError(problems.boundaryFileGone({}, ['file']))
    return await read(path)
  } finally {
    await rm(path, { force: true })
  }
}

interface Named {
  readonly file: Upload | string
  readonly fileName?: string
}

function nameOf({ file, fileName = '' }: Named): string {
  return file instanceof Upload ? file.name : fileName
}

function isNamed(given: Named): boolean {
  return nameOf(given) !== ''
}

/** One that was checked is counted again, for the import that uses it. */
function keepFile(files: Work['files'], given: string | Upload): Promise<string> {
  return given instanceof Upload ? files.keep(given, null) : files.keepAgain(given, null)
}

type NewImport = Pick<z.infer<typeof ImportInput>, 'on' | 'source' | 'licence'> & { file: string; fileName: string }

async function keep({ tx, newId, caller, now }: Work, input: NewImport, examined: ReadBoundaries): Promise<number> {
  const id = newId()
  const { fileName, on, source, licence = null, file } = input
  await store.insertImport(tx, {
    ...{ id, fileName, on, source, licence: licence || null, file },
    features: examined.features,
    findings: listed(examined.findings).findings,
    by: caller.account?.id,
    at: now,
  })
  return store.replaceBoundaries(tx, id, examined.boundaries)
}

export const shapes = operation({
  name: 'organisation.shapes',
  summary: 'The shapes of units on a day, simplified for a map of a country, of a city or of one commune.',
  effect: 'read',
  may: anyone,
  input: ShapesInput,
  output: Shapes,
  async run({ tx, today }, { on = today, kind, codes, near, level }) {
    const only = typeof codes === 'string' ? [codes] : codes
    const middle = near ? await requireUnit(tx, near, on) : undefined
    const shapes = await store.listShapes(tx, { on, level, kind, codes: only, near: middle?.id })
    const kinds = [...new Set(shapes.map((shape) => shape.kind))]
    return { shapes, sources: kinds.length > 0 ? await store.listSources(tx, { on, kinds }) : [] }
  },
})
