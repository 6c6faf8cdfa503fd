/** Limits: whom they count as one, how long one waits, and what they cost under a flood. */
import { expect, describe as group, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { createLimiter, networkOf } from './limiter.ts'

/** Seconds to wait, or undefined where the try was let through. */
function waitOf(take: () => void): unknown {
  try {
    take()
    return undefined
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems[0]?.params?.seconds
  }
}

group('a limit counts as one', () => {
  test.each([
    ['an IPv4 address', '192.0.2.7', '192.0.2.7'],
    ['an IPv4 address carried by IPv6', '::ffff:192.0.2.7', '192.0.2.7'],
    ['the same in hexadecimal', '::FFFF:c000:0207', '192.0.2.7'],
    ['the same without short forms', '0:0:0:0:0:ffff:c000:207', '192.0.2.7'],
    ['a /64 of IPv6', '2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
    ['another address of it', '2001:0DB8:0000:0001::2', '2001:db8:0:1::/64'],
    ['an address with a zone', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['an address in brackets', '[2001:db8::1]', '2001:db8:0:0::/64'],
    ['this machine', '::1', '0:0:0:0::/64'],
    ['what is no address', 'job', 'job'],
    ['nothing', undefined, ''],
  ])('%s', (_, address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('what is no address is cut short', () => {
    expect(networkOf('x'.repeat(100_000)).length).toBeLessThan(100)
  })

  test('one /64, whichever of its addresses calls, and no other', () => {
    const limiter = createLimiter(() => 0)
    for (const host of ['1', '2', 'ffff']) limiter.take('sign in', `2001:db8::${host}`, 3)
    expect(waitOf(() => limiter.take('sign in', '2001:db8::aaaa:1', 3))).toBe(60)
    expect(waitOf(() => limiter.take('sign in', '2001:db8:0:1::1', 3))).toBeUndefined()
    expect(waitOf(() => limiter.take('sign out', '2001:db8::1', 3))).toBeUndefined()
  })
})

group('a wait', () => {
  test('ends with the minute that began at the first try', () => {
    let now = 5_000
    const limiter = createLimiter(() => now)
    limiter.take('x', 'a', 1)
    now += 45_000
    expect(waitOf(() => limiter.take('x', 'a', 1))).toBe(15)
    now += 15_000
    expect(waitOf(() => limiter.take('x', 'a', 1))).toBeUndefined()
  })

  test('goes by a clock that nobody sets', () => {
    const limiter = createLimiter()
    const realNow = Date.now
    try {
      limiter.take('x', 'a', 1)
      Date.now = () => realNow() - 86_400_000
      expect(waitOf(() => limiter.take('x', 'a', 1))).toBeLessThanOrEqual(60)
    } finally {
      Date.now = realNow
    }
  })
})

group('a flood', () => {
  test('of addresses is counted within a bound, at a cost that does not grow with it', () => {
    const limiter = createLimiter(() => 0, 20_000)
    const cost = (from: number) => {
      const started = performance.now()
      for (let index = from; index < from + 20_000; index += 1)
        limiter.take('x', `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, 5)
      return performance.now() - started
    }
    cost(0)
    const early = cost(20_000)
    for (let round = 2; round < 8; round += 1) cost(round * 20_000)
    // A sweep of everything at each call would take minutes.
    expect(cost(160_000)).toBeLessThan(early * 20 + 200)
  })

  test('drops the oldest counts, never the one just begun', () => {
    const limiter = createLimiter(() => 0, 2)
    for (const address of ['a', 'b', 'c']) limiter.take('x', address, 1)
    expect(waitOf(() => limiter.take('x', 'c', 1))).toBe(60)
    expect(waitOf(() => limiter.take('x', 'a', 1))).toBeUndefined()
  })
})
