/** The files of a frozen report: written once, kept by their hash, and given as they were kept. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { anyone, operator, operatorCaller } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import type { OpenFile } from '#platform/files/index.ts'
import { type Engine, operation, type Work } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { createSingleFlight } from '#platform/single-flight.ts'
import { requireFrozen } from './freezing.operations.ts'
import { YearInput } from './report-drafts.operations.ts'
import { mediaTypes, renderFile } from './report-files.operations.ts'
import { type Format, FormatShape } from './reports.model.ts'
import * as store from './reports.store.ts'
import { problems } from './reports.texts.ts'

export const FileInput = YearInput.extend({ format: FormatShape })
type FileAsked = z.infer<typeof FileInput>

/** The hash of the report, and of the content of its file where that is kept. */
const KeptAs = z.object({ hash: z.string(), file: z.string().nullable() })

export const reportFile = operation({
  name: 'reports.file',
  summary: 'A file of a frozen report by the hash of its content; null while nobody has asked for it.',
  effect: 'read',
  may: anyone,
  perMinute: 60,
  input: FileInput,
  output: KeptAs,
  run: ({ tx }, input) => requireFile(tx, input),
})

/** Throws `reports.notFrozen`. */
async function requireFile(tx: Tx, input: FileAsked) {
  const [file] = await store.findFile(tx, input)
  if (!file) throw new ProblemError(problems.notFrozen({ year: String(input.year) }))
  return file
}

export const keepFile = operation({
  name: 'reports.keepFile',
  summary: 'Writes a file of a frozen report where it is not kept yet, once whoever asks.',
  effect: 'write',
  touches: [],
  may: operator,
  input: FileInput,
  output: z.object({ file: z.string() }),
  async prepare({ tx }, { year, format }) {
    const { data } = await requireFrozen(tx, year)
    return () => renderFile(data, format)
  },
  async run({ tx, files, now, audit }, { year, format }, bytes) {
    await store.holdFiles(tx, year)
    const { reportId, file: text } = await requireFile(tx, { year, format })
    // Another process was first.
    if (text && (await files.open(text))) return { file: text }
    const file = await files.write(bytes, null)
    await store.keepFile(tx, { reportId, format, file, at: now })
    audit({ subject: `report ${year}`, old: text ? { [format]: text } : undefined, new: { [format]: file } })
    return { file }
  },
})

/** In one process nobody waits for the lock of another's transaction while holding one of their own. */
const inFlight = createSingleFlight()

/** The kept file of a format, written first where it is not there. */
export async function openKept(
  engine: Engine,
  input: FileAsked,
  { hash, file }: z.infer<typeof KeptAs>,
): Promise<OpenFile & { tag: string }> {
  const archived = file === null ? undefined : await engine.files.open(file)
  if (file !== null && archived) return { ...archived, tag: file }
  const written = await inFlight(`${hash} ${input.format}`, () =>
    perform(engine, keepFile, operatorCaller('job'), input),
  )
  const opened = await engine.files.open(written.file)
  if (!opened) throw new Error(`file ${written.file} of the report of ${input.year} is gone again`)
  return { ...opened, tag: written.file }
}

/** A file of ours: what it is called is what it is. */
export const Download = z.object({
  file: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  isOwn: z.literal(true),
})
type Download = z.infer<typeof Download>

export const downloadReport = operation({
  name: 'reports.download',
  summary: 'A frozen report as a file (docx, pdf, xlsx, html), as a download; the same report gives the same bytes.',
  effect: 'read',
  may: anyone,
  perMinute: 60,
  answersFile: true,
  input: FileInput,
  output: Download,
  prepare: prepareName,
  run: async (_work, input, file): Promise<Download> => {
    return { file, fileName: fileNameOf(input), mediaType: mediaTypes[input.format], isOwn: true }
  },
})

/** The name under which the file is kept, once it is written. */
async function prepareName(work: Work, { year, format }: FileAsked): Promise<() => Promise<string>> {
  const { file, hash } = await requireFile(work.tx, { year, format })
  if (file !== null && (await work.files.disk.has(file))) return async () => file
  const { data } = await requireFrozen(work.tx, year)
  return () => written(work, { hash, format }, () => renderFile(data, format))
}

export const renderReport = operation({
  name: 'reports.render',
  summary:
    'Deprecated, use reports.download: a frozen report as a file (docx, pdf, xlsx, html), its content in base64.',
  effect: 'read',
  may: anyone,
  perMinute: 60,
  input: FileInput,
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.base64().meta({ deprecated: true }) }),
  prepare: prepareName,
  async run(work, { year, format }, name) {
    const content = Buffer.from(await work.files.read(name)).toString('base64')
    return { fileName: fileNameOf({ year, format }), mediaType: mediaTypes[format], content }
  },
})

/** Of files that only this reading operation was asked for, which may keep no row: their names, once a process. */
const names = new Map<string, Promise<string>>()

function written(
  { files, settings }: Work,
  { hash, format }: { hash: string; format: Format },
  render: () => Promise<Uint8Array>,
): Promise<string> {
  const key = `${settings.dataFolder} ${hash} ${format}`
  const write = async () => files.disk.write(await render())
  // What no row names is cleared away some night, and then written anew.
  const name = (names.get(key) ?? write()).then(async (text) => ((await files.disk.has(text)) ? text : write()))
  names.set(key, name)
  name.catch(() => names.delete(key))
  return name
}

export function fileNameOf({ year, format }: { year: number; format: Format }): string {
  return `bao-cao-${year}.${format}`
}
