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
