/** The data folder of a demonstration as its first start left it: kept by the test of that start, taken by whoever needs one. */
import { execFileSync } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

const kept = () => join(inject('testFolder'), 'demonstration')

/** Keeps a copy of the data folder of a demonstration that has been stopped. */
export function keepDemonstration(dataFolder: string): void {
  copy(dataFolder, `${kept()}.part`)
  renameSync(`${kept()}.part`, kept())
}

/** Copies it to where there is nothing yet; where nobody has kept one, the first start there will fill a new one. */
export function takeDemonstration(dataFolder: string): void {
  if (existsSync(kept())) copy(kept(), dataFolder)
}

/** With its owners: as root the cluster is a system user's. */
function copy(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to])
}
