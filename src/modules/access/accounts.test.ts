/** The rules of signing in, passwords and ways back, as tables and properties. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deviceOf, type Failure, lastTokenDay, lockedUntil, passwordWeakness } from './accounts.rules.ts'

const now = new Date('2026-11-02T02:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

describe('the lock after failures', () => {
  const failures = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 120 }).map(minutesAgo), address: fc.constantFrom('a', 'b', 'c') }),
    { maxLength: 150 },
  )

  test('stands exactly while five of this address are younger than 15 minutes, or a hundred of any than an hour', () => {
    fc.assert(
      fc.property(failures, (list) => {
        const here = list.filter((each) => each.address === 'a' && each.at > minutesAgo(15)).length
        const anywhere = list.filter((each) => each.at > minutesAgo(60)).length
        expect(lockedUntil(list, 'a', now) !== undefined).toBe(here >= 5 || anywhere >= 100)
      }),
    )
  })

  test('ends when it says, and never later than a further failure-free hour', () => {
    fc.assert(
      fc.property(failures, (list: Failure[]) => {
        const until = lockedUntil(list, 'a', now)
        if (!until) return
        expect(until.getTime()).toBeGreaterThan(now.getTime())
        expect(until.getTime()).toBeLessThanOrEqual(now.getTime() + 60 * 60_000)
        expect(lockedUntil(list, 'a', until)).toBeUndefined()
      }),
    )
  })
})

describe('a password', () => {
  test.each([
    ['mười một chữ', false, undefined],
    ['mười 1 chữ!', false, 'too-short'],
    ['Ba.Dinh là nhà tôi', false, 'holds-name'],
    ['nhà tôi ở BADINH đấy', false, 'holds-name'],
    ['một câu dài đủ chữ', true, 'guessable'],
    ['😀😀😀😀😀😀', false, 'too-short'],
  ])('%s (guessable: %s): %s', (password, guessable, weakness) => {
    expect(passwordWeakness(password, { email: 'ba-dinh@hanoi.example' }, guessable)).toBe(weakness)
  })

  test('a name of one or two letters is no name to look for', () => {
    expect(passwordWeakness('an lành là được rồi', { email: 'an@x.example' }, false)).toBeUndefined()
  })
})

test.each([
  ['2026-11-02', '2027-11-02'],
  ['2028-02-29', '2029-03-01'],
])('a token made on %s is good until %s at most', (today, last) => expect(lastTokenDay(today)).toBe(last))

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    'Chrome, Windows',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604.1', 'Safari, iOS'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  ['curl/8.9', 'curl/8.9'],
])('%s is %s', (agent, device) => expect(deviceOf(agent)).toBe(device))
