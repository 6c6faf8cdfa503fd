/** The draft of a report as a file, marked as a draft. */
import { z } from 'zod'
import { operation, type Work } from '#platform/operation.ts'
import { gatherFacts } from './facts/live-facts.operations.ts'
import { Download, FileInput } from './file-archive.operations.ts'
import { composed, readers, requireOpen, writtenOf } from './report-drafts.operations.ts'
import { mediaTypes, renderFile } from './report-files.operations.ts'

export const downloadDraft = operation({
  name: 'reports.downloadDraft',
  summary: 'The draft of a report as a file, as a download: marked as a draft, from the figures approved so far.',
  effect: 'read',
  may: readers,
  answersFile: true,
  input: FileInput,
  output: Download,
  async prepare(work, input) {
    const render = await drawn(work, input)
    // No row names it: it is cleared away some night.
    return async () => work.files.disk.write(await render())
  },
  run: async (_work, input, file): Promise<z.infer<typeof Download>> => ({ ...headOf(input), file, isOwn: true }),
})

export const renderDraft = operation({
  name: 'reports.renderDraft',
  summary: 'Deprecated, use reports.downloadDraft: the draft of a report as a file, its content in base64.',
  effect: 'read',
  may: readers,
  input: FileInput,
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.base64().meta({ deprecated: true }) }),
  prepare: drawn,
  run: async (_work, input, bytes) => ({ ...headOf(input), content: Buffer.from(bytes).toString('base64') }),
})

/** Gathers what is in the draft; the file is made of it once no connection is held. */
async function drawn(work: Work, { year, format }: z.infer<typeof FileInput>): Promise<() => Promise<Uint8Array>> {
  await requireOpen(work.tx, year)
  const { narrative } = await writtenOf(work.tx, year)
  const { data } = await gatherFacts(work, year)
  return () => renderFile(composed(data, narrative), format)
}

function headOf({ year, format }: z.infer<typeof FileInput>) {
  return { fileName: `du-thao-bao-cao-${year}.${format}`, mediaType: mediaTypes[format] }
}
