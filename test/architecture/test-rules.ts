/** What is decided is tested beside where it is decided: rules are pure, so a table of cases is all it takes. */
import { dirname } from 'node:path'
import { type House, moduleOf, type Rule, roomOf } from './house.ts'

/** Rules that have no test beside them: none. The list is there so that an exception has to be written down. */
export const untested: readonly string[] = []

/** Beside every `<topic>.rules.ts` stands `<topic>.test.ts(x)`, in the kernel and the platform as in modules. */
export const rulesAreTested: Rule = {
  name: 'Rules are tested',
  check: (house) => {
    const rules = [...house.files.keys()].filter((path) => path.startsWith('src/') && roomOf(path)?.role === 'rules')
    const missing = rules.filter((path) => !isTested(house, path) && !untested.includes(path))
    return [
      ...missing.map((path) => ({
        path,
        line: 1,
        says: `has no test beside it: ${roomOf(path)?.topic}.test.ts`,
      })),
      // Of a house without the module, as the examples are, the list says nothing.
      ...untested
        .filter((path) => hasModule(house, path) && (isTested(house, path) || !house.files.has(path)))
        .map((path) => ({ path, line: 1, says: 'is still listed as untested: take it out of test-rules.ts' })),
    ]
  },
}

function isTested({ files }: House, path: string): boolean {
  const beside = `${dirname(path)}/${roomOf(path)?.topic}.test`
  return files.has(`${beside}.ts`) || files.has(`${beside}.tsx`)
}

function hasModule({ files }: House, path: string): boolean {
  return [...files.keys()].some((other) => moduleOf(other) === moduleOf(path))
}
