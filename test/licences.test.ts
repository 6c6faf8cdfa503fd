/** Every package that comes with the program has a licence that lets a city run it, change it and pass it on; checked on the lock file. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/root.ts'

/** By their SPDX names. MPL-2.0 covers its own files only; the fonts' licence asks for nothing of a program. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
])

/** Old packages that say it in other words, or only in a file; read by a person. */
const read = new Map([
  ['busboy', 'MIT, in the older list `licenses` of package.json; comes with the S3 server of our tests'],
  ['streamsearch', 'MIT, in the older list `licenses` of package.json; comes with busboy'],
  ['humanize-number', 'MIT, at the end of its Readme.md; comes with the S3 server of our tests'],
  ['chainsaw', 'MIT/X11: the MIT licence by its older name, in package.json'],
  [
    'buffers',
    'none stated: comes with exceljs; binary and chainsaw, of the same author and purpose, are MIT. To be rid of',
  ],
])

interface Locked {
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
}

const lock = JSON.parse(await readFile(join(projectRoot, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')

/** `(MIT OR GPL-3.0-or-later)`: one of those that `OR` joins is enough, all of those that `AND` joins are needed. */
function isAllowed(licence: string): boolean {
  const options = licence.replaceAll(/[()]/g, '').split(' OR ')
  return options.some((option) => option.split(' AND ').every((name) => allowed.has(name)))
}

test('there are packages to look at', () => {
  expect(packages.length).toBeGreaterThan(100)
})

test.each(packages)('%s', (path, { license = '' }) => {
  const name = path.split('node_modules/').at(-1) ?? ''
  expect(read.has(name) || isAllowed(license) ? 'allowed' : `${name}: ${license || 'no licence'}`).toBe('allowed')
})

test('what a person read is still there, and still needs reading', () => {
  for (const name of read.keys()) {
    const licence = lock.packages[`node_modules/${name}`]?.license ?? ''
    expect([name, isAllowed(licence)]).toEqual([name, false])
  }
})
