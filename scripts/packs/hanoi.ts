/** Regenerates the generated files of packs/hanoi: `node_modules/node/bin/node scripts/packs/hanoi.ts [folder of the source data]`. */
import { resolve } from 'node:path'
import { figuresPack } from './figures.ts'
import { writePack } from './format.ts'
import { agePack, populationPack } from './population.ts'
import { successionsPack, unitsPack } from './units.ts'

const root = resolve(import.meta.dirname, '../..')

/** Every generated file of the pack by its name, from the data in `folder`. */
export function hanoiPacks(folder: string): Record<string, object> {
  return {
    'units.json': unitsPack(folder),
    'successions.json': successionsPack(folder),
    'population.json': populationPack(folder),
    'population-age.json': agePack(folder),
    'figures.json': figuresPack(folder),
  }
}

if (import.meta.main) {
  const folder = resolve(process.argv[2] ?? resolve(root, '../shared/data'))
  for (const [name, pack] of Object.entries(hanoiPacks(folder))) writePack(resolve(root, 'packs/hanoi', name), pack)
}
