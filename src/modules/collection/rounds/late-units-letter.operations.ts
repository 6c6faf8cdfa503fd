/** The letter to units that are late, as a file: drafted by the system, numbered by the registry, signed by a person. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { rootUnit } from '#modules/organisation'
import { requirePlan } from '#modules/plan'
import { operation } from '#platform/operation.ts'
import { heavy } from '#platform/workers/heavy.ts'
import { composeLetter, lateUnits } from './late-units-letter.rules.ts'
import { RoundYear } from './rounds.model.ts'
import { readers, requireRound } from './rounds.operations.ts'
import * as store from './rounds.store.ts'
import { problems } from './rounds.texts.ts'

const letterTasks = heavy<typeof import('./late-units-letter.tasks.ts')>(
  'modules/collection/rounds/late-units-letter.tasks',
)

export const letterFormats = ['docx', 'pdf'] as const
const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

export const lateUnitsLetter = operation({
  name: 'collection.lateUnitsLetter',
  summary: 'The draft of an official letter that urges the units whose forms are late, as a download (docx, pdf).',
  effect: 'read',
  may: readers,
  answersFile: true,
  input: z.object({ year: RoundYear, format: z.enum(letterFormats) }),
  output: z.object({ file: z.string(), fileName: z.string(), mediaType: z.string(), isOwn: z.literal(true) }),
  async prepare({ tx, today, files }, { year, format }) {
    const round = await requireRound(tx, year)
    const late = lateUnits(await store.listFormStatuses(tx, { roundId: round.id }), today)
    if (late.length === 0) throw new ProblemError(problems.nobodyLate())
    const { title, ...plan } = await requirePlan(tx)
    const { name: city } = await rootUnit(tx, today)
    const document = composeLetter({ city, plan: { ...plan, title: title.vi }, round, late, today })
    // No row names the file: it is cleared away some night.
    return async () => files.disk.write(await letterTasks('renderLetter', document, format))
  },
  run: async (_work, { year, format }, file) => ({
    file,
    fileName: `cong-van-don-doc-${year}.${format}`,
    mediaType: mediaTypes[format],
    isOwn: true as const,
  }),
})
