/** The command behind `npm run attack`: prints counts, and ends with 1 when something did not hold. */
import { attack, faultsOf, fullSize } from './run.ts'

const mostMinutes = 10
/** What a reader of a public page may wait while any of it goes on : 200 ms at 10 requests a second. */
const p99Ms = 200

const deadline = setTimeout(() => {
  console.error(`not done within ${mostMinutes} minutes`)
  process.exit(1)
}, mostMinutes * 60_000)

const outcome = await attack(fullSize, console.log)
console.log(JSON.stringify(outcome, undefined, 2))
const faults = faultsOf(outcome, p99Ms)
console.log(faults.length === 0 ? 'all held' : faults.join('\n'))
clearTimeout(deadline)
process.exitCode = faults.length === 0 ? 0 : 1
