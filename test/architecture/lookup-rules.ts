/** Text is looked up in maps: an object literal knows `constructor` and `__proto__` as well, which nobody put there. */
import type { Rule } from './house.ts'

const says: ReadonlyMap<string, string> = new Map([
  ['record', 'is an object literal for keys of any text: use a Map, or Object.create(null) where it is filled'],
  ['in place', 'looks a text up in an object literal: use a Map'],
  ['in', 'asks with `in`, which finds what every object has: use a Map, or Object.hasOwn'],
  ['cast', 'makes a text a key by a cast: use a Map, or Object.hasOwn'],
])

/**
 * In the program no object literal is declared for keys of any text (`Record<string, ...>`), looked up in place by what is no
 * literal, asked with `in` for a name that is no literal, or given a text as `keyof typeof` it. What comes by an argument, or out
 * of Object.fromEntries, is not seen: there Object.hasOwn has to be thought of.
 */
export const lookUpsInMaps: Rule = {
  name: 'Look-ups in maps',
  check: ({ sources }) =>
    sources.flatMap(({ path, lookups }) =>
      path.startsWith('src/') && !/\.test\.tsx?$/.test(path)
        ? lookups.map(({ kind, name, line }) => ({ path, line, says: `${name} ${says.get(kind)}` }))
        : [],
    ),
}
