/** The place an installation serves, as its pack tells it: what the program calls it and where its plan lies. */
import { z } from 'zod'
import { readPack } from '#platform/packs.ts'

const PlacePack = z.object({
  name: z.object({ vi: z.string(), en: z.string() }),
  root: z.string(),
  plan: z.string(),
})

export interface Place extends z.infer<typeof PlacePack> {
  /** The folder under `packs/`. */
  readonly pack: string
}

/** Reads `packs/<pack>/place.json`; throws when there is no such pack. */
export async function readPlace(pack: string): Promise<Place> {
  return { pack, ...(await readPack(`${pack}/place`, PlacePack)) }
}
