/** How files look: small, opening with a sentence, no way around the types. */
import { basename } from 'node:path'
import type { Finding, Rule } from './house.ts'

const mostLines = 300
/** About 40 is the aim; beyond this a function is refused. */
const mostFunctionLines = 60
const vagueNames = ['util', 'utils', 'helper', 'helpers', 'shared', 'common', 'misc', 'stuff']

/** Files of at most 300 lines (words and examples aside), short functions, no way around the types, no vague names. */
export const smallPieces: Rule = {
  name: 'Small pieces',
  check: ({ files, sources }) => [
    ...[...files].flatMap(([path, text]) => [...tooLong(path, text), ...vaguelyNamed(path)]),
    ...sources.flatMap(({ path, functions, marks }) => [
      ...functions
        .filter(({ length }) => length > mostFunctionLines)
        .map(({ name, length, line }) => ({
          path,
          line,
          says: `${name} has ${length} lines, more than ${mostFunctionLines}`,
        })),
      ...marks
        .filter(({ mark }) => mark === 'any' || mark === 'ts-ignore')
        .map(({ mark, line }) => ({ path, line, says: `says ${mark}` })),
    ]),
  ],
}

/** What a program writes nobody reads from end to end. */
const written = ['src/app/tables.ts']

function tooLong(path: string, text: string): Finding[] {
  if (!/\.(tsx?|mjs|css)$/.test(path) || /[/.]texts\.ts$|\.examples\.tsx$/.test(path) || written.includes(path))
    return []
  const lines = text.trimEnd().split('\n').length
  return lines > mostLines ? [{ path, line: 1, says: `has ${lines} lines, more than ${mostLines}` }] : []
}

function vaguelyNamed(path: string): Finding[] {
  const vague = path.split(/[/.-]/).find((word) => vagueNames.includes(word))
  return vague ? [{ path, line: 1, says: `is called ${vague}: say what it does` }] : []
}

/** Each file says in its first comment what it is; names are kebab-case. */
export const opensWithASentence: Rule = {
  name: 'Opens with a sentence',
  check: ({ sources }) =>
    sources.flatMap(({ path, text }) => {
      const sentence = /^(?:#!.*\n)?\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? ''
      const isSaid =
        sentence
          .replace(/[\s*]+/g, ' ')
          .trim()
          .split(' ').length >= 3
      const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(basename(path))
      return [
        ...(isSaid ? [] : [{ path, line: 1, says: 'does not open with a /** comment */ saying what it is' }]),
        ...(isKebab ? [] : [{ path, line: 1, says: 'is not named in kebab-case' }]),
      ]
    }),
}

const mostIslands = 12
const islandName = /([^/]+)\.island\.tsx$/

/** Pages are made on the server; what runs in the browser is an island, few of them, and no page needs inline script or style. */
export const serverByDefault: Rule = {
  name: 'Server by default',
  check: ({ sources }) => {
    const islands = sources.filter(({ path }) => islandName.test(path))
    const names = islands.map(({ path }) => islandName.exec(path)?.[1] ?? '')
    const crowd =
      islands.length > mostIslands
        ? [{ path: 'src', line: 1, says: `has ${islands.length} islands, more than ${mostIslands}` }]
        : []
    return [
      ...crowd,
      ...islands.flatMap(({ path, calls }, index) => {
        const name = names[index] ?? ''
        const isMounted = calls.some((call) => call.name === 'hydrateIsland' && call.strings[0] === name)
        // One that draws nothing only listens, and then needs no Preact.
        const isListening = calls.some((call) => call.name.endsWith('addEventListener'))
        return [
          ...(isMounted || isListening ? [] : [{ path, line: 1, says: `does not call hydrateIsland('${name}', ...)` }]),
          ...(names.indexOf(name) === index ? [] : [{ path, line: 1, says: `is a second island called ${name}` }]),
        ]
      }),
      ...sources.flatMap(({ path, marks }) =>
        marks
          .filter(({ mark }) => path.startsWith('src/') && mark.endsWith('='))
          .map(({ mark, line }) => ({ path, line, says: `${mark} is refused by the Content-Security-Policy` })),
      ),
    ]
  },
}
