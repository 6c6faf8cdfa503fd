/** Where an address from outside may lead. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/root.ts'
import { pathWithin } from '#platform/web/redirect.ts'

describe('an address from outside', () => {
  test.each([
    [undefined, '/'],
    ['', '/'],
    ['/account?x=1', '/account?x=1'],
    ['/search?q=ba+đình#first', '/search?q=ba+%C4%91%C3%ACnh#first'],
    ['/plan/V.14.%C4%91', '/plan/V.14.%C4%91'],
    // A sign that was written as three signs twice stays a name within this site.
    ['/%2509/evil.example', '/%2509/evil.example'],
    ['/@evil.example', '/@evil.example'],
    ['//evil.example', '/'],
    ['///evil.example', '/'],
    ['/\\evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['/a\\b', '/'],
    ['/\t/evil.example', '/'],
    ['/\n/evil.example', '/'],
    ['/\r\n/evil.example', '/'],
    ['/\u0000/evil.example', '/'],
    ['/\u0000', '/'],
    ['/\u0085/evil.example', '/'],
    ['/\u2028/evil.example', '/'],
    ['/\u007f', '/'],
    ['\t//evil.example', '/'],
    [' //evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/..//evil.example', '/'],
    ['/a/../..//evil.example', '/'],
    ['/%2e//evil.example', '/'],
    ['https://evil.example', '/'],
    ['http:evil.example', '/'],
    ['https:/evil.example', '/'],
    ['//user:pass@evil.example', '/'],
    ['user@evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['evil.example', '/'],
    ['/a\nLocation: x', '/'],
    [`/${'a'.repeat(5000)}`, '/'],
    [`/${'ế'.repeat(1000)}`, '/'],
  ])('%j leads to %s', (address, leads) => expect(pathWithin(address)).toBe(leads))

  test('never leaves the site, whatever is asked, and always fits into a header', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'/\\.@:%?#\t\n\r ae2f0\u0000\u0085\u2028-'), maxLength: 30 })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), hostile), (tail) => {
        for (const address of [tail, `/${tail}`]) {
          const within = pathWithin(address)
          expect(new URL(within, 'https://hoc.example').origin).toBe('https://hoc.example')
          expect(within).toMatch(/^\/(?!\/)[!-~]*$/)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('is followed in one place only, but for the issuer of single sign-on', async () => {
    const leading: string[] = []
    const files = await readdir(join(projectRoot, 'src'), { recursive: true })
    for (const file of files.filter((name) => /(?<!\.test)\.tsx?$/.test(name))) {
      const text = await readFile(join(projectRoot, 'src', file), 'utf8')
      if (/\.redirect\(|['"]location['"]/i.test(text)) leading.push(`src/${file}`)
    }
    expect(leading.sort()).toEqual(['src/modules/access/sign-in/openid.pages.tsx', 'src/platform/web/redirect.ts'])
  })
})
