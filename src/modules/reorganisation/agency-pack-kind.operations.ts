/** Agencies of a pack in a running city: what it has new, renamed, moved or ended becomes decisions, like every change to units. */
import { z } from 'zod'
import {
  type AgencyRow,
  agenciesInPack,
  agenciesInTree,
  agencyFile,
  changesToAgency,
  type UnitChange,
} from '#modules/organisation'
import type { Work } from '#platform/operation.ts'
import type { PackKind } from '#platform/pack-kinds/model.ts'
import { settleInForce } from './decision-approval.operations.ts'
import { beginDecision, requireDecision, sendOn } from './decision-drafts.operations.ts'

const asContent = (rows: ReadonlyMap<string, AgencyRow>) =>
  new Map([...rows].map(([code, row]) => [code, { ...row }] as const))

export const agencyKind: PackKind = {
  name: 'reorganisation.agency',
  order: 25,
  words: { vi: 'Cơ quan, tổ chức', en: 'Agencies' },
  files: ({ pack }) => [agencyFile(pack)],
  inPack: async (read, { pack }) => asContent((await agenciesInPack(read, pack)).rows),
  inDatabase: async (tx) => asContent(await agenciesInTree(tx)),
  async apply(work, { written, ended }, { read, place }) {
    const { rows, firstDays } = await agenciesInPack(read, place.pack)
    const own = await agenciesInTree(work.tx)
    const changes = [...written.keys(), ...ended].flatMap((code) => {
      const validFrom = firstDays.get(code) ?? null
      return changesToAgency(code, { pack: rows.get(code), own: own.get(code), validFrom, today: work.today })
    })
    const { version } = await read(agencyFile(place.pack), z.object({ version: z.number() }))
    const basis = `packs/${agencyFile(place.pack)}.json, phiên bản ${version}`
    const byDay = [...Map.groupBy(changes, ([on]) => on)].sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [on, ofDay] of byDay)
      await decide(work, {
        on,
        title: 'Cập nhật danh mục cơ quan, tổ chức',
        basis,
        changes: ofDay.map(([, change]) => change),
      })
  },
}

interface Head {
  readonly on: string
  readonly title: string
  readonly basis: string
  readonly changes: UnitChange[]
}

/** Nobody stands between: what is drafted here comes into force in the same transaction. */
export async function decide(work: Work, head: Head): Promise<void> {
  const drafted = await beginDecision(work, head)
  const proposed = await sendOn(work, drafted)
  await settleInForce(work, await requireDecision(work.tx, proposed.id))
}
