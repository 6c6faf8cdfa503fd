/** Tasks of every temper, for the tests of the pool. */

/** As a thread is asked: what to do. */
export interface TaskInput {
  readonly do: 'add' | 'spin' | 'fill' | 'throw' | 'exit'
  readonly numbers?: readonly number[]
  readonly ms?: number
}

export function run(input: TaskInput): unknown {
  if (input.do === 'add') return (input.numbers ?? []).reduce((sum, number) => sum + number, 0)
  if (input.do === 'throw') throw new Error('as asked')
  if (input.do === 'exit') return process.exit(3)
  return input.do === 'spin' ? spin(input.ms ?? Number.POSITIVE_INFINITY) : fill()
}

function spin(ms: number): string {
  const end = performance.now() + ms
  while (performance.now() < end);
  return 'spun'
}

function fill(): number {
  const kept: unknown[] = []
  for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index })))
}
