/** How often something may be tried: a fixed window of one minute, kept in memory, for each network that calls. */
import { isIP } from 'node:net'
import { ProblemError } from '#kernel/problem.ts'
import { problems } from '#platform/problems.ts'

export interface Limiter {
  /** Counts one try of `what` by whoever calls from `address`. Throws `platform.tooManyRequests` past `perMinute`. */
  take(what: string, address: string | undefined, perMinute: number): void
}

const windowMs = 60_000
/** About 20 MB. Whoever calls from more networks than this in a minute is held back by no count of a network anyway. */
const mostWindows = 100_000

interface Window {
  readonly endsAt: number
  count: number
}

/**
 * Counts in memory that is bounded whatever comes, at a cost that does not grow with it: windows go by the generation, each minute
 * the one before last, and sooner where there are more than `most`.
 * @param elapsed milliseconds that only grow: a clock set back must not lengthen anybody's wait.
 */
export function createLimiter(elapsed: () => number = () => performance.now(), most = mostWindows): Limiter {
  let [young, old] = [new Map<string, Window>(), new Map<string, Window>()]
  let bornAt = elapsed()
  const begin = (key: string, now: number) => {
    if (now - bornAt >= windowMs || young.size >= most / 2) {
      old = young
      young = new Map()
      bornAt = now
    }
    const window = { endsAt: now + windowMs, count: 0 }
    young.set(key, window)
    return window
  }
  return {
    take(what, address, perMinute) {
      const now = elapsed()
      const key = `${what} ${networkOf(address)}`
      const known = young.get(key) ?? old.get(key)
      const window = known && known.endsAt > now ? known : begin(key, now)
      window.count += 1
      if (window.count > perMinute) {
        throw new ProblemError(problems.tooManyRequests({ seconds: Math.ceil((window.endsAt - now) / 1000) }))
      }
    },
  }
}

/**
 * The network that a limit counts as one caller: an IPv4 address itself, also where IPv6 carries it (`::ffff:192.0.2.1`); of IPv6
 * the first 64 bits, because everybody is given that many addresses at least: `2001:db8:0:1::/64`. Anything else, cut short.
 */
export function networkOf(address = ''): string {
  const bare = address.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '')
  if (isIP(bare) !== 6) return bare.slice(0, 64)
  const groups = groupsOf(bare)
  return (
    carriedIPv4(groups) ??
    `${groups
      .slice(0, 4)
      .map((group) => group.toString(16))
      .join(':')}::/64`
  )
}

/** The eight numbers of an IPv6 address, however it is written. */
function groupsOf(address: string): number[] {
  // The URL parser writes it in one way: hexadecimal, the longest run of zeros as `::`.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const numbers = (text: string) => (text ? text.split(':').map((group) => Number.parseInt(group, 16)) : [])
  const [before, after] = [numbers(head), numbers(tail ?? '')]
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}

function carriedIPv4(groups: readonly number[]): string | undefined {
  const [high = 0, low = 0] = groups.slice(6)
  if (groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff) return undefined
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
