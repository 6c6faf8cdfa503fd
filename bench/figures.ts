/** What a bench measures and how it is told: medians and p95 over many calls, against the bar it must reach. */

export interface Figure {
  /** The number of the promise in the list of bars. */
  readonly bar: number
  readonly what: string
  readonly measured: string
  readonly promised: string
  readonly holds: boolean
  /** Against the peer that ran beside it, where there is one. */
  readonly ratio?: string
}

export interface Times {
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly worst: number
}

/** Milliseconds of each call, one after another. */
export async function timeEach<T>(inputs: readonly T[], call: (input: T) => Promise<unknown>): Promise<Times> {
  const taken: number[] = []
  for (const input of inputs) {
    const started = performance.now()
    await call(input)
    taken.push(performance.now() - started)
  }
  return timesOf(taken)
}

export function timesOf(taken: readonly number[]): Times {
  const sorted = [...taken].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), worst: sorted.at(-1) ?? 0 }
}

/** `12 ms`, `1,3 s`. */
export function ms(value: number): string {
  return value < 1000 ? `${value.toFixed(value < 10 ? 1 : 0)} ms` : `${(value / 1000).toFixed(2)} s`
}

export function told(times: Times): string {
  return `median ${ms(times.median)}, p95 ${ms(times.p95)}, worst ${ms(times.worst)}`
}

/** One size of a question: how large it is, and how it is asked. */
export interface Sized {
  readonly size: number
  readonly ask: () => Promise<unknown>
}

/**
 * The median of each size over some rounds. Every round asks each size once, so that whatever else the machine does weighs on all
 * alike; the first round warms up and is not counted.
 */
export async function medianOfEach(sizes: readonly Sized[], rounds: number): Promise<number[]> {
  const taken = sizes.map((): number[] => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { ask }] of sizes.entries()) {
      const { median } = await timeEach([round], ask)
      if (round > 0) taken[index]?.push(median)
    }
  }
  return taken.map((times) => timesOf(times).median)
}

/** By which power of the size the cost grows: the slope between logarithms. 1 = twice the size costs twice as much, 0 = the same. */
export function exponentOf(sizes: readonly number[], costs: readonly number[]): number {
  const [x, y] = [sizes.map(Math.log), costs.map(Math.log)]
  const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length
  const [meanX, meanY] = [mean(x), mean(y)]
  const above = x.reduce((sum, each, index) => sum + (each - meanX) * ((y[index] ?? 0) - meanY), 0)
  return above / x.reduce((sum, each) => sum + (each - meanX) ** 2, 0)
}
