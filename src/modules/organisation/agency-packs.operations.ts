/** Agencies read from a pack and from the tree. */
import type { Tx } from '#platform/database/index.ts'
import type { ReadPack } from '#platform/pack-kinds/model.ts'
import { type AgencyRow, agenciesOfPack, agenciesOfTree } from './agency-packs.rules.ts'
import { readTree } from './decisions/decisions-in-force.store.ts'
import { AgencyPack } from './unit-packs.model.ts'

/** The name of the file of a place's agencies. */
export function agencyFile(pack: string): string {
  return `${pack}/agencies`
}

/** The agencies of a pack as they stand last, and the first days that it knows. */
export async function agenciesInPack(
  read: ReadPack,
  pack: string,
): Promise<{ rows: Map<string, AgencyRow>; firstDays: Map<string, string> }> {
  const content = await read(agencyFile(pack), AgencyPack)
  const firstDays = content.agencies.flatMap(({ code, validFrom }) => (validFrom ? [[code, validFrom] as const] : []))
  return { rows: agenciesOfPack(content), firstDays: new Map(firstDays) }
}

/** The agencies of the tree as they stand last, those that decisions to come will change as these leave them. */
export async function agenciesInTree(tx: Tx): Promise<Map<string, AgencyRow>> {
  return agenciesOfTree((await readTree(tx)).lives)
}
