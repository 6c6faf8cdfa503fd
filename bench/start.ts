/** Bar 13: the program is ready soon after it is started over data that is there. */
import { type Figure, ms, timesOf, told } from './figures.ts'
import { startProgram } from './server.ts'

const runs = 5
const bar = 3000

export async function benchStart(): Promise<Figure[]> {
  const taken: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const program = await startProgram()
    taken.push(program.readyMs)
    await program.stop()
  }
  const times = timesOf(taken)
  const measured = told(times)
  return [
    {
      bar: 13,
      what: 'start, embedded, from an existing folder',
      measured,
      promised: `ready < ${ms(bar)}`,
      holds: times.worst < bar,
    },
  ]
}
