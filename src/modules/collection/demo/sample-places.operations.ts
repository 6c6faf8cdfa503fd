/** The places of a year that samples are made for. */
import type { Tx } from '#platform/database/index.ts'
import { baseYear, type SamplePlace, samplePlaces, type UnitsOfDay } from './sample-places.rules.ts'
import { listPieces, listUnits } from './sample-places.store.ts'

const formerOn = `${baseYear - 1}-12-31`

/** The sample places of these kinds of unit on a day of a year, by the id of their unit. */
export async function placesOf(
  tx: Tx,
  { kinds, year, on }: { kinds: readonly string[]; year: number; on: string },
): Promise<ReadonlyMap<string, SamplePlace>> {
  const now = await unitsOn(tx, kinds, on)
  return samplePlaces(now, year < baseYear ? now : await unitsOn(tx, kinds, formerOn), year)
}

async function unitsOn(tx: Tx, kinds: readonly string[], on: string): Promise<UnitsOfDay> {
  const days = { on, baseOn: `${baseYear}-12-31`, formerOn }
  return { units: await listUnits(tx, { kinds, on }), pieces: await listPieces(tx, { kinds, ...days }) }
}
