/** The command behind `npm run attack`: prints counts, and ends with 1 when something did not hold. */
import { attack, faultsOf, fullSize } from './run.ts'

const mostMinutes = 10
/** A public page at ten requests a second waits no longer while any of it goes on; memory comes back to within a fifth. */
const allowed = { p99Ms: 200, growth: 1.2 }

const deadline = setTimeout(() => {
  console.error(`not done within ${mostMinutes} minutes`)
  process.exit(1)
}, mostMinutes * 60_000)

const outcome = await attack(fullSize, { say: console.log })
console.log(JSON.stringify(outcome, undefined, 2))
const faults = faultsOf(outcome, allowed)
console.log(faults.length === 0 ? 'all held' : faults.join('\n'))
clearTimeout(deadline)
process.exitCode = faults.length === 0 ? 0 : 1
