/** The draft of a report as a file, marked as a draft. */
import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { gatherFacts } from './facts/live-facts.operations.ts'
import { FileInput } from './file-archive.operations.ts'
import { composed, readers, requireOpen, writtenOf } from './report-drafts.operations.ts'
import { mediaTypes, renderFile } from './report-files.operations.ts'
import type { Format, Snapshot } from './reports.model.ts'

const UploadedFile = z.object({ fileName: z.string(), mediaType: z.string(), content: z.base64() })

export const renderDraft = operation({
  name: 'reports.renderDraft',
  summary: 'The draft of a report as a file, marked as a draft, from the figures approved so far.',
  effect: 'read',
  may: readers,
  input: FileInput,
  output: UploadedFile,
  async prepare(work, { year, format }) {
    await requireOpen(work.tx, year)
    const { narrative } = await writtenOf(work.tx, year)
    const { data } = await gatherFacts(work, year)
    return () => fileOf(composed(data, narrative), year, format, 'du-thao-bao-cao')
  },
  run: async (_work, _input, file) => file,
})

async function fileOf(data: Pick<Snapshot, 'document' | 'grids'>, year: number, format: Format, name: string) {
  const bytes = await renderFile(data, format)
  return {
    fileName: `${name}-${year}.${format}`,
    mediaType: mediaTypes[format],
    content: Buffer.from(bytes).toString('base64'),
  }
}
