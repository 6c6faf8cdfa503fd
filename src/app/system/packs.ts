/** Packs in a running installation: what they would change, applying them, and taking the pack's row in place of one's own. */
import { z } from 'zod'
import { PageInput, pageOf } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { roleAtCity } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { applyPacks, comparePacks } from '#platform/pack-kinds/applying.ts'
import { Application, KindState, type PackKind } from '#platform/pack-kinds/model.ts'
import { listApplications } from '#platform/pack-kinds/store.ts'
import { readPlace } from '#platform/place.ts'
import { packProblems } from './packs.texts.ts'

const administratorOfCity = roleAtCity('administrator')
/** What rows of packs are in, and what follows from a decision that packs bring. */
const packTopics = [
  'organisation',
  'access',
  'indicators',
  'plan',
  'collection',
  'collection.entry',
  'reorganisation',
] as const

const Applications = z.object({ applications: z.array(Application) })

/** The operations over the kinds of all modules. */
export function packOperationsOf(kinds: readonly PackKind[]) {
  const packsOf = async ({ settings }: Pick<Work, 'settings'>) => ({
    kinds,
    place: await readPlace(settings.place),
    folder: settings.packFolder,
  })
  const packs = operation({
    name: 'system.packs',
    summary: 'Packs: their files and versions, what of them is not applied, and what the city has otherwise.',
    effect: 'read',
    may: administratorOfCity,
    input: z.object({}),
    output: z.object({ kinds: z.array(KindState) }),
    run: async (work) => ({ kinds: await comparePacks(work.tx, await packsOf(work)) }),
  })
  const applyAll = operation({
    name: 'system.applyPacks',
    summary: 'Takes over what packs have new, changed or ended; what the city changed itself stays.',
    effect: 'write',
    touches: packTopics,
    may: operator,
    input: z.object({}),
    output: Applications,
    run: async (work) => audited(work, await applyPacks(work, await packsOf(work), new Set())),
  })
  const takeRow = operation({
    name: 'system.takePackRow',
    summary: 'Takes the row of a pack in place of the one that the city has changed itself.',
    effect: 'write',
    touches: packTopics,
    may: administratorOfCity,
    input: z.object({
      kind: z.string().max(100),
      key: z.string().max(200),
      /** Of the difference, as it was seen. */
      version: z.string().min(1).max(100),
    }),
    output: Applications,
    async run(work, { kind, key, version }) {
      const packs = await packsOf(work)
      const states = await comparePacks(work.tx, packs)
      const row = states.find((state) => state.kind === kind)?.rows.find((each) => each.key === key)
      if (!row) throw new ProblemError(packProblems.unknownPackRow())
      if (row.version !== version) throw new ProblemError(packProblems.packRowChanged())
      return audited(work, await applyPacks(work, packs, new Set([`${kind} ${key}`])))
    },
  })
  return { packs, applyPacks: applyAll, takePackRow: takeRow }
}
export type PackOperations = ReturnType<typeof packOperationsOf>

function audited(work: Work, applications: Application[]): z.infer<typeof Applications> {
  if (applications.length === 0) work.unchanged()
  for (const { id: _, at: __, ...application } of applications) {
    work.audit({ subject: `pack ${application.files}`, new: application })
  }
  return { applications }
}

export const packApplications = operation({
  name: 'system.packApplications',
  summary: 'When packs were applied, newest first, with how many rows were new, changed, ended or the city’s own.',
  effect: 'read',
  may: administratorOfCity,
  input: PageInput,
  output: pageOf(Application),
  run: ({ tx }, page) => listApplications(tx, {}, page),
})
