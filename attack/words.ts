/** Values that requests are made of: what the city knows, and what programs stumble over. */
import type { Random } from './random.ts'

/** Of Hanoi as it is loaded: units of several days, agencies, indicators, clauses, years, kinds. */
const known = [
  '01',
  '00004',
  '00070',
  '007',
  '10015',
  'SGDDT',
  'learning_citizens_share',
  'learning_citizens_recognised',
  'II.1.a',
  'V.14.đ',
  '2024',
  '2026',
  'commune',
  'district',
  'agency',
  'total',
  'then',
  'csv',
  'xlsx',
  '2024-06-30',
  '2025-07-01',
  'vi',
  'en',
  'ba đình',
  '1',
  '019a0000-0000-7000-8000-000000000001',
]

const long = 'x'.repeat(4000)

const strange = [
  '',
  ' ',
  '\0',
  'a\0b',
  '0000-01-01',
  '9999-12-31',
  '2024-02-30',
  '-1',
  '1e999',
  '99999999999999999999',
  'NaN',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  'a.__proto__',
  '../../etc/passwd',
  '..%2f..%2f',
  '//evil.example',
  '/\t/evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  "' or 1=1 --",
  '"><script>alert(1)</script>',
  '%',
  '%00',
  '{{7*7}}',
  '{count, plural, one {#}}',
  '\u202e\u200b\ufeff',
  '\ud800',
  `a${'\u0301\u0323'.repeat(40)}`,
  '𝟙𝟚',
  'İ',
  'ﬀ',
  long,
  'eyJhIjoxfQ',
  'WyJhIiwiYiJd',
  'W10',
  'WzEsMl0',
] as const

/** A text that may be right, may be nearly right, or is made to hurt. */
export function word(random: Random): string {
  const text = random.one(random.once(2) ? known : strange)
  return random.once(6) ? text + random.one(strange) : text
}

const values: readonly unknown[] = [null, true, false, 0, -1, 1e308, 2 ** 53, [], {}, [[]], { a: 1 }]

/** Any JSON value, mostly small. */
export function anything(random: Random, depth = 3): unknown {
  if (depth === 0 || random.once(2)) return random.once(3) ? random.one(values) : word(random)
  const size = random.below(4)
  if (random.once(2)) return Array.from({ length: size }, () => anything(random, depth - 1))
  return Object.fromEntries(Array.from({ length: size }, () => [word(random), anything(random, depth - 1)]))
}
