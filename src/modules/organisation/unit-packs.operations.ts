/** Loads the units of a place as they stood when the records begin; what changed since comes decision by decision. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Slug } from '#kernel/schema.ts'
import { operator } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { readPack } from '#platform/packs.ts'
import { rebuildCrosswalk } from './decisions/decisions-in-force.operations.ts'
import { writeTree } from './decisions/decisions-in-force.store.ts'
import {
  AgencyPack,
  CountryPack,
  DecisionPack,
  SuccessionPack,
  TermsPack,
  UnitPack,
  type UnitPacks,
} from './unit-packs.model.ts'
import { decisionsOf, foundationOf, type PackDecision } from './unit-packs.rules.ts'
import { insertKinds } from './unit-packs.store.ts'
import { countUnits } from './units.store.ts'
import { problems } from './units.texts.ts'

export const loadUnits = operation({
  name: 'organisation.loadPack',
  summary: 'Loads the units and agencies of a place as they stood when its records begin into an empty database.',
  effect: 'write',
  may: operator,
  input: z.object({ pack: Slug }),
  output: z.object({ units: z.number() }),
  async run({ tx, newId, audit }, { pack }) {
    if ((await countUnits(tx)) > 0) throw new ProblemError(problems.alreadyLoaded())
    await insertKinds(tx, await readPack('vietnam/terms', TermsPack))
    const country = await readPack('vietnam/country', CountryPack)
    const tree = foundationOf(await readUnits(pack), country, newId)
    await writeTree(tx, { lives: [], steps: [] }, tree, newId)
    await rebuildCrosswalk(tx)
    audit({ subject: `pack ${pack}`, new: { units: tree.lives.length } })
    return { units: tree.lives.length }
  },
})

/** The decisions of a pack that changed its units since the records begin, oldest first. */
export async function packDecisions(pack: string): Promise<PackDecision[]> {
  return decisionsOf(await readUnits(pack))
}

async function readUnits(pack: string): Promise<UnitPacks> {
  return {
    places: await readPack(`${pack}/units`, UnitPack),
    successions: await readPack(`${pack}/successions`, SuccessionPack),
    agencies: await readPack(`${pack}/agencies`, AgencyPack),
    decisions: (await readPack(`${pack}/reforms`, DecisionPack)).rows,
  }
}
