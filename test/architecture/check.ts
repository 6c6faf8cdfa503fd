/** All rules of the house in one call. */
import { type Broken, type Rule, readHouse } from './house.ts'
import { byTheFrontDoor, groundFirst, onlyOneWay, rulesArePure } from './import-rules.ts'
import { listsPageByKey } from './list-rules.ts'
import { lookUpsInMaps } from './lookup-rules.ts'
import { fewFolders, sameNames, topicsInOrder } from './room-rules.ts'
import { opensWithASentence, serverByDefault, smallPieces } from './shape-rules.ts'
import { oneWayIn, sqlStaysHome } from './sql-rules.ts'
import { rulesAreTested } from './test-rules.ts'
import { composedInTheKernel } from './text-rules.ts'

export const rules: readonly Rule[] = [
  groundFirst,
  byTheFrontDoor,
  rulesArePure,
  sqlStaysHome,
  oneWayIn,
  serverByDefault,
  smallPieces,
  onlyOneWay,
  lookUpsInMaps,
  listsPageByKey,
  composedInTheKernel,
  sameNames,
  fewFolders,
  topicsInOrder,
  rulesAreTested,
  opensWithASentence,
]

/** Every place where a rule is broken. `files`: path from the project's folder to content; `order`: modules, ground first. */
export function checkHouse(files: ReadonlyMap<string, string>, order: readonly string[]): Broken[] {
  const house = readHouse(files, order)
  return rules.flatMap(({ name, check }) => check(house).map((finding) => ({ rule: name, ...finding })))
}
