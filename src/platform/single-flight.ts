/** Work that many ask for at the same time is done once, and all get its outcome. */

export type SingleFlight = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** Whoever asks for a key while its work is under way waits for that; who asks later begins anew. */
export function createSingleFlight(): SingleFlight {
  const flights = new Map<string, Promise<unknown>>()
  return <T>(key: string, work: () => Promise<T>) => {
    const under = flights.get(key) as Promise<T> | undefined
    if (under) return under
    const flight = work().finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }
}
