/** Reading a GeoJSON file of boundaries and simplifying them for maps: heavy, so it runs on another thread. */
import { readFile } from 'node:fs/promises'
import { simplifyShapes } from '#ui/map/topology.ts'
import { type Level, levels } from './boundaries.model.ts'
import type { PlaceBoundary } from './boundary-findings.rules.ts'
import type { NewBoundary } from './boundary-imports.store.ts'
import { countKinds, type Examination, type ExaminationInput, examineFile } from './examination.rules.ts'

const details: Readonly<Record<Level, { leastKm2: number; decimals: number }>> = {
  far: { leastKm2: 0.1, decimals: 3 },
  middle: { leastKm2: 0.01, decimals: 4 },
  near: { leastKm2: 0.0003, decimals: 5 },
}

export interface ReadBoundaries extends Omit<Examination, 'boundaries'> {
  readonly kinds: ReturnType<typeof countKinds>
  /** None of a file that is only checked, or has errors: nobody keeps them. */
  readonly boundaries: readonly NewBoundary[]
}

/** Reads the file at a path, which is no larger than an upload may be. */
export async function readBoundaries(
  path: string,
  input: ExaminationInput,
  isOnlyChecked: boolean,
): Promise<ReadBoundaries> {
  const { boundaries, ...examined } = examineFile(await readFile(path), input)
  const isKept = !isOnlyChecked && examined.findings.every(({ severity }) => severity !== 'error')
  const kinds = countKinds(boundaries, input.places)
  return { ...examined, kinds, boundaries: isKept ? simplified(boundaries) : [] }
}

/** Units of one kind are neighbours on one map; a district and its communes share no borders of their own. */
function simplified(boundaries: readonly PlaceBoundary[]): NewBoundary[] {
  const kinds = [...Map.groupBy(boundaries, ({ place }) => place.kind).values()]
  return kinds.flatMap((rows) => {
    const [far = [], middle = [], near = []] = simplifyShapes(
      rows.map(({ shape }) => shape),
      levels.map((level) => details[level]),
    )
    return rows.map((row, index) => ({
      ...row,
      far: far[index] ?? [],
      middle: middle[index] ?? [],
      near: near[index] ?? [],
    }))
  })
}
